// "이 셀의 링크 복사", and what came by such a link: shown as a difference to the book beside its cell. The reader decides;
// nothing of it runs, and nothing is replaced, before that.

import { announce } from "./announce.js";
import { diffBlock } from "./diff.js";
import { fromFragment, toFragment } from "./link.js";
import { offer } from "./offers.js";

const BROKEN = "링크에 담긴 코드를 읽지 못했습니다. 링크가 잘렸거나 바뀌었습니다. 쪽과 고친 코드는 그대로입니다.";

/** @param {import("./cell.js").Cell} cell */
export async function copyLink(cell) {
  const fragment = await toFragment(cell.id, cell.code);
  if (!fragment) return cell.page.tell("코드가 너무 길어 링크에 담지 못했습니다. “코드 복사”로 나누어 주세요.");
  const link = location.href.split("#")[0] + fragment;
  try {
    await navigator.clipboard.writeText(link);
    cell.say("링크를 복사했습니다");
    announce("링크를 복사했습니다");
  } catch {
    const field = document.createElement("input");
    field.readOnly = true;
    field.value = link;
    field.setAttribute("aria-label", "셀의 링크");
    const text = "브라우저가 복사를 막았습니다. 아래 주소를 골라 복사해 주세요.";
    cell.root.querySelector(".cell_input").after(offer(text, field, [["닫기", () => cell.root.querySelector(".live-menu summary").focus()]]));
    field.select();
  }
}

/** Shows what the page's address holds. @param {import("./page.js").Page} page */
export async function receive(page) {
  for (const box of document.querySelectorAll(".live-shared")) box.remove();
  const shared = await fromFragment(location.hash);
  if (!shared) {
    forget();
    return page.tell(BROKEN);
  }
  const cell = page.cells.find(({ id }) => id === shared.id);
  const box = cell ? forCell(cell, shared.code) : forNone(page, shared.code);
  if (!box) {
    forget();
    page.tell(`${cell.name}: 링크의 코드가 지금 코드와 같습니다.`);
  } else {
    box.classList.add("live-shared");
    box.querySelector("details").open = true; // nobody decides on what is folded away
  }
  const place = box ?? cell.root;
  for (let fold = place.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
  place.scrollIntoView({ block: "center" });
  if (box) {
    box.tabIndex = -1;
    box.focus();
  }
}

function forCell(cell, code) {
  const before = cell.code;
  if (code === before) return null;
  const kept = cell.edited ? " 쓰면 지금 고쳐 둔 코드는 “취소”로만 되돌릴 수 있습니다." : "";
  const box = offer(`링크로 받은 코드입니다. 아직 실행하지 않았습니다. 책과 다른 곳을 보고 정하세요.${kept}`, diffBlock("책의 코드와 링크의 코드", cell.book, code, "링크"), [
    ["링크의 코드 쓰기", async () => {
      forget();
      const mine = cell.code;
      await cell.use(code);
      cell.edit();
      if (mine !== cell.book) cell.page.tell(`${cell.name}: 링크의 코드로 바꾸었습니다.`, "취소", () => cell.use(mine));
    }],
    ["버리기", () => (forget(), cell.root.querySelector(".live-run").focus())],
  ]);
  cell.root.querySelector(".cell_input").after(box);
  return box;
}

/** The book no longer has the cell that the link was made for. */
function forNone(page, code) {
  const box = offer("링크로 받은 코드입니다. 이 쪽에는 그 셀이 없습니다.", diffBlock("링크의 코드", "", code, "링크"), [
    ["빈 셀로 옮기기", async () => {
      forget();
      const cell = await page.addScratch(undefined, undefined, code);
      page.storeScratch(cell);
      cell.edit();
    }],
    ["버리기", forget],
  ]);
  page.cells.at(-1).root.after(box);
  return box;
}

/** A reload, or a bookmark, does not ask again. */
function forget() {
  history.replaceState(history.state, "", location.href.split("#")[0]);
}
