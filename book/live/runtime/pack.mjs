// Build time: node pack.mjs job.json. Packs what the worker loads, and takes Python's memory just before the first cell.
//
// That memory (the "snapshot") spares a reader the seconds in which Python starts and imports its library, numpy and torch.

import fs from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { untar } from "../worker/archive.js";
import { fieldsOf, forgetFiles, loaded } from "../worker/libraries.js";
import { describeTwins, fromSnapshot, startFrom, xor } from "../worker/restore.js";

const HERE = path.dirname(fileURLToPath(import.meta.url));
const job = JSON.parse(fs.readFileSync(process.argv[2], "utf8"));
const { loadPyodide } = await import(pathToFileURL(path.join(job.core, "pyodide.mjs")));
await import(pathToFileURL(path.join(job.core, "pyodide.asm.js")));
const create = globalThis._createPyodideModule;
const compiled = await WebAssembly.compile(fs.readFileSync(path.join(job.core, "pyodide.asm.wasm")));
const library = path.join(job.out, "python_stdlib.zip");

const start = (options) => loadPyodide({ indexURL: job.core, ...options });
const tar = (name) => new Uint8Array(fs.readFileSync(path.join(job.out, `${name}.tar`)));

/** Makes a file or folder of this machine readable inside Pyodide. */
function mount(python, real, inside) {
  python.FS.mkdirTree(inside);
  python.FS.mount(python.FS.filesystems.NODEFS, { root: real }, inside);
}

/** Compiles without the columns of each instruction, half of what modules would cost: only a reader's own cells are marked by column. */
async function packer(options) {
  const python = await start({ ...options, env: { PYTHONNODEBUGRANGES: "1" } });
  mount(python, HERE, "/packer");
  mount(python, job.out, "/out");
  python.runPython("import sys; sys.path.insert(0, '/packer'); import pack");
  return python;
}

/** Mounts the sources of a package: [[path inside Pyodide, name in the archive or null], …]. */
function sources(python, name, list) {
  return list.map(({ path: real, rename }, index) => {
    const folder = fs.statSync(real).isDirectory();
    const home = `/in/${name}/${index}`;
    mount(python, folder ? real : path.dirname(real), folder ? `${home}/${path.basename(real)}` : home);
    return [`${home}/${path.basename(real)}`, rename ?? null];
  });
}

async function pack(python, { name, sources: list, split }) {
  python.globals.set("job", python.toPy({ target: `/out/${name}.tar`, sources: sources(python, name, list) }));
  python.runPython("pack.archive(job['sources'], job['target'])");
  if (!split) return;
  if (split.modules) {
    python.globals.set("modules", python.toPy(split.modules));
    python.runPython(`pack.part("/out/${name}.tar", "/out/${split.rest}.tar", set(modules))`);
    return;
  }
  const place = (python) => {
    for (const needed of [...split.needs, name]) untar(tar(needed), python.FS, job.site);
    python.runPython("import importlib; importlib.invalidate_caches()");
  };
  place(python);
  python.runPython("pack.archive(job['sources'], job['target'], [pack.font_list()])");
  const fresh = await packer({ stdLibURL: library });
  place(fresh);
  for (const needed of split.needs) fresh.pyimport(needed); // as the snapshot has
  fresh.runPython(`pack.split("/out/${name}.tar", "/out/${split.rest}.tar")`);
}

async function takeSnapshot({ packages, imports }) {
  let memoryAtStart, twins;
  globalThis._createPyodideModule = (settings) => {
    startFrom(compiled, settings, (exports, table) => (twins = describeTwins(exports, table)));
    settings.preRun.push((python) => (memoryAtStart = python.HEAPU8.slice()));
    return create(settings);
  };
  const python = await start({ stdLibURL: library, _makeSnapshot: true });
  globalThis._createPyodideModule = create;
  untar(tar("kernel"), python.FS, "/live");
  for (const name of packages) untar(tar(name), python.FS, job.site);
  python.globals.set("imports", imports.join(" "));
  python.runPython("import sys; sys.path.insert(0, '/live'); import kernel; kernel.freeze(imports.split())");
  const { _module: module } = python;
  const libraries = loaded(module).map((library) => ({ ...library, ...fieldsOf(module, library.handle) }));
  const files = libraries.map(({ file, size }) => module.HEAPU8.slice(file, file + size));
  forgetFiles(module);
  const snapshot = python.makeMemorySnapshot();
  const [, headerLength] = new Uint32Array(snapshot.buffer);
  const memory = snapshot.subarray(headerLength);
  const layout = {
    header: [...snapshot.subarray(0, headerLength)],
    size: memory.length,
    start: memoryAtStart.findLastIndex(Boolean) + 1,
    twins,
    libraries: libraries.map(({ name, handle, size }) => ({ name, handle, size })),
  };
  const written = memory.slice();
  xor(written, memoryAtStart.subarray(0, layout.start));
  const parts = [...files, written];
  fs.writeFileSync(path.join(job.out, "snapshot.bin"), Buffer.concat(parts));
  fs.writeFileSync(path.join(job.out, "snapshot.json"), JSON.stringify(layout));
  return { parts, layout, memory };
}

/** Starts from the snapshot as a reader's browser will; a snapshot that does not run must not be published. */
async function trySnapshot({ parts, layout, memory }, imports) {
  const restore = fromSnapshot({ create, main: compiled, layout, fill: (put) => put(new Blob(parts).stream()) });
  globalThis._createPyodideModule = async (settings) => {
    const python = await restore(settings);
    if (Buffer.compare(python.HEAPU8, memory)) throw new Error("the memory put back is another: linking a library changed more than its data");
    return python;
  };
  const python = await start({ stdLibURL: library, _loadSnapshot: new Uint8Array(layout.header) });
  globalThis._createPyodideModule = create;
  python.globals.set("imports", imports.join(" "));
  python.runPython("import sys\nfor name in imports.split(): sys.modules[name]\nimport kernel, numpy; assert numpy.ones(3) @ numpy.ones(3) == 3");
}

async function main() {
  if (!fs.existsSync(library)) {
    const python = await packer({});
    python.runPython(`pack.standard_library("${job.library}", "/out/python_stdlib.zip")`);
  }
  if (job.packages.length) {
    const python = await packer({ stdLibURL: library });
    for (const each of job.packages) await pack(python, each);
  }
  if (job.snapshot) await trySnapshot(await takeSnapshot(job.snapshot), job.snapshot.imports);
}

await main().catch((error) => {
  console.error(error.message); // a Python traceback, where Python raised it
  process.exit(1);
});
process.exit(0);
