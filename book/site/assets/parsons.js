// Parsons problems: the reader puts the lines of a solution in order, by drag, by arrow keys or by buttons. What each order does was
// run when the book was made (book/tools/parsons.py); here it is only found and told. The last order that was tried is kept in the
// progress (progress.js), the right one for good.

import { button, make } from "./elements.js";
import { pageOf, read, updatePage } from "./progress.js";

const { docname } = document.documentElement.dataset;
const still = matchMedia("(prefers-reduced-motion: reduce)");
const HOW = "줄 앞의 점을 끌거나 화살표 단추를 눌러 옮깁니다. 키보드로는 Tab으로 줄을 고르고 위아래 화살표 키를 누릅니다.";

function setUp(board, keep, before) {
  const { asked } = board.dataset;
  const { outcomes, rules } = JSON.parse(board.dataset.told);
  const list = board.querySelector("ol");
  const count = list.children.length;
  const said = make("p", { class: "parsons-said", role: "status" });
  const moved = make("p", { class: "unseen", role: "status" });
  const solved = make("span", { class: "parsons-solved", hidden: "" }, "맞혔습니다");

  const lines = () => [...list.children];
  const outcomeOf = (order) => outcomes.find(({ orders }) => orders.split(" ").includes(order));
  const nameOf = (line) => line.querySelector("pre").textContent.trim().split("\n")[0];

  function forget() {
    said.replaceChildren();
    delete board.dataset.result;
    for (const line of lines()) delete line.dataset.named;
  }

  /** Shows what the order of the lines does, and keeps it. */
  function tell() {
    const order = lines().map(({ dataset }) => dataset.line).join("");
    const { right = false, rule, said: result } = outcomeOf(order);
    const { lines: named, said: why } = right ? { lines: [] } : rules[rule];
    forget();
    board.dataset.result = right ? "right" : "wrong";
    said.innerHTML = right ? `맞습니다. ${result}` : `아직 아닙니다. ${why} ${result}`; // the book's own words, escaped when it was made
    for (const line of lines()) line.toggleAttribute("data-named", named.includes(Number(line.dataset.line)));
    if (right) solved.hidden = false;
    keep({ asked, said: order, right });
  }

  /** Moves a line to a place. The others pass it by: a line that is itself taken out of the list would lose pointer and focus. */
  function move(line, place) {
    const all = lines();
    const from = all.indexOf(line);
    if (place < 0 || place >= count) moved.textContent = place < 0 ? "맨 위의 줄입니다." : "맨 아래의 줄입니다.";
    if (place < 0 || place >= count || place === from) return;
    const tops = all.map(({ offsetTop }) => offsetTop);
    if (place < from) line.after(...all.slice(place, from));
    else line.before(...all.slice(from + 1, place + 1));
    for (const [number, each] of all.entries()) {
      const shift = tops[number] - each.offsetTop;
      if (shift && !still.matches) each.animate({ translate: [`0 ${shift}px`, "0 0"] }, { duration: 150, easing: "ease-out" });
    }
    forget();
    moved.textContent = `${nameOf(line)} 줄을 ${count}개 가운데 ${place + 1}번째로 옮겼습니다.`;
  }

  const shift = (line, by) => move(line, lines().indexOf(line) + by);

  for (const line of lines()) {
    line.tabIndex = 0;
    const way = (by, word) => {
      const made = button("", () => shift(line, by));
      made.className = `parsons-${by < 0 ? "up" : "down"}`;
      made.setAttribute("aria-label", `${nameOf(line)} ${word}`);
      return made;
    };
    line.prepend(make("span", { class: "parsons-grip", "aria-hidden": "true" }));
    line.append(way(-1, "위로"), way(1, "아래로"));
  }

  list.addEventListener("keydown", (event) => {
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (!by || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    shift(event.target.closest("li"), by);
  });

  // A mouse takes a line anywhere, a finger by its grip: elsewhere it scrolls the page.
  list.addEventListener("pointerdown", (event) => {
    const line = event.target.closest("li");
    if (!line || event.button || event.target.closest("button")) return;
    if (event.pointerType !== "mouse" && !event.target.closest(".parsons-grip")) return;
    line.setPointerCapture(event.pointerId);
    line.dataset.held = "";
  });
  list.addEventListener("pointermove", (event) => {
    const line = list.querySelector("[data-held]");
    if (!line) return;
    const y = event.clientY - list.getBoundingClientRect().top;
    move(line, lines().filter((each) => each !== line && each.offsetTop + each.offsetHeight / 2 < y).length);
  });
  list.addEventListener("lostpointercapture", ({ target }) => delete target.dataset.held);

  board.querySelector("p").append(` ${HOW}`);
  board.append(button("확인", tell), said, moved);
  board.previousElementSibling.append(solved);
  board.dataset.ready = "";

  if (before?.asked !== asked || !outcomeOf(before.said)) return;
  list.append(...[...before.said].map((number) => list.querySelector(`[data-line="${number}"]`)));
  tell();
}

const boards = [...document.querySelectorAll("[data-parsons]")];
const stored = () => pageOf(read(), docname).orders ?? {};
for (const board of boards) {
  const id = board.dataset.parsons;
  const keep = (entry) => {
    const before = stored()[id];
    if (before?.asked === entry.asked && (before.right || before.said === entry.said)) return;
    updatePage(docname, (page) => (page.orders = { ...page.orders, [id]: entry }));
  };
  setUp(board, keep, stored()[id]);
}

// What the page does not ask any more.
const stands = ([id, entry]) => boards.some(({ dataset }) => dataset.parsons === id && dataset.asked === entry?.asked);
if (!Object.entries(stored()).every(stands)) {
  updatePage(docname, (page) => (page.orders = Object.fromEntries(Object.entries(page.orders).filter(stands))));
}
