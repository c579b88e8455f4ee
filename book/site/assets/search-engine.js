// Search itself: no page, no network. `prepare` folds the index once, `search` answers a query.
//
// The text of every section stands in one long string without white space and quotes, so a compound is found however it
// is spaced; a flag beside each character remembers where words began. A query is looked for with `indexOf`, which a
// browser does at gigabytes a second, in the sections that have its rarest two characters side by side, and each place found
// is then judged: a word's head, a particle after it, an identifier's edge. No morphological analysis, no index of words.

import { forms, inKorean, inLatin, isHangul, isParticle, join, mayFollow, naming, split, verbs, withoutParticle } from "./search-korean.js";
import { ASKING, ASKING_FORM, LIGHT, OTHER_NAMES, PREDICATE, SIGH } from "./search-words.js";

const BREAK = "\f"; // between two paragraphs, cells or outputs of a section; no match crosses it
const SPACE = 1, HEAD = 2, WORD = 4; // flags: white space stood before; a part of a word starts; an identifier starts
const TITLE = 0, PROSE = 1, CODE = 2;
const BASE = [100, 40, 0]; // a heading before prose, prose before code and outputs
const COUNTED = 12; // matches counted in one field; more say nothing new
const QUOTES = new Set("'\"`‘’“”");

// What kind of sign a character is: words begin where the kind changes.
const OTHER = 0, HANGUL = 1, LETTER = 2, DIGIT = 3, UNDERSCORE = 4;
function kindOf(code) {
  if (code >= 0xac00 && code <= 0xd7a3) return HANGUL;
  if ((code >= 97 && code <= 122) || (code >= 65 && code <= 90)) return LETTER;
  if (code >= 48 && code <= 57) return DIGIT;
  return code === 95 ? UNDERSCORE : OTHER;
}
const isCapital = (code) => code >= 65 && code <= 90;

/** Text as it is compared: lower case, without white space and quotes. `map[i]` is where folded character i stood. */
export function fold(text) {
  const flags = [], map = [];
  let folded = "", last = OTHER, capital = false, space = true;
  for (let i = 0; i < text.length; i++) {
    const c = text[i], code = text.charCodeAt(i), isSpace = c !== BREAK && (code === 32 || c.trim() === "");
    if (isSpace || QUOTES.has(c)) {
      space ||= isSpace;
      last = OTHER;
      continue;
    }
    const kind = kindOf(code);
    const camel = kind === LETTER && last === LETTER && isCapital(code) && !capital; // AddBackward
    const inside = kind !== OTHER && (kind === last || (kind === LETTER && last === DIGIT) || (kind === DIGIT && last === LETTER));
    let flag = space ? SPACE : 0;
    if (!inside || camel) flag |= HEAD;
    if (kind !== HANGUL && (last === OTHER || last === HANGUL)) flag |= WORD;
    folded += isCapital(code) ? c.toLowerCase() : c;
    flags.push(flag);
    map.push(i);
    last = kind;
    capital = isCapital(code);
    space = c === BREAK;
  }
  return { text: folded, flags, map };
}

const pairAt = (text, i) => text.charCodeAt(i) * 65536 + text.charCodeAt(i + 1); // two neighbours as one number

/** In which fields each character and each two neighbours stand: what is looked for is looked for there alone. */
function fieldsOfPairs(fields) {
  const where = new Map();
  const note = (key, field) => {
    const known = where.get(key);
    if (!known) where.set(key, [field]);
    else if (known.at(-1) !== field) known.push(field);
  };
  fields.forEach((text, field) => {
    for (let i = 0; i < text.length; i++) {
      note(text.charCodeAt(i), field);
      if (i + 1 < text.length) note(pairAt(text, i), field);
    }
  });
  return where;
}

