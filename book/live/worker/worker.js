// The worker: brings Python up, loads packages, runs cells. The only place where a reader's code runs.

import { bytes, bytesNow, givenUp, Progress, stream } from "./download.js";
import { untar } from "./archive.js";
import { boot } from "./python.js";
import RUNTIME from "runtime"; // what the build knows: files, sizes, packages, the torch chosen in _config.yml

const WARM_UP = 150; // ms after which a worker that has no cell to run warms up
const AGAIN = "연결을 확인한 뒤 다시 실행해 주세요. 받은 데까지는 두고 이어서 받습니다.";
const NOT_HERE = "이 브라우저에서 실행 엔진을 켜지 못했습니다. 다른 탭을 닫거나 브라우저를 새 판으로 바꾸고 다시 실행해 주세요. 책은 그대로 읽을 수 있습니다.";

let python = null;
let kernel = null;
let interrupt = null;
let idle = true; // no cell has run yet
let expected = []; // cells that the reader may run next
const there = new Set();
const progress = new Progress((state) => self.postMessage({ type: "progress", ...state }));
const address = (file) => new URL(file.path, import.meta.url).href;

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
      self.postMessage({ type: "failed", message: givenUp() ? `실행 엔진을 내려받지 못했습니다. ${AGAIN}` : NOT_HERE });
    }
  },

  /** The cells of the page: what they import is fetched after the first run, and imported while nothing runs. */
  expect({ cells }) {
    expected = cells;
  },

  async run({ code }) {
    idle = false;
    let finished = false;
    try {
      await loadFor(code);
    } catch (error) {
      console.warn(error); // the cell's own import then says what is missing
      note(`셀이 가져오는 패키지를 내려받지 못했습니다. ${AGAIN}`);
    }
    try {
      const status = kernel.run(code);
      if (typeof status !== "string") await status;
      finished = true;
    } catch (error) {
      if (python._api.fatal_error_occurred || !/KeyboardInterrupt/.test(error.message)) throw error;
    }
    if (!finished) self.postMessage({ type: "done", status: "interrupted", ms: 0 });
  },

  /** Nothing runs: what the next cells may need is got ready, so that they need not wait for it. */
  async rest() {
    if (navigator.connection?.saveData) return;
    await fetchAhead(new Set(expected.flatMap(needs)));
    importAhead();
    const rests = Object.entries(RUNTIME.rest).filter(([name]) => there.has(name)).map(([, rest]) => rest);
    await fetchAhead([...RUNTIME.later, ...rests]);
  },

  complete({ key, code, cursor }) {
    const found = ask(kernel.complete, code, cursor);
    const value = found && { from: cursor - found.prefix.length, to: cursor, options: found.options };
    self.postMessage({ type: "answer", key, value });
  },

  inspect({ key, code, cursor }) {
    self.postMessage({ type: "answer", key, value: ask(kernel.inspect, code, cursor) });
  },
};

/** Calls a question of the kernel; Python counts characters where JavaScript counts UTF-16 units. */
function ask(question, code, cursor) {
  const proxy = question(code, [...code.slice(0, cursor)].length);
  const value = proxy?.toJs({ dict_converter: Object.fromEntries, create_pyproxies: false });
  proxy?.destroy?.();
  return value ?? null;
}

async function start() {
  progress.loaded = progress.total = 0;
  const first = RUNTIME.first.map((name) => RUNTIME.packages[name]);
  for (const file of [RUNTIME.wasm, RUNTIME.snapshot, ...first]) progress.expect("파이썬", file.size);
  const archives = first.map((file) => bytes(address(file), progress));
  archives.forEach((archive) => archive.catch(() => {})); // told below
  python ??= await boot({
    core: new URL(RUNTIME.core, import.meta.url).href,
    lock: RUNTIME.lock,
    wasm: stream(address(RUNTIME.wasm), progress),
    snapshot: bytes(address(RUNTIME.snapshot), progress),
    layout: RUNTIME.layout,
  });
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

function note(text) {
  const output = { output_type: "display_data", data: { "text/plain": text }, metadata: { note: true } };
  self.postMessage({ type: "output", output });
}

/** Writes a package where Python finds it. */
function place(name, archive) {
  if (there.has(name)) return;
  const file = RUNTIME.packages[name];
  if (file.kind === "library") python.FS.writeFile(RUNTIME.library, archive);
  else if (file.kind === "wheel") python.unpackArchive(archive, "wheel");
  else untar(archive, python.FS, RUNTIME.site);
  there.add(name);
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
  for (const name of names) progress.expect(RUNTIME.packages[name].title, RUNTIME.packages[name].size);
  const archives = names.map((name) => load(name, progress));
  for (const [index, name] of names.entries()) place(name, await archives[index]);
}

const loading = new Map();

function load(name, told) {
  if (!loading.has(name)) {
    const started = bytes(address(RUNTIME.packages[name]), told);
    loading.set(name, started);
    started.catch(() => loading.delete(name));
  }
  return loading.get(name);
}

function loadNow(name) {
  if (there.has(name)) return;
  const file = RUNTIME.packages[name];
  const archive = bytesNow(address(file));
  if (archive[0] !== 0x1f) return place(name, archive);
  python.FS.writeFile("/tmp/archive", archive);
  python.runPython("import zlib; open('/tmp/plain', 'wb').write(zlib.decompress(open('/tmp/archive', 'rb').read(), 31))");
  place(name, python.FS.readFile("/tmp/plain"));
  for (const used of ["/tmp/archive", "/tmp/plain"]) python.FS.unlink(used);
}

async function fetchAhead(names) {
  for (const name of names) {
    if (there.has(name) || loading.has(name)) continue;
    try {
      place(name, await load(name, new Progress(() => {})));
    } catch (error) {
      console.warn(error);
    }
  }
}

/** In small steps: a cell's run comes between two of them. */
async function importAhead() {
  const steps = kernel.ahead();
  while (!steps.next().done) await new Promise((resolve) => setTimeout(resolve));
}

function fatal(error) {
  console.warn(error);
  const memory = /memory|allocation/i.test(String(error?.message));
  self.postMessage({ type: "crash", reason: memory ? "memory" : "crash" });
}
