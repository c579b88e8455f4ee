// "이 셀 알리기": a new issue in the book's repository, filled in with what its authors need to see the same. Nothing is sent: the
// reader reads it there, and sends it or not. Only where _config.yml names a repository.

import { diffLines } from "./diff.js";

const LONGEST = 6000; // letters of an address that every server takes

/**
 * The address of a new issue.
 * @param {{ issues: string, page: string, id: string, book: string, code: string, said: string, difference: string, engine: string, browser: string }} report
 */
export function reportAddress({ issues, page, id, book, code, said, difference, engine, browser }) {
  const changes = book === code ? "" : diffLines(book, code).map(({ sign, line }) => `${sign} ${line}`).join("\n");
  const body = (cut) => [
    "어떤 점이 이상한지 적어 주세요.\n\n",
    `- 쪽: ${page}`,
    `- 셀: ${id}`,
    `- 결과: ${said || "실행하지 않음"}`,
    `- 엔진: ${engine}`,
    `- 브라우저: ${browser}`,
    ...block("고친 곳", changes, cut),
    ...block("책의 출력과 다른 곳", difference, cut),
  ].join("\n");
  const address = (cut) => `${issues}/new?${new URLSearchParams({ title: `${page}: ${id}`, body: body(cut) })}`;
  let cut = 2000; // Hangul takes nine letters each in an address
  while (address(cut).length > LONGEST && cut > 50) cut = Math.floor(cut / 2);
  return address(cut);
}

function block(title, text, cut) {
  if (!text) return [];
  const fence = "`".repeat(Math.max(3, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length + 1)));
  return ["", `### ${title}`, "", `${fence}diff`, text.length > cut ? `${text.slice(0, cut)}\n… (줄였습니다)` : text, fence];
}

/** @param {import("./cell.js").Cell} cell */
export function report(cell) {
  const { info } = cell.page.kernel;
  const rows = cell.root.querySelectorAll(".cell_output .live-diff pre > *");
  open(reportAddress({
    issues: document.documentElement.dataset.issues,
    page: document.documentElement.dataset.docname,
    id: cell.id,
    book: cell.book,
    code: cell.code,
    said: cell.root.querySelector(".live-state").textContent,
    difference: [...rows].map((row) => row.textContent).join("\n"),
    engine: info ? `${info.torch}, Python ${info.python}, Pyodide ${info.pyodide}` : "켜지 않음",
    browser: navigator.userAgent,
  }), "_blank", "noopener");
}