/** The fields that may hold `text`: those of its rarest two neighbours. */
function fieldsFor(index, text) {
  let best = index.where.get(text.charCodeAt(0)) ?? [];
  for (let i = 0; i + 1 < text.length && best.length; i++) {
    const fields = index.where.get(pairAt(text, i)) ?? [];
    if (fields.length < best.length) best = fields;
  }
  return best;
}

/** Folds the index (`search-index.json`: pages, sections of [page, anchor, title, prose, code]) for `search`. */
export function prepare({ pages, sections }) {
  const folded = sections.flatMap(([, , title, prose, code]) => [title, prose, code].map(fold));
  const starts = new Int32Array(folded.length + 1);
  folded.forEach((field, i) => { starts[i + 1] = starts[i] + field.text.length + 1; });
  const flags = new Uint8Array(starts.at(-1));
  folded.forEach((field, i) => flags.set(field.flags, starts[i]));
  const firstOf = [];
  sections.forEach(([page], i) => { firstOf[page] ??= i; });
  const words = new Map(); // identifiers and how often each stands in the book, for mistyped ones
  for (const [, , ...fields] of sections) {
    for (const [word] of fields.join(" ").matchAll(/[A-Za-z_]\w{3,}/g)) words.set(word, (words.get(word) ?? 0) + 1);
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
  const text = folded.map((field) => field.text + "\n").join("");
  return { pages, sections, starts, flags, firstOf, words, names, terms, entries, text, fields: folded.map((field) => field.text), where: fieldsOfPairs(folded.map((field) => field.text)) };
}

// --- What to look for. A pattern is a string to find and a judge: judge(index, at) → null or {quality 1–3, length}. ---

const spaced = (index, at) => (index.flags[at] & SPACE) !== 0 || index.text[at] === "\n" || index.text[at] === BREAK;

/** The rest of the Hangul word that stands at `at`, up to white space or another script. */
function restOfWord(index, at) {
  let to = at;
  while (isHangul(index.text[to] ?? "") && !(index.flags[to] & SPACE)) to++;
  return index.text.slice(at, to);
}

/** Hangul, two syllables or more: anywhere in a word; across white space only from a word's head. */
function korean(text, { spacedQuery = false } = {}) {
  return { text, judge(index, at) {
    const head = (index.flags[at] & HEAD) !== 0;
    const to = at + text.length;
    for (let i = at + 1; i < to; i++) {
      if (!(index.flags[i] & SPACE)) continue;
      const compound = spacedQuery || text.length > 3 || (text.length === 3 && i === at + 2); // 손실값 for 손실 값, not 이기는 for 이 기는
      if (!head || !compound) return null;
    }
    const rest = restOfWord(index, to);
    const whole = spaced(index, to) || rest === "" || isParticle(rest);
    return { quality: head ? (whole ? 3 : 2) : 1, length: text.length };
  } };
}

/** One syllable: at a word's head, alone or before a particle. */
function syllable(text) {
  return { text, judge(index, at) {
    if (!(index.flags[at] & HEAD)) return null;
    const rest = spaced(index, at + 1) ? "" : restOfWord(index, at + 1);
    return rest === "" || isParticle(rest) ? { quality: 3, length: 1 } : null;
  } };
}

/** Text as it stands, wherever it stands. */
const exactly = (text) => ({ text, judge: () => ({ quality: 3, length: text.length }) });

/** Every form of a verb, found by what its forms share: 곱 + 하·한·합·해…, then an ending. */
function verb(stem) {
  const all = forms(stem);
  let shared = all[0][0];
  for (const [form] of all) while (!form.startsWith(shared)) shared = shared.slice(0, -1);
  const judge = (index, at) => {
    const head = (index.flags[at] & HEAD) !== 0;
    if (!head && stem.length < 3) return null;
    for (const [form, shape] of all) {
      if (!index.text.startsWith(form, at)) continue;
      const to = at + form.length;
      for (let i = at + 1; i < to; i++) if (index.flags[i] & SPACE) return null;
      if (mayFollow(shape, spaced(index, to) ? "" : restOfWord(index, to))) return { quality: head ? 3 : 1, length: form.length };
    }
    return null;
  };
  const texts = shared ? [shared] : [...new Set(all.map(([form]) => form))];
  return texts.map((text) => ({ text, judge }));
}

/** Two syllables that stand apart in the book, the second alone or before a particle: 두번 for 두 번. */
const apart = (text) => ({ text, judge(index, at) {
  if (!(index.flags[at] & HEAD) || !(index.flags[at + 1] & SPACE)) return null;
  const rest = spaced(index, at + 2) ? "" : restOfWord(index, at + 2);
  return rest === "" || isParticle(rest) ? { quality: 2, length: 2 } : null;
} });

/** The first syllable of a word: what shows while its second is still to come. */
const firstSyllable = (text) => ({ text, judge: (index, at) => (index.flags[at] & HEAD ? { quality: 1, length: 1 } : null) });

/** Letters, digits and signs: from a part's head (`grad` in `requires_grad`); two characters or fewer only as a whole. */
function latin(text, { inside = false, spacedQuery = false } = {}) {
  const named = /[a-z0-9_]/.test(text[0]), open = /[a-z0-9_]$/.test(text);
  return { text, judge(index, at) {
    const to = at + text.length;
    if (named && !(index.flags[at] & (HEAD | WORD)) && !inside) return null;
    for (let i = at + 1; i < to && !spacedQuery && text.length < 6; i++) { // nograd for no grad, not eval for e val
      if (index.flags[i] & SPACE && /\w\w/.test(index.text.slice(i - 1, i + 1))) return null;
    }
    const next = index.text[to] ?? "";
    const wordEnd = !open || spaced(index, to) || !/[a-z0-9_]/.test(next);
    const partEnd = wordEnd || next === "_" || (index.flags[to] & HEAD) !== 0;
    const whole = wordEnd && (!named || (index.flags[at] & WORD) !== 0);
    if (text.length < 3 && named && !whole) return null;
    return { quality: whole ? 3 : partEnd ? 2 : 1, length: text.length };
  } };
}

/** A syllable still being composed: what has been typed of it may yet become any of these. */
function composing(word) {
  const last = word.at(-1), head = word.slice(0, -1);
  if (!head) return [];
  const starts = (range) => ({ text: head, judge(index, at) {
    const next = index.text[at + head.length] ?? "";
    if (!(index.flags[at] & HEAD) || !range(next, index.text[at + head.length + 1] ?? "")) return null;
    return { quality: 2, length: head.length + 1 };
  } });
  const parts = split(last);
  if (!parts) return [starts((c) => split(c)?.[0] === last)]; // 기울ㄱ
  const [initial, vowel, final] = parts;
  if (final === "") return [starts((c) => { const p = split(c); return p !== null && p[0] === initial && p[1] === vowel; })]; // 기우
  const DOUBLE = { ㄳ: "ㄱㅅ", ㄵ: "ㄴㅈ", ㄶ: "ㄴㅎ", ㄺ: "ㄹㄱ", ㄻ: "ㄹㅁ", ㄼ: "ㄹㅂ", ㄽ: "ㄹㅅ", ㄾ: "ㄹㅌ", ㄿ: "ㄹㅍ", ㅀ: "ㄹㅎ", ㅄ: "ㅂㅅ" };
  const [stays, moves] = DOUBLE[final] ?? ["", final];
  const settled = join([initial, vowel, stays]); // 기욹 → 기울 + ㄱ, 계삭 → 계사 + ㄱ
  return [starts((c, next) => c === settled && split(next)?.[0] === moves)];
}

const COUNTED_WORD = /^([한두세네몇]|여러)(번째|번|개|가지)/; // 두번 and 두 번 are one

/** The patterns of one word of a query, best first: [pattern, weight]. */
function patternsOf(word, options) {
  const counted = COUNTED_WORD.exec(word)?.[0];
  if (counted) return [[korean(counted, { spacedQuery: true }), 1]];
  if (!isHangul(word[0])) {
    const found = [[latin(word), 1]];
    const last = word.split(".").at(-1); // but x.grad.zero_ means no zero_grad
    if (last !== word && last.length > 2 && !last.endsWith("_") && (last.includes("_") || last.length > 5)) found.push([latin(last), 0.7]);
    return found;
  }
  if (word.length === 1) return [[syllable(word), 1]];
  const found = [[korean(word, options), 1]];
  for (const stem of withoutParticle(word)) found.push([korean(stem, options), 0.98]);
  for (const stem of withoutParticle(word, 1)) if (stem.length === 1 && word.length > 2) found.push([syllable(stem), 0.9]); // 책이랑
  const { stems, sure } = verbs(word);
  if (sure) for (const stem of stems) for (const pattern of verb(stem)) found.push([pattern, 0.8]);
  if (!sure && naming(word)) for (const pattern of verb(naming(word))) found.push([pattern, 0.8]);
  return found;
}

/** What is tried for a word that nothing matches, one after the other. */
const LAST_RESORTS = [
  (word) => (word.length === 2 && [...word].every(isHangul) ? [apart(word)] : []),
  (word) => (word.length === 1 && isHangul(word) ? [firstSyllable(word)] : []),
  (word) => (isHangul(word[0]) && !verbs(word).sure ? verbs(word).stems.flatMap(verb) : []),
  (word) => (isHangul(word.at(-1)) || /[ㄱ-ㅎㅏ-ㅣ]/.test(word.at(-1)) ? composing(word) : []),
  (word) => verbs(word).stems.filter((stem) => stem.length > 2 && /[하되]$/.test(stem)).map((stem) => korean(stem.slice(0, -1))), // 누적되다 → 누적
  (word) => (/^[a-z_]{4,}$/.test(word) ? [latin(word, { inside: true })] : []),
  (word) => ([...word].every(isHangul) ? [word.slice(0, -1), word.slice(0, -2)].filter((start) => start.length > 1).map((start) => korean(start)) : []), // 뉴턴법 → 뉴턴
];

// --- Where it stands: one score a section. ---

/** Adds to `scores` what a pattern's matches are worth in each section; returns the best match's quality, 0 if there is none. */
function scan(index, { text, judge }, weight, scores) {
  const { starts, fields } = index;
  let found = 0;
  for (const field of fieldsFor(index, text)) {
    const start = starts[field], inField = fields[field];
    let best = 0, count = 0, covered = 0;
    for (let at = inField.indexOf(text); at !== -1 && count < COUNTED; at = inField.indexOf(text, at + 1)) {
      const match = judge(index, start + at);
      if (!match) continue;
      count++;
      covered += match.length;
      best = Math.max(best, match.quality);
    }
    if (!count) continue;
    found = Math.max(found, best);
    const part = field % 3, length = inField.length + 1;
    const often = count / (count + 1 + length / 300);
    const value = BASE[part] + best * 5 + (part === TITLE ? 40 * Math.min(1, covered / length) : 15 * often);
    const section = (field - part) / 3;
    const before = scores[section];
    scores[section] = Math.max(before, value * weight) + (before ? Math.min(before, value * weight) * 0.1 : 0);
  }
  return found;
}

/** What the book calls what a word names: 로스가 → 손실, by the glossary and by `OTHER_NAMES`. */
function namesOf(index, word) {
  const { stems } = verbs(word);
  const ways = [word, ...withoutParticle(word, 1), ...stems, ...stems.map((stem) => stem.replace(/[하되]$/, ""))];
  if (naming(word)) ways.push(naming(word));
  for (const way of ways) {
    const names = [...(index.names.get(way) ?? []), ...(OTHER_NAMES.get(way) ?? [])];
    if (names.length) return names;
  }
  return [];
}

function scoreWord(index, word, { forgiving = true, named = false } = {}) {
  const scores = new Float32Array(index.sections.length);
  let used = patternsOf(word), found = 0;
  if (named) {
    for (const stem of verbs(word).stems) if (stem.length > 2 && /[하되]$/.test(stem)) used.push([korean(stem.slice(0, -1)), 0.8]); // 누적되나요 → 누적
    for (const name of namesOf(index, word)) {
      const ways = name.length === 1 && isHangul(name) ? verb(name).map((pattern) => [pattern, 1]) : patternsOf(fold(name).text, { spacedQuery: true });
      for (const [pattern, weight] of ways) used.push([pattern, weight * 0.9]);
    }
  }
  for (const [pattern, weight] of used) found = Math.max(found, scan(index, pattern, weight, scores));
  for (let i = 0; forgiving && !found && i < LAST_RESORTS.length; i++) {
    used = LAST_RESORTS[i](word).map((pattern) => [pattern, 0.6]);
    for (const [pattern, weight] of used) found = Math.max(found, scan(index, pattern, weight, scores));
    if (i === LAST_RESORTS.length - 1) found = Math.min(found, 1); // half a word is no whole one
  }
  return { scores, patterns: used.map(([pattern]) => pattern), found };
}

/** Scores of the sections that hold every word. */
function scoreAll(index, scored) {
  return Float32Array.from(index.sections, (_, i) => {
    const scores = scored.map((one) => one.scores[i]);
    return scores.every(Boolean) ? sumOf(scores) / scores.length : 0;
  });
}

/** The entry of the error dictionary whose title stands in a message, the longest where there are several; undefined without one. */
function entryOf(index, message) {
  const { text } = fold(message);
  let best, most = 0;
  for (const entry of index.entries) {
    let at = 0;
    const holds = entry.pieces.every((piece) => (at = text.indexOf(piece, at) + 1) > 0);
    const length = entry.pieces.join("").length;
    if (holds && length > most) [best, most] = [entry, length];
  }
  return best;
}

/** The sections that hold a pasted message; the dictionary's entry for it comes first, its other entries before chapters. */
function scoreMessage(index, message) {
  const named = entryOf(index, message);
  const found = scoreParts(index, message) ?? { total: new Float32Array(index.sections.length), patterns: [] };
  for (const { section } of index.entries) if (found.total[section]) found.total[section] += 200;
  if (named) {
    found.total[named.section] += 1000;
    found.patterns.push(...named.pieces.map(exactly));
  }
  return found.total.some(Boolean) ? found : null;
}

/** A long message: each part between the numbers, addresses and names that vary is looked for as it stands. */
function scoreParts(index, message) {
  const whole = message.replace(/^(\w+\.)*\w*(Error|Warning|Exception):\s*/, "");
  const varying = /0x[0-9a-f]+|\d+|\[[^\]]*\]|"[^"]*"|(?<=\s)'[^']*'|\.{3}|…|\n/gi;
  const words = whole.split(/\s+/), fours = words.slice(3).map((_, i) => words.slice(i, i + 4).join(" "));
  const step = Math.ceil(fours.length / 12); // a dozen looks are enough, however long the message
  const attempts = [[whole], whole.split(varying), fours.filter((_, i) => i % step === 0)];
  for (const [number, attempt] of attempts.entries()) {
    const parts = [...new Set(attempt.map((part) => fold(part).text))].filter((part) => part.length >= (number ? 8 : 4));
    const length = parts.reduce((sum, part) => sum + part.length, 0);
    if (!length) continue;
    const covered = new Float32Array(index.sections.length), best = new Float32Array(index.sections.length);
    const patterns = parts.map(exactly);
    for (const pattern of patterns) {
      const scores = new Float32Array(index.sections.length);
      if (!scan(index, pattern, 1, scores)) continue;
      scores.forEach((score, i) => {
        if (score) { covered[i] += pattern.text.length / length; best[i] = Math.max(best[i], score); }
      });
    }
    const total = covered.map((share, i) => (share >= 0.5 ? best[i] + 60 * share : 0));
    if (total.some(Boolean)) return { total, patterns };
  }
  return null;
}

