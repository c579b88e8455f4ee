// On every page: marks in the contents how far the reader has come in each chapter, and notes on a chapter's own page
// that its end was reached and which exercises were solved. Beside the review's page: how much has come back.

import { counts, learn, pageOf, pageOfLink, read, settle, today, updatePage, watch } from "./progress.js";

const { docname } = document.documentElement.dataset;
const chapters = [...document.querySelectorAll("#nav a[data-exercises]")];
const review = document.querySelector("#nav a[href$='book/review.html']");
// Inside: read. Around it: what part of the predictions and exercises is done.
const MARK = `<svg viewBox="0 0 16 16" aria-hidden="true"><circle cx="8" cy="8" r="6.5"/>
<circle class="part" cx="8" cy="8" r="6.5" pathLength="100"/><path class="done" d="m5 8.3 2.1 2.1 4-4.6"/></svg><span class="unseen"></span>`;

function mark(link, record) {
  const totals = { predictions: Number(link.dataset.predictions), exercises: Number(link.dataset.exercises) };
  const done = counts(pageOf(record, pageOfLink(link)), totals);
  const begun = done.read || done.predictions || done.exercises;
  let shown = link.querySelector(".progress-mark");
  if (!begun) return shown?.remove();
  if (!shown) {
    shown = document.createElement("span");
    shown.className = "progress-mark";
    shown.innerHTML = MARK;
    link.append(shown);
  }
  const part = (done.predictions + done.exercises) / (totals.predictions + totals.exercises || 1);
  shown.querySelector(".part").style.strokeDasharray = `${100 * part} 100`;
  shown.toggleAttribute("data-read", done.read);
  const words = [`예상 ${done.predictions}/${totals.predictions}`, `연습 문제 ${done.exercises}/${totals.exercises}`];
  if (done.read) words.unshift("읽음");
  shown.lastChild.textContent = ` (${words.join(", ")})`;
  shown.title = words.join(", ");
}

function markDue(record) {
  const reviews = chapters.flatMap((link) => Object.values(pageOf(record, pageOfLink(link)).reviews ?? {}));
  const due = reviews.filter((entry) => entry?.due <= today()).length;
  review.querySelector(".progress-due")?.remove();
  if (due) review.insertAdjacentHTML("beforeend", `<span class="progress-due">${due}<span class="unseen">개</span></span>`);
}

/** A chapter's own page. */
function follow() {
  settle(docname, document);

  const atEnd = new IntersectionObserver((entries) => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
    atEnd.disconnect();
    if (!pageOf(read(), docname).read) updatePage(docname, (page) => (page.read = true));
  });
  atEnd.observe(document.querySelector(".turn"));

  document.addEventListener("live:ran", ({ target }) => {
    const verdicts = [...target.querySelectorAll(".cell_output .verdict")];
    const solved = verdicts.length && verdicts.every((verdict) => verdict.classList.contains("right"));
    const id = target.dataset.cellId;
    if (target.matches(".tag_exercise") && solved) {
      updatePage(docname, (page) => {
        page.exercises[id] = true;
        learn(page, id, true);
      });
    }
  });
}

if (chapters.some((link) => link.hasAttribute("aria-current"))) follow();
watch(() => {
  const record = read();
  for (const link of chapters) mark(link, record);
  if (review) markDue(record);
});
