// Search itself: no page, no network. `prepare` makes the index ready once, `search` answers a query.
//
// Each word of a query is looked for as patterns (search-patterns.js) among the words of the book (search-index.js). No
// morphological analysis: a pattern's judge knows a word's head, a particle after it, an identifier's edge.

import { nearest, nearQuestions, spelledAs } from "./search-asked.js";
import { inKorean, inLatin, isHangul, isParticle, activeOf, naming, verbs, withoutParticle } from "./search-korean.js";
import { ASKED, FIELDS, NOTED, TITLE, placesOf, prepare } from "./search-index.js";
import { COUNTED_WORD, LAST_RESORTS, exactly, korean, latin, patternsOf, verb } from "./search-patterns.js";
import { resultOf } from "./search-results.js";
import { fold } from "./search-text.js";
import { FOREIGN, GENERAL, KINDS, MEANING, SUFFIX, TRADE, asks, isDoing, isLight, isMessage, isPredicate, messageOf, withoutNot } from "./search-words.js";

export { prepare };

const BASE = [100, 40, 0, 75]; // a heading before what readers call it, then prose, then code and outputs
const COUNTED = 12; // matches counted in one field; more say nothing new

// --- Where it stands: one score a section. ---

/**
 * What patterns' places are worth in each section: {scores, sections: those that have any, found: the best quality or 0, shown:
 * the best in what the book shows}; with `asked`, in the words too that only readers use.
 */
function scan(index, patterns, asked = false) {
  const { lengths, scratch } = index, touched = [];
  const note = (field, count, { length, quality, weight }) => {
    const at = field * NOTED;
    if (scratch[at] && weight < scratch[at + 3]) return; // the weightiest alone are counted
    if (!scratch[at]) touched.push(field);
    else if (weight > scratch[at + 3]) scratch[at] = scratch[at + 1] = scratch[at + 2] = 0;
    scratch[at] += count;
    scratch[at + 1] += length * count;
    if (quality > scratch[at + 2]) scratch[at + 2] = quality;
    scratch[at + 3] = weight;
  };
  const { found: words, across } = placesOf(index, patterns);
  for (const [number, match] of words) {
    const fields = index.words.fields[number], whole = asked && match.quality === 3;
    for (let i = 0; i < fields.length; i += 2) if (whole || fields[i] % FIELDS !== ASKED) note(fields[i], fields[i + 1], match);
  }
  for (const [field, match] of across) if ((asked && match.quality === 3) || field % FIELDS !== ASKED) note(field, 1, match);

  const scores = new Float32Array(index.sections.length), sections = [];
  let found = 0, shown = 0;
  for (const field of touched) {
    const at = field * NOTED, times = scratch[at], quality = scratch[at + 2];
    const part = field % FIELDS, length = lengths[field], count = times < COUNTED ? times : COUNTED;
    const fits = part === TITLE ? 40 * Math.min(1, scratch[at + 1] / length) : 15 * count / (count + 1 + length / 300);
    const value = (BASE[part] + quality * 5 + fits) * scratch[at + 3];
    if (quality > found) found = quality;
    if (part !== ASKED && quality > shown) shown = quality;
    const section = (field - part) / FIELDS, before = scores[section];
    if (!before) sections.push(section);
    scores[section] = before ? Math.max(before, value) + Math.min(before, value) * 0.1 : value;
    scratch[at] = scratch[at + 1] = scratch[at + 2] = scratch[at + 3] = 0;
  }
  return { scores, sections, found, shown };
}

/** What the book calls what a word names: 로스가 → 손실, by the glossary and by `book/called.yml`. */
function namesOf(index, word) {
  const { stems } = verbs(word);
  const ways = [word, ...withoutParticle(word, 1), ...stems, ...stems.map((stem) => stem.replace(/[하되]$/, "")), ...stems.flatMap(activeOf)];
  if (naming(word)) ways.push(naming(word));
  for (const way of ways) {
    const names = [...(index.names.get(way) ?? []), ...(index.others.get(way) ?? [])];
    if (names.length) return names;
  }
  return [];
}