// --- The query. ---

const asks = (word) => ASKING.has(word) || ASKING_FORM.test(word) || SIGH.test(word) || (isParticle(word) && word.length > 1) || withoutParticle(word).some((stem) => ASKING.has(stem)); // 방법을
const isPredicate = (word) => verbs(word).sure || naming(word) !== "" || PREDICATE.test(word);
const isLight = (word) => LIGHT.has(word) || /^.{1,2}(개|가지)/.test(word) && COUNTED_WORD.test(word) || withoutParticle(word, 1).some((stem) => LIGHT.has(stem)) || verbs(word).stems.some((stem) => LIGHT.has(stem + "다") || LIGHT.has(stem.replace(/[하되]$/, "")));
const MEANING = /뭐(야|예요|에요|지|죠|였)|뭔(가|지|데)|무엇|(란|뜻|의미|개념|정의|설명)($|\s)/;
const isMessage = (query) => /\w(Error|Warning|Exception)\b:?/.test(query) ? /\s/.test(query) : (query.match(/[A-Za-z_.]{2,}/g) ?? []).length >= 5;

/** Of a pasted traceback, what went wrong: from its last "…Error:" on. A box of one line has taken its line breaks out. */
function messageOf(query) {
  const last = [...query.matchAll(/(\w+\.)*\w*(Error|Warning|Exception):/g)].at(-1);
  return last ? query.slice(last.index) : query;
}

