// The worker: brings Python up, loads packages, runs cells. The only place where a reader's code runs.

import "./confine.js";
import { bytes, bytesNow, givenUp, Progress, take, unpack } from "./download.js";
import { isTar, untar } from "./archive.js";
import { forgetFiles } from "./libraries.js";
import { boot } from "./python.js";
import RUNTIME from "runtime"; // what the build knows: files, sizes, packages, the torch chosen in _config.yml

const LISTEN = 100; // ms between two looks whether a cell that awaits was stopped
const WARM_UP = 150; // ms after which a worker that has no cell to run warms up
const UNPACK = `# piece by piece: memory that Python once had is never given back
import zlib
with open("/tmp/archive", "rb") as packed, open("/tmp/plain", "wb") as plain:
    unpacker = zlib.decompressobj(31)
    try: # an error that is raised to JavaScript from within a run stands in the cell's output too
        while piece := packed.read(65536):
            plain.write(unpacker.decompress(piece))
    except zlib.error:
        pass
unpacker.eof`;
const AGAIN = "연결을 확인한 뒤 다시 실행해 주세요. 받은 데까지는 두고 이어서 받습니다.";

let python = null;
let kernel = null;
let interrupt = null;
let idle = true; // no cell has run yet
let expected = []; // cells that the reader may run next
const there = new Set();
self.close = () => console.warn("the page ends its worker, no cell does"); // the cells that wait would wait for ever
const progress = new Progress((state) => self.postMessage({ type: "progress", ...state }));
const placed = (file) => ({ ...file, url: new URL(file.path, import.meta.url).href });
const WHY = {
  connection: `실행 엔진을 내려받지 못했습니다. ${AGAIN}`,
  content: "받은 실행 엔진 파일이 이 책의 것이 아니거나 온전하지 않습니다. 잠시 뒤 다시 실행해 주세요. 책은 그대로 읽을 수 있습니다.",
};

self.onmessage = async ({ data }) => {
  try {
    await answers[data.type](data);
  } catch (error) {
    fatal(error);
  }
};

const answers = {
  async start(message) {
    interrupt = message.interrupt ?? interrupt;
    try {
      await start();
    } catch (error) {
      console.warn(error);
      self.postMessage({ type: "failed", message: WHY[givenUp] });
    }
  },

  /** The cells of the page: what they import is fetched after the first run, and imported while nothing runs. */
  expect({ cells }) {
    expected = cells;
  },

  async run({ code }) {
    idle = false;
    let finished = false;
    let note;
    try {
      await loadFor(code);
    } catch (error) {
      console.warn(error); // the cell's own import then says what is missing
      note = `셀이 가져오는 패키지를 내려받지 못했습니다. ${AGAIN}`;
    }
    try {
      const status = kernel.run(code, note);
      if (typeof status !== "string") await stoppable(status);
      finished = true;
    } catch (error) {
      if (python._api.fatal_error_occurred || !/KeyboardInterrupt/.test(error.message)) throw error;
    }
    if (!finished) self.postMessage({ type: "done", status: "interrupted", ms: 0 });
  },

  /** Nothing runs: what the next cells may need is got ready, so that they need not wait for it. */
  async rest() {
    if (navigator.connection?.saveData) return;
    await fetchAhead(new Set(expected.flatMap(needs)), load, place);
    importAhead();
    const rests = Object.entries(RUNTIME.rest).filter(([name]) => there.has(name)).map(([, rest]) => rest);
    await fetchAhead([...RUNTIME.later, ...rests], packed, (name, blob) => kept.set(name, blob));
  },

  complete({ key, code, cursor }) {
    answer(key, () => {
      const found = ask(kernel.complete, code, cursor);
      return found && { from: cursor - found.prefix.length, to: cursor, options: found.options };
    });
  },

  inspect({ key, code, cursor }) {
    answer(key, () => ask(kernel.inspect, code, cursor));
  },

  look({ key, code, cursor }) {
    answer(key, () => ask(kernel.look, code, cursor));
  },

  variables({ key, code }) {
    answer(key, () => taken(kernel.variables(code)));
  },
};

/** Answers a question of the editor. An object that refuses to be looked at has no answer: Python goes on. */
function answer(key, question) {
  let value = null;
  try {
    value = question();
  } catch (error) {
    if (python._api.fatal_error_occurred) throw error;
    console.warn(error);
  }
  self.postMessage({ type: "answer", key, value });
}

/** Waits for a cell that awaits. While it does, no Python runs that would see that the reader stopped it. */
async function stoppable(run) {
  const watch = setInterval(() => {
    if (interrupt?.[0] !== 2) return;
    interrupt[0] = 0;
    kernel.stop();
  }, LISTEN);
  try {
    await run;
  } finally {
    clearInterval(watch);
  }
}

/** Calls a question of the kernel; Python counts characters where JavaScript counts UTF-16 units. */
function ask(question, code, cursor) {
  return taken(question(code, [...code.slice(0, cursor)].length));
}

