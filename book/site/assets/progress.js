// How far the reader has come, kept in this browser alone: one record under one key,
//   { version, pages: { "notebooks/…": { read, predictions: { cell id: { asked, said, right } }, exercises: { cell id: true }, score?,
//                                        orders?: { cell id: { asked, said, right } },
//                                        reviews?: { cell id: { asked, log: [[day, grade], …], due } } } } }
// `asked` names the question, `said` is null where the output was opened without an answer, `exercises` are the solved ones,
// `orders` the lines of solutions as they were put, `score` is a self-test's last: { right, of }, `reviews` when a prediction or an
// exercise came back and how it went, as FSRS grades it; an exercise's has no `asked`.

const SITE = document.documentElement.dataset.site; // as theme.js says
const KEY = `${SITE}progress`;
export const VERSION = 1;
const listeners = new Set();

export const emptyPage = () => ({ read: false, predictions: {}, exercises: {} });
const emptyRecord = () => ({ version: VERSION, pages: {} });

/** What is stored, in a version this page may not know; empty where nothing is stored, or storage is blocked. */
export function read() {
  try {
    const record = JSON.parse(localStorage.getItem(KEY));
    const known = record?.version === VERSION ? record.pages instanceof Object : Number.isInteger(record?.version);
    return known ? record : emptyRecord();
  } catch {
    return emptyRecord();
  }
}

/** The number of the day on the reader's own calendar. */
export const today = () => Math.floor(Date.now() / 864e5 - new Date().getTimezoneOffset() / 1440);

/** What is answered or solved for the first time comes back: in three days or tomorrow, as FSRS begins. */
export function learn(page, id, right, asked) {
  if (!(page.reviews instanceof Object)) page.reviews = {};
  const grade = right ? 3 : 1;
  page.reviews[id] ??= { asked, log: [[today(), grade]], due: today() + grade };
}

/** One page of the record, to be looked at. */
export const pageOf = ({ version, pages }, name) => ({ ...emptyPage(), ...(version === VERSION && pages[name]) });

/** The name of the page that a link of the contents leads to. */
export const pageOfLink = (link) => link.getAttribute("href").slice(document.documentElement.dataset.contentRoot.length, -".html".length);

/** Lets `change` alter the record. Read anew each time: another tab may have written. Returns whether it was kept. */
export function update(change) {
  const record = read();
  if (record.version !== VERSION) return false; // a newer edition wrote it: this one would lose what it does not know
  change(record.pages);
  try {
    localStorage.setItem(KEY, JSON.stringify(record));
  } catch {
    return false;
  }
  for (const listener of listeners) listener();
  return true;
}

export const updatePage = (name, change) => update((pages) => change((pages[name] = { ...emptyPage(), ...pages[name] })));

/** Forgets everything. */
export function clear() {
  localStorage.removeItem(KEY);
  for (const listener of listeners) listener();
}

/** Calls `listener` now and whenever the record changes, here or in another tab. */
export function watch(listener) {
  listeners.add(listener);
  addEventListener("storage", ({ key }) => (key === KEY || key === null) && listener());
  addEventListener("pageshow", ({ persisted }) => persisted && listener()); // gone back to, as the page was left
  listener();
}

/** How much of a page with `totals` = { predictions, exercises } is done. What a new edition took out is not counted. */
export function counts(page, totals) {
  const answered = Object.values(page.predictions).filter(({ said }) => said !== null).length;
  return {
    read: page.read,
    predictions: Math.min(answered, totals.predictions),
    exercises: Math.min(Object.keys(page.exercises).length, totals.exercises),
  };
}

/** The cell of a chapter's page that is this exercise, or asks this question; none where the book has changed. */
export function cellOf(page, id, asked) {
  const cell = [...page.querySelectorAll(".cell")].find(({ dataset }) => dataset.cellId === id);
  const stands = asked ? cell?.querySelector("form.guess")?.dataset.asked === asked : cell?.matches(".tag_exercise");
  return stands ? cell : null;
}

/** Drops what `page`, the chapter's own, does not ask any more. */
export function settle(name, page) {
  const stands = ([id, entry]) => cellOf(page, id, entry?.asked);
  const kinds = ["predictions", "exercises", "reviews"];
  const entries = (kept, kind) => Object.entries(kept[kind] ?? {});
  const before = pageOf(read(), name);
  if (kinds.every((kind) => entries(before, kind).every(stands))) return;
  updatePage(name, (kept) => {
    for (const kind of kinds) kept[kind] = Object.fromEntries(entries(kept, kind).filter(stands));
  });
}

/** Earlier editions kept predictions page by page, under "<site>guess:<page>". */
function takeOver() {
  const guess = `${SITE}guess:`;
  const old = Object.keys(localStorage).filter((key) => key.startsWith(guess));
  for (const key of old) {
    const predictions = JSON.parse(localStorage.getItem(key));
    const kept = updatePage(key.slice(guess.length), (page) => (page.predictions = { ...predictions, ...page.predictions }));
    if (kept) localStorage.removeItem(key);
  }
}

try {
  takeOver();
} catch {
  // storage is blocked, or what stands there is not ours
}
