import assert from "node:assert/strict";
import { test } from "node:test";
import { LIVE, openPage, script } from "./sources.js";

openPage();
const { withEdits } = await script(`${LIVE}own-notebook.js`);
const code = (id, source) => ({ cell_type: "code", id, metadata: { tags: ["predict"] }, execution_count: 3, outputs: [{ output_type: "stream" }], source });
const book = () => ({ nbformat: 4, metadata: { title: "장" }, cells: [{ cell_type: "markdown", id: "m", source: ["글"] }, code("a", ["x = 1\n", "x"]), code("b", "y")] });

test("an edited cell has the reader's code and no output of the book's; the rest is the book's", () => {
  const own = withEdits(book(), [{ id: "a", code: "x = 2\n\nx\n", edited: true }, { id: "b", code: "y" }]);
  assert.deepEqual(own.cells[1], { ...code("a", ["x = 2\n", "\n", "x\n"]), outputs: [], execution_count: null });
  const { cells: [text, , last], ...rest } = book();
  assert.deepEqual([own.cells[0], own.cells[2]], [text, last]);
  assert.deepEqual({ ...own, cells: undefined }, { ...rest, cells: undefined });
});

test("added cells stand where the reader put them", () => {
  const own = withEdits(book(), [
    { id: "a", code: "x = 1\nx" },
    { id: "s1", code: "1", added: true },
    { id: "s2", code: "", added: true },
    { id: "b", code: "y" },
    { id: "s3", code: "3", added: true },
  ]);
  assert.deepEqual(own.cells.map(({ id }) => id), ["m", "a", "s1", "s2", "b", "s3"]);
  assert.deepEqual(own.cells[3], { cell_type: "code", execution_count: null, id: "s2", metadata: {}, outputs: [], source: [] });
  assert.equal(own.cells[1].outputs.length, 1);
});

test("the book's own notebook stays as it was", () => {
  const before = book();
  withEdits(before, [{ id: "a", code: "", edited: true }, { id: "gone", code: "z", edited: true }]);
  assert.deepEqual(before, book());
});
