// The live cells of one page: fetched by main.js when they are wanted, opened once.

import { kernel } from "../client.js";
import { announce } from "./announce.js";
import { Bar } from "./bar.js";
import { Cell } from "./cell.js";
import * as drafts from "./drafts.js";
import { entryOf } from "./error-match.js";
import { addMenu } from "./menu.js";
import { offerDraft, offerLostDraft, offerOther } from "./offers.js";
import { explainErrors } from "./outputs.js";
import entries from "error-entries"; // the dictionary's patterns, made when the site is built

const NOT_KEPT = "이 브라우저가 고친 코드를 저장하지 못했습니다(비공개 창이거나 저장 공간이 찼습니다). 쪽을 떠나기 전에 복사해 두세요.";
const KEPT = "고친 코드를 다시 저장합니다.";
const NOT_SHOWN = "전에 고친 코드를 화면에 불러오지 못했습니다. 코드는 저장되어 있으니 연결을 확인하고 쪽을 다시 열어 주세요.";

export class Page {
  constructor(roots, addStrip) {
    this.kernel = kernel;
    this.addStrip = addStrip;
    this.cells = roots.map((root, index) => new Cell(root, index + 1, this));
    this.turn = Promise.resolve(); // presses are served one after another
    this.kept = true; // whether the browser stores what the reader writes
    this.stops = 0; // a press that came before the last stop is not served any more
    this.bar = new Bar(kernel, this);
    for (const cell of this.cells) addMenu(cell.root.querySelector(".live-strip"), () => this.menuOf(cell));
    this.own = ownButton(() => this.saveOwn());
    this.listen();
  }

  listen() {
    const on = (type, act) => kernel.on(type, (event) => {
      const cell = this.cells.find(({ id }) => id === event.id);
      if (cell) act(cell, event);
    });
    addEventListener("storage", ({ key }) => (key === drafts.key || key === null) && this.compareTabs());
    addEventListener("pageshow", ({ persisted }) => persisted && this.compareTabs()); // gone back to: it heard nothing meanwhile
    on("start", (cell) => cell.started());
    on("output", (cell, { output }) => cell.results.add(output));
    on("update", (cell, { displayId, output }) => cell.results.replace(displayId, output));
    on("clear", (cell) => cell.results.clear());
    kernel.on("done", () => {
      // From the first run on there are values to look at.
      this.look ??= import("./look.js").then(({ Look }) => new Look(this)).catch(() => (this.look = undefined));
    });
    kernel.on("lost", ({ message }) => {
      this.tell(message);
      for (const cell of this.cells) cell.lost();
    });
    kernel.on("failed", ({ message }) => this.tell(message, "다시 시도", () => kernel.start().catch(() => {})));
  }

  /** Tells the reader something, on the bar and aloud; `more` only aloud. */
  tell(text, word, action, more = "") {
    this.bar.show();
    this.bar.say(text, word, action);
    announce(`${text} ${more}`);
  }

  // ── the reader's code ──

  /** Brings back what the reader wrote, before anything is pressed. */
  async recall() {
    const { cells, scratch } = drafts.read();
    for (const { id, after, code } of scratch) await this.addScratch(this.cells.find((cell) => cell.id === after), id, code);
    for (const [key, { base, code }] of Object.entries(cells)) {
      const cell = this.cells.find(({ id }) => id === key.split("@")[0]);
      if (!cell) offerLostDraft(this, key, code);
      else if (code === cell.book) drafts.drop(key); // the book says it now
      else if (base === cell.base) await cell.use(code);
      else offerDraft(cell, key, base, code);
    }
  }

  /** What this tab writes is stored at once, so what is stored and differs is another tab's. */
  compareTabs() {
    if (!this.kept) return;
    const { cells, scratch } = drafts.read();
    for (const cell of this.cells) {
      const stored = cell.scratch ? scratch.find(({ id }) => id === cell.id) : cells[cell.id] ?? { base: cell.base, code: cell.book };
      if (stored && (cell.scratch || stored.base === cell.base)) offerOther(cell, stored.code);
    }
  }

  /** Code that came in the page's address: a link to an edited cell. */
  async receive() {
    if (!location.hash.startsWith("#cell=")) return;
    try {
      await (await import("./shared.js")).receive(this);
    } catch (error) {
      console.warn(error);
      this.tell("링크에 담긴 코드를 보여 주지 못했습니다. 연결을 확인하고 쪽을 다시 열어 주세요.");
    }
  }

