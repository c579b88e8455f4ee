// The editor of one cell: CodeMirror 6 in the place of the printed code, with its exact measures.

import {
  autocompletion, acceptCompletion, closeBrackets, closeBracketsKeymap, closeCompletion, completionKeymap, completionStatus,
} from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, indentLess, indentMore } from "@codemirror/commands";
import { python } from "@codemirror/lang-python";
import { bracketMatching, indentOnInput, indentUnit } from "@codemirror/language";
import { EditorSelection, EditorState, StateEffect, StateField } from "@codemirror/state";
import { EditorView, keymap, showTooltip } from "@codemirror/view";
import { announce } from "./announce.js";
import { factList, spokenHeld } from "./facts.js";
import { hanging } from "./hanging.js";
import { pygments } from "./pygments.js";

const PHRASES = { Completions: "이름 완성", "Selection deleted": "선택한 글을 지웠습니다" };

const setHelp = StateEffect.define();
const help = StateField.define({
  create: () => null,
  update(value, transaction) {
    for (const effect of transaction.effects) if (effect.is(setHelp)) return effect.value;
    return transaction.docChanged || transaction.selection ? null : value;
  },
  provide: (field) => showTooltip.from(field),
});

/** A value is shown by its facts, what is called by its signature. */
function helpTooltip(pos, { name, signature, type, doc, facts }) {
  return {
    pos,
    above: true,
    create() {
      const dom = document.createElement("div");
      dom.className = "live-help";
      const head = document.createElement("code");
      head.textContent = facts.length ? name : signature || name;
      const kind = document.createElement("span");
      kind.textContent = facts.length ? signature : type;
      const text = document.createElement("pre");
      text.tabIndex = 0;
      text.textContent = doc || "설명이 없습니다.";
      dom.append(head, kind, factList(facts));
      if (doc || !facts.length) dom.append(text);
      return { dom };
    },
  };
}

/** Shows signature and docstring of the name at the cursor, from the live namespace. */
async function explain(view, kernel) {
  const { head } = view.state.selection.main;
  const doc = view.state.doc;
  const found = await kernel.inspect(doc.toString(), head);
  if (view.state.doc !== doc) return; // typed on meanwhile
  if (!found) {
    announce(kernel.state === "ready" ? "이 자리의 이름은 아직 없습니다. 셀을 먼저 실행해 주세요." : "파이썬이 준비되면 설명이 나옵니다.");
    return;
  }
  view.dispatch({ effects: setHelp.of(helpTooltip(head, found)) });
  announce(found.facts.length ? spokenHeld({ ...found, type: found.signature }) : `${found.signature || found.name}. ${found.doc}`);
}

// Attributes are offered after a dot; other names when asked for (Ctrl+Space), so that Enter stays a new line.
const names = (kernel) => async (context) => {
  if (!context.explicit && !context.matchBefore(/\.[\p{L}_][\p{L}\d_]*$|\.$/u)) return null;
  const found = await kernel.complete(context.state.doc.toString(), context.pos);
  return found?.options.length ? { ...found, validFor: /^[\p{L}\d_]*$/u } : null;
};

/** Is Shift+Tab to take an indent back (cursor in the indent, or lines selected), rather than to explain a name? */
function inIndent({ state }) {
  const { main } = state.selection;
  return !main.empty || !state.sliceDoc(state.doc.lineAt(main.head).from, main.head).trim();
}

/**
 * Mounts an editor into `parent`.
 * @param {{ parent: Element, code: string, label: string, kernel, changed(code), run(next: boolean), leave() }} options
 */
export function createEditor({ parent, code, label, kernel, changed, run, leave }) {
  const view = new EditorView({
    parent,
    state: EditorState.create({
      doc: code,
      extensions: [
        history(),
        python(),
        pygments,
        EditorView.lineWrapping,
        hanging,
        indentUnit.of("    "),
        EditorState.tabSize.of(4),
        EditorState.phrases.of(PHRASES),
        indentOnInput(),
        bracketMatching(),
        closeBrackets(),
        autocompletion({ override: [names(kernel)], defaultKeymap: false, icons: false, activateOnTypingDelay: 60 }),
        help,
        EditorView.contentAttributes.of({ "aria-label": label }),
        EditorView.updateListener.of((update) => update.docChanged && changed(update.state.doc.toString())),
        keymap.of([
          { key: "Shift-Enter", run: () => (run(true), true) },
          { key: "Ctrl-Enter", mac: "Cmd-Enter", run: () => (run(false), true) },
          { key: "Ctrl-Enter", run: () => (run(false), true) },
          { key: "Tab", run: (target) => acceptCompletion(target) || indentMore(target) },
          { key: "Shift-Tab", run: (target) => (inIndent(target) ? indentLess(target) : explain(target, kernel), true) },
          { key: "Ctrl-i", mac: "Cmd-i", run: (target) => (explain(target, kernel), true) },
          {
            key: "Escape", // what is open is closed first; then the editor is left
            run(target) {
              if (target.state.field(help)) target.dispatch({ effects: setHelp.of(null) });
              else if (completionStatus(target.state) === "active") closeCompletion(target);
              else leave();
              return true;
            },
          },
          ...closeBracketsKeymap,
          ...completionKeymap,
          ...historyKeymap,
          ...defaultKeymap,
        ]),
      ],
    }),
  });
  return {
    get code() {
      return view.state.doc.toString();
    },
    /** Replaces the whole text as one step, so that undo brings the old one back. */
    replace(text) {
      if (text !== this.code) view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } });
    },
    /** Focuses; at a point of the screen where one is given. */
    focus(point) {
      view.focus();
      const at = point && view.posAtCoords(point, false);
      if (at != null) view.dispatch({ selection: EditorSelection.cursor(at) });
    },
    /** The name that stands at a point of the screen: { code, end, box }, or null. */
    nameAt(point) {
      const at = view.posAtCoords(point);
      const word = at === null ? null : view.state.wordAt(at);
      if (!word) return null;
      const [from, to] = [view.coordsAtPos(word.from, 1), view.coordsAtPos(word.to, -1)];
      const box = { left: from.left, right: to.right, top: from.top, bottom: to.bottom };
      const outside = point.x < box.left || point.x > box.right || point.y < box.top || point.y > box.bottom; // right of a line's end
      return outside ? null : { code: this.code, end: word.to, box };
    },
    explain: () => (view.focus(), explain(view, kernel)),
  };
}
