// In a SCORM 1.2 package: shows the site in a frame and tells the learning management system the score, out of 100, and whether
// all is done. Nothing else is told. Where no such system is around, the page gives way to the site.
//
// The frame is what keeps one session for the whole book: this page stays while the reader turns the site's own.

import { counts, pageOf, read, watch } from "./_static/progress.js";

const SELF_TEST = 10; // points for the share that was right in its last try; an answered prediction, a solved exercise: one
const SITE = document.documentElement.dataset.site; // as theme.js says
const LEARNER = `${SITE}scorm:learner`; // in localStorage: whose progress stands there

const tasks = JSON.parse(document.documentElement.dataset.tasks);
const frame = document.querySelector("iframe");
const tell = (text) => (document.querySelector("[role=alert]").textContent = text);

/** The API of the nearest window around `start` that has one. */
function around(start) {
  for (let here = start; here; here = here.parent === here ? null : here.parent) {
    try {
      if (here.API) return here.API;
    } catch {
      // a window of another origin
    }
  }
  return null;
}

const api = around(window.parent) ?? around(window.opener);
const say = (name, ...values) => String(api[name](...values)) === "true"; // some systems answer a string, some a boolean

/** In a computer room several learners use one browser: what the last one left is put aside, what this one left taken up. */
function sit(learner) {
  const before = localStorage.getItem(LEARNER) ?? learner;
  const move = (key, to) => {
    localStorage.setItem(to, localStorage.getItem(key));
    localStorage.removeItem(key);
  };
  const aside = (whose) => `${LEARNER}:${whose}:`;
  if (before !== learner) {
    const keys = Object.keys(localStorage);
    for (const key of keys.filter((name) => name === `${SITE}progress` || name.startsWith(`${SITE}live:`))) move(key, aside(before) + key);
    for (const key of keys.filter((name) => name.startsWith(aside(learner)))) move(key, key.slice(aside(learner).length));
  }
  localStorage.setItem(LEARNER, learner);
}

/** How far the reader has come: { raw, completed }. */
function reached() {
  const record = read();
  let [done, total, completed] = [0, 0, true];
  for (const [name, totals] of Object.entries(tasks.chapters)) {
    const { predictions, exercises } = counts(pageOf(record, name), totals);
    const all = totals.predictions + totals.exercises;
    done += predictions + exercises;
    total += all;
    completed &&= predictions + exercises === all;
  }
  for (const name of tasks.selfTests) {
    const { score } = pageOf(record, name);
    if (score) done += (SELF_TEST * score.right) / score.of;
    total += SELF_TEST;
    completed &&= Boolean(score);
  }
  return { raw: Math.round((10000 * done) / total) / 100, completed };
}

let told = {}; // what the system has last accepted

/** Tells what is new. A score that the system holds never falls: on another computer the reader begins with an empty record. */
function report() {
  const now = reached();
  const raw = Math.max(now.raw, Number(api.LMSGetValue("cmi.core.score.raw")));
  if (told.raw === raw && told.completed === now.completed) return;
  const kept = [
    say("LMSSetValue", "cmi.core.score.raw", String(raw)),
    !now.completed || say("LMSSetValue", "cmi.core.lesson_status", "completed"),
    say("LMSCommit", ""),
  ].every(Boolean);
  if (kept) told = { raw, completed: now.completed };
  tell(kept ? "" : "점수를 보내지 못했습니다. 학습 관리 시스템에서 책을 다시 엽니다.");
}

function begin() {
  try {
    sit(api.LMSGetValue("cmi.core.student_id"));
  } catch {
    return tell("이 브라우저가 저장하지 못해 점수를 셀 수 없습니다. 비공개 창이거나 저장 공간이 찼습니다.");
  }
  say("LMSSetValue", "cmi.core.score.min", "0");
  say("LMSSetValue", "cmi.core.score.max", "100");
  say("LMSSetValue", "cmi.core.exit", "suspend"); // comes back to this score, not to a new attempt
  if (api.LMSGetValue("cmi.core.lesson_status") === "not attempted") say("LMSSetValue", "cmi.core.lesson_status", "incomplete");
  watch(report);
}

/** Other hosts' pages may refuse to stand in a frame. */
function openOutside({ target }) {
  const link = target.closest("a[href]");
  const leaves = link && new URL(link.getAttribute("href"), link.baseURI).origin !== location.origin;
  if (leaves) link.setAttribute("target", "_blank");
}

if (api && say("LMSInitialize", "")) {
  begin();
  addEventListener("pagehide", () => say("LMSFinish", ""));
  addEventListener("pageshow", ({ persisted }) => persisted && location.reload()); // that session is over
  frame.addEventListener("load", () => {
    document.title = frame.contentDocument.title;
    frame.contentDocument.addEventListener("click", openOutside, true);
  });
  frame.src = "index.html";
} else location.replace("index.html");
