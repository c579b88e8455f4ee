// Colours the editor's Python with pygments' own class names (k, s2, mi …), so that the site's one palette colours both the
// printed code and the code being edited.

import { syntaxTree } from "@codemirror/language";
import { Decoration, ViewPlugin } from "@codemirror/view";

const CLASSES = {
  Comment: "c1", Number: "mi", Boolean: "kc", None: "kc", PropertyName: "n", At: "nd",
  import: "kn", from: "kn", as: "k", "(": "p", ")": "p", "[": "p", "]": "p", "{": "p", "}": "p", ",": "p", ":": "p", ";": "p", ".": "o",
  ArithOp: "o", BitOp: "o", CompareOp: "o", AssignOp: "o", UpdateOp: "o", Ellipsis: "o",
  in: "ow", not: "ow", and: "ow", or: "ow", is: "ow",
};
const KEYWORDS = new Set(("async await assert break case class continue def del elif else except finally for global if lambda match nonlocal " +
  "pass raise return try while with yield").split(" "));
const BUILTINS = new Set(("abs all any bool bytes callable chr complex dict dir divmod enumerate filter float format frozenset getattr globals " +
  "hasattr hash help hex id input int isinstance issubclass iter len list locals map max memoryview min next object open ord pow print " +
  "property range repr reversed round set setattr slice sorted staticmethod str sum super tuple type vars zip").split(" "));

function className(node, text) {
  const { name } = node;
  const parent = node.node.parent?.name;
  if (name === "VariableName") {
    if (parent === "FunctionDefinition") return "nf";
    if (parent === "ClassDefinition") return "nc";
    if (parent === "Decorator") return "nd";
    if (parent === "ImportStatement") return "nn";
    if (text === "self" || text === "cls") return "bp";
    if (BUILTINS.has(text)) return "nb";
    return /(Error|Exception|Warning)$/.test(text) ? "ne" : "n";
  }
  if (name === "Number" && /[.ejEJ]/.test(text) && !/^0[xX]/.test(text)) return "mf";
  if (name === "String") {
    if (parent === "ExpressionStatement" && /^\w*("""|''')/.test(text)) return "sd";
    return /^\w*'/.test(text) ? "s1" : "s2";
  }
  if (KEYWORDS.has(name)) return "k";
  return CLASSES[name];
}

function paint(view) {
  const marks = [];
  const add = (from, to, name) => from < to && marks.push(Decoration.mark({ class: name }).range(from, to));
  for (const { from, to } of view.visibleRanges) {
    syntaxTree(view.state).iterate({
      from,
      to,
      enter(node) {
        const text = node.to - node.from < 60 || node.name === "String" ? view.state.sliceDoc(node.from, node.to) : "";
        if (node.name === "FormatString") {
          // The pieces between {…}; what is inside the braces is coloured as code.
          let at = node.from;
          const name = view.state.sliceDoc(node.to - 1, node.to) === "'" ? "s1" : "s2";
          for (const part of node.node.getChildren("FormatReplacement")) {
            add(at, part.from, name);
            add(part.from, part.from + 1, "si");
            add(part.to - 1, part.to, "si");
            at = part.to;
          }
          add(at, node.to, name);
          return;
        }
        if (/^Format(Replacement|Spec|Conversion)$/.test(node.name)) return;
        const inFormat = node.node.parent?.name === "FormatReplacement" && /^[{}]$/.test(node.name);
        const name = inFormat ? undefined : className(node, text);
        if (name) add(node.from, node.to, name);
      },
    });
  }
  return Decoration.set(marks, true);
}

export const pygments = ViewPlugin.fromClass(
  class {
    constructor(view) {
      this.decorations = paint(view);
    }

    update(update) {
      if (update.docChanged || update.viewportChanged || syntaxTree(update.startState) !== syntaxTree(update.state)) {
        this.decorations = paint(update.view);
      }
    }
  },
  { decorations: (plugin) => plugin.decorations },
);
