// The difference of two texts, line by line.

/** Longest common subsequence of lines → [{ sign: " " | "-" | "+", line }]; "-" is only in `before`, "+" only in `after`. */
export function diffLines(before, after) {
  const a = before.split("\n");
  const b = after.split("\n");
  const common = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      common[i][j] = a[i] === b[j] ? common[i + 1][j + 1] + 1 : Math.max(common[i + 1][j], common[i][j + 1]);
    }
  }
  const rows = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) rows.push({ sign: " ", line: a[i++], at: j++ });
    else if (j >= b.length || (i < a.length && common[i + 1][j] >= common[i][j + 1])) rows.push({ sign: "-", line: a[i++] });
    else rows.push({ sign: "+", line: b[j++] });
  }
  return rows.map(({ sign, line }) => ({ sign, line }));
}

const WIDTH = 2_000; // characters of a line
const LINES = 12; // a small difference is shown open, a long one folded

/** The difference as a block the reader can fold: lines of the book and of now (or what they are called). Equal lines far from a change are left out. */
export function diffBlock(title, before, after, called = "지금", was = "책") {
  const names = { " ": "", "-": was, "+": called };
  const rows = diffLines(clip(before), clip(after));
  const near = (index) => rows.slice(Math.max(0, index - 1), index + 2).some(({ sign }) => sign !== " ");
  const shown = rows.filter((_, index) => near(index));
  const block = document.createElement("details");
  block.className = "live-diff";
  block.open = shown.length <= LINES;
  const summary = document.createElement("summary");
  summary.textContent = title;
  const pre = document.createElement("pre");
  pre.tabIndex = 0;
  for (const { sign, line } of shown) {
    const row = document.createElement(sign === "-" ? "del" : sign === "+" ? "ins" : "span");
    const mark = document.createElement("span");
    mark.className = "live-mark";
    mark.textContent = names[sign].padEnd(2, "\u3000") + " ";
    row.append(mark, line.length > WIDTH ? `${line.slice(0, WIDTH)}…` : line || "\u200b");
    pre.append(row);
  }
  block.append(summary, pre);
  return block;
}

// The table grows with the product of the line counts.
const clip = (text) => text.split("\n").slice(0, 600).join("\n");
