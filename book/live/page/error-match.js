// Which entry of the error dictionary explains a message? Pure: as error_entries.py does it for stored errors.

/** `data`: { page: [[anchor, piece, …], …] }. Returns "page.html#anchor" of the entry with the most words in the message, or "". */
export function entryOf(data, message) {
  const text = message.split(/\s+/).join(" ");
  let [best, most] = ["", 0];
  for (const [page, entries] of Object.entries(data)) {
    for (const [anchor, ...pieces] of entries) {
      let at = 0;
      const holds = pieces.every((piece) => (at = text.indexOf(piece, at) + 1) > 0);
      const length = pieces.join("").length;
      if (holds && length > most) [best, most] = [`${page}.html#${encodeURIComponent(anchor)}`, length];
    }
  }
  return best;
}
