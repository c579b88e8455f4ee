// What a cell printed: the area below its code, first the book's, then each run's.

import { asText, compare, fromPage, fromRun } from "./compare.js";
import { diffBlock } from "./diff.js";
import { Stream, draw } from "./outputs.js";

export class Results {
  /** @param {Element} cell the div.cell; its stored outputs are taken as the book's */
  constructor(cell) {
    this.cell = cell;
    this.area = cell.querySelector(".cell_output");
    this.book = [...(this.area?.childNodes ?? [])];
    this.expected = fromPage(this.area);
    this.outputs = []; // of the last run: nbformat objects, streams joined
    this.drawn = []; // the element of each of them
    this.stream = null; // the last of them that is one
  }

  /** Whether the book's own run ended with an error. */
  get raises() {
    return this.expected.some(({ kind }) => kind === "error");
  }

  /** Shows the book's outputs again. */
  restore() {
    this.area?.replaceChildren(...this.book);
  }

  /** A run begins. The old output stays until there is a new one or the run is over, so that nothing jumps. */
  begin() {
    this.outputs = [];
    this.drawn = [];
    this.old = true;
    if (this.area) this.area.style.minHeight = `${this.area.offsetHeight}px`;
  }

  clear() {
    this.old = false;
    this.outputs = [];
    this.drawn = [];
    this.area?.replaceChildren();
  }

  add(output) {
    if (this.old) this.clear();
    const last = this.outputs.at(-1);
    if (output.output_type === "stream" && last?.output_type === "stream" && last.name === output.name) {
      last.text += output.text;
      this.stream.write(output.text);
      return;
    }
    this.outputs.push({ ...output });
    if (output.output_type === "stream") {
      this.stream = new Stream(output.name);
      this.stream.write(output.text);
      this.drawn.push(this.stream.element);
    } else {
      this.drawn.push(draw(output));
    }
    this.append(this.drawn.at(-1));
  }

  /** `update_display`: draws an earlier output anew. */
  replace(displayId, output) {
    const at = this.outputs.findIndex((earlier) => earlier.transient?.display_id === displayId);
    if (at < 0) return;
    this.outputs[at] = output;
    const fresh = draw(output);
    this.drawn[at].replaceWith(fresh);
    this.drawn[at] = fresh;
  }

  append(element) {
    if (!this.area) {
      this.area = document.createElement("div");
      this.area.className = "cell_output container";
      this.cell.querySelector(".cell_input").after(this.area);
    }
    this.area.append(element);
  }

  /** The run is over. */
  end() {
    if (this.old) this.clear();
    if (!this.area) return;
    this.area.style.minHeight = "";
    // What scrolls sideways is reachable by keyboard.
    for (const pre of this.area.querySelectorAll("pre")) {
      if (pre.scrollWidth <= pre.clientWidth) continue;
      pre.tabIndex = 0;
      pre.setAttribute("role", "group");
      pre.setAttribute("aria-label", "옆으로 넘겨 볼 수 있는 출력");
    }
  }

  /** Whether the run printed what the book holds; shows the lines where it did not. */
  async compared() {
    const { same, before, after } = await compare(this.expected, fromRun(this.outputs));
    if (before !== after) this.append(diffBlock("책의 출력과 다른 곳", before, after));
    return same;
  }

  /** The outputs as one text, for screen readers. */
  get spoken() {
    return asText(fromRun(this.outputs)).slice(0, 200);
  }
}
