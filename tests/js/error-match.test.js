import assert from "node:assert/strict";
import test from "node:test";
import { LIVE, script } from "./sources.js";

const { entryOf } = await script(`${LIVE}error-match.js`);
const data = {
  "notebooks/errors-a": [["grad", "does not require grad"], ["shape", "got", "but expected shape"]],
  "notebooks/errors-b": [["element", "element 0 of tensors does not require grad"]],
};

test("the entry with the most words in the message explains it", () => {
  assert.equal(entryOf(data, "element 0 of tensors does not require grad and does not have a grad_fn"), "notebooks/errors-b.html#element");
  assert.equal(entryOf(data, "x does not require grad"), "notebooks/errors-a.html#grad");
});

test("what varies may be anything, in order; line breaks are spaces", () => {
  assert.equal(entryOf(data, "got [3] but\nexpected shape [2]"), "notebooks/errors-a.html#shape");
  assert.equal(entryOf(data, "but expected shape [2], got [3]"), "");
});

test("another message has no entry", () => {
  assert.equal(entryOf(data, "division by zero"), "");
});