/** A verb without 안 or 못 written onto it: 안돼요 → 돼요. */
const withoutNot = (word) => (/^[안못]../.test(word) && (asks(word.slice(1)) || isLight(word.slice(1)) || verbs(word.slice(1)).sure) ? word.slice(1) : word);

/** The words of a query, folded: scripts apart, particles after an identifier and asking words left out. */
function wordsOf(query) {
  const words = [];
  const joined = query.replace(/(^|\s)([한두세네몇]|여러)\s+(?=번|개|가지)/g, "$1$2");
  for (const chunk of joined.split(/\s+/)) {
    const parts = chunk.match(/[가-힣ㄱ-ㅎㅏ-ㅣ]+|[A-Za-z0-9_][\w.]*/g) ?? [];
    parts.forEach((part, i) => {
      const text = fold(part.replace(/\.+$/, "")).text;
      if (text && !(i > 0 && isParticle(text))) words.push(text);
    });
  }
  const telling = words.map(withoutNot).filter((word) => !asks(word));
  return [...new Set(telling.length ? telling : words)];
}

/** The identifier of the book nearest to a mistyped one, within two slips (one for a short word); "" where none is. */
function nearest(index, word) {
  const allowed = word.length < 7 ? 1 : 2;
  let best = "", least = allowed + 1, most = 0;
  for (const [candidate, count] of index.words) {
    if (Math.abs(candidate.length - word.length) > allowed) continue;
    const distance = slips(word, candidate.toLowerCase(), allowed);
    if (distance < least || (distance === least && distance <= allowed && count > most)) [best, least, most] = [candidate, distance, count];
  }
  return best;
}

