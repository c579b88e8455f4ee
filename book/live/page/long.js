// A text in its <pre>, however long: the beginning is drawn, the reader is told how much is left out and asks for more.

const PORTION = 20_000; // characters drawn at a time …
const LINES = 400; // … and lines

/** Where a portion of `text` that begins at `start` ends. */
export function portion(text, start = 0) {
  const most = Math.min(text.length, start + PORTION);
  let end = start;
  for (let lines = 0; lines < LINES; lines++) {
    const next = text.indexOf("\n", end) + 1;
    if (!next || next > most) return most;
    end = next;
  }
  return end;
}

export class LongText {
  #pre;
  #draw;
  #text = "";
  #drawn = 0; // characters
  #asked = 1; // portions
  #rest = null; // the line that tells how much is left out

  /** `draw(pre, part)` adds a part of the text. */
  constructor(pre, text, draw = (into, part) => into.append(part)) {
    this.#pre = pre;
    this.#draw = draw;
    this.show(text, true);
  }

  /** Shows `text`; `added`: it begins with all of the text before. */
  show(text, added = false) {
    const full = this.#drawn < this.#text.length;
    this.#text = text;
    if (!added) {
      this.#pre.replaceChildren();
      this.#drawn = 0;
    }
    if (!added || !full) this.#drawTo(this.#end());
    this.#tell();
  }

  #end() {
    let end = 0;
    for (let portions = 0; portions < this.#asked; portions++) end = portion(this.#text, end);
    return end;
  }

  #drawTo(end) {
    this.#draw(this.#pre, this.#text.slice(this.#drawn, end));
    this.#drawn = end;
  }

  #more() {
    this.#asked += 1;
    this.#drawTo(this.#end());
    this.#pre.tabIndex = 0; // the button goes with the last portion: the keyboard stays at the text
    if (this.#drawn === this.#text.length) this.#pre.focus();
    this.#tell();
  }

  #tell() {
    const left = this.#text.length - this.#drawn;
    if (!left) {
      this.#rest?.remove();
      this.#rest = null;
      return;
    }
    if (!this.#rest) {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = "이어서 보기";
      button.addEventListener("click", () => this.#more());
      this.#rest = document.createElement("p");
      this.#rest.className = "live-note live-rest";
      this.#rest.append("", button);
      this.#pre.after(this.#rest);
    }
    this.#rest.firstChild.data = `출력이 길어 앞부분만 보입니다. 남은 글자 ${left.toLocaleString("ko")}자 `;
  }
}
