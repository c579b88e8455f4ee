// What a result shows: its titles and the sentence of its best match, as pieces [string, isMatch].

import { CODE, FIELDS, PROSE, TITLE, fieldOf } from "./search-index.js";
import { BREAK, places } from "./search-text.js";

/** Every match of the patterns in one field, as [from, to, quality] in the original text, in order. */
function matchesIn(index, field, original, patterns) {
  const folded = index.fields[field], found = [];
  let place = null, map = [];
  for (const { text, judge } of patterns) {
    for (let at = folded.indexOf(text); at !== -1; at = folded.indexOf(text, at + 1)) {
      if (!place) [place, map] = [fieldOf(index, field), places(original)];
      const match = judge(place, at);
      if (match) found.push([map[at], map[at + match.length - 1] + 1, match.quality + text.length / 100]);
    }
  }
  return found.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
}

/** original[from:to] as pieces, matches marked. */
function pieces(original, matches, from = 0, to = original.length) {
  const cut = [];
  let at = from;
  for (const [start, stop] of matches) {
    if (start < at || stop > to) continue;
    if (start > at) cut.push([original.slice(at, start), false]);
    cut.push([original.slice(start, stop), true]);
    at = stop;
  }
  if (at < to) cut.push([original.slice(at, to), false]);
  return cut.map(([text, match]) => [text.replaceAll(BREAK, " "), match]);
}

const SHOWN = 140; // characters of a sentence around a match

/** The sentence (or line of code) the best match stands in, shortened around it. */
function excerpt(original, matches, isCode) {
  const [start, stop] = matches.reduce((best, match) => (match[2] > best[2] ? match : best), [0, 0, -1]);
  const bounds = isCode ? /[\n\f]/g : /\f|(?<=[.?!]["'”’)]?)\s+/g;
  let from = 0, to = original.length;
  for (const { index: at, 0: mark } of original.matchAll(bounds)) {
    if (at + mark.length <= start) from = at + mark.length;
    else if (at >= stop) { to = at; break; }
  }
  const cutFrom = to - from > SHOWN && start - from > SHOWN / 2;
  if (cutFrom) from = start - SHOWN / 3;
  const cutTo = to - from > SHOWN;
  if (cutTo) to = Math.max(stop, from + SHOWN);
  from = Math.floor(from);
  to = Math.floor(to);
  const cut = pieces(original, matches, from, to);
  if (cutFrom) cut.unshift(["… ", false]);
  if (cutTo) cut.push([" …", false]);
  return cut;
}

export function resultOf(index, section, patterns) {
  const [page, anchor, title, prose, code] = index.sections[section];
  const [name, pageTitle] = index.pages[page];
  const inTitle = matchesIn(index, section * FIELDS + TITLE, title, patterns);
  const inProse = matchesIn(index, section * FIELDS + PROSE, prose, patterns);
  const inCode = inProse.length ? [] : matchesIn(index, section * FIELDS + CODE, code, patterns);
  const isCode = inCode.length > 0;
  return {
    page: name, anchor, pageTitle, isCode,
    title: pieces(title, inTitle),
    text: isCode ? excerpt(code, inCode, true) : excerpt(prose, inProse, false),
  };
}
