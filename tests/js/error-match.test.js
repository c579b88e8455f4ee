import assert from "node:assert/strict";
import test from "node:test";
import { LIVE, script } from "./sources.js";

const { entryOf } = await script(`${LIVE}error-match.js`);
const data = {
  "notebooks/errors-a": ["does not require grad", "got … but expected shape", "2 or more can't …"],
  "notebooks/errors-b": ["element 0 of tensors does not require grad"],
};

test("the entry with the most words in the message explains it", () => {
  const element = "notebooks/errors-b.html#element-0-of-tensors-does-not-require-grad";
  assert.equal(entryOf(data, "element 0 of tensors does not require grad and does not have a grad_fn"), element);
  assert.equal(entryOf(data, "x does not require grad"), "notebooks/errors-a.html#does-not-require-grad");
});

test("what varies may be anything, in order; line breaks are spaces", () => {
  assert.equal(entryOf(data, "got [3] but\nexpected shape [2]"), "notebooks/errors-a.html#got-but-expected-shape");
  assert.equal(entryOf(data, "but expected shape [2], got [3]"), "");
});

test("an anchor is the heading's id", () => {
  assert.equal(entryOf(data, "2 or more can't be"), "notebooks/errors-a.html#_2-or-more-can-t");
});

test("another message has no entry", () => {
  assert.equal(entryOf(data, "division by zero"), "");
});
