import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { ASSETS, SITE, openPage, script } from "./sources.js";

const page = openPage(`
  <div class="cell tag_predict" data-cell-id="y"><form class="guess" data-asked="q"></form></div>
  <div class="cell tag_predict" data-cell-id="x"><form class="guess" data-asked="another question"></form></div>
  <div class="cell tag_exercise" data-cell-id="a"></div>`);
globalThis.addEventListener = () => {}; // other tabs: tests/test_progress.py
localStorage.setItem(`${SITE}guess:notebooks/old`, JSON.stringify({ x: { asked: "q", said: "4", right: true } }));
const progress = await script(`${ASSETS}progress.js`);
const file = await script(`${ASSETS}progress-file.js`);
const drafts = await script(`${ASSETS}progress-drafts.js`);
const takenOver = [JSON.stringify(progress.read()), localStorage.getItem(`${SITE}guess:notebooks/old`)];

const PAGE = "notebooks/a";
const answer = (said, asked = "q") => ({ asked, said, right: said === null ? null : true });
const review = (more = {}) => ({ log: [[20000, 3]], due: 20003, ...more });
const record = () => progress.pageOf(progress.read(), PAGE);
const TOTALS = { predictions: 3, exercises: 2 };
beforeEach(() => localStorage.clear());

test("answers of earlier editions are taken into the record", () => {
  const [stored, old] = takenOver;
  const pages = { "notebooks/old": { read: false, predictions: { x: answer("4") }, exercises: {} } };
  assert.deepEqual([JSON.parse(stored), old], [{ version: 1, pages }, null]);
});

test("an output that was only opened counts as no prediction, and what a new edition took out as nothing", () => {
  const done = { read: true, predictions: { x: answer("1"), y: answer(null) }, exercises: { a: true, b: true, c: true } };
  assert.deepEqual(progress.counts(done, TOTALS), { read: true, predictions: 1, exercises: 2 });
  const reviews = { x: review({ asked: "q" }), y: review({ asked: "q" }), z: review({ asked: "q" }), a: review(), b: review(), c: 5 };
  progress.updatePage(PAGE, (kept) => Object.assign(kept, { ...done, reviews }));
  progress.settle(PAGE, page);
  assert.deepEqual(record(), {
    read: true, predictions: { y: answer(null) }, exercises: { a: true }, reviews: { y: review({ asked: "q" }), a: review() },
  });
});

test("the first answer begins the reviews, and no later one; what is stored in their place and is none does not matter", () => {
  for (const stored of [undefined, 5, "abc", null]) {
    const kept = { ...progress.emptyPage(), reviews: stored };
    progress.learn(kept, "x", false, "q");
    progress.learn(kept, "x", true, "q");
    progress.learn(kept, "a", true);
    const [{ asked, log: [[day, grade]] }, { log: [[, solved]] }] = [kept.reviews.x, kept.reviews.a];
    assert.deepEqual([asked, day, grade, solved, Object.keys(kept.reviews)], ["q", progress.today(), 1, 3, ["x", "a"]]);
    progress.updatePage(PAGE, (page) => Object.assign(page, { ...kept, reviews: stored }));
    progress.settle(PAGE, page);
    assert.deepEqual(record().predictions, {});
  }
});

test("a record of a newer edition is neither read nor overwritten; what is no record is replaced", () => {
  const newer = JSON.stringify({ version: 2, chapters: [] });
  localStorage.setItem(`${SITE}progress`, newer);
  assert.deepEqual(record(), progress.emptyPage());
  assert.equal(progress.updatePage(PAGE, (page) => (page.read = true)), false);
  assert.equal(localStorage.getItem(`${SITE}progress`), newer);
  for (const broken of ["not JSON", "5", "null", "[]", '{"version": 1}', '{"version": 1, "pages": 5}']) {
    localStorage.setItem(`${SITE}progress`, broken);
    assert.ok(progress.updatePage(PAGE, (page) => (page.read = true)), broken);
    assert.equal(record().read, true);
  }
});

test("who watches is told at once and of each change, not of what could not be kept", () => {
  let told = 0;
  progress.watch(() => told++);
  progress.updatePage(PAGE, (page) => (page.read = true));
  progress.clear();
  assert.equal(told, 3);
  const kept = globalThis.localStorage;
  globalThis.localStorage = { getItem: () => null, setItem: () => { throw new Error("full"); } };
  assert.equal(progress.updatePage(PAGE, (page) => (page.read = true)), false);
  globalThis.localStorage = kept;
  assert.equal(told, 3);
});

