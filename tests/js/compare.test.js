import assert from "node:assert/strict";
import test from "node:test";
import { LIVE, openPage, script } from "./sources.js";

const document = openPage();
const { asText, compare, fromPage, fromRun, ownFrames } = await script(`${LIVE}compare.js`);
const area = (html) => Object.assign(document.createElement("div"), { innerHTML: html });
const stream = (text, name = "stdout") => ({ output_type: "stream", name, text });
const rich = (data) => ({ output_type: "display_data", data, metadata: {} });

test("pieces of one stream are one output; an empty piece is none", () => {
  assert.deepEqual(fromRun([stream("1\n"), stream("2\n"), stream("")]), [{ kind: "stdout", text: "1\n2" }]);
  assert.equal(fromRun([stream("1\n"), stream("2\n", "stderr")]).length, 2);
});

test("addresses and run numbers are no difference", () => {
  const book = fromPage(area('<div class="output stream"><pre>&lt;AddBackward0 object at 0x7f00aa&gt;</pre></div>'));
  assert.deepEqual(book, fromRun([stream("<AddBackward0 object at 0x55beef01>\n")]).map((o) => ({ ...o, text: o.text })));
});

test("another value, another order and another kind are differences", async () => {
  const book = fromRun([stream("1\n")]);
  assert.equal((await compare(book, fromRun([stream("1\n")]))).same, true);
  for (const run of [[stream("2\n")], [stream("1\n", "stderr")], [rich({ "text/plain": "1" })], []]) {
    assert.equal((await compare(book, fromRun(run))).same, false);
  }
});

test("a line written over counts as what stands there last", () => {
  assert.equal(asText(fromRun([stream("10 %\r100 %\n")])), "100 %");
});

test("LaTeX and Markdown are compared by their source, HTML by its words", () => {
  const source = "**a**\n\n- b";
  const stored = area(`<div class="output text_markdown" data-source='${JSON.stringify(source)}'><p>a</p></div>`);
  assert.deepEqual(fromPage(stored), fromRun([rich({ "text/markdown": source, "text/plain": "x" })]));
  assert.deepEqual(fromRun([rich({ "text/html": "<b>a</b> b" })]), [{ kind: "html", text: "a b", data: "" }]);
});

test("a figure that moves is compared by its data, not by where the reader left it", async () => {
  const figure = (data, at) => `<figure class="moving" data-moving='${data}'><p>${at}</p></figure>`;
  const book = fromRun([rich({ "text/html": figure("[1]", "처음") })]);
  assert.equal((await compare(book, fromRun([rich({ "text/html": figure("[1]", "나중") })]))).same, true);
  assert.equal((await compare(book, fromRun([rich({ "text/html": figure("[2]", "처음") })]))).same, false);
});

test("a traceback keeps the reader's own frames", () => {
  const text = ["Error", "Cell In[3], line 1", "----> 1 y.backward()", "", "File ~/torch/_tensor.py:5, in backward", "  5 more", "", "RuntimeError: no"];
  assert.equal(ownFrames(text.join("\n")), ["Error", "Cell In[3], line 1", "----> 1 y.backward()", "", "RuntimeError: no"].join("\n"));
});
