// How near a query comes to a question that readers ask of a section, or to its heading, as a whole: by what they share of
// neighbouring syllables and of Latin words. Spacing and most endings make no difference: 학습안되요 is near 학습이 안 됨.

import { isHangul, skeleton } from "./search-korean.js";
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