test("a file brings back what was exported", () => {
  const reviews = { x: review({ asked: "q", log: [[20000, 3], [20003, 1], [20004, 4]] }), a: review() };
  progress.updatePage(PAGE, (page) => Object.assign(page, { read: true, predictions: { x: answer("1") }, exercises: { a: true }, reviews }));
  const { pages } = progress.read();
  const written = (record) => JSON.parse(JSON.stringify(file.contentsOf(file.asFile(file.sound(record), "2026-01-31"))));
  assert.deepEqual(written(progress.read()), { pages, drafts: {} });
  Object.assign(reviews, { y: 5, z: review({ log: "never" }) });
  progress.updatePage(PAGE, (page) => (page.reviews = reviews));
  assert.deepEqual(written(progress.read()).pages, pages); // the rest of it is not lost with what is no review
  assert.deepEqual(file.sound({ version: 2, chapters: [] }), { version: 2, chapters: [] });
});

test("what was reviewed on two devices becomes one history", () => {
  const at = (asked, due, ...log) => ({ asked, due, log });
  const pages = { [PAGE]: { ...progress.emptyPage(), reviews: { x: at("q", 20017, [20000, 3], [20003, 3]), z: at("q", 20003, [20000, 3]), w: 5 } } };
  const there = { x: at("q", 20030, [20000, 1], [20001, 3], [20004, 4]), y: at("q", 20003, [20000, 3]), z: at("another", 20009, [20001, 4]) };
  file.merge(pages, { [PAGE]: { ...progress.emptyPage(), reviews: there }, "notebooks/b": progress.emptyPage() });
  assert.deepEqual(pages[PAGE].reviews, {
    x: at("q", 20030, [20000, 3], [20001, 3], [20003, 3], [20004, 4]), y: there.y, z: at("q", 20003, [20000, 3]),
  });
  assert.deepEqual(pages["notebooks/b"], progress.emptyPage()); // a file of an edition without reviews
});

test("an import adds: what stands here is kept, an answer given here wins", () => {
  const pages = { [PAGE]: { read: true, predictions: { x: answer("here"), y: answer(null) }, exercises: { a: true } } };
  const there = { read: false, predictions: { x: answer("there"), y: answer("there"), z: answer("there") }, exercises: { b: true } };
  file.merge(pages, { [PAGE]: there, "notebooks/b": there });
  const predictions = { x: answer("here"), y: answer("there"), z: answer("there") };
  assert.deepEqual(pages, { [PAGE]: { read: true, predictions, exercises: { a: true, b: true } }, "notebooks/b": there });
});

test("a self-test's last score goes along; the one from here stays", () => {
  const scored = (right) => ({ ...progress.emptyPage(), score: { right, of: 10 } });
  progress.updatePage(PAGE, (page) => Object.assign(page, scored(7)));
  const { pages } = file.contentsOf(file.asFile(progress.read(), "2026-01-31"));
  assert.deepEqual(pages[PAGE], scored(7));
  file.merge(pages, { [PAGE]: scored(3), "notebooks/b": scored(3) });
  assert.deepEqual([pages[PAGE].score.right, pages["notebooks/b"].score.right], [7, 3]);
  for (const score of [{ right: 11, of: 10 }, { right: -1, of: 10 }, { right: 1.5, of: 10 }, { right: 1, of: 1e9 }, 7, null]) {
    const text = file.asFile({ version: 1, pages: { [PAGE]: { ...progress.emptyPage(), score } } }, "");
    assert.throws(() => file.contentsOf(text), /점검 결과가 잘못/);
  }
});

test("orders of lines go along; the one from here stays, but for a wrong one that is right elsewhere", () => {
  const put = (said, right) => ({ asked: "q", said, right });
  const ordered = (orders) => ({ ...progress.emptyPage(), orders });
  progress.updatePage(PAGE, (page) => Object.assign(page, ordered({ x: put("01", true), y: put("10", false) })));
  const { pages } = file.contentsOf(file.asFile(progress.read(), "2026-01-31"));
  assert.deepEqual(pages, progress.read().pages);
  file.merge(pages, { [PAGE]: ordered({ x: put("10", false), y: put("01", true), z: put("10", false) }) });
  assert.deepEqual(pages[PAGE].orders, { x: put("01", true), y: put("01", true), z: put("10", false) });
  for (const orders of [[], { x: 1 }, { x: put(null, true) }, { x: put("01", null) }]) {
    const text = file.asFile({ version: 1, pages: { [PAGE]: ordered(orders) } }, "");
    assert.throws(() => file.contentsOf(text), /순서 맞추기 기록이 잘못/);
  }
});

