// Puts back the memory that the build took of Python: with numpy and torch imported, so that no reader waits for that.
// pack.mjs uses the same code to try its snapshot before it is published.
//
// numpy's compiled parts ("libraries") are WebAssembly modules of their own: their data is in the memory, their functions are not,
// so they are linked again at the very places where they were. The snapshot holds their files, then the memory, written as the
// difference (XOR) to the one that the WebAssembly module starts with. It is put in place piece by piece, never held as a whole.

import { fieldsOf } from "./libraries.js";

// Engines differ in what they let Pyodide add to its table of functions, and the snapshot fits one table only. Suspending
// WebAssembly is left out everywhere; a function that counts arguments, for which an engine needs WebAssembly's garbage
// collection, is put in its place where the engine has none (fillTable).
delete WebAssembly.Suspending;
delete WebAssembly.Suspender;

// A function that a module exports and holds in its table is one object; WebKit makes two of it, and Pyodide would add the
// exported one to the table once more. So the build notes those functions, and each is put into its place again.

/** @returns {[number, number][]} of each such function: its number among the exports, its place in the table */
export function describeTwins(exports, table) {
  const functions = Object.values(exports);
  return Array.from({ length: table.length }, (_, place) => [functions.indexOf(table.get(place)), place]).filter(([number]) => number >= 0);
}

function uniteTwins(twins, exports, table) {
  const functions = Object.values(exports);
  for (const [number, place] of twins) table.set(place, functions[number]);
}

/** Makes Pyodide start from the compiled `module`; rejects where that cannot be, else `told` its exports and its table. */
export function startFrom(module, settings, told) {
  return new Promise((_, reject) => {
    settings.instantiateWasm = (imports, done) => {
      WebAssembly.instantiate(module, imports).then((instance) => {
        told(instance.exports, imports.env.__indirect_function_table);
        done(instance, module);
      }).catch(reject);
      return {};
    };
  });
}

/**
 * Makes `_createPyodideModule` start from the snapshot; `loadPyodide({ _loadSnapshot: new Uint8Array(layout.header) })` does the rest.
 * @param {{ create: Function, main: WebAssembly.Module, layout: object, fill: Function }} parts `fill(put)` has the snapshot's
 * stream put in place, again from its beginning if need be, and resolves with what `put` made of the right one
 */
export function fromSnapshot({ create, main, layout, fill }) {
  return async (settings) => {
    let start;
    settings.INITIAL_MEMORY = layout.size;
    const failure = startFrom(main, settings, (exports, table) => uniteTwins(layout.twins, exports, table));
    settings.preRun.push((python) => (start = python.HEAPU8.slice(0, layout.start)));
    const python = await Promise.race([create(settings), failure]);
    const modules = await fill((stream) => putBack(stream, python.HEAPU8, start, layout));
    start = null; // 4 MB, which what outlives this would hold
    fillTable(python, fieldsOf(python, layout.libraries[0].handle).table);
    layout.libraries.forEach((library, index) => link(python, library, modules[index]));
    return python;
  };
}

/** Compiles the libraries, writes the memory. Nothing of it runs yet. @returns {Promise<WebAssembly.Module[]>} */
async function putBack(stream, heap, start, { size, libraries }) {
  const reader = stream.getReader();
  let piece = new Uint8Array();
  const next = async (most) => {
    while (!piece.length) {
      const { done, value } = await reader.read();
      if (done) throw new Error("the snapshot is cut short");
      piece = value;
    }
    const part = piece.subarray(0, most);
    piece = piece.subarray(part.length);
    return part;
  };
  const modules = [];
  for (const library of libraries) {
    const file = new Uint8Array(library.size);
    for (let at = 0, part; at < file.length; at += part.length) file.set((part = await next(file.length - at)), at);
    modules.push(WebAssembly.compile(file));
  }
  for (let at = 0, part; at < size; at += part.length) write((part = await next(size - at)), heap, at, start);
  return Promise.all(modules);
}

const PAGE = 4096; // bytes of which a system gives a program memory once the first is written

/** Writes a piece of the difference; where nothing stands and nothing belongs, it touches nothing. */
function write(piece, heap, at, start) {
  xor(piece, start.subarray(at));
  for (let from = 0, to; from < piece.length; from = to) {
    to = Math.min(piece.length, from + PAGE - ((at + from) % PAGE));
    const part = piece.subarray(from, to);
    if (holds(part) || holds(heap.subarray(at + from, at + to))) heap.set(part, at + from);
  }
}

function holds(bytes) {
  for (let i = 0; i < bytes.length; i++) if (bytes[i]) return true;
  return false;
}

/** Makes of bytes their difference to others, and of the difference the bytes. */
export function xor(bytes, others) {
  const length = Math.min(bytes.length, others.length);
  for (let i = 0; i < length; i++) bytes[i] ^= others[i];
}

function fillTable(python, length) {
  if (python.wasmTable.length === length - 1) python.addFunction((place) => python.wasmTable.get(place).length, "ii");
}

function link(python, { name, handle }, module) {
  const { table, data, length } = fieldsOf(python, handle);
  if (python.wasmTable.length !== table) throw new Error(`the snapshot does not fit: ${name} belongs at ${table}, not at ${python.wasmTable.length}`);
  const kept = python.HEAPU8.slice(data, data + length);
  const exports = python.loadWebAssemblyModule(module, { global: false, nodelete: true, loadAsync: false }, name, {}, handle);
  python.HEAPU8.set(kept, data); // in its place stood what the library starts with
  const library = { refcount: Infinity, name, exports, global: false };
  python.LDSO.loadedLibsByName[name] = python.LDSO.loadedLibsByHandle[handle] = library;
}
