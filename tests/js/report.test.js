import assert from "node:assert/strict";
import { test } from "node:test";
import { LIVE, openPage, script } from "./sources.js";

openPage();
const { reportAddress } = await script(`${LIVE}report.js`);
const about = { issues: "https://example.org/a/b/issues", page: "notebooks/a", id: "square", book: "x = 1\nx", code: "x = 2\nx", said: "책과 다른 출력입니다", difference: "책 1\n지금 2", engine: "browsertorch 1.0", browser: "Mozilla/5.0" };
const body = (report) => new URL(reportAddress(report)).searchParams.get("body");

test("a report says where, what was changed, what differs, and with what it ran", () => {
  const address = new URL(reportAddress(about));
  assert.equal(address.origin + address.pathname, "https://example.org/a/b/issues/new");
  assert.equal(address.searchParams.get("title"), "notebooks/a: square");
  for (const part of ["- 셀: square", "- 엔진: browsertorch 1.0", "- 브라우저: Mozilla/5.0", "- x = 1\n+ x = 2\n  x", "책 1\n지금 2", "책과 다른 출력입니다"]) {
    assert.ok(body(about).includes(part), part);
  }
});

test("what is as in the book is left out", () => {
  const text = body({ ...about, code: about.book, difference: "", said: "" });
  assert.ok(!text.includes("고친 곳") && !text.includes("다른 곳") && text.includes("실행하지 않음"));
});

test("long code is cut so that every server takes the address; ticks in it do not end the block", () => {
  const address = reportAddress({ ...about, code: "# 한글\n".repeat(550), difference: "가".repeat(90_000) });
  assert.ok(address.length <= 6000, `${address.length}`);
  assert.ok(new URL(address).searchParams.get("body").includes("줄였습니다"));
  assert.match(body({ ...about, code: "a = '```'" }), /````diff\n[^]*'```'\n````/);
});
