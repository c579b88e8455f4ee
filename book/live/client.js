// The page's side of the live cells' worker: one queue of runs, one worker, replaced when it dies. PROTOCOL.md is its manual.

const PATIENCE = 3000; // ms an interrupted cell may take to stop before its worker is ended
const AGAIN = 500; // ms after which it is interrupted again: a bare `except:` or a destructor may have swallowed the first
const IDLE_DELAY = 300; // ms after the page has loaded before the worker starts by itself
const QUIET = 500; // ms without a run after which what later cells may need is fetched: it must not keep the next cell waiting
const NOT_HERE = "이 브라우저에서 실행 엔진을 켜지 못했습니다. 다른 탭을 닫거나 브라우저를 새 판으로 바꾸고 다시 실행해 주세요. 책은 그대로 읽을 수 있습니다.";
const NOT_LOADED = "실행 엔진을 불러오지 못했습니다. 연결을 확인한 뒤 다시 실행해 주세요.";

// A worker of an address has that file's own policy, and a plain server gives it none. One made from a blob has the page's: its
// cells reach no other host and import no text as a script.
const START = URL.createObjectURL(new Blob([`import ${JSON.stringify(new URL("worker.js", import.meta.url))}`], { type: "text/javascript" }));

class Kernel {
  state = "off";
  info = null;
  generation = 0;

  #worker = null;
  #listeners = new Map();
  #ready = null; // { promise, resolve, reject } of the start under way
  #expected = []; // the page's cells
  #queue = [];
  #current = null;
  #last = null; // the run before: what a task of its prints later is its own
  #asked = new Map(); // questions (completion, inspection) without an answer yet
  #questions = 0;
  #quiet = null; // the timer of QUIET
  #interrupt = null; // the shared byte Python looks at, where the page is cross-origin isolated