  stored(kept) {
    this.offerOwn();
    if (kept && !this.kept) kept = this.cells.filter((cell) => cell.scratch || cell.edited).every((cell) => cell.store()); // those before
    if (kept === this.kept) return;
    this.kept = kept;
    this.bar.show();
    this.bar.warn(kept ? "" : NOT_KEPT);
    announce(kept ? KEPT : NOT_KEPT);
  }

  /** The notebook with what the reader wrote is offered while there is something of it. */
  offerOwn() {
    this.own.hidden = !this.cells.some((cell) => cell.scratch || cell.edited);
  }

  async saveOwn() {
    try {
      const { saveOwnNotebook } = await import("./own-notebook.js");
      await saveOwnNotebook(this, this.own.previousElementSibling.href);
      announce("고친 노트북을 내려받았습니다");
    } catch (error) {
      console.warn(error);
      this.tell("고친 노트북을 만들지 못했습니다. 연결을 확인하고 다시 눌러 주세요. 고친 코드는 그대로입니다.");
    }
  }

  storeScratch(cell) {
    this.stored(cell.store());
  }

  /** An empty cell below `above` (at the end, where there is none). */
  async addScratch(above = this.cells.at(-1), id = `scratch-${Date.now().toString(36)}`, code = "") {
    const root = document.createElement("div");
    root.className = "cell container live-scratch";
    root.dataset.cellId = id;
    root.innerHTML = `<div class="cell_input container"><div class="highlight-ipython3 notranslate"><div class="highlight"><pre></pre></div></div></div>`;
    above.root.after(root);
    this.addStrip(root);
    const cell = new Cell(root, 0, this);
    this.cells.splice(this.cells.indexOf(above) + 1, 0, cell);
    addMenu(root.querySelector(".live-strip"), () => this.menuOf(cell));
    cell.draft = code;
    await cell.open();
    return cell;
  }

  removeScratch(cell) {
    const next = this.cells[this.cells.indexOf(cell) + 1];
    this.cells = this.cells.filter((other) => other !== cell);
    cell.root.remove();
    this.stored(drafts.dropScratch(cell.id));
    this.tell("빈 셀을 지웠습니다.", "되살리기", async () => {
      const above = this.cells[this.cells.indexOf(next) - 1] ?? this.cells.at(-1);
      const again = await this.addScratch(above, cell.id, cell.code);
      this.storeScratch(again);
      again.edit();
    });
  }

  menuOf(cell) {
    const items = [
      ["위쪽 모두 실행", () => this.runAll(this.cells.slice(0, this.cells.indexOf(cell)))],
      ["모두 실행", () => this.runAll()],
      ["아래에 빈 셀 추가", async () => (await this.addScratch(cell)).edit()],
      ["코드 복사", () => this.copy(cell)],
    ];
    if (!cell.scratch) items.push(["이 셀의 링크 복사", async () => (await import("./shared.js")).copyLink(cell)]);
    if (!cell.scratch && document.documentElement.dataset.issues) items.push(["이 셀 알리기", async () => (await import("./report.js")).report(cell)]);
    if (cell.editor) items.push(["커서 자리 설명 보기", () => cell.editor.explain()]);
    if (cell.ran) items.push(["변수 보기", async () => (await import("./variables.js")).showVariables(cell)]);
    if (cell.scratch) items.push(["이 셀 지우기", () => this.removeScratch(cell)]);
    else items.push(["이 셀 되돌리기", () => this.resetOne(cell)], ["모두 되돌리기", () => this.resetAll()]);
    return items;
  }

  async copy(cell) {
    try {
      await navigator.clipboard.writeText(cell.code);
      cell.say("복사했습니다");
      announce("복사했습니다");
    } catch {
      this.tell("복사하지 못했습니다. 코드를 직접 골라 복사해 주세요.");
    }
  }

  async resetOne(cell) {
    const before = cell.code;
    await cell.reset();
    if (before === cell.book) announce("책과 같은 코드입니다");
    else this.tell(`${cell.name}: 책의 코드로 되돌렸습니다.`, "취소", () => cell.use(before));
  }