/** Letters changed, left out, added or swapped with the next between two words (optimal string alignment). */
function slips(a, b, allowed) {
  let older = [], old = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      row[j] = Math.min(old[j] + 1, row[j - 1] + 1, old[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], older[j - 2] + 1);
    }
    if (Math.min(...row) > allowed) return allowed + 1;
    [older, old] = [old, row];
  }
  return old[b.length];
}

/**
 * Answers a query: {results, total, partial, corrected}. Each result is {page, anchor, pageTitle, title, text, isCode}, title
 * and text as pieces [string, isMatch]. `partial` counts those of `total`, the last ones, that hold only a part of the words;
 * `corrected` is what was searched for instead of a slip of the keys, or "".
 */
export function search(index, typed, limit) {
  const query = typed.normalize("NFC").trim();
  const found = answer(index, query, limit, true);
  if (found.total > found.partial) return found;
  const other = /[ㄱ-ㅎㅏ-ㅣ가-힣]/.test(query) ? inLatin(query) : inKorean(query); // typed in the other keyboard mode
  const second = other.length > 1 ? answer(index, other, limit, false) : found;
  return second.total ? { ...second, corrected: other } : found;
}

function answer(index, query, limit, forgiving) {
  const empty = { results: [], total: 0, partial: 0, corrected: "" };
  if (!fold(query).text) return empty;

  if (isMessage(query)) {
    const found = scoreMessage(index, messageOf(query));
    if (found) return { ...rank(index, found.total, found.patterns, limit), partial: 0, corrected: "" };
  }

  const words = wordsOf(query), several = words.length > 1;
  if (!words.length) { // signs alone: +=, ∂
    const pattern = exactly(fold(query).text), scores = new Float32Array(index.sections.length);
    scan(index, pattern, 1, scores);
    return { ...rank(index, scores, [pattern], limit), partial: 0, corrected: "" };
  }

  const scored = words.map((word) => scoreKnown(index, word, forgiving, several));
  const corrected = scored.map((one) => one.meant).find(Boolean) ?? "";
  const heavy = scored.filter(({ word }) => !isLight(word));
  const telling = heavy.length ? heavy : scored;
  const near = several && forgiving && !isMessage(query); // of a message the book lacks, single words say nothing
  const worths = near ? worthOf(index, scored) : null;
  let total = scoreAll(index, telling), patterns = scored.flatMap((one) => one.patterns);
  if (near) total = total.map((score, i) => score && (score + worths[i]) / 2);
  if (MEANING.test(query)) preferTerms(index, telling, total);
  if (telling.every(({ found }) => found)) [total, patterns] = preferPhrase(index, query, words, total, patterns);

  const whole = rank(index, total, patterns, limit);
  if (!near || whole.total >= FEW) return { ...whole, partial: 0, corrected };
  const others = rank(index, worths.map((worth, i) => (total[i] ? 0 : worth)), patterns, limit);
  return {
    total: whole.total + others.total, partial: others.total, corrected,
    results: [...whole.results, ...others.results].slice(0, limit),
  };
}
const FEW = 5; // where fewer sections hold every word, the nearest follow them

