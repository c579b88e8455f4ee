// The reader's progress and code as a file: what is written, and what is looked at before a file's content is let in.

import { VERSION, emptyPage } from "./progress.js";

const KIND = "autograd-book-progress";
export const LARGEST = 2_000_000; // characters; a whole book's answers are some fifty thousand
const PAGE = /^notebooks\/[a-z0-9-]+$/;
const CELL = /^[A-Za-z0-9][\w-]*$/;
const DRAFT = /^[A-Za-z0-9][\w-]*(@[0-9a-f]+)?$/; // with the book's earlier source, where that was edited
const LONGEST = 100_000; // characters of one cell

/** Why a file was not taken, as a sentence for the reader. */
export class Refused extends Error {}

const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
const isText = (value) => typeof value === "string" && value.length <= 1000;

function isPrediction(entry) {
  return isObject(entry) && isText(entry.asked) && (entry.said === null || isText(entry.said)) && [true, false, null].includes(entry.right);
}

const isOrder = (entry) => isPrediction(entry) && entry.said !== null && entry.right !== null;

function isScore(score) {
  return isObject(score) && [score.right, score.of].every(Number.isInteger) && 0 <= score.right && score.right <= score.of && score.of <= 100;
}

/** One that comes back: days in order, each with a grade. */
export function isReview(entry) {
  if (!isObject(entry) || !Number.isInteger(entry.due) || !Array.isArray(entry.log) || !entry.log.length) return false;
  const named = entry.asked === undefined || isText(entry.asked);
  return named && entry.log.every((review, index) => {
    const [day, grade] = Array.isArray(review) && review.length === 2 ? review : [];
    return Number.isInteger(day) && day > (entry.log[index - 1]?.[0] ?? -1) && day < 1e6 && [1, 3, 4].includes(grade);
  });
}

/** A page's reviews without what is none: they are nobody's loss. */
export const soundReviews = ({ reviews }) =>
  Object.fromEntries(Object.entries(isObject(reviews) ? reviews : {}).filter(([id, entry]) => CELL.test(id) && isReview(entry)));

/** The record as a file should hold it: what is no review would make the whole file refused. */
export function sound(record) {
  if (record.version !== VERSION) return record;
  return { ...record, pages: mapped(record.pages, (page) => (page?.reviews === undefined ? page : { ...page, reviews: soundReviews(page) })) };
}

/** `drafts`: the reader's code, so that one file hands in what was done and how (gradbook.report reads it). */
export const asFile = (record, exported, drafts = {}) => `${JSON.stringify({ kind: KIND, exported, ...record, drafts }, null, 1)}\n`;

function everyCell(entries, fits, names = CELL) {
  return isObject(entries) && Object.entries(entries).every(([id, entry]) => names.test(id) && fits(entry));
}

const isCode = (code) => typeof code === "string" && code.length <= LONGEST;
const isDraft = (entry) => isObject(entry) && isText(entry.base) && isCode(entry.code);
const isScratch = (cell) => isObject(cell) && isText(cell.id) && CELL.test(cell.id) && (cell.after === undefined || CELL.test(cell.after)) && isCode(cell.code);

/** { pages, drafts } that a file's text holds, or a Refused. Nothing but what is known comes through. */
export function contentsOf(text) {
  if (text.length > LARGEST) throw new Refused("파일이 너무 큽니다. 이 쪽에서 내보낸 진도 파일이 아닙니다.");
  let file;
  try {
    file = JSON.parse(text);
  } catch {
    throw new Refused("읽을 수 없는 파일입니다. JSON 형식이 아니거나 내용이 잘렸습니다.");
  }
  if (!isObject(file) || file.kind !== KIND) throw new Refused("이 책의 진도 파일이 아닙니다.");
  if (file.version > VERSION) throw new Refused("책의 더 새로운 판에서 내보낸 파일입니다. 이 쪽을 새로 고치고 다시 가져옵니다.");
  if (file.version !== VERSION) throw new Refused("파일에 적힌 판을 알 수 없습니다.");
  if (!isObject(file.pages)) throw new Refused("파일에 장의 기록이 없습니다.");
  const { pages, drafts = {} } = file;
  if (!isObject(drafts)) throw new Refused("파일에 코드가 잘못 적혀 있습니다.");
  for (const name of [...Object.keys(pages), ...Object.keys(drafts)]) {
    if (!PAGE.test(name)) throw new Refused(`파일에 이 책의 장이 아닌 이름이 있습니다: ${name.slice(0, 60)}`);
  }
  return { pages: mapped(pages, pageOf), drafts: mapped(drafts, draftsOf) };
}

