// The reader's code, kept in localStorage: one entry a page, { cells: { id: { base, code } }, scratch: [{ id, after, code }] }.
// `base` is the hash of the book's source that was edited: when it differs from today's, the book has changed.

const { site, docname } = document.documentElement.dataset;
export const key = `${site}live:${docname}`;

/** A short fingerprint of a source text (two 32-bit FNV-1a hashes over UTF-16 units). */
export function hash(text) {
  let [a, b] = [0x811c9dc5, 0x01000193];
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    a = Math.imul(a ^ unit, 0x01000193);
    b = Math.imul(b ^ unit, 0x85ebca6b);
  }
  return [a, b].map((half) => (half >>> 0).toString(16).padStart(8, "0")).join("");
}

const texts = (...values) => values.every((value) => typeof value === "string");

/** What is stored for this page, without what is no draft; empty where nothing is stored, or storage is blocked. */
export function read() {
  try {
    const { cells, scratch } = JSON.parse(localStorage.getItem(key)) ?? {};
    const kept = Object.entries(cells ?? {}).filter(([, draft]) => texts(draft?.base, draft?.code));
    const added = Array.isArray(scratch) ? scratch.filter((cell) => texts(cell?.id, cell?.after, cell?.code)) : [];
    return { cells: Object.fromEntries(kept), scratch: added };
  } catch {
    return { cells: {}, scratch: [] };
  }
}

/** Lets `change` alter what is stored. Read anew each time: another tab may have written. Returns whether it was kept. */
function update(change) {
  const drafts = read();
  change(drafts);
  try {
    if (Object.keys(drafts.cells).length || drafts.scratch.length) localStorage.setItem(key, JSON.stringify(drafts));
    else localStorage.removeItem(key);
    return true;
  } catch {
    return false;
  }
}

export const keep = (id, base, code) => update((drafts) => (drafts.cells[id] = { base, code }));
export const drop = (id) => update((drafts) => delete drafts.cells[id]);

/** A scratch cell, added below the cell `after`. Those of another tab stay as they are. */
export const keepScratch = (id, after, code) => update(({ scratch }) => {
  const stored = scratch.find((cell) => cell.id === id);
  if (stored) stored.code = code;
  else scratch.push({ id, after, code });
});

/** What was added below it stands below its upper neighbour then. */
export const dropScratch = (id) => update((drafts) => {
  const gone = drafts.scratch.find((cell) => cell.id === id);
  drafts.scratch = drafts.scratch.filter((cell) => cell !== gone);
  for (const cell of drafts.scratch) if (cell.after === id) cell.after = gone.after;
});