/** The scores of a word: as it stands, as the book calls it (of several words, both), as an identifier mistyped: `meant`. */
function scoreKnown(index, word, forgiving, several) {
  const one = scoreWord(index, word, { forgiving, named: several && forgiving });
  if (one.found) return { word, ...one };
  const named = scoreWord(index, word, { forgiving, named: true });
  const meant = !named.found && forgiving && /^[a-z_][\w.]{3,}$/.test(word) && nearest(index, word.split(".").at(-1));
  return meant ? { word, meant, ...scoreWord(index, fold(meant).text) } : { word, ...named };
}

/** 텐서가 뭐예요: first where the glossary says it. */
function preferTerms(index, scored, total) {
  for (const { word } of scored) {
    for (const name of [word, ...withoutParticle(word), ...namesOf(index, word)]) {
      const term = index.terms.get(fold(name).text);
      if (total[term]) total[term] += 100;
    }
  }
}

/** The query as one phrase beats its words apart. */
function preferPhrase(index, query, words, total, patterns) {
  const phrase = fold(query.replace(/[\s():.,!?]+$/, "")).text;
  if (phrase === words[0] || phrase.length < 3) return [total, patterns];
  const scores = new Float32Array(index.sections.length), spacedQuery = /\s/.test(query);
  const ways = isHangul(phrase[0]) ? patternsOf(phrase, { spacedQuery }) : [[latin(phrase, { spacedQuery }), 1]];
  if (words.length > 1 && words.every((word) => /^\w+$/.test(word))) ways.push([latin(words.join("_")), 1]); // requires grad
  for (const name of namesOf(index, phrase)) ways.push([korean(fold(name).text, { spacedQuery: true }), 0.95]); // 로컬 그래디언트
  const phrases = ways.filter(([pattern, weight]) => scan(index, pattern, weight, scores)).map(([pattern]) => pattern);
  const alone = phrases.length > 0 && /[-=+*/^<>[\]∂]/.test(query) && !/[가-힣]/.test(query); // x**2, dy/dx: not x and 2
  if (alone) return [scores, phrases];
  return [total.map((score, i) => (scores[i] ? Math.max(score, scores[i]) + 20 : score)), [...phrases, ...patterns]];
}

