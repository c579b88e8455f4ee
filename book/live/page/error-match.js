// Which entry of the error dictionary explains a message? Pure: as error_entries.py does it for stored errors.

/** A heading's id, as addresses.py makes it. */
const anchorOf = (heading) => heading.normalize("NFC").toLowerCase().match(/[\p{L}\p{N}]+/gu).join("-").replace(/^\d/, "_$&");

/** `data`: { page: [heading, …] }, a heading being the message with … where it varies. Returns "page.html#anchor" of the entry
 *  with the most words in the message, or "". */
export function entryOf(data, message) {
  const text = message.split(/\s+/).join(" ");
  let [best, most] = ["", 0];
  for (const [page, headings] of Object.entries(data)) {
    for (const heading of headings) {
      const pieces = heading.split("…").map((piece) => piece.trim()).filter(Boolean);
      let at = 0;
      const holds = pieces.every((piece) => (at = text.indexOf(piece, at) + 1) > 0);
      const length = pieces.join("").length;
      if (holds && length > most) [best, most] = [`${page}.html#${encodeURIComponent(anchorOf(heading))}`, length];
    }
  }
  return best;
}
