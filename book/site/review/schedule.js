// When what was learned comes back, and what of it today. Pure: no page, no storage, no clock. esbuild bundles it with FSRS
// into _static/review-schedule.js (sitebook/review.py); only the page of the review loads it.

import { createEmptyCard, fsrs } from "ts-fsrs";

// Whole days, and no chance: the same answers give the same days on every device.
const scheduler = fsrs({ enable_fuzz: false, enable_short_term: false });
const date = (day) => new Date(day * 86_400_000);
const SECONDS = { prediction: 40, exercise: 120 };
export const SESSION = 600; // seconds of one day's review

/** The day on which a card comes back after the reviews of its log: [[day, grade], …]. */
export function dueAfter(log) {
  let card = createEmptyCard(date(log[0][0]));
  for (const [day, grade] of log) card = scheduler.next(card, date(day), grade).card;
  return Math.floor(card.due / 86_400_000);
}

export const secondsOf = (cards) => cards.reduce((sum, { kind }) => sum + SECONDS[kind], 0);

export const isReviewed = ({ log }, day) => log.length > 1 && log.at(-1)[0] === day;

/**
 * Of cards = [{ page, kind, log, due }]: `chosen` for `day`, from every chapter the longest due first, as many as fit into what
 * is left of `seconds` after what was reviewed that day; how many `wait` beyond them; `next`, the day of the first that is not
 * yet due.
 */
export function plan(cards, day, seconds = SESSION) {
  const reviewed = cards.filter((card) => isReviewed(card, day));
  const turns = {};
  for (const { page } of reviewed) turns[page] = (turns[page] ?? 0) + 1;
  const due = cards.filter((card) => card.due <= day).sort((one, other) => one.due - other.due)
    .map((card) => ({ card, turn: (turns[card.page] = (turns[card.page] ?? 0) + 1) }))
    .sort((one, other) => one.turn - other.turn).map(({ card }) => card);
  let left = seconds - secondsOf(reviewed);
  const chosen = due.filter(({ kind }) => left >= SECONDS[kind] && (left -= SECONDS[kind], true));
  const later = cards.filter((card) => card.due > day).map((card) => card.due);
  return { chosen, waiting: due.length - chosen.length, next: later.length ? Math.min(...later) : null };
}

/** The next of the chosen cards: of another chapter than the last one where there is another, of the one with most left. */
export function pick(chosen, last) {
  const left = {};
  for (const { page } of chosen) left[page] = (left[page] ?? 0) + 1;
  const others = chosen.filter(({ page }) => page !== last);
  const among = others.length ? others : chosen;
  return among.find(({ page }) => left[page] === Math.max(...among.map((card) => left[card.page])));
}
