// The index, made ready: every word of the book once, and in which fields it stands. A pattern is looked for among the words,
// of which there are few, and judged there once for all its places; only what goes over white space is looked for in the
// text itself, in the fields that hold both of the words it goes over.

import { questionsOf } from "./search-asked.js";
import { inLatin, isHangul, withoutParticle } from "./search-korean.js";
import { BREAK, fold } from "./search-text.js";

export const TITLE = 0, PROSE = 1, CODE = 2, ASKED = 3, FIELDS = 4; // of a section; ASKED: in which other words
export const NOTED = 4; // numbers that a search notes of a field, side by side: times, letters covered, best quality, weight

const pairAt = (text, i) => text.charCodeAt(i) * 65536 + text.charCodeAt(i + 1); // two neighbours as one number

/** The book's words, each folded, and the fields each stands in: [field, times, field, times, …]. */
class Words {
  known = new Map(); // as it stands in the book → its number
  texts = [];
  flags = [];
  fields = [];
  next = []; // of each word, the words that follow it somewhere, and in which fields

  number(chunk) {
    let number = this.known.get(chunk);
    if (number === undefined) {
      const { text, flags } = fold(chunk);
      number = this.texts.push(text) - 1;
      this.known.set(chunk, number);
      this.flags.push(flags);
      this.fields.push([]);
      this.next.push(null);
    }
    return number;
  }

  note(number, field) {
    const fields = this.fields[number];
    if (fields[fields.length - 2] === field) fields[fields.length - 1]++;
    else fields.push(field, 1);
  }

  noteNext(number, following, field) {
    const all = (this.next[number] ??= new Map()), fields = all.get(following);
    if (!fields) all.set(following, [field]);
    else if (fields[fields.length - 1] !== field) fields.push(field);
  }

  /** The words that may hold `text`: those of its rarest two neighbours. */
  mayHold(text) {
    this.pairs ??= this.byPairs();
    let best = this.pairs.get(text.charCodeAt(0)) ?? [];
    for (let i = 0; i + 1 < text.length && best.length; i++) {
      const words = this.pairs.get(pairAt(text, i)) ?? [];
      if (words.length < best.length) best = words;
    }
    return best;
  }

  byPairs() {
    const pairs = new Map();
    const note = (key, number) => {
      const known = pairs.get(key);
      if (!known) pairs.set(key, [number]);
      else if (known[known.length - 1] !== number) known.push(number);
    };
    this.texts.forEach((text, number) => {
      for (let i = 0; i < text.length; i++) {
        note(text.charCodeAt(i), number);
        if (i + 1 < text.length) note(pairAt(text, i), number);
      }
    });
    return pairs;
  }
}

/** Makes the index (`search-index.json`: pages, sections of [page, anchor, title, prose, code, asked?], called) ready for `search`. */
export function prepare({ pages, sections, called: calling = {} }) {
  const words = new Words(), chunks = [], fields = [];
  for (const [, , title, prose, code, asked = ""] of sections) {
    for (const text of [title, prose, code, asked]) {
      const field = fields.length;
      const numbers = (text.match(/\f|[^\s]+/g) ?? []).map((chunk) => words.number(chunk));
      numbers.forEach((number, i) => {
        words.note(number, field);
        if (i) words.noteNext(numbers[i - 1], number, field);
      });
      chunks.push(numbers);
      fields.push(numbers.map((number) => words.texts[number]).join(""));
    }
  }
  const pageOf = Int32Array.from(sections, ([page]) => page), firstOf = [];
  pageOf.forEach((page, i) => { firstOf[page] ??= i; });
  const identifiers = new Map(); // and how often each stands in the book, for mistyped ones
  for (const [chunk, number] of words.known) {
    const times = words.fields[number].reduce((sum, n, i, all) => (i % 2 && all[i - 1] % FIELDS !== ASKED ? sum + n : sum), 0);
    if (!times) continue; // only readers write it so
    for (const [word] of chunk.matchAll(/[A-Za-z_]\w{3,}/g)) identifiers.set(word, (identifiers.get(word) ?? 0) + times);
  }
  const names = new Map(); // other books' names for the glossary's terms: 체인룰 → 연쇄 법칙
  for (const [, , term, prose] of sections) {
    const others = /다른 이름: ([^.]+)\./.exec(prose)?.[1].split(", ") ?? [];
    for (const name of others) names.set(fold(name).text, [fold(term).text]);
  }
  const terms = new Map(sections.map(([, , title], i) => [fold(title).text, i]));
  const entries = []; // of the error dictionary: a title there is a message, … where it varies
  sections.forEach(([page, anchor, title], section) => {
    if (!anchor || !/(^|\/)errors-/.test(pages[page][0])) return;
    entries.push({ section, pieces: title.split("…").map((piece) => fold(piece).text).filter(Boolean) });
  });
  const glossary = sections.filter(([page, anchor]) => anchor && /(^|\/)glossary$/.test(pages[page][0])).map(([, , term]) => fold(term).text);
  const others = new Map(Object.entries(calling).map(([name, meant]) => [name, meant.split(", ")])); // what readers call things
  const vocabulary = new Set([...others.keys(), ...names.keys()]); // words that may be written together in a query: 텐서값만꺼내기
  for (const text of words.texts) {
    for (const [run] of text.matchAll(/[가-힣]{2,}/g)) for (const word of [run, ...withoutParticle(run)]) vocabulary.add(word);
  }
  const spelt = [...others.keys(), ...names.keys(), ...glossary].filter((name) => name.length > 3 && [...name].every(isHangul));
  const loanwords = spelt.map((name) => [name, inLatin(name)]); // as the keys spell them, letter by letter
  const folded = new Set([...identifiers.keys()].map((word) => word.toLowerCase()));
  const headings = new Set(sections.flatMap(([, , title]) => title.toLowerCase().match(/[a-z]\w+/g) ?? []).flatMap((name) => [name, ...name.split("_")])); // their Latin words
  const called = { names: new Set(), acronyms: new Set() }; // identifiers, of other libraries too, by which readers call a section
  for (const [, , , , , asked = ""] of sections) {
    for (const [name] of asked.matchAll(/[A-Za-z]\w*([._]\w+|[a-z][A-Z]\w+)+/g)) called.names.add(name.toLowerCase());
    for (const [name] of asked.matchAll(/\b[A-Z]{3,}\b/g)) called.acronyms.add(name.toLowerCase());
  }
  const lengths = Uint32Array.from(fields, (field) => field.length + 1), scratch = new Float32Array(fields.length * NOTED);
  return { pages, sections, fields, chunks, words, sorted: null, pageOf, firstOf, identifiers, folded, headings, called, vocabulary, sounds: null, loanwords, names, others, terms, glossary, entries, lengths, scratch, questions: questionsOf(sections) };
}