/**
 * What a word is worth in each section, as it stands and, where `named`, as the book calls it, which counts for less where the
 * word itself is the book's. `common`: in how many sections it stands.
 */
function scoreWord(index, word, { forgiving = true, named = false, asked = false } = {}) {
  let used = patternsOf(word), own = scan(index, used, asked);
  if (named) {
    const others = namedPatterns(index, word), names = scan(index, others, asked);
    const known = own.found >= 2 && own.sections.length * 5 >= names.sections.length, worth = known ? NAMED : 1, before = own.sections.length;
    used = [...used, ...others];
    for (const i of names.sections) {
      if (!own.scores[i]) own.sections.push(i);
      own.scores[i] = Math.max(own.scores[i], names.scores[i] * worth);
    }
    own = { ...own, common: known ? before : own.sections.length, found: Math.max(own.found, names.found), shown: Math.max(own.shown, names.shown) };
  }
  for (let i = 0; forgiving && !own.found && i < LAST_RESORTS.length; i++) {
    used = LAST_RESORTS[i](word).map((pattern) => [pattern, 0.6]);
    if (used.length) own = scan(index, used, asked);
    if (i === LAST_RESORTS.length - 1) own.found = Math.min(own.found, 1); // half a word is no whole one
  }
  return { word, common: own.sections.length, ...own, patterns: used.map(([pattern]) => pattern) };
}
const NAMED = 0.7;

/** The patterns of what the book calls what a word names, and of the verb that it is a form of. */
function namedPatterns(index, word) {
  const { stems } = verbs(word), used = [];
  for (const stem of stems) if (stem.length > 2 && /[하되]$/.test(stem)) used.push([korean(stem.slice(0, -1)), 0.8]); // 누적되나요 → 누적
  for (const stem of stems.flatMap(activeOf)) for (const pattern of verb(stem)) used.push([pattern, 0.7]);
  for (const name of namesOf(index, word)) {
    const ways = name.endsWith("-") ? verb(name.slice(0, -1)).map((pattern) => [pattern, 1]) : patternsOf(fold(name).text, { spacedQuery: true });
    for (const [pattern, weight] of ways) used.push([pattern, weight * 0.9]);
  }
  return used;
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
  const { total, patterns } = scoreParts(index, message);
  for (const { section } of index.entries) if (total[section]) total[section] += 200;
  if (named) total[named.section] += 1000;
  return total.some(Boolean) ? { total, patterns: named ? [...patterns, ...named.pieces.map(exactly)] : patterns } : null;
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
      const { scores, sections } = scan(index, [[pattern, 1]]);
      for (const i of sections) {
        covered[i] += pattern.text.length / length;
        best[i] = Math.max(best[i], scores[i]);
      }
    }
    const total = covered.map((share, i) => (share >= 0.5 ? best[i] + 60 * share : 0));
    if (total.some(Boolean)) return { total, patterns };
  }
  return { total: new Float32Array(index.sections.length), patterns: [] };
}

// --- The query. ---

const SHAPE = /[([]\d+,\s*[)\]]|[([](?=[\d\s,]*\d\d)\d+(,\s*\d+)+[)\]]/g; // (32, 1), [64,]: in code and messages tensors are as large only in their shapes

/** The words of a query, folded: scripts apart, particles after an identifier and asking words left out. */
function wordsOf(index, query) {
  const words = [];
  const joined = query.replace(SHAPE, " 모양 ").replace(/2(?=계|차\s?(?:도함수|미분))/g, "이").replace(/(^|\s)([한두세네몇]|여러)\s+(?=번|개|가지|군데|시간)/g, "$1$2");
  for (const chunk of joined.split(/\s+/)) {
    const parts = chunk.match(/[가-힣ㄱ-ㅎㅏ-ㅣ]+|[A-Za-z0-9_][\w.]*|(?<=^|\w)([-+*/]=|\*\*)/g) ?? [];
    parts.forEach((part, i) => {
      const text = fold(part.replace(/\.+$/, "")).text, counted = COUNTED_WORD.exec(text)?.[0] ?? "", rest = text.slice(counted.length);
      if (counted && rest.length > 1 && !isParticle(rest)) words.push(counted, rest); // 두번미분
      else if (text && !((i > 0 || words.length) && isParticle(text))) words.push(text); // `grad` 를
    });
  }
  const known = words.map((word) => index.questions.identifiers.get(word) ?? word); // zerograd
  const telling = namesIn(index, known.flatMap((word) => apart(index, withoutNot(word)))).filter((word) => !asks(word));
  return [...new Set(telling.length ? telling : words)];
}

