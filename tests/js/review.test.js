import assert from "node:assert/strict";
import { test } from "node:test";
import { ASSETS, openPage, script } from "./sources.js";

openPage();
globalThis.addEventListener = () => {}; // other tabs: tests/test_progress.py
const { SESSION, dueAfter, isReviewed, pick, plan, secondsOf } = await script("book/site/review/schedule.js");
const { learn } = await script(`${ASSETS}progress.js`);
const { cardOf } = await script(`${ASSETS}review-cards.js`);

const DAY = 20_000;
const card = (page, due, more = {}) => ({ page: `notebooks/${page}`, kind: "prediction", log: [[due - 3, 3]], due, ...more });
const names = (cards) => cards.map(({ page, due }) => `${page.slice(10)}${due - DAY}`).join(" ");

test("the days that a chapter's page gives to a first answer are those of the schedule", () => {
  for (const right of [true, false]) {
    const page = {};
    learn(page, "x", right);
    assert.equal(dueAfter(page.reviews.x.log), page.reviews.x.due);
  }
});

test("nothing comes back on the day of its answer; wrong comes before right, right before easy; the same log gives the same day", () => {
  const after = (...grades) => {
    const log = [];
    for (const grade of grades) log.push([log.length ? dueAfter(log) : DAY, grade]);
    return dueAfter(log) - log.at(-1)[0];
  };
  assert.deepEqual([after(1), after(3)], [1, 3]);
  for (const before of [[], [3], [1], [3, 3], [3, 1], [4, 3, 3]]) {
    const [wrong, right, easy] = [1, 3, 4].map((grade) => after(...before, grade));
    assert.ok(1 <= wrong && wrong < right && right < easy, `${before}: ${[wrong, right, easy]}`);
    assert.equal(after(...before, 3), right);
  }
  assert.ok(after(3, 3, 3) > 2 * after(3, 3) && after(3, 3) > 2 * after(3)); // it takes longer each time
});

test("what is due tomorrow waits until then", () => {
  const cards = [card("a", DAY + 1), card("b", DAY + 4)];
  assert.deepEqual(plan(cards, DAY), { chosen: [], waiting: 0, next: DAY + 1 });
  assert.deepEqual(plan(cards, DAY + 1), { chosen: [cards[0]], waiting: 0, next: DAY + 4 });
  assert.deepEqual(plan([], DAY), { chosen: [], waiting: 0, next: null });
});

test("a day takes ten minutes, of every chapter the longest due, and says what is left", () => {
  const cards = Array.from({ length: 20 }, (_, index) => [card("a", DAY - 20 + index), card("b", DAY - 2), card("c", DAY, { kind: "exercise" })]).flat();
  const { chosen, waiting } = plan(cards, DAY);
  assert.ok(secondsOf(chosen) <= SESSION && secondsOf(chosen) > SESSION - 120);
  assert.equal(chosen.length + waiting, 60);
  assert.equal(names(chosen), "a-20 b-2 c0 a-19 b-2 c0 a-18 b-2 c0");
});

test("what was reviewed today takes its time off, and its chapter has had its turn", () => {
  const cards = [card("a", DAY - 3), card("a", DAY - 2), card("b", DAY), card("c", DAY, { log: [[DAY, 1]], due: DAY + 1 })];
  const reviewed = card("a", DAY + 9, { log: [[DAY - 3, 3], [DAY, 3]] });
  assert.deepEqual([isReviewed(reviewed, DAY), isReviewed(cards[3], DAY)], [true, false]); // that was its first answer
  assert.equal(names(plan(cards, DAY, 80).chosen), "a-3 b0");
  assert.equal(names(plan([reviewed, ...cards.slice(1)], DAY, 80).chosen), "b0");
  assert.equal(plan([reviewed, ...cards.slice(1)], DAY, 80).waiting, 1);
});

test("one after the other comes from another chapter while there is one", () => {
  let left = [card("a", DAY - 2), card("a", DAY - 1), card("a", DAY), card("b", DAY), card("c", DAY)];
  const shown = [];
  while (left.length) {
    shown.push(pick(left, shown.at(-1)?.page));
    left = left.filter((other) => other !== shown.at(-1));
  }
  assert.equal(names(shown), "a-2 b0 a-1 c0 a0");
  assert.equal(pick([], "notebooks/a"), undefined);
});

// ── a card out of its page ──
const INPUT = (code) => `<div class="cell_input"><pre>${code}</pre></div>`;
const PAGE = openPage(`<section id="s"><h2>Two <code>x</code><a class="headerlink" href="#s">#</a></h2>
  <p>Told before.</p><div class="cell" data-cell-id="given">${INPUT("x = 1\ny = 2")}<div class="cell_output">no</div></div>
  <p>What <a href="02.html#s">is</a> <img src="../_images/a.svg">?</p>
  <div class="cell tag_predict" data-cell-id="ask">${INPUT("print(x)")}<form class="guess" data-asked="q"></form><details class="prediction">1</details></div>
  <div class="told"><p>It is one.</p></div>
  <p>Do it.</p><div class="cell tag_exercise" data-cell-id="do">${INPUT("...")}<div class="cell_output">empty</div></div>
  <div class="cell tag_hide-cell" data-cell-id="done">${INPUT("1")}</div></section>`);
const AT = "http://127.0.0.1/notebooks/01.html";

test("a question stands alone with its text, the code it builds on, its cell and what is said of it", () => {
  const { title, place, parts } = cardOf(PAGE, AT, { id: "ask", asked: "q", kind: "prediction" }, ["given", "gone"]);
  assert.equal(title.map((node) => node.textContent).join(""), "Two x");
  assert.equal(place, `${AT}#s`);
  const [earlier, text, cell, told] = parts;
  assert.equal(earlier.querySelector("summary").textContent, "앞에서 실행한 코드 2줄");
  assert.ok(earlier.open && !earlier.textContent.includes("no"));
  assert.equal(text.querySelector("a").href, "http://127.0.0.1/notebooks/02.html#s");
  assert.equal(text.querySelector("img").src, "http://127.0.0.1/_images/a.svg");
  assert.ok(cell.querySelector("form.guess + .prediction") && told.matches(".told"));
  assert.equal(parts.length, 4);
  assert.ok(PAGE.querySelector("[data-cell-id=ask]")); // the page keeps its own
});

test("an exercise stands with its task and its solution, without the word that it is empty", () => {
  const { parts } = cardOf(PAGE, AT, { id: "do", kind: "exercise" });
  assert.deepEqual(parts.map((part) => part.textContent), ["Do it.", "...", "1"]);
});

test("what the page does not ask any more is no card", () => {
  for (const [id, asked] of [["ask", "another"], ["gone", "q"], ["ask", undefined], ["given", undefined], ['"', "q"]]) {
    assert.equal(cardOf(PAGE, AT, { id, asked, kind: asked ? "prediction" : "exercise" }), null, id);
  }
});
