// What a terminal shows of a stream: colours are left out, and "\r" goes back to the line's beginning.

const ANSI = /\x1b\[[0-9;?]*[ -/]*[@-~]/g;
const BEGUN = /\x1b(\[[0-9;?]*[ -/]*)?$/;

export const plain = (text) => (text.includes("\x1b") ? text.replace(ANSI, "") : text);

/** What comes after a "\r" (progress bars) stands in the place of what was there. */
export const overwritten = (text) => (text.includes("\r") ? text.replace(/\r+\n/g, "\n").split("\n").map(shownLine).join("\n") : text);

function shownLine(line) {
  const pieces = line.split("\r");
  let shown = pieces.pop();
  while (pieces.length) shown += pieces.pop().slice(shown.length); // from the last to the first: each counts where it is longer
  return shown;
}

/** The line as short as it can be said: what it shows, then how far it is written over by now. */
function settled(line) {
  if (!line.includes("\r")) return line;
  return `${shownLine(line)}\r${line.slice(line.lastIndexOf("\r") + 1)}`;
}

export class Terminal {
  #above = ""; // the lines that are over
  #line = ""; // the last one, as it was written: it may be written over yet
  #colour = ""; // the beginning of one that ends in the next piece

  get text() {
    return this.#above + overwritten(this.#line);
  }

  get length() {
    return this.#above.length + this.#line.length;
  }

  /** Takes a piece. Returns whether it only added to the text. */
  write(piece) {
    const coloured = this.#colour + piece;
    this.#colour = coloured.match(BEGUN)?.[0] ?? "";
    const words = plain(coloured.slice(0, coloured.length - this.#colour.length));
    const added = !words.includes("\r") && !this.#line.includes("\r");
    const all = this.#line + words;
    const end = all.lastIndexOf("\n") + 1;
    this.#above += overwritten(all.slice(0, end));
    this.#line = settled(all.slice(end));
    return added;
  }
}
