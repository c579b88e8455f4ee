// One nbformat output → what the page shows. Draws as myst-nb does, so that live outputs look like the book's.

import { LongText } from "./long.js";
import { bringMoving, picture } from "./pictures.js";
import { sanitize } from "./sanitize.js";
import { Terminal, plain } from "./terminal.js";

// The richest first, in myst-nb's order; what could run (scripts, widgets) is never chosen.
const ORDER = ["text/html", "image/svg+xml", "image/png", "image/jpeg", "text/markdown", "text/latex", "text/plain"];
// Outputs that are drawn from their source; they are compared by it.
export const SOURCES = { "text/latex": "text_latex", "text/markdown": "text_markdown" };
const ELEMENTS = 5_000; // of an HTML output: of more, a browser is busy for minutes
const SOURCE = 100_000; // characters of Markdown or LaTeX
const MATCHED = 2_000; // characters of a message that the dictionary is asked about

export const join = (text) => (Array.isArray(text) ? text.join("") : text);
export const richest = (data) => ORDER.find((mime) => mime in data);

/** Whether an output is drawn as what it is: a page that draws any size stands still. */
export function drawable(mime, value) {
  if (mime in SOURCES) return value.length < SOURCE;
  return mime !== "text/html" || (value.length < 1_000_000 && value.split("<", ELEMENTS + 2).length <= ELEMENTS + 1);
}

function frame(kind) {
  const output = document.createElement("div");
  output.className = `output ${kind} highlight-myst-ansi notranslate`;
  const highlight = document.createElement("div");
  highlight.className = "highlight";
  const pre = document.createElement("pre");
  highlight.append(pre);
  output.append(highlight);
  return { output, pre };
}

function block(kind, text, draw) {
  const { output, pre } = frame(kind);
  new LongText(pre, text, draw);
  return output;
}

let explained = () => ""; // where the error dictionary explains a message

/** `find(message)` gives the address of the entry that explains an error, or "". */
export function explainErrors(find) {
  explained = find;
}

/** One line below an error that leads to its entry, as sitebook/error_entries.py writes it below stored ones. */
function lineToEntry(output) {
  const address = explained(`${output.ename}: ${output.evalue}`.slice(0, MATCHED));
  if (!address) return [];
  const line = document.createElement("p");
  line.className = "error-entry";
  const link = document.createElement("a");
  link.href = address;
  link.textContent = "이 오류 풀이 →";
  line.append(link);
  return [line];
}

/** IPython's traceback: the arrow's line and the last line stand out. */
function traceback(output) {
  const text = plain(output.traceback.join("\n")).trimEnd();
  const last = text.lastIndexOf(`\n${output.ename}`);
  let at = -1; // where the line above ends
  const shown = block("traceback", text, (pre, part) => {
    for (const line of part.split(/(?<=\n)/)) {
      const row = document.createElement("span");
      if (/^-+> \d/.test(line)) row.className = "live-arrow";
      else if (at === last) row.className = "gr";
      row.textContent = line;
      pre.append(row);
      at += line.length;
    }
  });
  shown.append(...lineToEntry(output));
  return shown;
}

function note(words) {
  const shown = document.createElement("p");
  shown.className = "live-note";
  shown.textContent = words;
  return shown;
}

function rich(output) {
  const mime = richest(output.data);
  const value = join(output.data[mime] ?? "");
  if (output.metadata?.note) return note(join(output.data["text/plain"]));
  if (!drawable(mime, value)) {
    const shown = block("text_plain", value);
    shown.prepend(note("출력이 너무 커서 그리지 않고 그 내용을 글자로 보입니다."));
    return shown;
  }
  if (mime === "text/html") {
    const shown = document.createElement("div");
    shown.className = "output text_html";
    shown.append(sanitize(value));
    if (shown.querySelector(".moving")) bringMoving();
    return shown;
  }
  if (mime in SOURCES) {
    const shown = document.createElement("div");
    shown.className = `output ${SOURCES[mime]}`;
    shown.textContent = value; // until the library is there, or where it cannot be fetched
    import("./typeset.js").then(({ typeset }) => shown.replaceChildren(typeset(mime, value)), () => {});
    return shown;
  }
  if (mime?.startsWith("image/")) return picture(mime, value);
  return block("text_plain", plain(value));
}

export function draw(output) {
  if (output.output_type === "error") return traceback(output);
  return rich(output);
}

/** A stream as it comes in, piece by piece. */
export class Stream {
  #terminal = new Terminal();
  #shown;

  constructor(name) {
    const { output, pre } = frame(name === "stderr" ? "stderr" : "stream");
    this.element = output;
    this.#shown = new LongText(pre, "");
  }

  write(piece) {
    const added = this.#terminal.write(piece);
    this.#shown.show(this.#terminal.text, added);
  }
}