/** The words that stand in one without white space: 텐서값만꺼내기 → 텐서, 값, 꺼내기; the word itself where they are not all known. */
function apart(index, word) {
  if (word.length < TOGETHER || word.length > LONGEST || ![...word].every(isHangul) || index.vocabulary.has(word) || FOREIGN.test(word)) return [word];
  const known = (part) => (part.length === 1 ? ALONE.includes(part) : index.vocabulary.has(part));
  const asking = (part) => part.length > 1 && part.length <= TOGETHER && (asks(part) || isLight(part) || verbs(part).sure);
  const dead = new Set(); // what is known not to come apart
  const split = (rest) => {
    if (!rest) return [];
    for (const test of dead.has(rest) ? [] : [known, asking]) {
      for (let cut = rest.length; cut > 0; cut--) {
        if (!test(rest.slice(0, cut))) continue;
        for (let n = Math.min(3, rest.length - cut); n >= 0; n--) {
          const others = (!n || isParticle(rest.slice(cut, cut + n))) && split(rest.slice(cut + n));
          if (others) return [rest.slice(0, cut), ...others];
        }
      }
    }
    dead.add(rest);
    return null;
  };
  return split(word) ?? [word];
}
const TOGETHER = 5, LONGEST = 40; // syllables: of fewer, few are more than one word
const ALONE = "훅층뷰값법때전후중"; // syllables that are words

/** Words that are one name made one: 체인 룰 → 체인룰, 역 전파를 → 역전파, which the glossary knows. */
function namesIn(index, words) {
  const whole = [];
  for (const word of words) {
    const before = whole.at(-1) ?? "", ways = [word, ...withoutParticle(word, 1)].map((way) => before + way);
    const one = before && ways.find((way) => index.names.has(way) || index.others.has(way) || (before.length === 1 && index.glossary.includes(way)));
    if (one) whole[whole.length - 1] = one;
    else whole.push(word);
  }
  return whole;
}

/**
 * Answers a query: {results, total, partial, corrected}. Each result is {page, anchor, pageTitle, title, text, isCode}, title
 * and text as pieces [string, isMatch]. `partial` counts those of `total`, the last ones, that hold only a part of the words;
 * `corrected` is what was searched for instead of a slip of the keys, or "".
 */
export function search(index, typed, limit) {
  const query = typed.normalize("NFC").trim();
  const found = answer(index, query, limit, true);
  if (found.total) return found;
  const other = /[ㄱ-ㅎㅏ-ㅣ가-힣]/.test(query) ? inLatin(query) : inKorean(query); // typed in the other keyboard mode
  const second = other.length > 1 ? answer(index, other, limit, false) : found;
  return second.total ? { ...second, corrected: other } : found;
}

