// The page for a projector: large type, and one step after the other. A heading clears the screen; below it what follows appears
// step by step: a cell, or the text up to the next cell. Fetched when it is first wanted; the page itself stays as it is, so cells
// run and predictions open here as well.

import { button, make } from "./elements.js";

const root = document.documentElement;
const KEY = `${root.dataset.site}projector`; // in sessionStorage: { page, step }, so that a reload finds its place
const HEADING = "h1, h2, h3, h4";
const CELL = ".cell, :has(> .cell)";
const OWN_KEYS = "input, textarea, select, [contenteditable], [role=slider], dialog, .live-menu";
const PRESSED = "button, a, summary, label";

let bar, step;

const blocks = () => [...document.querySelectorAll("article > *, article section > *")].filter((block) => !block.matches("section, span"));

/** [[block, …], …]; read anew each time, for a reader may have added a cell. */
function steps() {
  const found = [];
  let before;
  for (const block of blocks()) {
    const begins = !before || block.matches(`${HEADING}, ${CELL}`) || before.matches(CELL);
    if (begins) found.push([block]);
    else found.at(-1).push(block);
    before = block;
  }
  return found;
}

const headed = ([first]) => first.matches(HEADING);
const seen = (blocks) => blocks.some((block) => block.offsetParent);

function show(wanted, direction = 1) {
  const all = steps();
  step = Math.min(Math.max(wanted, 0), all.length - 1);
  const top = all.findLastIndex((blocks, index) => index <= step && headed(blocks));
  all.forEach((blocks, index) => {
    for (const block of blocks) block.toggleAttribute("data-away", index < top || index > step);
  });
  // Nothing to see: an explanation that waits for its prediction.
  if (!seen(all[step]) && all[step + direction]) return show(step + direction, direction);
  bar.querySelector("output").textContent = `${step + 1} / ${all.length}`;
  const [previous, next] = bar.querySelectorAll("button");
  previous.disabled = step === 0;
  next.disabled = step === all.length - 1;
  const [figure] = all[step].map((block) => block.querySelector("figure, .figure")).filter(Boolean); // of a cell that does not fit: its figure, not its code
  if (step === top) scrollTo({ top: 0, behavior: "instant" });
  else for (const block of [all[step].at(-1), figure ?? all[step][0]]) block.scrollIntoView({ block: "nearest", behavior: "instant" });
  keep(JSON.stringify({ page: root.dataset.docname, step }));
}

function keep(place) {
  try {
    if (place) sessionStorage.setItem(KEY, place);
    else sessionStorage.removeItem(KEY);
  } catch {
    // storage is blocked: a reload begins anew
  }
}

function press(event) {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.target.closest(OWN_KEYS)) return;
  const { key, shiftKey } = event;
  const back = key === "ArrowLeft" || key === "PageUp" || (key === " " && shiftKey);
  const forth = key === "ArrowRight" || key === "PageDown" || (key === " " && !shiftKey);
  if (key === " " && event.target.closest(PRESSED)) return;
  if (key === "Escape") leave();
  else if (back) show(step - 1, -1);
  else if (forth) show(step + 1);
  else return;
  event.preventDefault();
}

function toolbar() {
  return make("div", { id: "projector", role: "toolbar", "aria-label": "영사 화면" },
    button("이전", () => show(step - 1, -1)), make("output"), button("다음", () => show(step + 1)), button("끝내기", leave));
}

async function enter(place) {
  const style = make("link", { rel: "stylesheet", href: new URL("projector.css", import.meta.url) });
  bar = toolbar();
  const loaded = new Promise((done) => style.addEventListener("load", done));
  document.head.append(style);
  await loaded;
  const here = steps().findIndex((blocks) => blocks.some((block) => block.getBoundingClientRect().bottom > innerHeight / 4));
  root.classList.add("projector");
  document.querySelector("main").append(bar);
  document.addEventListener("keydown", press);
  show(place ?? here);
}

function leave() {
  const current = steps()[step][0];
  root.classList.remove("projector");
  for (const block of blocks()) block.removeAttribute("data-away");
  document.removeEventListener("keydown", press);
  bar.remove();
  bar = undefined;
  keep();
  current.scrollIntoView({ block: "start", behavior: "instant" });
  document.getElementById("projector-open").focus({ preventScroll: true });
}

/** Switches it on, at a step or where the reader is, or off. */
export const project = (place) => (bar ? leave() : enter(place));
