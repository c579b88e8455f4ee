import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { LIVE, SITE, openPage, script } from "./sources.js";

openPage("", "notebooks/a");
const drafts = await script(`${LIVE}drafts.js`);
beforeEach(() => localStorage.clear());

test("what is kept comes back, what is dropped is gone and leaves nothing behind", () => {
  assert.ok(drafts.keep("x", "base", "print(1)"));
  assert.deepEqual(drafts.read(), { cells: { x: { base: "base", code: "print(1)" } }, scratch: [] });
  drafts.drop("x");
  assert.equal(localStorage.length, 0);
});

test("another page's drafts are left alone", () => {
  localStorage.setItem(`${SITE}live:notebooks/b`, "{}");
  drafts.keep("x", "b", "1");
  drafts.drop("x");
  assert.equal(localStorage.getItem(`${SITE}live:notebooks/b`), "{}");
});

test("an added cell changes in place; what stood below a dropped one hangs on its upper neighbour", () => {
  drafts.keepScratch("s1", "a", "1");
  drafts.keepScratch("s2", "s1", "2");
  drafts.keepScratch("s1", "a", "3");
  drafts.dropScratch("s1");
  assert.deepEqual(drafts.read().scratch, [{ id: "s2", after: "a", code: "2" }]);
});

test("what cannot be read, or cannot be kept, loses nothing and says so", () => {
  localStorage.setItem(`${SITE}live:notebooks/a`, "not JSON");
  assert.deepEqual(drafts.read(), { cells: {}, scratch: [] });
  const kept = globalThis.localStorage;
  globalThis.localStorage = { getItem: () => null, setItem: () => { throw new Error("full"); } };
  assert.equal(drafts.keep("x", "b", "1"), false);
  globalThis.localStorage = kept;
});

test("what is no draft hides no other, and goes with the next change", () => {
  const good = { base: "b", code: "1" };
  const cells = { x: null, y: 5, z: { base: "b" }, a: good };
  localStorage.setItem(`${SITE}live:notebooks/a`, JSON.stringify({ cells, scratch: [null, { id: "s" }, { id: "t", after: "a", code: "" }] }));
  const sound = { cells: { a: good }, scratch: [{ id: "t", after: "a", code: "" }] };
  assert.deepEqual(drafts.read(), sound);
  drafts.keep("b", "b", "2");
  assert.deepEqual(drafts.read(), { ...sound, cells: { a: good, b: { base: "b", code: "2" } } });
  localStorage.setItem(`${SITE}live:notebooks/a`, JSON.stringify({ cells: 5, scratch: {} }));
  assert.deepEqual(drafts.read(), { cells: {}, scratch: [] });
});

test("the fingerprint tells texts apart and stays the same from build to build", () => {
  assert.equal(drafts.hash("x = 1"), drafts.hash("x = 1"));
  assert.notEqual(drafts.hash("x = 1"), drafts.hash("x = 2"));
  assert.equal(drafts.hash(""), "811c9dc501000193"); // the two seeds: changed, every reader's draft would count as another edition's
});