function answer(index, query, limit, forgiving) {
  const empty = { results: [], total: 0, partial: 0, corrected: "" };
  if (!fold(query).text) return empty;

  if (isMessage(query)) {
    const found = scoreMessage(index, messageOf(query));
    if (found) preferKinds(index, query, found.total);
    if (found) return { ...rank(index, found.total, found.patterns, limit), partial: 0, corrected: "" };
  }

  const words = wordsOf(index, query);
  if (!words.length) { // signs alone: +=, ∂
    const pattern = exactly(fold(query).text);
    return { ...rank(index, scan(index, [[pattern, 1]]).scores, [pattern], limit), partial: 0, corrected: "" };
  }

  const near = (words.length > 1 || /\s/.test(query)) && forgiving && !/\w(Error|Warning|Exception):/.test(query); // of a message the book lacks, single words say nothing
  let scored = words.map((word) => scoreKnown(index, word, forgiving, near));
  if (near) scored = scored.flatMap((one) => scoreParted(index, one));
  const corrected = scored.map((one) => one.meant).find(Boolean) ?? "";
  const code = near ? codeIn(index, query, words) : [];
  const here = scored.some(({ word }) => PYTORCH.test(word)); // jax.vmap 파이토치에서는: what it is here
  const heavy = scored.filter(({ word }) => !isLight(word) && !(here && FOREIGN.test(word))), telling = heavy.length ? heavy : scored;
  const { total, held } = near ? worthOf(index, query, [...scored, ...code], telling) : { total: average(index, telling), held: null };
  let patterns = [...code, ...scored].flatMap((one) => one.patterns);
  if (MEANING.test(query) || index.names.has(fold(query).text)) preferTerms(index, telling, total, TERM);
  else if (COMPARING.test(query)) preferTerms(index, telling, total, COMPARED);
  preferKinds(index, query, total);
  if (telling.every(({ found }) => found)) patterns = preferPhrase(index, query, words, total, patterns);

  const ranked = rank(index, total, patterns, limit);
  let partial = 0;
  if (held) for (let i = 0; i < held.length; i++) if (total[i] && held[i] < telling.length) partial++;
  return { ...ranked, partial, corrected };
}

const PYTORCH = /^(파이토치|토치|pytorch|torch)/;