const mapped = (object, change) => Object.fromEntries(Object.entries(object).map(([name, value]) => [name, change(value, name)]));
const wrong = (name, what) => new Refused(`${name}의 ${what} 잘못 적혀 있습니다.`);

function pageOf(page, name) {
  if (!isObject(page) || typeof page.read !== "boolean") throw wrong(name, "읽음 표시가");
  if (!everyCell(page.predictions, isPrediction)) throw wrong(name, "예상 기록이");
  if (!everyCell(page.exercises, (solved) => solved === true)) throw wrong(name, "연습 문제 기록이");
  if (page.orders !== undefined && !everyCell(page.orders, isOrder)) throw wrong(name, "순서 맞추기 기록이");
  if (page.score !== undefined && !isScore(page.score)) throw wrong(name, "점검 결과가");
  if (page.reviews !== undefined && !everyCell(page.reviews, isReview)) throw wrong(name, "복습 기록이");
  const predictions = mapped(page.predictions, ({ asked, said, right }) => ({ asked, said, right }));
  const orders = page.orders && { orders: mapped(page.orders, ({ asked, said, right }) => ({ asked, said, right })) };
  const score = page.score && { score: { right: page.score.right, of: page.score.of } };
  const reviews = page.reviews && { reviews: mapped(page.reviews, ({ asked, log, due }) => ({ asked, log, due })) };
  return { read: page.read, predictions, exercises: { ...page.exercises }, ...orders, ...score, ...reviews };
}

function draftsOf(page, name) {
  const { cells = {}, scratch = [] } = isObject(page) ? page : { cells: null };
  if (!everyCell(cells, isDraft, DRAFT) || !Array.isArray(scratch) || !scratch.every(isScratch)) throw wrong(name, "코드가");
  return { cells: mapped(cells, ({ base, code }) => ({ base, code })), scratch: scratch.map(({ id, after, code }) => ({ id, after, code })) };
}

/** What was reviewed here and elsewhere, as if in one place. The later of the two knows best when it is due. */
function joined(here, there) {
  if (!here || here.asked !== there.asked) return here ?? there;
  const days = new Map([...there.log, ...here.log]);
  const later = here.log.at(-1)[0] < there.log.at(-1)[0] ? there : here;
  return { ...later, log: [...days].sort(([one], [other]) => one - other) };
}

/** Orders of lines: those from here stay, but for a wrong one that is right elsewhere. */
function mergedOrders(here, there) {
  const better = Object.entries(there).filter(([id, entry]) => !here[id] || (entry.right && !here[id].right));
  return { ...here, ...Object.fromEntries(better) };
}

/** Adds what was imported to what stands here. Where both have an answer or a score, the one given here stays. */
export function merge(pages, imported) {
  for (const [name, { read, predictions, exercises, orders, score, reviews }] of Object.entries(imported)) {
    const page = (pages[name] ??= emptyPage());
    page.read ||= read;
    const answeredHere = Object.entries(page.predictions).filter(([, { said }]) => said !== null);
    page.predictions = { ...page.predictions, ...predictions, ...Object.fromEntries(answeredHere) };
    Object.assign(page.exercises, exercises);
    if (orders) page.orders = mergedOrders(page.orders ?? {}, orders);
    if (score) page.score ??= score;
    if (!reviews) continue;
    page.reviews = soundReviews(page);
    for (const [id, entry] of Object.entries(reviews)) page.reviews[id] = joined(page.reviews[id], entry);
  }
}
