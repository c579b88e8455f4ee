import assert from "node:assert/strict";
import test from "node:test";
import { LIVE, openPage, script } from "./sources.js";

const document = openPage();
const { Terminal, overwritten, plain } = await script(`${LIVE}terminal.js`);
const { LongText, portion } = await script(`${LIVE}long.js`);

test("a carriage return writes over the line, character by character", () => {
  assert.equal(overwritten("가나다\r라"), "라나다");
  assert.equal(overwritten("1\n22\r3\r\n4\r5"), "1\n32\n5");
  assert.equal(overwritten("abc\rde\rf"), "fec");
  assert.equal(plain("\x1b[31m빨강\x1b[0m"), "빨강");
});

test("a stream in pieces is the stream at once, wherever it is cut", () => {
  const whole = "시작\n10 %\r20 %\r\x1b[32m100 %\x1b[0m\n끝\r\n긴 줄\r짧";
  for (let cut = 0; cut <= whole.length; cut++) {
    const terminal = new Terminal();
    terminal.write(whole.slice(0, cut));
    terminal.write(whole.slice(cut));
    assert.equal(terminal.text, overwritten(plain(whole)), `cut at ${cut}`);
  }
});

test("a piece that only adds says so", () => {
  const terminal = new Terminal();
  assert.equal(terminal.write("1\n2"), true);
  assert.equal(terminal.write("\r3"), false);
  assert.equal(terminal.write("4"), false); // over the 2
  assert.equal(terminal.write("\n"), false);
  assert.equal(terminal.write("5"), true);
  assert.equal(terminal.text, "1\n34\n5");
});

// With a quadratic step these take hours.
test("two million characters, in one line, in many returns, in many pieces", () => {
  assert.equal(overwritten("x".repeat(2_000_000)).length, 2_000_000);
  assert.equal(overwritten("12345678\r".repeat(200_000)), "12345678");
  assert.equal(overwritten(`${"x".repeat(100_000)}\r`.repeat(20)).length, 100_000);
  const terminal = new Terminal();
  for (let i = 0; i < 200_000; i++) terminal.write(`\r${i}`);
  assert.equal(terminal.text, "199999");
});

function shown(text) {
  document.body.innerHTML = "<div><pre></pre></div>";
  const pre = document.querySelector("pre");
  return { pre, long: new LongText(pre, text), press: () => document.querySelector("button").click(), rest: () => document.querySelector(".live-rest") };
}

test("a short text is drawn whole; of a long one the beginning, with what is left", () => {
  assert.equal(shown("짧다").rest(), null);
  const { pre, press, rest } = shown("x".repeat(50_000));
  assert.equal(pre.textContent.length, 20_000);
  assert.match(rest().textContent, /남은 글자 30,000자/);
  press();
  press();
  assert.equal(pre.textContent.length, 50_000);
  assert.equal(rest(), null);
  assert.equal(document.activeElement, pre);
});

test("many lines are cut at a line", () => {
  const text = "줄\n".repeat(1_000);
  assert.equal(portion(text), 800);
  assert.equal(portion(text, 1_600), 2_000);
  assert.equal(shown(text).pre.textContent, "줄\n".repeat(400));
});

test("a text that grows past its portion stops there; one that is written over is drawn anew", () => {
  const { pre, long, rest, press } = shown("");
  let text = "";
  for (let i = 0; i < 500; i++) long.show((text += `${i}\n`), true);
  assert.equal(pre.textContent, text.slice(0, portion(text)));
  assert.match(rest().textContent, new RegExp(`남은 글자 ${text.length - pre.textContent.length}자`));
  press();
  assert.equal(pre.textContent, text);
  long.show("다시", false);
  assert.equal(pre.textContent, "다시");
  assert.equal(rest(), null);
});