/** Code in a query as the book writes it: tensor([1.]), sum().backward(), and zero_grad for zero grad. */
function codeIn(index, query, words) {
  const chunks = query.match(/[\w.]*\w[([=.][\w()[\]=.,*+<>-]+/g) ?? [];
  const code = chunks.map((chunk) => fold(chunk).text).filter((text) => text.length > 3).map((text) => {
    const pattern = latin(text), scanned = scan(index, [[pattern, 1]], true);
    return { word: text, ...scanned, common: scanned.sections.length, patterns: [pattern] };
  });
  const names = words.map((word, i) => `${words[i - 1]}_${word}`).filter((name) => index.folded.has(name));
  return [...code, ...names.map((name) => scoreWord(index, name, { forgiving: false, named: true }))];
}

/** The mean of the words' scores in each section that holds every word. */
function average(index, scored) {
  const total = new Float32Array(index.sections.length), [{ sections }, ...others] = scored;
  for (const i of sections) {
    if (others.every(({ scores }) => scores[i])) total[i] = sumOf(scored.map(({ scores }) => scores[i])) / scored.length;
  }
  return total;
}

/** The scores of a word: as it stands, as the book calls it (of several words, both), as an identifier mistyped: `meant`. */
function scoreKnown(index, word, forgiving, several) {
  if (FOREIGN.test(word)) return { word, ...scan(index, []), common: 0, patterns: [] };
  const one = scoreWord(index, word, { forgiving, named: several && forgiving, asked: several });
  if (one.found > 1 || (one.found && !forgiving)) return one;
  const named = one.found ? one : scoreWord(index, word, { forgiving, named: true, asked: true });
  if (named.found >= 2 || !forgiving) return named;
  const spelled = spelledAs(index, word);
  if (spelled) return { ...scoreWord(index, spelled, { forgiving: false, named: true, asked: true }), word: spelled };
  if (one.found) return one;
  if (/\w_$/.test(word)) return scoreKnown(index, word.replace(/_+$/, ""), forgiving, several); // loss.requires_grad_(True)
  const meant = !named.found && /^[a-z_][\w.]{3,}$/.test(word) && nearest(index, word.split(".").at(-1));
  return meant ? { ...scoreWord(index, fold(meant).text), word, meant } : named;
}

/** The scores of a word that the book lacks as a whole, by its parts: 선형회귀 → 선형, 회귀; 에러남 → 에러. */
function scoreParted(index, one) {
  const { word } = one;
  if (one.found >= 2 || FOREIGN.test(word) || word.length < 3 || ![...word].every(isHangul)) return [one];
  for (let cut = word.length - 1; cut > 1; cut--) {
    const first = word.slice(0, cut), rest = word.slice(cut);
    const head = scoreWord(index, first, { forgiving: false, named: true, asked: true });
    if (head.found < 3 && !isLight(first)) continue;
    if (SUFFIX.test(rest) || (rest.length > 1 && asks(rest)) || isLight(rest)) return [head];
    const tail = rest.length > 1 ? scoreWord(index, rest, { forgiving: false, named: true, asked: true }) : null;
    if (tail?.found === 3) return [head, tail];
  }
  return [one];
}

/** 텐서가 뭐예요, 그래디언트: first where the glossary says it. */
function preferTerms(index, scored, total, more) {
  for (const { word } of scored) {
    for (const name of [word, word.split(".").at(-1), ...withoutParticle(word), ...namesOf(index, word)]) {
      const term = index.terms.get(fold(name).text);
      if (term !== undefined) total[term] += more;
    }
  }
}
const COMPARING = /차이|다른|다르|달라|다름|같은\s?(거|건|것|말|뜻)|구분|구별|헷갈|\bvs\b/, TERM = 100, COMPARED = 100;

/** Of headings that ask as the query does, and of the dictionary where it speaks of an error, a little more; of exercises less. */
function preferKinds(index, query, total) {
  const kinds = KINDS.filter(([asked]) => asked.test(query)).map(([, answers]) => answers);
  const entries = TROUBLE.test(query) ? new Set(index.entries.map(({ section }) => section)) : null;
  for (const i of bestOf(total, CHANCE)) {
    const title = index.fields[FIELDS * i + TITLE], page = index.pages[index.sections[i][0]][0];
    if (/(^|\/)sources$/.test(page)) total[i] *= SOURCE;
    else if (/^(연습|간추리면)/.test(title)) total[i] *= EXERCISE;
    else if (entries?.has(i) || kinds.some((answers) => answers.test(title))) total[i] *= FITTING;
  }
}
const TROUBLE = /에러|오류|경고|error|warning|안\s?[되돼됨됩나]|이상해|터[지져짐]/i;
const CHANCE = 60; // sections that may come forward: others lie too far behind
const EXERCISE = 0.93, FITTING = 1.08, SOURCE = 0.8; // a source leads out of the book: after what explains

/** The query as one phrase beats its words apart: adds to `total`, returns the patterns. */
function preferPhrase(index, query, words, total, patterns) {
  const phrase = fold(query.replace(/[\s():.,!?]+$/, "")).text;
  if (phrase === words[0] || phrase.length < 3) return patterns;
  const spacedQuery = /\s/.test(query);
  const ways = isHangul(phrase[0]) ? patternsOf(phrase, { spacedQuery }) : [[latin(phrase, { spacedQuery }), 1]];
  if (words.length > 1 && words.every((word) => /^\w+$/.test(word))) ways.push([latin(words.join("_")), 1]); // requires grad
  for (const name of namesOf(index, phrase)) ways.push([korean(fold(name).text, { spacedQuery: true }), 0.95]); // 로컬 그래디언트
  const { scores, sections } = scan(index, ways), phrases = ways.map(([pattern]) => pattern);
  if (!sections.length) return patterns;
  if (/[-=+*/^<>[\]∂]/.test(query) && !/[가-힣]/.test(query)) { // x**2, dy/dx: not x and 2
    total.set(scores);
    return phrases;
  }
  for (const i of sections) if (total[i]) total[i] = Math.max(total[i], scores[i]) + 20;
  return [...phrases, ...patterns];
}

/**
 * What each section is worth to a query of several words, by the rarest words it holds: {total, held: how many of the telling
 * words}. Nothing where the book lacks what the query is about.
 */
function worthOf(index, query, scored, telling) {
  const count = index.sections.length, total = new Float32Array(count), held = new Uint8Array(count);
  const { near: questions, held: together } = nearQuestions(index.questions, query, FAR);
  const called = inTheBooksWords(index, query);
  if (called !== query) { // as the book would ask it: 로스가 안 줄어요, 손실이 안 줄어요
    const other = nearQuestions(index.questions, called, FAR);
    for (const [i, nearness] of other.near) if (nearness * CALLED > (questions.get(i) ?? 0)) questions.set(i, nearness * CALLED);
    for (let i = 0; i < count; i++) together[i] = Math.max(together[i], other.held[i] * CALLED);
  }
  if (!isAbout(index, telling) && (telling.some(({ word }) => FOREIGN.test(word)) || !isNear(questions))) return { total, held };
  const weights = scored.map((one) => weightOf(index, one));
  const known = sumOf(weights.filter((_, k) => scored[k].found >= 2)) || 1;
  for (const [k, one] of scored.entries()) {
    const { scores, sections } = one, weight = weights[k] / known, tells = telling.includes(one) ? 1 : 0;
    for (const i of sections) {
      total[i] += weight * (OWN + OWN_MORE * scores[i]);
      held[i] += tells;
    }
  }
  for (const [k, one] of scored.entries()) {
    for (const page of pagesTitled(index, one)) { // a page's title speaks for its sections too
      for (let i = index.firstOf[page]; index.pageOf[i] === page; i++) {
        if (total[i] && !one.scores[i]) total[i] += weights[k] / known * TITLED;
      }
    }
  }
  for (const [i, nearness] of questions) {
    if (total[i] || nearness > NEARLY) total[i] += AS_ASKED * (nearness - FAR);
  }
  let best = 0;
  for (let i = 0; i < count; i++) {
    if (!total[i]) continue;
    total[i] += TOGETHER_ASKED * together[i];
    if (held[i] === telling.length) total[i] += WHOLE;
    best = Math.max(best, total[i]);
  }
  const fifth = total[bestOf(total, FEW).at(-1)] ?? 0; // few results help less than some that are farther
  const far = telling.length > 3 ? FAR_OFF : FAR_OFF_OF_FEW;
  for (let i = 0; i < count; i++) if (held[i] < telling.length && total[i] < best * NEAR && total[i] < Math.max(fifth, best * far)) total[i] = 0;
  return { total, held };
}
const TOGETHER_ASKED = 50, AS_ASKED = 150, FAR = 0.25, NEARLY = 0.5, NEARLY_THE_SAME = 0.55; // how near the query comes to a question
const OWN = 30, OWN_MORE = 1, TITLED = 30, WHOLE = 8, NEAR = 0.55, FAR_OFF = 0.4, FAR_OFF_OF_FEW = 0.5, FEW = 5;
const sumOf = (numbers) => numbers.reduce((sum, number) => sum + number, 0);

/** How much a word says: the rarer the more, yet one rare word by the way no more than several; a verb less than a noun, a light word little. */
function weightOf(index, { word, found, common }) {
  const factor = NAME.test(word) && found === 3 && common <= RARE * index.sections.length ? RARE_NAME : isLight(word) ? LIGHT_WORD : isPredicate(word) && !isDoing(word) ? VERB : 1;
  return Math.sqrt(Math.log((index.sections.length + 1) / (common + 0.5))) * factor * (found < 2 ? UNSURE : 1);
}
const NAME = /\w_\w/, RARE_NAME = 1.6, LIGHT_WORD = 0.25, VERB = 0.6, UNSURE = 0.4;

/** A query with each noun as the book calls it: 로스가 안 줄어요 → 손실 안 줄어요. */
function inTheBooksWords(index, query) {
  return query.replace(/[가-힣]+|[A-Za-z_]\w*/g, (run) => {
    for (const way of [run, ...withoutParticle(run, 1)].map((way) => way.toLowerCase())) {
      const [name] = index.others.get(way) ?? [];
      if (name && !name.endsWith("-")) return name;
    }
    return run;
  });
}
const CALLED = 0.9;

function pagesTitled(index, { sections, scores }) {
  const pages = [];
  for (const i of sections) if (index.firstOf[index.pageOf[i]] === i && scores[i] >= BASE[TITLE] * 0.6) pages.push(index.pageOf[i]);
  return pages;
}

/**
 * Whether the book has what a query is about: it names an identifier that readers call a section by, or of its nouns at least as
 * many are of the trade as the book lacks. A general word that only readers use is none of the book's.
 */
function isAbout(index, telling) {
  if (telling.some(({ word }) => index.called.names.has(word) || index.called.names.has(word.split(".").at(-1)))) return true;
  const lacks = ({ word, found, shown, meant }) => found < 2 || (meant && telling.length > 1 && /^[a-z]{1,7}$/.test(word)) || (shown < 2 && GENERAL.has(word));
  const missing = telling.filter((one) => lacks(one) && !(isPredicate(one.word) && (one.found || one.word.length > 2)) && !OWN_NAME.test(one.word));
  const unknown = missing.filter(({ word }) => !TRADE.has(word)); // of the trade, though the book has not the word: classifier
  const lacking = unknown.length + unknown.filter(({ word }) => FOREIGN.test(word)).length;
  if (!missing.length) return telling.some(({ word, found, common }) => found >= 2 && (telling.length < 3 || !GENERAL.has(word)) && !(isPredicate(word) && common > COMMON * index.sections.length && telling.some((other) => other.found < 1)));
  if (!lacking) return telling.some((one) => one.found >= 2 && !GENERAL.has(one.word) && (isTerm(index, one) || !isPredicate(one.word)));
  return sumOf(telling.map((one) => (one.shown >= 2 && isTerm(index, one) ? 1 : isRare(index, one) ? HALF : 0))) >= lacking;
}
const isRare = (index, { word, found, common }) => found === 3 && common <= RARE * index.sections.length && word.length > 1 && !GENERAL.has(word) && !isPredicate(word) && /[가-힣_]/.test(word);
const COMMON = 0.06, RARE = 0.018, HALF = 0.5;
const isNear = (questions) => [...questions.values()].some((nearness) => nearness >= NEARLY_THE_SAME);
const OWN_NAME = /_|^[\d.x]+$|^\w{1,2}$/; // of a variable in the reader's own code

/** Whether a word is of the trade: a term of the glossary (뉴턴 of 뉴턴법) or another name of one, an identifier of a heading. */
function isTerm(index, { word, meant }) {
  const ways = [word, ...withoutParticle(word, 1), ...verbs(word).stems.filter((stem) => stem.length > 2 && /[하되]$/.test(stem)).map((stem) => stem.slice(0, -1))];
  if (ways.some((way) => TRADE.has(way) || (index.others.has(way) && !GENERAL.has(way)))) return true;
  if (meant || COUNTED_WORD.test(word) || ways.some((way) => GENERAL.has(way))) return false;
  if (index.called.acronyms.has(word) || word.split(".").some((name) => index.headings.has(name))) return true;
  const names = namesOf(index, word).map((name) => fold(name).text);
  if (names.some((name) => TRADE.has(name))) return true;
  return [...ways.filter((way) => way.length > 1 || ALONE.includes(way)), ...names].some((way) => !GENERAL.has(way) && index.glossary.some((term) => term === way || (term.startsWith(way) && SUFFIX.test(term.slice(way.length)))));
}

/** The sections of the highest scores, at most `limit`, the earlier of equals first. */
function bestOf(scores, limit) {
  const found = [];
  for (let i = 0; i < scores.length; i++) {
    if (!scores[i] || (found.length === limit && scores[i] <= scores[found[limit - 1]])) continue;
    let at = found.length;
    while (at > 0 && scores[found[at - 1]] < scores[i]) at--;
    found.splice(at, 0, i);
    if (found.length > limit) found.pop();
  }
  return found;
}

function rank(index, scores, patterns, limit) {
  let total = 0;
  for (let i = 0; i < scores.length; i++) if (scores[i]) total++;
  return { total, results: bestOf(scores, limit).map((i) => resultOf(index, i, patterns)) };
}
