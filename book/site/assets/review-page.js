// The page of the review: what was answered or solved comes back after days, a card at a time, as much as takes ten minutes.
// What the reader did is part of the progress (progress.js); when a card is due, the schedule says (review-schedule.js).

import { button, make } from "./elements.js";
import { setUp } from "./predict.js";
import { emptyPage, learn, pageOf, pageOfLink, read, settle, today, update, updatePage, watch } from "./progress.js";
import { soundReviews } from "./progress-file.js";
import { isNewer, whyNotKept } from "./progress-kept.js";
import { cardOf } from "./review-cards.js";
import { SESSION, dueAfter, isReviewed, pick, plan, secondsOf } from "./review-schedule.js";

const AGAIN = 1;
const GOOD = 3;
const EASY = 4;
const place = document.getElementById("review");
const chapters = new Map([...document.querySelectorAll("#nav a[data-exercises]")].map((link) => [
  pageOfLink(link),
  { href: link.href, number: Number.parseInt(link.textContent, 10) },
]));

let seconds = SESSION; // of today; more where the reader goes on
let last; // the chapter of the card before
let shown; // the card that the reader sees
const gone = new Set(); // cards that the book does not ask any more
const lost = new Set(); // chapters that could not be fetched

const [left, told, stage] = [make("p", { class: "review-left" }), make("p", { class: "review-told", role: "status" }), make("div")];

const inDays = (days) => (days === 1 ? "내일" : `${days}일 뒤`);

// ── what is kept ──
/** Lets in what was answered before there was a review; drops what is none. The schedule has the last word on the days. */
function tend(pages) {
  for (const name in pages) {
    const page = (pages[name] = { ...emptyPage(), ...pages[name] });
    page.reviews = soundReviews(page);
    for (const [id, { asked, said, right }] of Object.entries(page.predictions)) {
      if (said !== null) learn(page, id, right !== false, asked);
    }
    for (const id of Object.keys(page.exercises)) learn(page, id, true);
    for (const entry of Object.values(page.reviews)) entry.due = dueAfter(entry.log);
  }
}

function cards() {
  const record = read();
  return [...chapters.keys()].flatMap((page) => Object.entries(soundReviews(pageOf(record, page))).map(([id, entry]) =>
    ({ ...entry, page, id, key: `${page}#${id}`, kind: entry.asked === undefined ? "exercise" : "prediction" })));
}

/** Notes how it went today; a second word on it replaces the first. Gives what there is to say of it. */
function note({ page, id }, grade) {
  let due;
  const kept = updatePage(page, ({ reviews }) => {
    const entry = reviews[id];
    entry.log = [...entry.log.filter(([day]) => day !== today()), [today(), grade]];
    due = entry.due = dueAfter(entry.log);
  });
  return kept ? `앞의 것은 ${inDays(due - today())} 다시 나옵니다.` : whyNotKept();
}

// ── the chapters' pages ──
const pages = new Map();
const earlier = fetch(new URL("review-earlier.json", import.meta.url)).then((response) => response.json()).catch(() => ({}));

async function fetchPage(name) {
  try {
    const response = await fetch(chapters.get(name).href);
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    if (page.documentElement.dataset.docname !== name) throw new Error("another page");
    settle(name, page);
    return page;
  } catch {
    lost.add(name);
    return null;
  }
}

/** A chapter's page, or null where it cannot be had. */
function pageAt(name) {
  if (!pages.has(name)) pages.set(name, fetchPage(name));
  return pages.get(name);
}

