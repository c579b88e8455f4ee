// Puts back the memory that the build took of Python: with numpy and torch imported, so that no reader waits for that.
// pack.mjs uses the same code to try its snapshot before it is published.
//
// The snapshot is written as the difference (XOR) to the memory that the WebAssembly module starts with. numpy's compiled
// parts are WebAssembly modules of their own: their data is in the memory, their functions are not, so they are linked again
// at the very places where they were.

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

/** Compiles the modules whose bytes the memory holds. @returns {Promise<WebAssembly.Module[]>} */
export function compileLibraries(snapshot, libraries) {
  const memory = snapshot.subarray(headerLength(snapshot));
  return Promise.all(libraries.map(({ data, size }) => WebAssembly.compile(memory.slice(data, data + size))));
}

/**
 * Makes `_createPyodideModule` start from the snapshot; `loadPyodide({ _loadSnapshot: snapshot })` does the rest.
 * @param {{ create: Function, main: WebAssembly.Module, modules: WebAssembly.Module[], snapshot: Uint8Array, layout: object }} parts
 */
export function fromSnapshot({ create, main, modules, snapshot, layout: { twins, libraries } }) {
  return async (settings) => {
    const failure = startFrom(main, settings, (exports, table) => uniteTwins(twins, exports, table));
    settings.preRun.push((python) => undoDifference(snapshot, python.HEAPU8));
    const python = await Promise.race([create(settings), failure]);
    fillTable(python, libraries[0].table);
    libraries.forEach((library, index) => link(python, library, modules[index], snapshot));
    return python;
  };
}

const headerLength = (snapshot) => new Uint32Array(snapshot.buffer, snapshot.byteOffset, 2)[1];

export function undoDifference(snapshot, heap) {
  const words = new Uint32Array(heap.buffer, 0, heap.length >> 2);
  const memory = new Uint32Array(snapshot.buffer, snapshot.byteOffset + headerLength(snapshot));
  const length = Math.min(words.length, memory.length);
  for (let i = 0; i < length; i++) memory[i] ^= words[i];
}

/** What pack.mjs notes of the libraries that are loaded, in the order in which they were. */
export function describeLibraries(python) {
  const { loadedLibsByName, loadedLibsByHandle } = python.LDSO;
  const handles = new Map(Object.entries(loadedLibsByHandle).map(([handle, library]) => [library, Number(handle)]));
  return Object.entries(loadedLibsByName).filter(([name]) => name !== "__main__").map(([name, library]) => {
    const handle = handles.get(library);
    const [table, , data, size] = python.HEAPU32.subarray((handle + 20) >> 2);
    return { name, handle, table, data, size };
  });
}

function fillTable(python, length) {
  if (python.wasmTable.length === length - 1) python.addFunction((place) => python.wasmTable.get(place).length, "ii");
}

const HANDLE = 36; // bytes of the structure dlopen() keeps of a library: where its data and its functions are

function link(python, { name, handle, table }, module, snapshot) {
  if (python.wasmTable.length !== table) throw new Error(`the snapshot does not fit: ${name} belongs at ${table}, not at ${python.wasmTable.length}`);
  const memory = snapshot.subarray(headerLength(snapshot));
  python.HEAPU8.set(memory.subarray(handle, handle + HANDLE), handle);
  const exports = python.loadWebAssemblyModule(module, { global: false, nodelete: true, loadAsync: false }, name, {}, handle);
  const library = { refcount: Infinity, name, exports, global: false };
  python.LDSO.loadedLibsByName[name] = python.LDSO.loadedLibsByHandle[handle] = library;
}