  on(type, listener) {
    if (!this.#listeners.has(type)) this.#listeners.set(type, new Set());
    this.#listeners.get(type).add(listener);
    return () => this.#listeners.get(type).delete(listener);
  }

  start() {
    if (this.#ready) return this.#ready.promise;
    this.#ready = deferred();
    this.#ready.promise.catch(() => {}); // the `failed` event tells it too
    this.#setState("loading");
    if (this.#worker) this.#worker.postMessage({ type: "start" }); // a failed download goes on where it broke off
    else this.#spawn();
    return this.#ready.promise;
  }

  startWhenIdle() {
    if (!worthwhile(navigator.connection)) return;
    const idle = window.requestIdleCallback ?? ((call) => setTimeout(call, 200));
    const begin = () => setTimeout(() => idle(() => this.start(), { timeout: 3000 }), IDLE_DELAY);
    if (document.readyState === "complete") begin();
    else window.addEventListener("load", begin, { once: true });
  }

  expect(cells) {
    this.#expected = worthwhile(navigator.connection) ? cells : [];
    this.#worker?.postMessage({ type: "expect", cells: this.#expected });
  }

  run({ id, code }) {
    return new Promise((resolve) => {
      this.#queue.push({ id, code, resolve });
      this.start();
      this.#next();
    });
  }

  cancel() {
    for (const { resolve } of this.#queue.splice(0)) resolve({ status: "cancelled" });
  }

  async interrupt() {
    this.cancel();
    const run = this.#current;
    if (!run) return "idle";
    for (let left = PATIENCE; this.#interrupt && left > 0; left -= AGAIN) {
      this.#interrupt[0] = 2; // SIGINT
      const stopped = await Promise.race([run.over.then(() => true), wait(AGAIN)]);
      if (stopped) return run.lost ? "lost" : "kept";
    }
    if (this.#current === run) {
      this.#lose("interrupt", "셀을 멈추려고 파이썬을 다시 시작합니다. 변수는 모두 사라졌습니다.");
    }
    return "lost";
  }

  async reset() {
    this.cancel();
    if (this.state === "off") return;
    this.#lose("reset", "변수를 모두 지우고 처음부터 다시 시작합니다.");
  }

  complete(code, cursor) {
    return this.#ask({ type: "complete", code, cursor });
  }

  inspect(code, cursor) {
    return this.#ask({ type: "inspect", code, cursor });
  }

  look(code, cursor) {
    return this.#ask({ type: "look", code, cursor });
  }

  variables(code) {
    return this.#ask({ type: "variables", code });
  }

  #ask(question) {
    if (this.state !== "ready") return Promise.resolve(null);
    const key = ++this.#questions;
    return new Promise((resolve) => {
      this.#asked.set(key, resolve);
      this.#worker.postMessage({ ...question, key });
    });
  }

  #spawn() {
    this.#interrupt = window.crossOriginIsolated && window.SharedArrayBuffer ? new Uint8Array(new SharedArrayBuffer(1)) : null;
    const worker = new Worker(START, { type: "module", name: "python" });
    worker.onmessage = ({ data }) => worker === this.#worker && this.#receive(data);
    worker.onerror = (event) => {
      event.preventDefault();
      if (worker !== this.#worker) return;
      if (this.state === "loading") this.#fail(event.message || !window.WebAssembly ? NOT_HERE : NOT_LOADED, true); // it came, and threw: WebKit gives no word of that
      else this.#crash();
    };
    this.#worker = worker;
    worker.postMessage({ type: "expect", cells: this.#expected });
    worker.postMessage({ type: "start", interrupt: this.#interrupt });
  }

  #receive(message) {
    const run = this.#current ?? this.#last;
    switch (message.type) {
      case "ready":
        this.info = { ...message.info, isolated: Boolean(this.#interrupt) };
        this.#setState("ready");
        this.#ready.resolve(this.info);
        this.#emit("ready", { info: this.info });
        this.#next();
        break;
      case "failed":
        this.#fail(message.message ?? NOT_HERE, false);
        break;
      case "progress":
        this.#emit("progress", message);
        break;
      case "begin":
        run.number = message.number;
        this.#emit("start", { id: run.id, number: run.number });
        break;
      case "output":
        this.#emit("output", { id: run.id, number: run.number, output: message.output });
        break;
      case "update":
        this.#emit("update", { id: run.id, displayId: message.displayId, output: message.output });
        break;
      case "clear":
        this.#emit("clear", { id: run.id });
        break;
      case "done":
        this.#quiet = setTimeout(() => this.#rest(), QUIET);
        this.#finish(message.status, message.ms);
        this.#next();
        break;
      case "answer":
        this.#asked.get(message.key)?.(message.value);
        this.#asked.delete(message.key);
        break;
      case "crash":
        this.#crash(message.reason);
        break;
    }
  }

  #next() {
    if (this.state !== "ready" || !this.#queue.length) return;
    clearTimeout(this.#quiet);
    const run = this.#queue.shift();
    run.over = new Promise((resolve) => (run.end = resolve));
    this.#current = run;
    this.#setState("busy");
    if (this.#interrupt) this.#interrupt[0] = 0; // a press that came after the last cell's end is not this cell's
    this.#worker.postMessage({ type: "run", code: run.code });
  }

  /** No cell is running, and none is waiting. */
  #rest() {
    this.#worker.postMessage({ type: "rest" });
    navigator.serviceWorker?.controller?.postMessage("keep the runtime");
  }

  #finish(status, ms) {
    const run = this.#current;
    this.#current = null;
    this.#last = run;
    if (status !== "lost") this.#setState("ready");
    this.#emit("done", { id: run.id, number: run.number, status, ms });
    run.resolve({ status, number: run.number, ms });
    run.end();
  }

  #fail(message, dead) {
    if (dead) this.#discard();
    this.#setState("failed");
    this.#ready.reject(new Error(message));
    this.#ready = null;
    this.#emit("failed", { message });
    this.cancel();
  }

  #crash(reason = "crash") {
    const why = reason === "memory" ? "메모리를 너무 많이 써서 파이썬이 멈췄습니다." : "파이썬이 갑자기 멈췄습니다.";
    this.#lose(reason, `${why} 변수는 모두 사라졌고, 파이썬은 다시 시작합니다.`);
  }

  /** Ends the worker, says why, and starts a fresh one. */
  #lose(reason, message) {
    this.#discard();
    this.generation += 1;
    this.#ready = null;
    this.info = null;
    if (this.#current) {
      this.#current.lost = true;
      this.#finish("lost", null);
    }
    this.cancel();
    this.#emit("lost", { reason, message });
    this.start();
  }

  #discard() {
    clearTimeout(this.#quiet);
    this.#worker?.terminate();
    this.#worker = null;
    this.#last = null;
    for (const resolve of this.#asked.values()) resolve(null);
    this.#asked.clear();
  }

  #setState(state) {
    if (state === this.state) return;
    this.state = state;
    this.#emit("state", { state });
  }

  #emit(type, event) {
    for (const listener of [...(this.#listeners.get(type) ?? [])]) {
      try {
        listener({ ...event, type });
      } catch (error) {
        console.error(error); // one listener's mistake must not stop the queue
      }
    }
  }
}

/** Whether to fetch some megabytes that nobody has asked for yet. */
function worthwhile(connection) {
  if (!connection) return true; // browsers that do not tell
  return !connection.saveData && connection.type !== "cellular" && (connection.effectiveType ?? "4g") === "4g";
}

function deferred() {
  const made = {};
  made.promise = new Promise((resolve, reject) => Object.assign(made, { resolve, reject }));
  return made;
}

const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

export const kernel = new Kernel();
