// The search box, in a dialog (Ctrl+K) and on search.html. The page loads this module when search is first wanted; the
// index is fetched when the box is first focused. Results follow every `input` event, so also while Hangul is composed.

import { make } from "./elements.js";
import { prepare, search } from "./search-engine.js";
import { ro } from "./search-korean.js";

const root = new URL(document.documentElement.dataset.contentRoot, location.href);
const IN_DIALOG = 12, ON_PAGE = 60; // results shown
const EXAMPLES = ["기울기 누적", "no_grad()", "미분하다", "element 0 of tensors does not require grad"];

let loading;
const loadIndex = () => (loading ??= fetch(new URL("search-index.json", root)).then((answer) => answer.json()).then(prepare));

const marked = (pieces) => pieces.map(([text, match]) => (match ? make("mark", {}, text) : text));
const address = ({ page, anchor }) => new URL(`${page}.html${anchor ? "#" + encodeURIComponent(anchor) : ""}`, root).href;
const pageOf = (query) => new URL(`search.html?q=${encodeURIComponent(query)}`, root).href;

function option(result, id) {
  const text = result.text.length ? [make("span", { class: result.isCode ? "search-code" : "search-text" }, ...marked(result.text))] : [];
  const page = result.anchor ? [make("span", { class: "search-page" }, result.pageTitle)] : []; // a page's title is not said twice
  return make("a", { role: "option", id, href: address(result), tabindex: "-1", "aria-selected": "false" },
    ...page,
    make("span", { class: "search-title" }, ...marked(result.title)),
    ...text);
}

/** What stands above the results: how many, or what to do. */
function summary(query, { total, partial, corrected }, shown) {
  if (!total) return `‘${query}’에 맞는 곳이 없습니다. 낱말을 줄이거나 다른 말로 찾아 보세요.`;
  const instead = corrected ? `‘${query}’ 대신 ‘${corrected}’${ro(corrected)} 찾았습니다. ` : "";
  const first = total > shown ? ` 앞의 ${shown}곳을 보여 줍니다.` : "";
  if (partial === total) return `${instead}낱말이 모두 있는 곳은 없습니다. 일부만 맞는 ${total}곳을 찾았습니다.${first}`;
  const others = partial ? ` 그 가운데 ${partial}곳은 낱말의 일부만 맞습니다.` : "";
  return `${instead}${total}곳을 찾았습니다.${others}${first}`;
}

/** Builds a search box in `place`, unique by `name`; returns its input and `show(query)`. */
function build(place, name, most, onShow = () => {}) {
  const list = make("div", { role: "listbox", id: `${name}-results`, class: "search-results", "aria-label": "찾은 곳" });
  const status = make("p", { role: "status", class: "search-status" });
  const input = make("input", {
    type: "text", role: "combobox", "aria-label": "책에서 찾기", "aria-expanded": "false", "aria-controls": list.id,
    "aria-autocomplete": "list", placeholder: "낱말, 함수 이름, 오류 메시지", autocomplete: "off", autocapitalize: "off",
    spellcheck: "false", enterkeyhint: "search",
  });
  const examples = make("p", { class: "search-examples" }, make("span", {}, "이렇게 찾을 수 있습니다."));
  for (const example of EXAMPLES) {
    const button = make("button", { type: "button" }, example);
    button.addEventListener("click", () => { input.value = example; input.focus(); show(); });
    examples.append(button);
  }
  const form = make("form", { role: "search", class: "search-form" }, icon(), input);
  form.addEventListener("submit", (event) => event.preventDefault());
  place.append(form, status, list, examples);

  let chosen = -1;
  function choose(number) {
    list.children[chosen]?.setAttribute("aria-selected", "false");
    chosen = number;
    const now = list.children[chosen];
    if (!now) return input.removeAttribute("aria-activedescendant");
    now.setAttribute("aria-selected", "true");
    input.setAttribute("aria-activedescendant", now.id);
  }

  async function show() {
    const query = input.value.trim();
    let index;
    try {
      index = await loadIndex();
    } catch {
      loading = undefined; // the next letter tries again
      status.textContent = "찾아보기를 불러오지 못했습니다. 연결을 확인하고 다시 써 보세요.";
      return;
    }
    if (query !== input.value.trim()) return; // more was typed while the index came
    const answer = search(index, query, most);
    const options = answer.results.map((result, i) => option(result, `${name}-result-${i}`));
    list.replaceChildren(...options);
    list.scrollTop = 0;
    input.setAttribute("aria-expanded", String(options.length > 0));
    status.textContent = query ? summary(query, answer, options.length) : "";
    list.hidden = !options.length;
    examples.hidden = query !== "" && answer.total > 0;
    choose(options.length ? 0 : -1);
    onShow(query, answer);
  }

  input.addEventListener("focus", loadIndex);
  input.addEventListener("input", show);
  input.addEventListener("keydown", (event) => {
    const last = list.children.length - 1;
    if (event.key === "ArrowDown") choose(chosen >= last ? 0 : chosen + 1);
    else if (event.key === "ArrowUp") choose(chosen <= 0 ? last : chosen - 1);
    // A Korean word's last syllable is still being composed when Enter is pressed: waiting would cost a second Enter.
    else if (event.key === "Enter" && list.children[chosen]) {
      const { ctrlKey, metaKey } = event;
      list.children[chosen].dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, ctrlKey, metaKey }));
    } else return;
    list.children[chosen]?.scrollIntoView({ block: "nearest" });
    event.preventDefault();
  });
  list.hidden = true;
  return { input, list, show };
}

