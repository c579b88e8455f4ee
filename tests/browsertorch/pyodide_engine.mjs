// node pyodide_engine.mjs <core folder> <site-packages> <repository> <numpy wheel> <answers file> <snippet file …>
// Runs snippet_engine.py on browsertorch inside Pyodide and writes one line of JSON for each snippet file.

import fs from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";

const [core, site, repository, wheel, answers, ...snippets] = process.argv.slice(2);
const { loadPyodide } = await import(pathToFileURL(path.join(core, "pyodide.mjs")));
const python = await loadPyodide({ indexURL: core });
python.unpackArchive(new Uint8Array(fs.readFileSync(wheel)), "wheel", { extractDir: site });
for (const folder of ["tests/browsertorch", "book/browsertorch"]) {
  python.FS.mkdirTree(`/repository/${folder}`);
  python.FS.mount(python.FS.filesystems.NODEFS, { root: path.join(repository, folder) }, `/repository/${folder}`);
}
python.globals.set("snippets", python.toPy(snippets.map((file) => `/repository/${path.relative(repository, file)}`)));
python.runPython(`
import io, signal, sys
sys.dont_write_bytecode = True
signal.ITIMER_PROF, signal.setitimer = 2, lambda *timer: None   # there is none in WebAssembly; the test itself has a time limit
sys.path.insert(0, "/repository/tests/browsertorch")
import snippet_engine
sys.stdin, real, sys.stdout = io.StringIO("\\n".join(snippets)), sys.stdout, io.StringIO()
snippet_engine.main("browser")
texts, sys.stdout = sys.stdout.getvalue(), real
`);
fs.writeFileSync(answers, python.globals.get("texts"));