/** What Python answered, as JavaScript's own. */
function taken(proxy) {
  const value = proxy?.toJs({ dict_converter: Object.fromEntries, create_pyproxies: false });
  proxy?.destroy?.();
  return value ?? null;
}

async function start() {
  progress.loaded = progress.total = 0;
  const first = RUNTIME.first.map((name) => RUNTIME.packages[name]);
  for (const file of [RUNTIME.wasm, RUNTIME.snapshot, ...first]) progress.expect("파이썬", file.size);
  const archives = first.map((file) => bytes(placed(file), progress));
  archives.forEach((archive) => archive.catch(() => {})); // told below
  python ??= await boot({
    core: new URL(RUNTIME.core, import.meta.url).href,
    lock: RUNTIME.lock,
    loader: placed(RUNTIME.loader),
    wasm: placed(RUNTIME.wasm),
    snapshot: placed(RUNTIME.snapshot),
    layout: RUNTIME.layout,
  }, progress);
  if (interrupt) python.setInterruptBuffer(interrupt);
  if (!kernel) {
    kernel = python.pyimport("kernel");
    kernel.begin(send, loadNow, python.toPy(RUNTIME.modules), python.toPy(RUNTIME.rest));
  }
  for (const [index, name] of RUNTIME.first.entries()) place(name, await archives[index]);
  python.runPython("import torch");
  const { python: version, pyodide, torch } = RUNTIME.versions;
  self.postMessage({ type: "ready", info: { python: version, pyodide, torch } });
  setTimeout(() => idle && kernel.warm(), WARM_UP);
}

/** Everything the kernel says: a kind and its fields as JSON. */
function send(kind, json) {
  self.postMessage({ type: kind, ...JSON.parse(json) });
}

/** Writes a package where Python finds it. */
function place(name, archive) {
  if (there.has(name)) return;
  const file = RUNTIME.packages[name];
  if (file.kind === "library") python.FS.writeFile(RUNTIME.library, archive);
  else if (file.kind === "wheel") python.unpackArchive(archive, "wheel");
  else untar(archive, python.FS, RUNTIME.site);
  there.add(name);
  loading.delete(name);
  kept.delete(name);
  kernel.packages.arrived(name);
}

function needs(code) {
  const proxy = kernel.needs(code);
  const names = proxy.toJs();
  proxy.destroy();
  return names;
}

async function loadFor(code) {
  const names = needs(code);
  progress.loaded = progress.total = 0;
  for (const name of names) if (!kept.has(name)) progress.expect(RUNTIME.packages[name].title, RUNTIME.packages[name].size);
  const archives = names.map((name) => load(name, progress));
  for (const [index, name] of names.entries()) place(name, await archives[index]);
}

const loading = new Map(); // what is on its way into Python
const kept = new Map(); // what was fetched ahead of need: packed, and outside of this worker's memory

function load(name, told) {
  if (!loading.has(name)) {
    const started = kept.has(name) ? unpack(kept.get(name).stream()) : bytes(placed(RUNTIME.packages[name]), told);
    loading.set(name, started);
    started.catch(() => loading.delete(name));
  }
  return loading.get(name);
}

function packed(name, told) {
  return take(placed(RUNTIME.packages[name]), told, (body) => new Response(body).blob());
}

function loadNow(name) {
  if (there.has(name)) return;
  const { url, kind } = placed(RUNTIME.packages[name]);
  const first = kept.has(name) ? new Uint8Array(new FileReaderSync().readAsArrayBuffer(kept.get(name))) : bytesNow(url);
  let archive = unpacked(first, kind);
  archive ??= unpacked(bytesNow(`${url}?again`), kind); // past what a cache on the way holds
  if (!archive) throw new Error(`not the published file: ${url}`);
  place(name, archive);
}

/** gzip's own checksum, and how archives begin, tell a wrong file (null): there is no other way while everything waits. */
function unpacked(archive, kind) {
  if (archive[0] !== 0x1f) return (kind === "archive" ? isTar(archive) : archive[0] === 0x50) ? archive : null; // "PK", a zip
  python.FS.writeFile("/tmp/archive", archive);
  try {
    return python.runPython(UNPACK) ? python.FS.readFile("/tmp/plain") : null;
  } finally {
    for (const used of ["/tmp/archive", "/tmp/plain"]) if (python.FS.analyzePath(used).exists) python.FS.unlink(used);
  }
}

/** `get(name, progress)` fetches, `put(name, got)` says what becomes of it. */
async function fetchAhead(names, get, put) {
  for (const name of names) {
    if (there.has(name) || loading.has(name) || kept.has(name)) continue;
    try {
      put(name, await get(name, new Progress(() => {})));
    } catch (error) {
      console.warn(error);
    }
  }
}

/** In small steps: a cell's run comes between two of them. */
async function importAhead() {
  const steps = kernel.ahead();
  while (!steps.next().done) await new Promise((resolve) => setTimeout(resolve));
  forgetFiles(python._module);
}

function fatal(error) {
  console.warn(error);
  const memory = /memory|allocation/i.test(String(error?.message));
  self.postMessage({ type: "crash", reason: memory ? "memory" : "crash" });
}