// ── one card ──
function ask(card, { title, place: address, parts }, mayMove) {
  const { number } = chapters.get(card.page);
  const ways = make("div", { class: "review-ways", role: "group", "aria-label": "어떻게 되었는지" });
  const rate = (words) => ways.replaceChildren(...Object.entries(words).map(([text, grade]) => button(text, () => {
    told.textContent = note(card, grade);
    next(true);
  })));
  const heading = make("h2", { id: "review-title", tabindex: "-1" }, make("span", { class: "section-number" }, `${number}장. `), ...title);
  stage.replaceChildren(make("section", { class: "review-card", "aria-labelledby": "review-title" }, heading, ...parts, ways,
    make("p", { class: "review-source" }, make("a", { href: address }, `${number}장에서 보기`))));

  const form = stage.querySelector("form.guess");
  const byHand = { "막혔습니다": AGAIN, "풀었습니다": GOOD, "쉬웠습니다": EASY };
  if (form && card.kind === "prediction") {
    let answered = false;
    setUp(form, (entry) => {
      if (answered || !entry) return; // the first answer counts
      answered = true;
      if (entry.said === "") return rate(byHand); // nothing is compared
      note(card, entry.right ? GOOD : AGAIN);
      rate(entry.right ? { "알고 있었습니다": GOOD, "쉬웠습니다": EASY } : { "다음": AGAIN });
    });
  } else rate(byHand);
  for (const region of stage.querySelectorAll("pre, .table, div.math")) sizes.observe(region);
  if (mayMove) heading.focus();
}

// What scrolls sideways gets a name and a place in the keyboard's order, as book.js does for what a page is written with.
const sizes = new ResizeObserver((entries) => entries.forEach(({ target }) => globalThis.nameIfItScrolls(target)));

// ── the day ──
/** Shows the next card, or that there is none. `mayMove`: the focus follows, for the reader has pressed something. */
async function next(mayMove) {
  shown = undefined;
  const all = cards().filter(({ key }) => !gone.has(key));
  const { chosen, waiting, next: following } = plan(all.filter(({ page }) => !lost.has(page)), today(), seconds);
  const card = pick(chosen, last);
  if (!card) return rest(all, waiting, following, mayMove);
  shown = card;
  const [page, needs] = await Promise.all([pageAt(card.page), earlier]);
  if (shown !== card) return; // the record has changed meanwhile
  const found = page && cardOf(page, chapters.get(card.page).href, card, needs[card.page]?.[card.id]);
  if (!found) {
    if (page) gone.add(card.key);
    return next(mayMove);
  }
  last = card.page;
  left.textContent = `오늘 남은 것 ${chosen.length}개, 약 ${Math.ceil(secondsOf(chosen) / 60)}분`;
  ask(card, found, mayMove);
  const ahead = pick(chosen.filter((other) => other !== card), last);
  if (ahead) pageAt(ahead.page);
}

function rest(all, waiting, following, mayMove) {
  left.textContent = "";
  const unread = all.filter(({ page, due }) => lost.has(page) && due <= today()).length;
  const begun = all.some((card) => isReviewed(card, today()));
  const say = (title, text, ...more) => {
    const heading = make("h2", { tabindex: "-1" }, title);
    stage.replaceChildren(make("section", { class: "review-rest" }, heading, make("p", {}, text), ...more));
    if (mayMove) heading.focus();
  };
  const goOn = (text, change) => make("div", { class: "review-ways" }, button(text, () => {
    change();
    next(true);
  }));
  if (isNewer()) return say("복습을 열 수 없습니다", whyNotKept());
  if (unread) return say("장을 불러오지 못했습니다", `${unread}개가 남았습니다. 인터넷에 연결되어 있는지 보고 다시 엽니다.`, goOn("다시 열기", () => {
    for (const name of lost) pages.delete(name);
    lost.clear();
  }));
  if (waiting) return say("오늘 몫을 다 했습니다", `${waiting}개가 더 남았습니다. 내일 이어서 해도 됩니다.`, goOn("이어서 하기", () => (seconds += SESSION)));
  if (following) return say(begun ? "오늘 할 것을 다 했습니다" : "오늘은 복습할 것이 없습니다", `다음은 ${inDays(following - today())}입니다.`);
  const [first] = chapters.values();
  return say("아직 복습할 것이 없습니다", "장을 읽으며 물음에 답하거나 연습 문제를 풀면, 며칠 뒤에 여기에 다시 나옵니다.",
    make("p", {}, make("a", { href: first.href }, "1장부터 읽기")));
}

const before = read();
const now = JSON.stringify(before.pages);
if (!isNewer()) tend(before.pages);
if (JSON.stringify(before.pages) !== now) update(tend);

place.replaceChildren(left, told, stage);
next(false);
watch(() => {
  if (shown && !cards().some(({ key }) => key === shown.key)) next(false); // cleared on another page
});