test("a file carries the reader's code; a cell edited here stays, what the file adds comes to it", () => {
  const there = { cells: { x: { base: "b", code: "there" }, "y@0f": { base: "0f", code: "aside" } }, scratch: [{ id: "s", after: "x", code: "1" }] };
  localStorage.setItem(`${SITE}live:${PAGE}`, JSON.stringify(there));
  localStorage.setItem(`${SITE}live:other`, "{}");
  const text = file.asFile(progress.read(), "2026-01-31", drafts.read());
  localStorage.setItem(`${SITE}live:${PAGE}`, JSON.stringify({ cells: { x: { base: "b", code: "here" } }, scratch: [{ id: "t", after: "x", code: "2" }] }));
  assert.ok(drafts.add(file.contentsOf(text).drafts));
  assert.deepEqual(drafts.read(), { [PAGE]: {
    cells: { x: { base: "b", code: "here" }, "y@0f": { base: "0f", code: "aside" } },
    scratch: [{ id: "t", after: "x", code: "2" }, { id: "s", after: "x", code: "1" }],
  } });
});

test("what is no progress file is refused with a reason", () => {
  const good = { read: true, predictions: { x: answer("1") }, exercises: { a: true } };
  const written = (page, more = {}) => file.asFile({ version: 1, pages: { [PAGE]: page }, ...more }, "");
  const coded = (drafts) => file.asFile({ version: 1, pages: {} }, "", drafts);
  const refused = [
    ["{", /JSON/],
    ["[]", /진도 파일이 아닙니다/],
    ['{"version":1,"pages":{}}', /진도 파일이 아닙니다/],
    [written(good, { version: 2 }), /새로운 판/],
    [written(good, { version: "1" }), /판을 알 수 없습니다/],
    [written(good, { pages: [] }), /장의 기록이 없습니다/],
    [written(good, { pages: { "../x": good } }), /이름이 있습니다: \.\.\/x/],
    ['{"kind":"autograd-book-progress","version":1,"pages":{"__proto__":{"read":true}}}', /이름이 있습니다: __proto__/],
    [written(null), /notebooks\/a의 읽음/],
    [written({ ...good, read: "yes" }), /notebooks\/a의 읽음/],
    [written({ ...good, predictions: { x: "1" } }), /예상 기록/],
    [written({ ...good, predictions: { x: { ...answer("1"), right: 1 } } }), /예상 기록/],
    [written({ ...good, predictions: { x: answer("1".repeat(1001)) } }), /예상 기록/],
    [written({ ...good, exercises: ["a"] }), /연습 문제 기록/],
    [written({ ...good, exercises: { a: "yes" } }), /연습 문제 기록/],
    [coded([]), /코드가 잘못/],
    [coded({ "../x": {} }), /이름이 있습니다: \.\.\/x/],
    [coded({ [PAGE]: 1 }), /notebooks\/a의 코드/],
    [coded({ [PAGE]: { cells: { x: { base: "b" } } } }), /notebooks\/a의 코드/],
    [coded({ [PAGE]: { cells: { "<x>": { base: "b", code: "1" } } } }), /notebooks\/a의 코드/],
    [coded({ [PAGE]: { scratch: [{ id: "s", after: "x" }] } }), /notebooks\/a의 코드/],
    [written({ ...good, reviews: [] }), /복습 기록/],
    [written({ ...good, reviews: { x: review({ due: "soon" }) } }), /복습 기록/],
    [written({ ...good, reviews: { x: review({ log: [] }) } }), /복습 기록/],
    [written({ ...good, reviews: { x: review({ log: [[20003, 3], [20003, 3]] }) } }), /복습 기록/],
    [written({ ...good, reviews: { x: review({ log: [[20003, 2]] }) } }), /복습 기록/],
    [written({ ...good, reviews: { x: review({ log: [[20003.5, 3]] }) } }), /복습 기록/],
    [written({ ...good, reviews: { x: review({ asked: 5 }) } }), /복습 기록/],
    [" ".repeat(file.LARGEST + 1), /너무 큽니다/],
  ];
  for (const [text, reason] of refused) {
    assert.throws(() => file.contentsOf(text), (error) => error instanceof file.Refused && reason.test(error.message), text.slice(0, 200));
  }
});
