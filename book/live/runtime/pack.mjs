// Build time: node pack.mjs job.json. Packs what the worker loads and takes Python's memory just before the first cell.
//
// The memory ("snapshot") spares a reader the two seconds in which Python starts and imports its standard library. It is
// written as the difference to the memory the WebAssembly module starts with, which the reader has anyway.

import fs from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const HERE = path.dirname(fileURLToPath(import.meta.url));
const job = JSON.parse(fs.readFileSync(process.argv[2], "utf8"));
const { loadPyodide } = await import(pathToFileURL(path.join(job.core, "pyodide.mjs")));
await import(pathToFileURL(path.join(job.core, "pyodide.asm.js")));

let memoryAtStart;
const create = globalThis._createPyodideModule;
globalThis._createPyodideModule = (settings) => {
  settings.preRun.push((module) => (memoryAtStart = module.HEAPU8.slice()));
  return create(settings);
};

const start = (options) => loadPyodide({ indexURL: job.core, ...options });

/** Makes a file or folder of this machine readable inside Pyodide. */
function mount(python, real, inside) {
  python.FS.mkdirTree(inside);
  python.FS.mount(python.FS.filesystems.NODEFS, { root: real }, inside);
}

async function withPacker(options = {}) {
  const python = await start(options);
  mount(python, HERE, "/packer");
  mount(python, job.out, "/out");
  python.runPython("import sys; sys.path.insert(0, '/packer'); import pack");
  return python;
}

function sources(python, list) {
  return list.map(({ path: real, rename }, index) => {
    const folder = fs.statSync(real).isDirectory();
    const home = `/in/${index}-${Math.random().toString(36).slice(2)}/${folder ? path.basename(real) : ""}`;
    mount(python, folder ? real : path.dirname(real), home.replace(/\/$/, ""));
    return [folder ? home : home + path.basename(real), rename ?? null];
  });
}

function pack(python, { name, sources: list, fonts }) {
  python.globals.set("job", python.toPy({ target: `/out/${name}.tar`, sources: sources(python, list) }));
  python.runPython("pack.archive(job['sources'], job['target'])");
  if (!fonts) return;
  for (const needed of [...fonts, name]) python.runPython(`pack.unpack("/out/${needed}.tar")`);
  python.runPython("pack.archive(job['sources'], job['target'], [pack.font_list()])");
}

async function main() {
  const stdlib = path.join(job.out, "python_stdlib.zip");
  if (!fs.existsSync(stdlib)) {
    const python = await withPacker();
    python.runPython(`pack.standard_library("/lib/python312.zip", "/out/python_stdlib.zip")`);
  }

  if (job.packages.length) {
    const python = await withPacker({ stdLibURL: stdlib });
    for (const each of job.packages) pack(python, each);
  }

  if (job.snapshot) {
    const python = await start({ stdLibURL: stdlib, _makeSnapshot: true });
    for (const [name, real] of Object.entries(job.snapshot)) {
      python.FS.mkdirTree(path.posix.dirname(name));
      python.FS.writeFile(name, fs.readFileSync(real));
    }
    python.runPython(`import sys; sys.path.insert(0, "/live"); import kernel; kernel.freeze()`);
    const memory = python.makeMemorySnapshot();
    const header = new Uint32Array(memory.buffer, memory.byteOffset, 4)[1];
    for (let i = 0; i < memoryAtStart.length; i++) memory[header + i] ^= memoryAtStart[i];
    fs.writeFileSync(path.join(job.out, "snapshot.bin"), memory);
  }
}

await main().catch((error) => {
  console.error(error.message); // a Python traceback, where Python raised it
  process.exit(1);
});
process.exit(0);
