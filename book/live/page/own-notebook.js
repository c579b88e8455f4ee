// The chapter's notebook with what the reader wrote in it, as a file to keep.

/**
 * @param {object} notebook the book's, nbformat 4
 * @param {{ id: string, code: string, edited: boolean, added: boolean }[]} cells the page's, in its order: the book's and those the reader added
 */
export function withEdits(notebook, cells) {
  const own = structuredClone(notebook);
  let at = -1; // of the cell that the next added one stands below
  for (const { id, code, edited, added } of cells) {
    if (added) {
      own.cells.splice(++at, 0, { cell_type: "code", execution_count: null, id, metadata: {}, outputs: [], source: lines(code) });
      continue;
    }
    const found = own.cells.findIndex((cell) => cell.id === id);
    if (found < 0) continue;
    at = found;
    // What is printed below an edited cell belongs to the book's code.
    if (edited) Object.assign(own.cells[found], { source: lines(code), outputs: [], execution_count: null });
  }
  return own;
}

const lines = (text) => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];

/** Fetches the chapter's notebook and hands it over with the reader's code in it. @param {import("./page.js").Page} page */
export async function saveOwnNotebook(page, address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${answer.status}`);
  const own = withEdits(await answer.json(), page.cells.map(({ id, code, edited, scratch }) => ({ id, code, edited, added: scratch })));
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([`${JSON.stringify(own, null, 1)}\n`], { type: "application/x-ipynb+json" }));
  link.download = decodeURIComponent(new URL(address).pathname).split("/").at(-1).replace(".ipynb", "-my.ipynb");
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
