// A line of the editor that wraps hangs as the printed one does: it says how far it is indented, style.css does the rest.

import { Decoration, ViewPlugin } from "@codemirror/view";

function hang(view) {
  const lines = [];
  for (const { from, to } of view.visibleRanges) {
    for (let line = view.state.doc.lineAt(from); ; line = view.state.doc.lineAt(line.to + 1)) {
      const style = `--in:${line.text.length - line.text.trimStart().length}`;
      if (line.text.trim()) lines.push(Decoration.line({ class: "line", attributes: { style } }).range(line.from));
      if (line.to >= to) break;
    }
  }
  return Decoration.set(lines);
}

export const hanging = ViewPlugin.fromClass(
  class {
    constructor(view) {
      this.decorations = hang(view);
    }

    update(update) {
      if (update.docChanged || update.viewportChanged) this.decorations = hang(update.view);
    }
  },
  { decorations: (plugin) => plugin.decorations },
);
