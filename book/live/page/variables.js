// "변수 보기": what every name of a cell holds, below its code, for keys, fingers and screen readers. Kept up to date after each run.

import { heldBlock } from "./facts.js";

const open = new Map(); // cell → what closes its list

/** @param {import("./cell.js").Cell} cell */
export async function showVariables(cell) {
  const { kernel } = cell.page;
  const found = await kernel.variables(cell.code);
  if (!found) return cell.page.tell("셀이 도는 동안에는 볼 수 없습니다. 끝난 뒤에 다시 눌러 주세요.");
  if (!found.length) return cell.page.tell("이 셀에는 볼 변수가 없습니다.");
  open.get(cell)?.();
  const box = document.createElement("div");
  box.className = "live-offer live-variables";
  box.setAttribute("role", "group");
  box.setAttribute("aria-label", `${cell.name}의 변수`);
  box.tabIndex = -1;
  const list = document.createElement("div");
  list.append(...found.map(heldBlock));
  const row = document.createElement("p");
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = "변수 닫기";
  row.append(button);
  box.append(list, row);
  cell.root.querySelector(".cell_input").after(box);
  box.focus();

  const ends = [
    kernel.on("done", async () => {
      const now = await kernel.variables(cell.code);
      if (now) list.replaceChildren(...now.map(heldBlock));
    }),
    kernel.on("lost", () => close()),
  ];
  const close = () => {
    for (const end of ends) end();
    open.delete(cell);
    box.remove();
  };
  open.set(cell, close);
  const leave = () => {
    close();
    cell.root.querySelector(".live-menu summary").focus();
  };
  button.addEventListener("click", leave);
  box.addEventListener("keydown", ({ key }) => key === "Escape" && leave());
}
