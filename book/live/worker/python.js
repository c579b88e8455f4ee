// Brings Pyodide up from the snapshot.

import { loadPyodide } from "pyodide";
import { plain, script, take } from "./download.js";
import { fromSnapshot } from "./restore.js";

const MEMORY_LIMIT = (navigator.deviceMemory <= 2 ? 512 : 1024) * 2 ** 20;
const EMPTY_ZIP = "data:application/zip;base64,UEsFBgAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";

// JavaScriptCore gives an error that no script threw, such as that of a refused request, no stack, and what has none is no error
// to Pyodide: a cell that awaits the request would wait for ever.
if (!("stack" in Error.prototype)) Error.prototype.stack = "";

let create; // Pyodide's own function, in whose place stands one that starts from the snapshot

/**
 * @param {{ core: string, lock: object, loader: object, wasm: object, snapshot: object, layout: object }} parts the files as
 * download.js takes them
 * @returns Pyodide, with the kernel imported
 */
export async function boot({ core, lock, loader, wasm, snapshot, layout }, progress) {
  limitMemory();
  const loaded = script(loader, () => self._createPyodideModule);
  const compiled = take(wasm, progress, async (body) =>
    WebAssembly.compileStreaming(new Response(await plain(body), { headers: { "Content-Type": "application/wasm" } })));
  let put; // where the snapshot's bytes go, once Python has a memory
  const placed = new Promise((resolve) => (put = resolve));
  const modules = take(snapshot, progress, async (body) => (await placed)(await plain(body)));
  modules.catch(() => {}); // told below
  const [main] = await Promise.all([compiled, loaded]);
  create ??= self._createPyodideModule;
  self._createPyodideModule = fromSnapshot({ create, main, layout, fill: (write) => (put(write), modules) });
  self.WasmOffsetConverter = null; // where there is one, Pyodide does not fetch its WebAssembly by itself
  return loadPyodide({
    indexURL: core,
    lockFileURL: "data:application/json," + encodeURIComponent(JSON.stringify(lock)),
    stdLibURL: EMPTY_ZIP, // everything a first cell needs is in memory; the rest comes later
    _loadSnapshot: new Uint8Array(layout.header),
  });
}

/** Memory a page can bear: past it Python raises MemoryError instead of taking the page with it. */
function limitMemory() {
  const grow = WebAssembly.Memory.prototype.grow;
  WebAssembly.Memory.prototype.grow = function (pages) {
    if (this.buffer.byteLength + pages * 65536 > MEMORY_LIMIT) throw new RangeError("memory limit of the page");
    return grow.call(this, pages);
  };
}
