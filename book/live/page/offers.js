// Code that is offered beside the cell's, never put in its place unasked. Here: what the reader wrote for an earlier state of the
// book, or in another tab; shared.js: what came by a link.

import { announce } from "./announce.js";
import { diffBlock } from "./diff.js";
import * as drafts from "./drafts.js";

/** A box with a sentence, a difference to see and [word, action] to choose from; it goes when one is chosen. */
export function offer(text, difference, choices) {
  const box = document.createElement("div");
  box.className = "live-offer";
  box.setAttribute("role", "group");
  box.setAttribute("aria-label", text);
  const sentence = document.createElement("p");
  sentence.textContent = text;
  const row = document.createElement("p");
  for (const [word, action] of choices) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = word;
    button.addEventListener("click", () => {
      box.remove();
      action();
    });
    row.append(button);
  }
  box.append(sentence, ...(difference ? [difference] : []), row);
  return box;
}

/** The book's cell changed since the reader edited it. `key` is the draft's name in the store. */
export function offerDraft(cell, key, base, code) {
  // Set aside under a name of its own, so that edits of the new text do not write over it.
  const aside = `${cell.id}@${base}`;
  if (key !== aside && drafts.keep(aside, base, code)) drafts.drop(key);
  const box = offer("책의 코드가 바뀌었습니다. 전에 고친 코드를 보관하고 있습니다.", diffBlock("책의 코드와 내 코드", cell.book, code), [
    ["내 코드 쓰기", async () => (await cell.use(code), drafts.drop(aside), cell.edit())],
    ["책의 코드 쓰기", () => (drafts.drop(aside), cell.root.querySelector(".live-run").focus())],
  ]);
  cell.root.querySelector(".cell_input").after(box);
}

/** The book no longer has the cell that the reader edited. */
export function offerLostDraft(page, key, code) {
  const box = offer("이 쪽에서 없어진 셀에 쓴 코드를 보관하고 있습니다.", diffBlock("보관한 코드", "", code), [
    ["빈 셀로 옮기기", async () => {
      const cell = await page.addScratch(undefined, undefined, code);
      page.storeScratch(cell);
      cell.edit();
      drafts.drop(key);
    }],
    ["버리기", () => drafts.drop(key)],
  ]);
  page.cells.at(-1).root.after(box);
}

/** Another tab has other code for this cell. What is written last is stored, so that the other would be gone unseen. */
export function offerOther(cell, code) {
  const first = !cell.other?.isConnected;
  cell.other?.remove();
  if (code === cell.code) return;
  const text = "다른 탭에서 이 셀을 다르게 고쳤습니다. 마지막으로 고친 코드가 저장됩니다.";
  cell.other = offer(text, diffBlock("이 탭의 코드와 다른 탭의 코드", cell.code, code, "저기", "여기"), [
    ["다른 탭의 코드 쓰기", async () => (await cell.use(code), cell.edit())],
    ["이 탭의 코드 쓰기", () => (cell.changed(), cell.edit())],
  ]);
  cell.root.querySelector(".cell_input").after(cell.other);
  if (first) announce(`${cell.name}: ${text}`);
}
