// A self-test: some of the page's questions in a drawn order, one at a time, each with one of its variants. The first answer
// counts. In the end the score, and the sections to read again; trying again draws anew. predict.js takes the answers.

import { button, make } from "./elements.js";
import { updatePage } from "./progress.js";
import { another, shuffled } from "./self-test-draw.js";

const ASKED = 10; // of the pool, in one try
const root = document.querySelector("section.self-test");
const { docname } = document.documentElement.dataset;
const questions = [...root.querySelectorAll(":scope > section")].map((section) => ({
  section,
  told: section.querySelector(":scope > .told"),
  variants: [...section.querySelectorAll(":scope > .cell:has(form.guess)")],
}));
let drawn = [];
let missed = [];
let place; // of the question being asked, among those drawn

const bar = make("div", { class: "self-test-bar" });
const next = make("button", { type: "button", class: "self-test-next", hidden: "" });
root.querySelector(":scope > section").before(bar);
root.append(next);

const focusOn = (element) => {
  element.tabIndex = -1;
  element.focus();
};

/** Shows one variant of a question with the explanation right below it, its choices in a drawn order. */
function draw(question) {
  const { section, told, variants } = question;
  const chosen = (question.chosen = another(variants, question.chosen));
  const between = [...section.children].slice([...section.children].indexOf(variants[0]));
  for (const element of between) element.hidden = element !== chosen && element !== told;
  chosen.after(told);
  const ways = chosen.querySelector(".guess-ways");
  ways.append(...shuffled(ways.children));
  for (const output of section.querySelectorAll("details.prediction")) output.open = false; // predict.js forgets the answer
}

function begin() {
  drawn = shuffled(questions).slice(0, ASKED);
  missed = [];
  for (const question of drawn) draw(question);
  ask(0);
}

/** At the reader's word: the keyboard goes along. */
function beginOnPress() {
  begin();
  focusOn(heading());
}

function ask(number) {
  place = number;
  const { section } = drawn[place];
  for (const question of questions) question.section.hidden = question.section !== section;
  bar.replaceChildren(make("p", {}, `물음 ${place + 1}/${drawn.length}`), make("progress", { max: drawn.length, value: place, "aria-label": "푼 물음" }));
  next.hidden = true;
}

function finish() {
  const right = drawn.length - missed.length;
  updatePage(docname, (page) => (page.score = { right, of: drawn.length }));
  place = undefined;
  next.hidden = true;
  for (const { section } of drawn) section.hidden = false; // to look through
  const score = make("p", { class: "self-test-score" }, `${drawn.length}문항 가운데 ${right}문항을 맞혔습니다.`);
  const toRead = questions.filter((question) => missed.includes(question)); // in the order of the book
  const links = new Map(toRead.flatMap(({ told }) => [...told.querySelectorAll("a[href]")]).map((link) => [link.href, link]));
  bar.replaceChildren(score);
  if (links.size) {
    bar.append(make("p", {}, "다시 읽을 곳입니다."), make("ul", {}, ...[...links.values()].map((link) => make("li", {}, link.cloneNode(true)))));
  }
  bar.append(button("다시 풀기", beginOnPress));
  focusOn(score);
}

const heading = () => drawn[place].section.querySelector("h2");

root.addEventListener("predict:open", ({ target }) => {
  const question = drawn[place];
  if (!question?.chosen.contains(target) || !next.hidden) return;
  if (target.dataset.result !== "right") missed.push(question); // opened without an answer too
  next.textContent = place + 1 < drawn.length ? "다음 물음" : "결과 보기";
  next.hidden = false;
  if (document.activeElement?.matches("summary")) next.focus(); // it is put away
});

next.addEventListener("click", () => {
  if (place + 1 === drawn.length) return finish();
  ask(place + 1);
  focusOn(heading());
});

if (location.hash) {
  // Someone points at one of the questions: they all stand there.
  bar.append(button("풀기 시작", beginOnPress));
} else begin();
root.dataset.drawn = "";
