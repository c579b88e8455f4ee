// What one word of a query is looked for as. A pattern is a string to find and a judge of each place it stands at:
// judge({text, flags}, at) → null or {quality 1–3, length}; `crosses` where it may go over white space.

import { forms, isHangul, isParticle, join, mayFollow, naming, split, verbs, withoutParticle } from "./search-korean.js";
import { HEAD, SPACE, WORD } from "./search-text.js";

const spaced = (place, at) => at >= place.text.length || (place.flags[at] & SPACE) !== 0 || place.text[at] === "\n" || place.text[at] === "\f";

/** The rest of the Hangul word that stands at `at`, up to white space or another script. */
function restOfWord(place, at) {
  let to = at;
  while (isHangul(place.text[to] ?? "") && !(place.flags[to] & SPACE)) to++;
  return place.text.slice(at, to);
}

/** Hangul, two syllables or more: anywhere in a word; across white space only from a word's head. */
export function korean(text, { spacedQuery = false } = {}) {
  return { text, crosses: spacedQuery || text.length > 2, judge(place, at) {
    const head = (place.flags[at] & HEAD) !== 0;
    const to = at + text.length;
    for (let i = at + 1; i < to; i++) {
      if (!(place.flags[i] & SPACE)) continue;
      const compound = spacedQuery || text.length > 3 || (text.length === 3 && i === at + 2); // 손실값 for 손실 값, not 이기는 for 이 기는
      if (!head || !compound) return null;
    }
    const rest = restOfWord(place, to);
    const whole = spaced(place, to) || rest === "" || isParticle(rest);
    return { quality: head ? (whole ? 3 : 2) : 1, length: text.length };
  } };
}

/** One syllable: at a word's head, alone or before a particle. */
function syllable(text) {
  return { text, judge(place, at) {
    if (!(place.flags[at] & HEAD)) return null;
    const rest = spaced(place, at + 1) ? "" : restOfWord(place, at + 1);
    return rest === "" || isParticle(rest) ? { quality: 3, length: 1 } : null;
  } };
}

/** Text as it stands, wherever it stands. */
export const exactly = (text) => ({ text, crosses: true, judge: () => ({ quality: 3, length: text.length }) });

/** Every form of a verb, found by what its forms share: 곱 + 하·한·합·해…, then an ending. */
export function verb(stem) {
  const all = forms(stem);
  let shared = all[0][0];
  for (const [form] of all) while (!form.startsWith(shared)) shared = shared.slice(0, -1);
  const judge = (place, at) => {
    const head = (place.flags[at] & HEAD) !== 0;
    if (!head && stem.length < 3) return null;
    for (const [form, shape] of all) {
      if (!place.text.startsWith(form, at)) continue;
      const to = at + form.length;
      for (let i = at + 1; i < to; i++) if (place.flags[i] & SPACE) return null;
      if (mayFollow(shape, spaced(place, to) ? "" : restOfWord(place, to))) return { quality: head ? 3 : 1, length: form.length };
    }
    return null;
  };
  const texts = shared ? [shared] : [...new Set(all.map(([form]) => form))];
  return texts.map((text) => ({ text, judge }));
}

/** Two syllables that stand apart in the book, the second alone or before a particle: 두번 for 두 번. */
const apart = (text) => ({ text, crosses: true, judge(place, at) {
  if (!(place.flags[at] & HEAD) || !(place.flags[at + 1] & SPACE)) return null;
  const rest = spaced(place, at + 2) ? "" : restOfWord(place, at + 2);
  return rest === "" || isParticle(rest) ? { quality: 2, length: 2 } : null;
} });

/** The first syllable of a word: what shows while its second is still to come. */
const firstSyllable = (text) => ({ text, judge: (place, at) => (place.flags[at] & HEAD ? { quality: 1, length: 1 } : null) });

