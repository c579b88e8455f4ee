// Which entry of the error dictionary explains a message? Pure: as error_entries.py does it for stored errors.

/** A pattern's id, as addresses.py makes it. */
const anchorOf = (pattern) => pattern.normalize("NFC").toLowerCase().match(/[\p{L}\p{N}]+/gu).join("-").replace(/^\d/, "_$&");

/** `data`: { page: [pattern, …] }, a pattern being the message's first words with … where it varies. Returns "page.html#anchor"
 *  of the entry with the most words in the message, or "". */
export function entryOf(data, message) {
  const text = message.replaceAll("`", "").split(/\s+/).join(" ");
  let [best, most] = ["", 0];
  for (const [page, patterns] of Object.entries(data)) {
    for (const pattern of patterns) {
      const pieces = pattern.split("…").map((piece) => piece.trim()).filter(Boolean);
      let at = 0;
      const holds = pieces.every((piece) => (at = text.indexOf(piece, at) + 1) > 0);
      const length = pieces.join("").length;
      if (holds && length > most) [best, most] = [`${page}.html#${encodeURIComponent(anchorOf(pattern))}`, length];
    }
  }
  return best;
}
