// How near a query comes to a question that readers ask of a section, or to its heading, as a whole: by what they share of
// neighbouring syllables and of Latin words. Spacing and most endings make no difference: 학습안되요 is near 학습이 안 됨. And how near
// a word comes to one that the book spells otherwise.

import { inLatin, isHangul, skeleton, soundOf, withoutParticle } from "./search-korean.js";
import { BREAK } from "./search-text.js";
import { ASKING } from "./search-words.js";

const EXERCISE = /^(연습|간추리면)/; // headings that are on every page

const rootOf = (word) => word.replace(/(?<=...)(ing|ed|es|s|e)$/, ""); // freezing, freeze → freez

/**
 * The pairs of neighbouring syllables of a text, across white space, its Latin words and their parts, its digits, each once. `identifiers`
 * knows how those are written that a reader may write without _.
 */
function gramsOf(text, identifiers) {
  const grams = new Set();
  for (const [run] of text.toLowerCase().matchAll(/[가-힣\s]+|[a-z_]\w*|(?<![\d.])\d(?![\d.])/g)) {
    const syllables = [...run].filter(isHangul).map(skeleton);
    for (let i = 1; i < syllables.length; i++) grams.add(syllables[i - 1] + syllables[i]);
    if (!/\w/.test(run) || run === "torch") continue;
    const whole = run.replaceAll("_", "");
    for (const word of [whole, ...(identifiers.get(run) ?? run).split("_")]) if (word && !ASKING.has(word)) grams.add(rootOf(word));
  }
  return grams;
}

/** The questions of the book: {holding: gram → the questions that hold it, section and length of each question, …}. */
export function questionsOf(sections) {
  const holding = new Map(), section = [], all = [];
  const written = sections.flatMap(([, , title, , , asked = ""]) => `${title} ${asked}`.toLowerCase().match(/[a-z]+_\w+/g) ?? []);
  const identifiers = new Map(written.map((name) => [name.replaceAll("_", ""), name]));
  sections.forEach(([, , title, , , asked], i) => {
    for (const question of [...(EXERCISE.test(title) ? [] : [title]), ...(asked ? asked.split(BREAK) : [])]) {
      if (!question.includes(" ")) continue; // a word is found as a word
      const grams = gramsOf(question, identifiers);
      for (const gram of grams) {
        if (!holding.has(gram)) holding.set(gram, []);
        holding.get(gram).push(section.length);
      }
      section.push(i);
      all.push(grams);
    }
  });
  const weight = (gram) => Math.log(1 + section.length / (holding.get(gram)?.length ?? 1));
  const lengthOf = (grams) => Math.hypot(...[...grams].map(weight));
  const length = Float32Array.from(all, lengthOf), shared = new Float32Array(section.length);
  return { count: sections.length, holding, identifiers, section, weight, lengthOf, length, shared };
}

/**
 * How near the query comes to what readers ask, as {near, held}: section → how near the nearest of its questions is, from 0 to 1
 * for the same, where nearer than `least`; and for each section how much of the query all of its questions hold together.
 */
export function nearQuestions({ count, holding, identifiers, section, weight, lengthOf, length, shared }, query, least) {
  const grams = gramsOf(query, identifiers), whole = lengthOf(grams), touched = [], near = new Map(), held = new Float32Array(count);
  for (const gram of grams) {
    const worth = weight(gram) ** 2;
    let last = -1; // the questions of a section stand together
    for (const question of holding.get(gram) ?? []) {
      if (!shared[question]) touched.push(question);
      shared[question] += worth;
      if (section[question] === last) continue;
      last = section[question];
      held[last] += worth / whole ** 2;
    }
  }
  for (const question of touched) {
    const nearness = shared[question] / (whole * length[question]);
    if (nearness > (near.get(section[question]) ?? least)) near.set(section[question], nearness);
    shared[question] = 0;
  }
  return { near, held };
}

// --- A word and its spelling. ---

/**
 * A word as the book or called.yml spells it: 텐써 → 텐서, which sounds alike, and of another tongue, which readers spell in many ways,
 * 그레디언트 → 그래디언트. "" where none is near. Two words are near where one letter in each six differs.
 */
export function spelledAs(index, word) {
  if (![...word].every(isHangul)) return "";
  for (const stem of [word, ...withoutParticle(word)]) {
    const alike = soundsOf(index).get(soundOf(stem));
    if (alike && alike !== stem) return alike;
  }
  for (const stem of word.length < 4 ? [] : [...withoutParticle(word, 3), word]) {
    const typed = inLatin(stem), allowed = Math.floor(typed.length / 6);
    for (const [name, keys] of index.loanwords) {
      if (Math.abs(keys.length - typed.length) <= allowed && keys[0] === typed[0] && slips(typed, keys, allowed) <= allowed) return name;
    }
  }
  return "";
}

/** The book's words of Hangul by their sound, of two syllables only those that name a thing; made when first needed. */
function soundsOf(index) {
  if (!index.sounds) {
    const names = [...index.others.keys(), ...index.names.keys(), ...index.glossary];
    const words = [...[...index.vocabulary].filter((word) => word.length > 2), ...names].filter((word) => [...word].every(isHangul));
    index.sounds = new Map(words.map((word) => [soundOf(word), word]));
  }
  return index.sounds;
}

/** The identifier of the book nearest to a mistyped one, within two slips (one for a short word); "" where none is. */
export function nearest(index, word) {
  const allowed = word.length < 7 ? 1 : 2, plain = !word.includes("_"); // English has many words one slip away
  let best = "", least = allowed + 1, most = 0;
  for (const [candidate, count] of index.identifiers) {
    if (Math.abs(candidate.length - word.length) > allowed || (plain && candidate[0].toLowerCase() !== word[0])) continue;
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
