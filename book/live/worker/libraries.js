// Compiled parts of packages ("libraries"): each is a WebAssembly module that dlopen() has loaded, with a structure in Python's
// memory that says where its data, its functions and the bytes of its file are.

/** @param {object} python Pyodide's `_module` */
export function fieldsOf(python, handle) {
  const [data, length, table, , file, size] = python.HEAPU32.subarray((handle + 12) >> 2);
  return { data, length, table, file, size };
}

/** @returns {{ name: string, handle: number }[]} in the order in which they were loaded */
export function loaded({ LDSO: { loadedLibsByName, loadedLibsByHandle } }) {
  const handles = new Map(Object.entries(loadedLibsByHandle).map(([handle, library]) => [library, Number(handle)]));
  return Object.entries(loadedLibsByName).filter(([name]) => name !== "__main__")
    .map(([name, library]) => ({ name, handle: handles.get(library) }));
}

/** Frees the bytes of the libraries' files, which dlopen() never gives back: their functions are compiled. */
export function forgetFiles(python) {
  for (const { handle } of loaded(python)) {
    const { file, size } = fieldsOf(python, handle);
    if (!size) continue;
    python.HEAPU8.fill(0, file, file + size);
    python.HEAPU32.fill(0, (handle + 28) >> 2, (handle + 36) >> 2);
    python._free(file);
  }
}
