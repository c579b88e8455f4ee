// The book's extension of JupyterLab: its kernel, and the ways from a notebook to the next one and back to the book.

import { kernel as python } from "../client.js";
import { BookKernel } from "./kernel.js";

const NAME = "python3"; // the kernel the chapters name, so that nobody is asked to choose one

/** The plugins, made with JupyterLab's own modules: `modules(name)` gives what the page shares under that name. */
export async function plugins(modules) {
  python.start().catch(() => {}); // while JupyterLab starts; a failure is told where a cell is run
  const [{ IKernelSpecs, IKernelClient }, { KernelMessage }, { Signal }, { Widget }, { INotebookPathOpener }, { IMainMenu },
    { IRenderMimeRegistry, MimeModel }] =
    await Promise.all(["@jupyterlite/services", "@jupyterlab/services", "@lumino/signaling", "@lumino/widgets",
      "@jupyter-notebook/application", "@jupyterlab/mainmenu", "@jupyterlab/rendermime"].map(modules));
  const { bookPages } = JSON.parse(document.getElementById("jupyter-config-data").textContent);
  const here = new URLSearchParams(location.search).get("path");
  const page = (path) => new URL(`../../${bookPages[path] ?? ""}`, location.href).href;

  const kernel = {
    id: "book:kernel",
    autoStart: true,
    requires: [IKernelSpecs, IKernelClient],
    activate(_, specs, client) {
      specs.register({
        spec: { name: NAME, display_name: "Python 3", language: "python", argv: [], resources: {} },
        create: async (options) => new BookKernel(options, KernelMessage.createMessage, Signal),
      });
      // JupyterLite's own only takes back the cells that wait; the one that runs is ours to stop.
      const cancel = client.interrupt.bind(client);
      client.interrupt = async (id) => {
        await cancel(id);
        await python.interrupt();
      };
    },
  };

  const wayBack = {
    id: "book:way-back",
    autoStart: true,
    activate({ shell }) {
      const back = new Widget();
      back.id = "book-back";
      const link = document.createElement("a");
      link.href = page(here);
      link.textContent = "← 책으로";
      back.node.append(link);
      shell.add(back, "top", { rank: 0 });
    },
  };

  // What JupyterLab does not ask its translations for.
  const untranslated = {
    id: "book:untranslated",
    autoStart: true,
    activate({ started, serviceManager: { contents } }) {
      started.then(() => Object.assign(document.querySelector("#jp-skiplink a"), { textContent: "본문으로 건너뛰기", href: "#main-panel", tabIndex: 0 }));
      const get = contents.get.bind(contents);
      contents.get = (path, options) => get(path, options).catch((error) => {
        if (error.response?.status === 404) error.message = `책에도 이 브라우저에도 ${path} 파일이 없습니다.`;
        throw error;
      });
    },
  };

  const asInTheBook = {
    id: "book:as-in-the-book",
    autoStart: true,
    requires: [IMainMenu],
    activate({ commands, serviceManager }, menu) {
      commands.addCommand("book:as-in-the-book", {
        label: "책의 노트북으로 되돌리기…",
        isVisible: () => here in bookPages,
        execute: async () => {
          if (!confirm("이 노트북에서 고친 것을 지우고 책의 노트북을 다시 엽니다.")) return;
          await serviceManager.contents.delete(here); // the saved one: the site's own comes back
          location.reload();
        },
      });
      menu.fileMenu.addGroup([{ command: "book:as-in-the-book" }], 5);
    },
  };

  // JupyterLab trusts what a cell has just printed: a form in it posted to another host, a refresh went there. Here no output is
  // trusted, so that JupyterLab's own sanitizer cleans each.
  const untrusting = {
    id: "book:untrusting",
    autoStart: true,
    requires: [IRenderMimeRegistry],
    activate(_, registry) {
      for (const type of ["text/html", "text/markdown"]) {
        const factory = registry.getFactory(type);
        const createRenderer = (options) => {
          const renderer = factory.createRenderer(options);
          const draw = renderer.renderModel.bind(renderer);
          renderer.renderModel = ({ data, metadata }) => draw(new MimeModel({ data, metadata, trusted: false }));
          return renderer;
        };
        registry.addFactory({ ...factory, createRenderer });
      }
    },
  };

  // What opens in a tab of its own: a notebook here, any other file of the book as its page there.
  const opener = {
    id: "book:opener",
    autoStart: true,
    provides: INotebookPathOpener,
    activate() {
      const open = (path, target) => window.open(path.endsWith(".ipynb") ? `?path=${encodeURI(path)}` : page(path), target);
      const files = new URL("../files/", location.href).href;
      // Links in the text: at once, since a tab that a script opens later than the press may be blocked.
      document.addEventListener("click", (event) => {
        const link = event.target.closest?.("a[href]");
        if (!link?.href.startsWith(files)) return;
        event.preventDefault();
        event.stopPropagation();
        open(decodeURI(link.href.slice(files.length).replace(/#.*/, "")), "_blank");
      }, true);
      return { open: ({ path, target }) => open(path, target) };
    },
  };
  return [kernel, wayBack, untranslated, asInTheBook, untrusting, opener];
}
