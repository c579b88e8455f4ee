import assert from "node:assert/strict";
import test from "node:test";
import { ASSETS, script } from "./sources.js";

const { agrees, numberOf } = await script(`${ASSETS}predict-compare.js`);

test("a number is read as readers type it", () => {
  for (const [typed, number] of [["-4", -4], ["−4.0", -4], [" 1,000 ", 1000], ["1/4", 0.25], [".5", 0.5], ["4.", 4], ["2e-1", 0.2]]) {
    assert.equal(numberOf(typed), number, typed);
  }
  for (const typed of ["", "네", "4개", "1/2/3", "tensor(4.)", "--4"]) assert.ok(Number.isNaN(numberOf(typed)), typed);
});

test("a number agrees up to rounding", () => {
  assert.ok(agrees({ number: 1 / 3 }, "0.33333"));
  assert.ok(!agrees({ number: 4 }, "4.1") && !agrees({ number: 0 }, "0.01") && !agrees({ number: 4 }, "x"));
});

test("a text agrees but for white space; a choice by its own words", () => {
  assert.ok(agrees({ text: "tensor([2., 4.])" }, "tensor([2.,4.])"));
  assert.ok(!agrees({ text: "True" }, "true"));
  assert.ok(agrees({ choices: ["2.", "4."], answer: "4." }, "4.") && !agrees({ choices: ["2.", "4."], answer: "4." }, "2."));
});
