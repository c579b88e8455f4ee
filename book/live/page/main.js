// What every page with code loads: the row below each cell with its 실행 button. Everything else (page.js and what it imports)
// is fetched when the page is idle, or at the first press.

const cells = [...document.querySelectorAll("div.cell[data-cell-id]:not([data-no-browser])")];
const PLAY = '<svg viewBox="0 0 12 12" aria-hidden="true"><path class="play" d="M2.5 1.2v9.6L10.8 6z"/><path class="stop" d="M2 2h8v8H2z"/></svg>';
const OPENING = "여는 중";
let page;
let pressed; // the 실행 button that was clicked last

function load() {
  page ??= import("./page.js").then((module) => module.open(cells, addStrip));
  page.catch(() => (page = undefined)); // the next press tries again
  return page;
}

/** Puts the row of controls below a cell's code; `number` names the cell for screen readers. */
function addStrip(cell, number) {
  const exercise = cell.classList.contains("tag_exercise");
  const strip = document.createElement("div");
  strip.className = "live-strip";
  strip.setAttribute("role", "group");
  strip.setAttribute("aria-label", cell.classList.contains("live-scratch") ? "빈 셀" : `코드 셀 ${number}`);
  strip.innerHTML = `<button type="button" class="live-run">${PLAY}<span>실행</span></button>
    <button type="button" class="live-edit">${exercise ? "써 보기" : "고치기"}</button><span class="live-state"></span>`;
  cell.querySelector(".cell_input").append(strip);
  const state = strip.querySelector(".live-state");
  const act = async (action, at) => {
    if (state.textContent === OPENING) return; // the press before is on its way
    const before = state.textContent;
    state.textContent = OPENING;
    try {
      const opened = await load();
      state.textContent = before;
      opened[action](cell, at);
    } catch (error) {
      console.warn(error);
      state.textContent = "불러오지 못했습니다. 연결을 확인하고 다시 눌러 주세요.";
    }
  };
  // A double click is one press: the second would stop what the first began. On another cell's button, which the page has brought
  // to the same place meanwhile, it is a press.
  const run = strip.querySelector(".live-run");
  run.addEventListener("click", ({ detail }) => {
    if (detail < 2 || pressed !== run) act("press");
    pressed = run;
  });
  strip.querySelector(".live-edit").addEventListener("click", () => act("edit"));
  cell.querySelector(".cell_input .highlight").addEventListener("click", (event) => {
    if (getSelection().isCollapsed && event.target.closest("pre:not(.live-editor)")) act("edit", event);
  });
}

function wanted() {
  const { site, docname } = document.documentElement.dataset;
  try {
    // Edits to show, or a link to an edited cell.
    if (/#cell=/.test(location) || localStorage[`${site}live:${docname}`]) return true;
  } catch {
    // storage is blocked: no edits
  }
  const { connection } = navigator;
  return !connection?.saveData && !/2g/.test(connection?.effectiveType);
}

cells.forEach((cell, index) => addStrip(cell, index + 1));
if (cells.length && wanted()) (self.requestIdleCallback ?? setTimeout)(() => load().catch(() => {}));
