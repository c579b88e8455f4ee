// Is what a cell printed what the book holds? Outputs are brought to one form, [{ kind, text, image? }], from the page's
// HTML (the book's, drawn by myst-nb) and from nbformat (the run's), and compared.

import { SOURCES, drawable, join, richest } from "./outputs.js";
import { alike, svgAddress } from "./pictures.js";
import { overwritten, plain } from "./terminal.js";

// What may differ between two honest runs: addresses of objects (as in book/tools/validation/sanitize.cfg) and the number of the run.
const tidy = (text) =>
  overwritten(plain(text))
    .replace(/at 0x[0-9a-f]{6,}/gi, "at 0x…")
    .replace(/Cell In\[\d+\]/g, "Cell In[…]")
    .trimEnd();

/** A traceback without the frames inside libraries: they are torch's own files in the book, the browser engine's here. */
export function ownFrames(text) {
  const kept = [];
  let library = false;
  const lines = plain(text).split("\n");
  lines.forEach((line, index) => {
    if (/^File /.test(line)) library = true;
    else if (/^Cell In/.test(line)) library = false;
    if (!library && !/^\s*\[\.\.\. skipping/.test(line)) kept.push(line);
    if (library && line === "" && !/^File /.test(lines[index + 1] ?? "")) library = false;
  });
  return kept.join("\n");
}

/** What an HTML output says; a figure that moves counts by its data, not by where the reader left it. */
function said(root) {
  const copy = root.cloneNode(true);
  const figures = [...copy.querySelectorAll("figure.moving")];
  const data = figures.map((figure) => figure.dataset.moving).join("\n");
  for (const figure of figures) figure.replaceWith("[움직이는 그림]");
  return { kind: "html", text: tidy(copy.textContent), data };
}

const KINDS = { stream: "stdout", stderr: "stderr", text_plain: "text", traceback: "error", text_html: "html", text_latex: "latex", text_markdown: "markdown" };

/** The book's outputs, read from the page. `area` is the cell's .cell_output, or null. */
export function fromPage(area) {
  const found = [];
  for (const output of area?.querySelectorAll(".output, img:not(.dark)") ?? []) {
    if (output.localName === "img") {
      found.push({ kind: "image", text: "", image: output.src });
      continue;
    }
    const kind = KINDS[[...output.classList].find((name) => name in KINDS)];
    if (!kind) continue;
    if (kind === "html") {
      found.push(said(output));
      continue;
    }
    const { source } = output.dataset;
    const text = source ? JSON.parse(source) : kind === "error" ? ownFrames(output.textContent) : output.textContent;
    found.push({ kind, text: tidy(text) });
  }
  return merged(found);
}

/** The run's outputs: nbformat objects. */
export function fromRun(outputs) {
  const found = outputs.filter((output) => !output.metadata?.note).map((output) => {
    if (output.output_type === "stream") return { kind: output.name, text: tidy(output.text) };
    if (output.output_type === "error") return { kind: "error", text: tidy(ownFrames(output.traceback.join("\n"))) };
    const mime = richest(output.data);
    const value = join(output.data[mime] ?? "");
    if (mime === "image/svg+xml") return { kind: "image", text: "", image: svgAddress(value) };
    if (mime?.startsWith("image/")) return { kind: "image", text: "", image: `data:${mime};base64,${value.trim()}` };
    if (mime === "text/html" && drawable(mime, value)) return said(new DOMParser().parseFromString(value, "text/html").body);
    return { kind: KINDS[SOURCES[mime]] ?? "text", text: tidy(value) };
  });
  return merged(found);
}

// Two pieces of one stream in a row are one; an empty piece is none.
function merged(found) {
  const list = [];
  for (const output of found) {
    const before = list.at(-1);
    if (output.kind !== "image" && !output.text) continue;
    if (before?.kind === output.kind && output.kind.startsWith("std")) before.text += `\n${output.text}`;
    else list.push({ ...output });
  }
  return list;
}

const told = (output) => (output.kind === "image" ? "[그림]" : output.text);
export const asText = (found) => found.map(told).join("\n");

/** Resolves with { same, before, after }: both as one text, for showing where they differ. */
export async function compare(book, run) {
  const sameTexts = book.length === run.length && book.every((output, i) => output.kind === run[i].kind && output.text === run[i].text && output.data === run[i].data);
  const pairs = sameTexts ? book.map((output, i) => [output, run[i]]).filter(([output]) => output.kind === "image") : [];
  const pictures = await Promise.all(pairs.map(([a, b]) => alike(a.image, b.image)));
  return { same: sameTexts && pictures.every(Boolean), before: asText(book), after: asText(run) };
}
