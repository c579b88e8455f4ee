// Predictions: takes the reader's answer, opens the output and says how they compare. Answers are part of the reader's
// progress (progress.js): { asked, said, right }; `asked` names the question, `said` is null where no answer was typed.

import { agrees, numberOf } from "./predict-compare.js";
import { learn, pageOf, read, updatePage } from "./progress.js";

let printing = false;
const { docname } = document.documentElement.dataset;
const counted = !document.querySelector("section.self-test"); // there every try begins without answers; self-test.js keeps the score

/** Text in which `…` is code, as elements. */
function worded(text) {
  return text.split(/`([^`]+)`/).map((piece, index) => {
    if (index % 2 === 0) return index && /^[가-힣]/.test(piece) ? `\u2060${piece}` : piece; // a particle stays by its word
    const code = document.createElement("code");
    code.textContent = piece;
    return code;
  });
}

/** Lets a question be answered. `keep` is called with each answer, and with nothing where it is to be given anew. */
export function setUp(form, keep, before) {
  const output = form.nextElementSibling;
  const { asked } = form.dataset;
  const spec = JSON.parse(form.dataset.guess);
  const said = form.querySelector(".guess-said");
  const ways = [...form.querySelectorAll("button[value]")];
  const field = form.elements.guess;
  const asks = field || ways.length; // else the output's own button is all, and opening is the answer

  function show(answer) {
    const right = agrees(spec, answer);
    form.dataset.result = right ? "right" : "wrong";
    for (const way of ways) way.setAttribute("aria-pressed", String(way.value === answer));
    if (field) field.value = answer;
    const reply = spec.replies?.[answer] ?? "";
    said.replaceChildren(...worded(`${right ? "예상대로입니다." : "예상과 다릅니다."} ${reply}`.trim()));
    output.open = true;
    return right;
  }

  function forget() {
    delete form.dataset.result;
    for (const way of ways) way.removeAttribute("aria-pressed");
    said.textContent = "";
    keep();
  }

  const answer = (text) => keep({ asked, said: text, right: show(text) });

  for (const way of ways) way.addEventListener("click", () => answer(way.value));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const text = field?.value.trim();
    if (!text || ("number" in spec && Number.isNaN(numberOf(text)))) {
      said.textContent = "number" in spec ? "수를 하나 적어 주세요." : "예상한 출력을 적어 주세요.";
      field.focus();
    } else answer(text);
  });
  output.addEventListener("toggle", () => {
    if (printing) return;
    if (!output.open) forget(); // to predict anew
    else {
      if (!form.dataset.result) keep({ asked, said: asks ? null : "", right: null }); // opened by its own button, or by a run of the cell
      form.dispatchEvent(new CustomEvent("predict:open", { bubbles: true }));
    }
  });

  if (before?.asked !== asked) return;
  if (before.right === null) output.open = true;
  else show(before.said);
}

const forms = [...document.querySelectorAll("form.guess")];
for (const form of forms) {
  const id = form.closest("[data-cell-id]").dataset.cellId;
  // Where storage is blocked an answer is shown all the same.
  const keep = (entry) => counted && updatePage(docname, (page) => {
    page.predictions[id] = entry; // undefined: JSON leaves it out
    if (entry && entry.said !== null) learn(page, id, entry.right !== false, entry.asked);
  });
  setUp(form, keep, pageOf(read(), docname).predictions[id]);
}

// Paper cannot be pressed: there all outputs stand open.
let closed = [];
addEventListener("beforeprint", () => {
  printing = true;
  closed = forms.map((form) => form.nextElementSibling).filter(({ open }) => !open);
  for (const output of closed) output.open = true;
});
addEventListener("afterprint", () => {
  for (const output of closed) output.open = false;
  setTimeout(() => (printing = false)); // after the toggles are told
});