/** Letters, digits and signs: from a part's head (`grad` in `requires_grad`); two characters or fewer only as a whole. */
export function latin(text, { inside = false, spacedQuery = false } = {}) {
  const named = /[a-z0-9_]/.test(text[0]), open = /[a-z0-9_]$/.test(text);
  return { text, crosses: spacedQuery || text.length > 5 || /\W/.test(text), judge(place, at) {
    const to = at + text.length;
    if (named && !(place.flags[at] & (HEAD | WORD)) && !inside) return null;
    for (let i = at + 1; i < to && !spacedQuery && text.length < 6; i++) { // nograd for no grad, not eval for e val
      if (place.flags[i] & SPACE && /\w\w/.test(place.text.slice(i - 1, i + 1))) return null;
    }
    const next = place.text[to] ?? "";
    const wordEnd = !open || spaced(place, to) || !/[a-z0-9_]/.test(next);
    const partEnd = wordEnd || next === "_" || (place.flags[to] & HEAD) !== 0;
    const whole = wordEnd && (!named || (place.flags[at] & WORD) !== 0);
    if (text.length < 3 && named && !whole) return null;
    return { quality: whole ? 3 : partEnd ? 2 : 1, length: text.length };
  } };
}

/** A syllable still being composed: what has been typed of it may yet become any of these. */
function composing(word) {
  const last = word.at(-1), head = word.slice(0, -1);
  if (!head) return [];
  const starts = (range) => ({ text: head, judge(place, at) {
    const next = place.text[at + head.length] ?? "";
    if (!(place.flags[at] & HEAD) || !range(next, place.text[at + head.length + 1] ?? "")) return null;
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

export const COUNTED_WORD = /^([한두세네몇]|여러)(번째|번|개|가지|군데|시간)/; // 두번 and 두 번 are one

const ALONE = "훅층뷰값"; // of one syllable, and too telling for 훅을 not to be 훅

/** The patterns of one word of a query, best first: [pattern, weight]. */
export function patternsOf(word, options) {
  const counted = COUNTED_WORD.exec(word)?.[0];
  if (counted) return [[korean(counted, { spacedQuery: true }), 1]];
  if (!isHangul(word[0])) {
    const found = [[/^\W+$/.test(word) ? exactly(word) : latin(word), 1]];
    const last = word.split(".").at(-1); // but x.grad.zero_ means no zero_grad
    if (last !== word && last.length > 2 && !last.endsWith("_") && (last.includes("_") || last.length > 5)) found.push([latin(last), 0.7]);
    return found;
  }
  if (word.length === 1) return [[syllable(word), 1]];
  const found = [[korean(word, options), 1]];
  for (const stem of withoutParticle(word)) found.push([korean(stem, options), 0.98]);
  for (const stem of withoutParticle(word, 1)) if (stem.length === 1 && (word.length > 2 || ALONE.includes(stem))) found.push([syllable(stem), 0.9]); // 책이랑
  const { stems, sure } = verbs(word);
  if (sure) for (const stem of stems) for (const pattern of verb(stem)) found.push([pattern, 0.8]);
  if (!sure && naming(word)) for (const pattern of verb(naming(word))) found.push([pattern, 0.8]);
  return found;
}

/** What is tried for a word that nothing matches, one after the other. */
export const LAST_RESORTS = [
  (word) => (word.length === 2 && [...word].every(isHangul) ? [apart(word)] : []),
  (word) => (word.length === 1 && isHangul(word) ? [firstSyllable(word)] : []),
  (word) => (isHangul(word[0]) && !verbs(word).sure ? verbs(word).stems.flatMap(verb) : []),
  (word) => (isHangul(word.at(-1)) || /[ㄱ-ㅎㅏ-ㅣ]/.test(word.at(-1)) ? composing(word) : []),
  (word) => verbs(word).stems.filter((stem) => stem.length > 2 && /[하되]$/.test(stem)).map((stem) => korean(stem.slice(0, -1))), // 누적되다 → 누적
  (word) => (/^[a-z_]{4,}$/.test(word) ? [latin(word, { inside: true })] : []),
  (word) => ([...word].every(isHangul) ? [word.slice(0, -1), word.slice(0, -2)].filter((start) => start.length > 1).map((start) => korean(start)) : []), // 뉴턴법 → 뉴턴
];
