// The page of the reader's progress: sums, a row a chapter, the self-tests' scores, export, import and clearing. The chapters and
// what there is to do in them are those of the contents beside it.

import { button, make } from "./elements.js";
import { clear, counts, pageOf, pageOfLink, read, update, updatePage, watch } from "./progress.js";
import * as drafts from "./progress-drafts.js";
import { LARGEST, Refused, asFile, contentsOf, merge, sound } from "./progress-file.js";
import { whyNotKept } from "./progress-kept.js";

const place = document.getElementById("progress");

// ── what the reader is told ──
const told = make("p", { class: "progress-told", role: "status" });
const tell = (text) => (told.textContent = text);
const kept = (done, text) => tell(done ? text : whyNotKept());

// ── sums ──
const SUMS = { read: "읽은 장", predictions: "예상한 물음", exercises: "푼 연습 문제", orders: "맞춘 순서" };
const sums = Object.fromEntries(Object.entries(SUMS).map(([name, label]) => {
  const [number, bar] = [make("strong"), make("progress", { "aria-label": label, value: 0 })];
  return [name, { number, bar, row: make("li", {}, make("span", {}, label), number, bar) }];
}));

// ── a row a chapter ──
const chapters = [...document.querySelectorAll("#nav a[data-exercises]")].map((link) => {
  const href = link.getAttribute("href");
  const name = pageOfLink(link);
  const title = [...link.children].filter((child) => !child.classList.contains("progress-mark")).map((child) => child.cloneNode(true));
  const words = title.map((element) => element.textContent).join("").trim();
  const box = make("input", { type: "checkbox", "aria-label": `${words}: 읽음` });
  box.addEventListener("change", () => {
    const done = updatePage(name, (page) => (page.read = box.checked));
    kept(done, `${words}: ${box.checked ? "읽은 장으로 적었습니다." : "읽음 표시를 지웠습니다."}`);
    if (!done) draw();
  });
  const totals = { read: 1, predictions: Number(link.dataset.predictions), exercises: Number(link.dataset.exercises), orders: Number(link.dataset.orders ?? 0) };
  const cells = { predictions: make("td"), exercises: make("td"), orders: make("td") };
  const row = make("tr", {}, make("th", { scope: "row" }, make("a", { href }, ...title)), make("td", {}, make("label", {}, box)), ...Object.values(cells));
  return { name, totals, box, cells, row };
});

// ── a line a self-test ──
const tests = [...document.querySelectorAll("#nav a[data-self-test]")].map((link) => {
  const href = link.getAttribute("href");
  const score = make("span");
  return { name: pageOfLink(link), score, line: make("li", {}, make("a", { href }, link.textContent.trim()), score) };
});

function draw() {
  const record = read();
  const sum = { read: [0, 0], predictions: [0, 0], exercises: [0, 0], orders: [0, 0] };
  for (const { name, totals, box, cells, row } of chapters) {
    const page = pageOf(record, name);
    const ordered = Object.values(page.orders ?? {}).filter((entry) => entry?.right).length;
    const done = { ...counts(page, totals), orders: Math.min(ordered, totals.orders) };
    for (const kind in sum) sum[kind] = [sum[kind][0] + Number(done[kind]), sum[kind][1] + totals[kind]];
    for (const kind in cells) cells[kind].textContent = totals[kind] ? `${done[kind]}/${totals[kind]}` : "";
    for (const kind in cells) cells[kind].toggleAttribute("data-done", totals[kind] > 0 && done[kind] === totals[kind]);
    box.checked = done.read;
    row.toggleAttribute("data-read", done.read);
  }
  for (const { name, score } of tests) {
    const last = pageOf(record, name).score;
    score.textContent = last ? `${last.of}문항 가운데 ${last.right}문항` : "아직 풀지 않았습니다";
  }
  for (const [kind, [done, total]] of Object.entries(sum)) {
    sums[kind].number.textContent = `${done}/${total}`;
    Object.assign(sums[kind].bar, { max: total || 1, value: done });
  }
}

// ── keeping it elsewhere ──
function save() {
  const now = new Date();
  const day = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
  const address = URL.createObjectURL(new Blob([asFile(sound(read()), day, drafts.read())], { type: "application/json" }));
  make("a", { href: address, download: `자동미분-진도-${day}.json` }).click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000); // a slow browser asks for it later
  tell("파일로 내보냈습니다. 내려받은 파일은 브라우저의 내려받기 폴더에 있습니다.");
}

async function load(file) {
  try {
    if (file.size > 4 * LARGEST) throw new Refused("파일이 너무 큽니다. 이 쪽에서 내보낸 진도 파일이 아닙니다.");
    const { pages: imported, drafts: code } = contentsOf(await file.text());
    const done = update((pages) => merge(pages, imported)) && drafts.add(code);
    kept(done, `쪽 ${new Set([...Object.keys(imported), ...Object.keys(code)]).size}개의 기록을 가져와 더했습니다.`);
  } catch (error) {
    tell(`가져오지 못했습니다. ${error instanceof Refused ? error.message : "파일을 열 수 없습니다."} 지금 기록은 그대로입니다.`);
  }
}

const chooser = make("input", { type: "file", accept: ".json,application/json", hidden: "" });
chooser.addEventListener("change", async () => {
  if (chooser.files.length) await load(chooser.files[0]);
  chooser.value = ""; // the same file may be chosen again
});

const asked = make("dialog", { id: "progress-ask", "aria-labelledby": "progress-asked" },
  make("p", { id: "progress-asked" }, "읽은 장, 예상, 연습 문제, 순서 맞추기, 점검 문제, 복습 기록을 모두 지웁니다. 되돌릴 수 없습니다."),
  make("form", { method: "dialog" }, make("button", { value: "" }, "그만두기"), make("button", { value: "clear" }, "지우기")));
asked.addEventListener("close", () => {
  if (asked.returnValue !== "clear") return;
  try {
    clear();
    tell("기록을 모두 지웠습니다.");
  } catch {
    tell(whyNotKept());
  }
});
function ask() {
  asked.returnValue = ""; // Esc leaves the last answer standing
  asked.showModal();
}

place.replaceChildren(
  make("ul", { class: "progress-sums" }, ...Object.values(sums).map(({ row }) => row)),
  make("div", { class: "progress-ways" },
    button("파일로 내보내기", save), button("파일에서 가져오기", () => chooser.click()), button("모두 지우기", ask), chooser),
  told,
  make("div", { class: "table" }, make("table", {},
    make("caption", { class: "unseen" }, "장마다의 진도"),
    make("thead", {}, make("tr", {}, ...["장", "읽음", "예상", "연습 문제", "순서 맞추기"].map((text) => make("th", { scope: "col" }, text)))),
    make("tbody", {}, ...chapters.map(({ row }) => row)))),
  make("ul", { class: "progress-tests", "aria-label": "점검 문제" }, ...tests.map(({ line }) => line)),
  asked,
);
watch(draw);
