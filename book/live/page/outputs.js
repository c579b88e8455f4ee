// One nbformat output → what the page shows. Draws as myst-nb does, so that live outputs look like the book's.

import { bringMoving, picture } from "./pictures.js";
import { sanitize } from "./sanitize.js";

// The richest first, in myst-nb's order; what could run (scripts, widgets) is never chosen.
const ORDER = ["text/html", "image/svg+xml", "image/png", "image/jpeg", "text/markdown", "text/latex", "text/plain"];
// Outputs that are drawn from their source; they are compared by it.
export const SOURCES = { "text/latex": "text_latex", "text/markdown": "text_markdown" };
const ANSI = /\x1b\[[0-9;?]*[ -/]*[@-~]/g;

export const join = (text) => (Array.isArray(text) ? text.join("") : text);
export const richest = (data) => ORDER.find((mime) => mime in data);
export const plain = (text) => text.replace(ANSI, "");

/** "\r" goes back to the line's beginning (progress bars): what comes after it stands in the place of what was there. */
export const overwritten = (text) => text.replace(/\r+\n/g, "\n")
  .replace(/[^\n]*\r[^\n]*/g, (line) => line.split("\r").reduce((shown, piece) => piece + shown.slice(piece.length)));

function block(kind, text = "") {
  const output = document.createElement("div");
  output.className = `output ${kind} highlight-myst-ansi notranslate`;
  const highlight = document.createElement("div");
  highlight.className = "highlight";
  const pre = document.createElement("pre");
  pre.textContent = text;
  highlight.append(pre);
  output.append(highlight);
  return output;
}

let explained = () => ""; // where the error dictionary explains a message

/** `find(message)` gives the address of the entry that explains an error, or "". */
export function explainErrors(find) {
  explained = find;
}

/** One line below an error that leads to its entry, as sitebook/error_entries.py writes it below stored ones. */
function lineToEntry(output) {
  const address = explained(`${output.ename}: ${output.evalue}`);
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
  const shown = block("traceback");
  const pre = shown.querySelector("pre");
  const lines = plain(output.traceback.join("\n")).replace(/\n+$/, "").split("\n");
  const last = lines.findLastIndex((line) => line.startsWith(output.ename));
  lines.forEach((line, index) => {
    const row = document.createElement("span");
    if (/^-+> \d/.test(line)) row.className = "live-arrow";
    else if (index === last) row.className = "gr";
    row.textContent = line + (index < lines.length - 1 ? "\n" : "");
    pre.append(row);
  });
  shown.append(...lineToEntry(output));
  return shown;
}

function rich(output) {
  const mime = richest(output.data);
  const value = join(output.data[mime] ?? "");
  if (output.metadata?.note) {
    const note = document.createElement("p");
    note.className = "live-note";
    note.textContent = join(output.data["text/plain"]);
    return note;
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
  if (output.output_type !== "stream") return rich(output);
  return block(output.name === "stderr" ? "stderr" : "stream", overwritten(plain(output.text)));
}

/** Adds a piece of a stream to the element that shows it. */
export function extend(element, output, piece) {
  const pre = element.querySelector("pre");
  if (/[\r\x1b]/.test(piece)) pre.textContent = overwritten(plain(output.text));
  else pre.append(piece);
}
