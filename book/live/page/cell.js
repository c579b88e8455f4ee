// One code cell: its source (the book's and the reader's), its editor, its runs.

import * as drafts from "./drafts.js";
import { Results } from "./results.js";

export class Cell {
  /** @param {import("./page.js").Page} page */
  constructor(root, number, page) {
    this.root = root;
    this.id = root.dataset.cellId;
    this.page = page;
    this.scratch = root.classList.contains("live-scratch");
    this.exercise = root.classList.contains("tag_exercise");
    this.name = this.scratch ? "빈 셀" : `코드 셀 ${number}`;
    this.pre = root.querySelector(".cell_input pre");
    this.book = this.pre.textContent.replace(/\n$/, "");
    this.base = drafts.hash(this.book);
    this.draft = this.book; // the code, until an editor holds it
    this.results = new Results(root);
    this.resets = 0;
    this.ranIn = -1; // the kernel's generation of the last run
  }

  get code() {
    return this.editor?.code ?? this.draft;
  }

  get edited() {
    return this.code !== this.book;
  }

  get raises() {
    return this.results.raises || this.root.classList.contains("tag_raises-exception");
  }

  /** Whether what it made is there. */
  get ran() {
    return this.ranIn === this.page.kernel.generation;
  }

  /** Whether a run of a cell below needs this one first; what is put away (a question not asked) stands for itself. */
  get missing() {
    return !this.ran && this.code.trim() !== "" && !this.root.closest("[hidden]");
  }

  // ── code ──

  /** Puts an editor in the place of the printed code; resolves when it is there. */
  open() {
    this.opening ??= this.mount();
    this.opening.catch(() => (this.opening = undefined)); // the next press tries again
    return this.opening;
  }

  async mount() {
    const { createEditor } = await import("./editor.js");
    const host = document.createElement("pre"); // with the printed code's measures: nothing on the page moves
    host.className = "live-editor";
    host.style.setProperty("--code-padding", getComputedStyle(this.pre).padding);
    this.pre.after(host);
    this.pre.hidden = true;
    this.editor = createEditor({
      parent: host,
      code: this.draft,
      label: `${this.name} 편집기`,
      kernel: this.page.kernel,
      changed: () => this.changed(),
      run: (next) => this.page.run(this, next),
      leave: () => this.root.querySelector(".live-run").focus(),
    });
  }

  async edit(event) {
    await this.open();
    this.editor.focus(event && { x: event.clientX, y: event.clientY });
  }

  /** Makes `code` the cell's code: in the editor as one step that can be undone. */
  async use(code) {
    if (!this.opening) this.draft = code;
    if (code !== this.book || this.opening) await this.open();
    this.editor?.replace(code);
    this.changed();
  }

  changed() {
    this.root.toggleAttribute("data-edited", this.edited && !this.scratch);
    if (this.root.dataset.result && this.code !== this.ranCode) this.outdate();
    this.page.stored(this.store());
  }

  /** Returns whether the browser keeps the code. */
  store() {
    const { id, code, page } = this;
    if (this.scratch) return drafts.keepScratch(id, page.cells[page.cells.indexOf(this) - 1].id, code);
    return this.edited ? drafts.keep(id, this.base, code) : drafts.drop(id);
  }

  /** What was said of the last run holds no more: the code is another. */
  outdate() {
    delete this.root.dataset.result;
    this.say("아직 실행하지 않은 코드입니다");
  }

  /** Back to the book: its code and its outputs. */
  async reset() {
    this.resets++; // a run under way is of other code
    await this.use(this.book);
    this.restore();
  }

  restore() {
    this.results.restore();
    delete this.root.dataset.result;
    this.ranIn = -1;
    this.heard = "";
    if (!this.root.dataset.live) this.say("");
  }

  // ── runs ──

  /** Opens an output that waits for the reader's prediction. */
  reveal() {
    const closed = this.root.querySelector("details.prediction");
    if (closed) closed.open = true;
  }

  /** A run of this cell was asked for. */
  wait() {
    this.root.dataset.live = "busy";
    delete this.root.dataset.result;
    this.root.querySelector(".live-run span").textContent = "멈춤";
    this.say("기다리는 중");
  }

  /** No run of this cell is asked for any more. */
  rest(text) {
    clearInterval(this.clock);
    delete this.root.dataset.live;
    this.root.querySelector(".live-run span").textContent = "실행";
    this.say(text);
  }

  async execute() {
    const { resets } = this;
    this.ranCode = this.code;
    const { status } = await this.page.kernel.run({ id: this.id, code: this.ranCode });
    if (status === "cancelled") {
      this.rest("실행하지 않았습니다");
      return status;
    }
    this.rest("");
    if (status !== "lost") this.ranIn = this.page.kernel.generation;
    this.results.end();
    await this.judge(status);
    if (resets !== this.resets) this.restore();
    else if (this.code !== this.ranCode) this.outdate();
    return status;
  }

  /** The kernel began this run. */
  started() {
    const began = Date.now();
    this.say("실행 중");
    this.clock = setInterval(() => this.say(`실행 중 · ${Math.round((Date.now() - began) / 1000)}초`), 1000);
    this.results.begin();
  }

  /** The variables this cell made are gone. */
  lost() {
    if (!this.root.dataset.result) return;
    delete this.root.dataset.result;
    this.say("변수가 사라졌습니다 · 다시 실행해 주세요");
  }

  /** After a run: says whether the output is the book's. */
  async judge(status) {
    if (status === "interrupted") return this.finish("stopped", "멈췄습니다 · 변수는 그대로입니다");
    if (status === "lost") return this.finish("stopped", "멈췄습니다 · 변수가 사라졌습니다");
    // An exercise is there to be answered: an answer that differs from the book's empty one is no difference to show.
    if (this.scratch || (this.exercise && this.ranCode !== this.book)) {
      return this.finish("done", status === "error" ? "오류가 났습니다" : "실행했습니다");
    }
    const edited = this.ranCode !== this.book;
    const same = await this.results.compared();
    if (same) return this.finish("same", edited ? "고친 코드 · 출력은 책과 같습니다" : "책과 같습니다");
    return this.finish("differs", edited ? "책과 다른 출력입니다" : "책의 출력과 다릅니다");
  }

  finish(result, text) {
    this.root.dataset.result = result;
    if (result !== "same") this.reveal(); // an error or a difference is not kept from the reader
    this.say(text);
    this.heard = `${this.name}: ${text}. ${this.results.spoken}`;
    this.root.dispatchEvent(new CustomEvent("live:ran", { bubbles: true })); // whoever keeps the reader's progress looks at the outputs
  }

  /** The short sentence beside the buttons. */
  say(text) {
    const state = this.root.querySelector(".live-state");
    state.textContent = text;
    state.title = text;
  }
}