/**
 * What each section is worth to a query of several words, 0 to about 100, by the rarest words it holds; 0 everywhere if the
 * book lacks what the query is about. A word that the book lacks counts as the rarest of all, a verb less than a noun, and a
 * light word little.
 */
function worthOf(index, scored) {
  const count = index.sections.length, rarest = Math.log(count) + 1;
  const weights = scored.map(({ word, found, scores }) => {
    const factor = isLight(word) || (found < 2 && word.length === 1) ? LIGHT_WORD : isPredicate(word) ? VERB : 1;
    if (found < 2) return rarest * factor * (factor < 1 || found ? UNKNOWN : 1);
    let held = 0;
    for (const score of scores) if (score) held++;
    return Math.log((count + 1) / (held + 0.5)) * factor;
  });
  const whole = sumOf(weights), known = sumOf(weights.filter((_, k) => scored[k].found >= 2));
  const total = new Float32Array(count);
  if (known < whole * ENOUGH) return total;
  for (let i = 0; i < count; i++) {
    const title = index.firstOf[index.sections[i][0]];
    for (const [k, { scores }] of scored.entries()) {
      const own = scores[i], titled = scores[title] >= BASE[TITLE] * 0.6;
      total[i] += weights[k] * (own ? 50 + own / 2 : titled ? 35 : 0) / known;
    }
  }
  const best = total.reduce((most, worth) => Math.max(most, worth), 0);
  return best < LEAST ? total.fill(0) : total.map((worth) => (worth >= best * NEAR ? worth : 0));
}
const sumOf = (numbers) => numbers.reduce((sum, number) => sum + number, 0);
const LIGHT_WORD = 0.25, VERB = 0.45, UNKNOWN = 0.4, ENOUGH = 0.6, LEAST = 30, NEAR = 0.6;

