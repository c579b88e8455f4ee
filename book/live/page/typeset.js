// Outputs that are source: LaTeX and Markdown, drawn. Fetched when a cell prints the first of them.

import { marked } from "marked";
import temml from "temml";
import { sanitize } from "./sanitize.js";

/** A formula as MathML; `latex` with its dollar signs, as IPython's Math prints it. A formula with a mistake stays text. */
function formula(latex) {
  const [, text] = /^\s*\${1,2}(.*?)\${1,2}\s*$/s.exec(latex) ?? [null, latex];
  const shown = document.createElement("div");
  shown.className = "math";
  try {
    temml.render(text, shown, { displayMode: true });
  } catch {
    shown.textContent = latex;
  }
  return shown;
}

export const typeset = (mime, source) => (mime === "text/latex" ? formula(source) : sanitize(marked.parse(source, { async: false })));
