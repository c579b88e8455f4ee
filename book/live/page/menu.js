// "메뉴" in a cell's row: what is done less often than 실행. A <details>, so that every key works as readers know it.

/** @param {() => [string, () => void][]} items words and what they do, read each time the menu opens */
export function addMenu(strip, items) {
  const menu = document.createElement("details");
  menu.className = "live-menu";
  const summary = document.createElement("summary");
  summary.textContent = "메뉴";
  const list = document.createElement("ul");
  menu.append(summary, list);
  strip.append(menu);
  const close = () => {
    menu.open = false;
  };
  summary.addEventListener("click", () => {
    if (menu.open) return; // about to close
    list.replaceChildren();
    for (const [word, action] of items()) {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = word;
      button.addEventListener("click", () => {
        summary.focus();
        close();
        action();
      });
      const item = document.createElement("li");
      item.append(button);
      list.append(item);
    }
  });
  menu.addEventListener("toggle", () => {
    if (!menu.open) return list.replaceChildren();
    // A menu near the window's foot opens upwards.
    list.classList.toggle("above", summary.getBoundingClientRect().bottom + list.offsetHeight + 60 > innerHeight);
  });
  menu.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !menu.open) return;
    close();
    summary.focus();
  });
  menu.addEventListener("focusout", (event) => menu.contains(event.relatedTarget) || !event.relatedTarget || close());
  document.addEventListener("pointerdown", (event) => menu.contains(event.target) || close());
}
