// The reader's code on every page, for the file of the progress. The live cells keep it, a page a key (book/live/page/drafts.js):
// { cells: { id: { base, code } }, scratch: [{ id, after, code }] }.

const LIVE = `${document.documentElement.dataset.site}live:`;
const PAGE = /^notebooks\/[a-z0-9-]+$/;

function stored(page) {
  const text = localStorage.getItem(LIVE + page);
  try {
    return JSON.parse(text) ?? {};
  } catch {
    return {}; // not ours
  }
}

/** { page: its drafts }; empty where nothing is stored, or storage is blocked. */
export function read() {
  try {
    const ours = Object.keys(localStorage).filter((key) => key.startsWith(LIVE));
    const pages = ours.map((key) => key.slice(LIVE.length)).filter((page) => PAGE.test(page));
    return Object.fromEntries(pages.map((page) => [page, stored(page)]));
  } catch {
    return {};
  }
}

/** Adds what a file brought: a cell that was edited here stays as it is. Returns whether it was kept. */
export function add(drafts) {
  try {
    for (const [page, { cells, scratch }] of Object.entries(drafts)) {
      const here = { cells: {}, scratch: [], ...stored(page) };
      const added = scratch.filter(({ id }) => !here.scratch.some((cell) => cell.id === id));
      localStorage.setItem(LIVE + page, JSON.stringify({ cells: { ...cells, ...here.cells }, scratch: [...here.scratch, ...added] }));
    }
    return true;
  } catch {
    return false;
  }
}