function icon() {
  const box = make("span", { class: "search-icon", "aria-hidden": "true" });
  box.innerHTML = '<svg viewBox="0 0 20 20"><circle cx="9" cy="9" r="5.2"/><path d="m13 13 4 4"/></svg>';
  return box;
}

const styled = new Promise((done) => {
  const link = make("link", { rel: "stylesheet", href: new URL("_static/search.css", root).href });
  link.addEventListener("load", done);
  link.addEventListener("error", done);
  document.head.append(link);
});

// --- The search page: search.html?q=… ---

const place = document.getElementById("search-page");
const onPage = place && build(place, "page", ON_PAGE, (query) => {
  const here = query ? pageOf(query) : new URL("search.html", root).href;
  if (here !== location.href) history.replaceState(null, "", here);
});
if (onPage) {
  onPage.input.value = new URLSearchParams(location.search).get("q") ?? "";
  onPage.input.focus();
  if (onPage.input.value) onPage.show();
}

// --- The dialog. ---

let dialog;
function buildDialog() {
  const element = make("dialog", { class: "search", "aria-label": "책에서 찾기" });
  const more = make("a", { class: "search-more", href: pageOf("") });
  const box = build(element, "search", IN_DIALOG, (query, { total }) => {
    more.hidden = total <= IN_DIALOG;
    more.href = pageOf(query);
    more.textContent = `${total}곳 모두 보기`;
  });
  const close = make("button", { type: "button", class: "search-close", "aria-label": "찾기 닫기" }, "닫기");
  close.addEventListener("click", () => element.close());
  element.querySelector("form").append(close);
  const keys = make("p", { class: "search-keys", "aria-hidden": "true" });
  for (const [key, what] of [["↑↓", "고르기"], ["Enter", "열기"], ["Esc", "닫기"]]) keys.append(make("kbd", {}, key), ` ${what} `);
  more.hidden = true;
  element.append(make("div", { class: "search-foot" }, keys, more));
  element.addEventListener("click", (event) => {
    if (event.target === element || event.target.closest("a")) element.close(); // the backdrop, or a result
  });
  element.addEventListener("close", () => { // told in a task of its own, when the next key may have opened it again
    if (!element.open) box.input.blur(); // where nothing had the focus before, it would stay inside
  });
  document.body.append(element);
  return { element, ...box };
}

/** Opens search: the dialog, or the box of the search page. */
export async function open() {
  if (onPage) {
    onPage.input.focus();
    return onPage.input.select();
  }
  await styled;
  dialog ??= buildDialog();
  if (!dialog.element.open) dialog.element.showModal();
  dialog.input.focus();
  dialog.input.select();
}