  async resetAll() {
    const changed = this.cells.filter((cell) => !cell.scratch && cell.edited).map((cell) => [cell, cell.code]);
    for (const cell of this.cells) if (!cell.scratch) await cell.reset();
    if (!changed.length) return this.tell("모든 셀이 책과 같습니다.");
    this.tell(`고친 셀 ${changed.length}개를 책의 코드로 되돌렸습니다.`, "취소", async () => {
      for (const [cell, code] of changed) await cell.use(code);
    });
  }

  // ── runs ──

  find(root) {
    return this.cells.find((cell) => cell.root === root);
  }

  edit(root, event) {
    return this.find(root).edit(event);
  }

  /** The button of a cell: 실행, or 멈춤 while it runs. */
  press(root) {
    const cell = this.find(root);
    return cell.root.dataset.live === "busy" ? this.stop() : this.run(cell);
  }

  /** Runs a cell, after those above it that were not run yet; `next` goes on to the following cell that is not folded away. */
  run(cell, next = false) {
    if (next) {
      const following = this.cells.slice(this.cells.indexOf(cell) + 1).find(({ root }) => !root.querySelector(".live-run").closest("details:not([open]), [hidden]"));
      following?.root.scrollIntoView({ block: "nearest" });
      if (following?.editor) following.editor.focus();
      else following?.root.querySelector(".live-run").focus();
    }
    cell.wait();
    cell.reveal(); // those above it, run before it, keep what they print to themselves
    return this.queue([cell], () => {
      const above = this.cells.slice(0, this.cells.indexOf(cell)).filter((other) => other.missing);
      if (above.length) this.tell(`위쪽 셀 ${above.length}개를 아직 실행하지 않아 먼저 실행합니다.`);
      return [...above, cell];
    });
  }

  runAll(cells = this.cells) {
    return this.queue([], () => cells.filter((cell) => cell.code.trim()));
  }

  /** Runs the cells that `choose` names when their turn comes; an error the book does not have ends the row. */
  queue(waiting, choose) {
    const { stops } = this;
    this.bar.show();
    const serve = async () => {
      const cells = stops === this.stops ? choose() : waiting;
      const left = new Set(cells);
      let last, status;
      for (const cell of cells) cell.wait();
      for (const cell of cells) {
        if (stops !== this.stops) break;
        left.delete(cell);
        last = cell;
        status = await cell.execute();
        if (status === "ok" || (status === "error" && cell.raises)) continue;
        break;
      }
      for (const cell of left) cell.rest("실행하지 않았습니다");
      // One word for the whole row: screen readers hear how it ended, not every cell over the one before.
      if (status === "error" && left.size) this.tell(`${last.name}에서 오류가 나 여기서 멈췄습니다.`, "", null, last.heard);
      else if (!left.size && cells.length > 1) this.tell(`셀 ${cells.length}개를 실행했습니다.`, "", null, last.heard);
      else if (status === "ok" || status === "error") announce(last.heard);
    };
    this.turn = this.turn.then(serve).catch((error) => console.error(error)); // one mistake must not end all later presses
    return this.turn;
  }

  async stop() {
    this.stops++;
    const kept = await kernel.interrupt();
    if (kept === "kept") this.tell("멈췄습니다. 변수는 그대로입니다.");
  }

  /** Empties the variables; the kernel says so itself. */
  empty() {
    if (kernel.state === "off") this.tell("아직 만든 변수가 없습니다.");
    return kernel.reset();
  }
}

/** Stands beside the link to the book's notebook; nowhere on a page that has none. */
function ownButton(save) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "live-own";
  button.textContent = "고친 노트북 내려받기";
  button.hidden = true;
  button.addEventListener("click", save);
  document.querySelector('.take a[download][href$=".ipynb"]')?.after(button);
  return button;
}

explainErrors((message) => {
  const entry = entryOf(entries, message);
  return entry && document.documentElement.dataset.contentRoot + entry;
});

/** Opens the page's live cells; what the reader wrote is back when this resolves. */
export async function open(roots, addStrip) {
  const page = new Page(roots, addStrip);
  try {
    await page.recall();
  } catch (error) {
    console.warn(error);
    page.tell(NOT_SHOWN);
  }
  page.offerOwn();
  await page.receive();
  addEventListener("hashchange", () => page.receive());
  kernel.expect(page.cells.map((cell) => cell.code));
  kernel.startWhenIdle();
  return page;
}
