import assert from "node:assert/strict";
import test from "node:test";
import { LIVE, openPage, script } from "./sources.js";

openPage();
const { diffBlock, diffLines } = await script(`${LIVE}diff.js`);
const told = (before, after) => diffLines(before, after).map(({ sign, line }) => sign + line);

test("lines that both have stay, in order", () => {
  assert.deepEqual(told("a\nb\nc", "a\nx\nc"), [" a", "-b", "+x", " c"]);
  assert.deepEqual(told("a", "a"), [" a"]);
});

test("what only one side has is marked with its side", () => {
  assert.deepEqual(told("a\nb", "b"), ["-a", " b"]);
  assert.deepEqual(told("b", "b\nc"), [" b", "+c"]);
});

test("both texts can be read back from the rows", () => {
  const [before, after] = ["1\n2\n2\n3", "2\n3\n3\n1"];
  const rows = diffLines(before, after);
  const side = (gone) => rows.filter(({ sign }) => sign !== gone).map(({ line }) => line).join("\n");
  assert.equal(side("+"), before);
  assert.equal(side("-"), after);
});

test("the block shows what changed and its neighbours only, a long one folded", () => {
  const lines = Array.from({ length: 40 }, (_, i) => `줄 ${i}`);
  const small = diffBlock("다른 곳", lines.join("\n"), [...lines.slice(0, 20), "새 줄", ...lines.slice(21)].join("\n"));
  assert.deepEqual([...small.querySelector("pre").children].map((row) => row.lastChild.textContent), ["줄 19", "줄 20", "새 줄", "줄 21"]);
  assert.equal(small.open, true);
  assert.equal(diffBlock("다른 곳", lines.join("\n"), "").open, false);
});