/** A field as {text, flags}. */
export function fieldOf(index, field) {
  return joined(index.words, index.chunks[field]);
}

/**
 * Where patterns stand: {words, fields}, the words of the book that match (number → {quality, length, weight}) and the places
 * over white space ([field, match, …]). Of several patterns that match a word the weightiest counts.
 */
export function placesOf(index, patterns) {
  const found = new Map(), across = [];
  for (const [{ text, judge, crosses }, weight] of patterns) {
    for (const number of index.words.mayHold(text)) {
      const word = index.words.texts[number];
      for (let at = word.indexOf(text); at !== -1; at = word.indexOf(text, at + 1)) {
        const match = judge({ text: word, flags: index.words.flags[number] }, at), known = found.get(number);
        if (match && !(known && known.weight * known.quality >= weight * match.quality)) found.set(number, { ...match, weight });
      }
    }
    if (crosses) findAcross(index, text, judge, (field, match) => across.push([field, { ...match, weight }]));
  }
  return { found, across };
}

const reversed = (text) => [...text].reverse().join("");

/** The words in order of their letters and of their letters from the end; made when first needed. */
function sortedWords(index) {
  if (!index.sorted) {
    const order = (key) => index.words.texts.map((text, number) => [key(text), number]).filter(([text]) => text && text !== BREAK).sort((a, b) => (a[0] < b[0] ? -1 : 1));
    index.sorted = { whole: new Set(index.words.texts), byHead: order((text) => text), byTail: order(reversed) };
  }
  return index.sorted;
}

/** Where in sorted words `text` stands or would stand. */
function placeIn(sorted, text) {
  let low = 0, high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle][0] < text) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Finds `text` over white space: a word that ends as it starts, and after it words that go on as it does. */
function findAcross(index, text, judge, found) {
  const { whole, byHead, byTail } = sortedWords(index), { words } = index;
  const goesOn = (rest) => {
    if (byHead[placeIn(byHead, rest)]?.[0].startsWith(rest)) return true;
    for (let n = 1; n < rest.length && n <= LONGEST_WORD; n++) if (whole.has(rest.slice(0, n))) return true;
    return false;
  };
  const follow = (chain, from, rest, fields) => {
    for (const [next, there] of words.next[chain.at(-1)] ?? []) {
      const word = words.texts[next], ends = word.startsWith(rest);
      if (!ends && !rest.startsWith(word)) continue;
      const both = fields ? there.filter((field) => fields.has(field)) : there;
      if (!both.length) continue;
      if (!ends) follow([...chain, next], from, rest.slice(word.length), new Set(both));
      else {
        const match = judge(joined(words, [...chain, next]), from);
        if (match) for (const field of both) found(field, match);
      }
    }
  };
  for (let cut = 1; cut < text.length && cut <= LONGEST_WORD; cut++) {
    const start = reversed(text.slice(0, cut)), rest = text.slice(cut);
    let i = placeIn(byTail, start);
    if (!byTail[i]?.[0].startsWith(start) || !goesOn(rest)) continue;
    for (; byTail[i]?.[0].startsWith(start); i++) follow([byTail[i][1]], words.texts[byTail[i][1]].length - cut, rest, null);
  }
}
const LONGEST_WORD = 40;

/** Words one after the other, as {text, flags}. */
const joined = (words, numbers) => ({ text: numbers.map((number) => words.texts[number]).join(""), flags: numbers.flatMap((number) => words.flags[number]) });
