// What a name holds now, shown beside it while the pointer rests on it: in an editor, and in the printed code of a cell that
// has run. A finger taps the printed name instead. For keys there is the editor's help, and "변수 보기" (variables.js).

import { announce } from "./announce.js";
import { heldBlock, spokenHeld } from "./facts.js";

const REST = 300; // ms a pointer rests on a name before its value is shown
const GRACE = 300; // ms it may take to get from the name to what is shown
const GAP = 4; // pixels between the two
const EDGE = 8; // pixels that are kept free at the window's edges
const WORD = /^[\p{L}_][\p{L}\d_]*$/u;

export class Look {
  /** @param {import("./page.js").Page} page */
  constructor(page) {
    this.page = page;
    this.tip = document.createElement("div");
    this.tip.className = "live-tip";
    this.tip.setAttribute("role", "tooltip");
    this.tip.hidden = true;
    document.querySelector("main").append(this.tip);
    const on = (type, act) => document.addEventListener(type, (event) => act(event, this.tip.contains(event.target)), { capture: true, passive: type === "scroll" });
    on("pointermove", (event, inside) => event.pointerType !== "touch" && this.over(event, inside));
    on("pointerdown", ({ pointerType }, inside) => inside || pointerType === "touch" || this.hide());
    on("click", (event, inside) => event.pointerType === "touch" && !inside && this.tap(event));
    on("keydown", (event) => this.key(event));
    on("scroll", (event, inside) => inside || this.hide());
    page.kernel.on("start", () => this.hide());
  }

  /** The name under a point: { cell, code, end, box, key }; null where there is none. */
  nameAt({ target, clientX, clientY }) {
    const cell = this.page.cells.find(({ root }) => root.contains(target));
    if (!cell) return null;
    const found = target.closest(".live-editor") ? cell.editor?.nameAt({ x: clientX, y: clientY }) : printed(cell, target);
    return found && { ...found, cell, key: `${cell.id} ${found.end}` };
  }

  over(event, inside) {
    const name = inside ? this.shown : event.buttons ? null : this.nameAt(event);
    if (name?.key === this.wanted?.key) return;
    clearTimeout(this.timer);
    this.wanted = name;
    if (name?.key !== this.shown?.key) this.timer = setTimeout(() => (name ? this.show(name) : this.hide()), name ? REST : GRACE);
  }

  /** A finger on a printed name sees what it holds; a second one there edits, as everywhere else. */
  tap(event) {
    const name = event.target.closest(".live-editor") ? null : this.nameAt(event);
    const again = name?.key === this.shown?.key;
    this.hide();
    if (!name || again || this.page.kernel.state !== "ready") return;
    event.stopPropagation();
    this.wanted = name;
    this.show(name).then((held) => (held ? announce(spokenHeld(held)) : name.cell.edit(event)));
  }

  /** Resolves with what the name holds, or null. */
  async show(name) {
    const held = await this.page.kernel.look(name.code, name.end);
    if (this.wanted !== name) return held; // the pointer has gone on
    this.tip.hidden = !held;
    this.shown = held && name;
    if (!held) return null;
    this.tip.replaceChildren(heldBlock(held));
    const { offsetWidth: width, offsetHeight: height } = this.tip;
    const room = document.documentElement.clientWidth - width - EDGE;
    const below = name.box.bottom + GAP;
    this.tip.style.left = `${Math.max(EDGE, Math.min(name.box.left, room))}px`;
    this.tip.style.top = `${below + height + EDGE <= innerHeight ? below : Math.max(EDGE, name.box.top - GAP - height)}px`;
    return held;
  }

  hide() {
    clearTimeout(this.timer);
    this.tip.hidden = true;
    this.shown = this.wanted = null;
  }

  key(event) {
    if (this.tip.hidden || event.ctrlKey || event.metaKey) return; // what is shown can be copied
    if (event.key === "Escape") event.stopPropagation(); // it closes this first, then what lies below
    this.hide();
  }
}

/** The name that a piece of printed code is, where its cell has run. */
function printed(cell, piece) {
  if (!cell.ran || piece.localName !== "span" || piece.closest("pre") !== cell.pre || !WORD.test(piece.textContent)) return null;
  const before = document.createRange();
  before.setStart(cell.pre, 0);
  before.setEndAfter(piece);
  return { code: cell.pre.textContent, end: before.toString().length, box: piece.getBoundingClientRect() };
}