function rank(index, scores, patterns, limit) {
  const found = [];
  scores.forEach((score, i) => { if (score) found.push(i); });
  found.sort((a, b) => scores[b] - scores[a] || a - b);
  return { total: found.length, results: found.slice(0, limit).map((i) => resultOf(index, i, patterns)) };
}

// --- What a result shows. ---

/** Every match of the patterns in one field, as [from, to, quality] in the original text, in order. */
function matchesIn(index, field, original, patterns) {
  const from = index.starts[field], stop = index.starts[field + 1] - 1;
  const { map } = fold(original);
  const folded = index.text.slice(from, stop);
  const found = [];
  for (const { text, judge } of patterns) {
    for (let at = folded.indexOf(text); at !== -1; at = folded.indexOf(text, at + 1)) {
      const match = judge(index, from + at);
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

function resultOf(index, section, patterns) {
  const [page, anchor, title, prose, code] = index.sections[section];
  const [name, pageTitle] = index.pages[page];
  const inTitle = matchesIn(index, section * 3 + TITLE, title, patterns);
  const inProse = matchesIn(index, section * 3 + PROSE, prose, patterns);
  const inCode = inProse.length ? [] : matchesIn(index, section * 3 + CODE, code, patterns);
  const isCode = inCode.length > 0;
  return {
    page: name, anchor, pageTitle, isCode,
    title: pieces(title, inTitle),
    text: isCode ? excerpt(code, inCode, true) : excerpt(prose, inProse, false),
  };
}
