// Brings Pyodide up from the memory that the build took: Python has started and imported its library already.

import { loadPyodide } from "pyodide";

const MEMORY_LIMIT = (navigator.deviceMemory <= 2 ? 512 : 1024) * 2 ** 20;
const EMPTY_ZIP = "data:application/zip;base64,UEsFBgAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";

/**
 * @param {{ core: string, lock: object, wasm: ReadableStream, snapshot: Promise<Uint8Array> }} parts
 * @returns Pyodide, with the kernel imported
 */
export async function boot({ core, lock, wasm, snapshot }) {
  limitMemory();
  await importAgain(core + "pyodide.asm.js");
  const create = self._createPyodideModule;
  const compiled = WebAssembly.compileStreaming(new Response(wasm, { headers: { "Content-Type": "application/wasm" } }));
  const [module, memory] = await Promise.all([compiled, snapshot]);
  self._createPyodideModule = async (settings) => {
    settings.instantiateWasm = (imports, done) => {
      WebAssembly.instantiate(module, imports).then((instance) => done(instance, module));
      return {};
    };
    settings.preRun.push((python) => restore(memory, python.HEAPU8));
    return create(settings);
  };
  return loadPyodide({
    indexURL: core,
    lockFileURL: "data:application/json," + encodeURIComponent(JSON.stringify(lock)),
    stdLibURL: EMPTY_ZIP, // everything a first cell needs is in memory; the rest comes later
    _loadSnapshot: memory,
  });
}

/** The snapshot holds the difference to the memory that the WebAssembly module starts with. */
function restore(memory, heap) {
  const header = new Uint32Array(memory.buffer, memory.byteOffset, 2)[1];
  const from = new Uint32Array(heap.buffer, 0, heap.length >> 2);
  const to = new Uint32Array(memory.buffer, memory.byteOffset + header);
  const length = Math.min(from.length, to.length);
  for (let i = 0; i < length; i++) to[i] ^= from[i];
}

/** Memory a page can bear: past it Python raises MemoryError instead of taking the page with it. */
function limitMemory() {
  const grow = WebAssembly.Memory.prototype.grow;
  WebAssembly.Memory.prototype.grow = function (pages) {
    if (this.buffer.byteLength + pages * 65536 > MEMORY_LIMIT) throw new RangeError("memory limit of the page");
    return grow.call(this, pages);
  };
}

/** A module that failed to load stays failed under its address, so another attempt has another address. */
async function importAgain(url) {
  if (self._createPyodideModule) return;
  for (let attempt = 0; ; attempt++) {
    try {
      return await import(url + (attempt ? `?${attempt}` : ""));
    } catch (error) {
      if (attempt === 4) throw error;
      await new Promise((resolve) => setTimeout(resolve, 400 * 2 ** attempt));
    }
  }
}
