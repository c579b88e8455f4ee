// Takes a question or an exercise out of its chapter's page, so that it stands alone on the page of the review.

import { make } from "./elements.js";
import { cellOf } from "./progress.js";

const AT_A_GLANCE = 12; // lines of earlier code that stand open

/** The elements between the cell and what comes before its text: another cell, a heading, an answer that folds. */
function askedBefore(cell, kind) {
  const ends = kind === "exercise" ? "h1, h2, h3, h4, .cell, .told" : "h1, h2, h3, h4, .cell, .told, details";
  const found = [];
  for (let element = cell.previousElementSibling; element && !element.matches(ends); element = element.previousElementSibling) {
    found.unshift(element);
  }
  return found;
}

/** The code that the question's own builds on. */
function earlierCode(page, ids) {
  const inputs = ids.map((id) => page.querySelector(`[data-cell-id="${id}"] .cell_input`)).filter(Boolean);
  if (!inputs.length) return [];
  const lines = inputs.reduce((sum, input) => sum + input.textContent.trim().split("\n").length, 0);
  const cells = inputs.map((input) => make("div", { class: "cell" }, input.cloneNode(true)));
  const open = lines <= AT_A_GLANCE ? { open: "" } : {};
  return [make("details", { class: "fold review-earlier", ...open }, make("summary", {}, `앞에서 실행한 코드 ${lines}줄`), ...cells)];
}

/**
 * What stands on `page`, a chapter's, which lies at `address`: { title, place: its own address, parts: elements in order }.
 * Null where the page does not ask it any more. `earlier`: ids of the cells that its code needs.
 */
export function cardOf(page, address, { id, asked, kind }, earlier = []) {
  const cell = cellOf(page, id, asked);
  if (!cell) return null;
  const section = cell.closest("section");
  const title = section.querySelector("h1, h2, h3, h4").cloneNode(true);
  for (const mark of title.querySelectorAll(".headerlink, .section-number")) mark.remove();
  const own = cell.cloneNode(true);
  const next = cell.nextElementSibling?.matches(".parsons-fold") ? cell.nextElementSibling.nextElementSibling : cell.nextElementSibling;
  const after = next?.matches(".told, .tag_hide-cell") ? [next] : []; // what is said of it
  if (kind === "exercise") own.querySelector(".cell_output")?.remove(); // that it is empty
  const parts = [...earlierCode(page, earlier), ...askedBefore(cell, kind).map((part) => part.cloneNode(true)), own, ...after.map((part) => part.cloneNode(true))];
  for (const part of parts) {
    for (const link of part.querySelectorAll("a[href]")) link.href = new URL(link.getAttribute("href"), address).href;
    for (const image of part.querySelectorAll("img[src]")) image.src = new URL(image.getAttribute("src"), address).href;
  }
  return { title: [...title.childNodes], place: `${address}#${section.id}`, parts };
}
