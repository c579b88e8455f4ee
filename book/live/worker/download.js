// Fetches a file once, counting bytes, and goes on where a broken connection left off: within one start and over several.

const ATTEMPTS = 5; // failures in a row, without one byte in between, until the reader is asked to try again
const PAUSE = 400; // ms before the second attempt, doubled each time
const STEP = 50; // ms between two words about the progress
const SILENCE = 20_000; // ms without a byte after which a connection counts as broken

/** Bytes of all downloads so far and to come: what the progress shows. */
export class Progress {
  constructor(tell) {
    this.tell = tell;
    this.loaded = this.total = 0;
    this.what = "";
    this.told = 0;
  }

  expect(what, bytes) {
    this.what = what;
    this.total += bytes;
  }

  add(bytes) {
    this.loaded += bytes;
    const wait = this.loaded < this.total ? this.told + STEP - performance.now() : 0;
    clearTimeout(this.waiting);
    if (wait > 0) this.waiting = setTimeout(() => this.say(), wait); // also when nothing more comes
    else this.say();
  }

  say() {
    this.told = performance.now();
    this.tell({ loaded: Math.min(this.loaded, this.total), total: this.total, what: this.what });
  }
}

const begun = new Map(); // address → what has arrived of it; kept, so that a later start goes on from there

let gaveUp = false;

/** Whether a download was given up since the last one began; what else goes wrong is not the connection's fault. */
export const givenUp = () => gaveUp;

/**
 * The file's bytes as they arrive, as a stream. `progress.add` is told each piece once, also when it is read again.
 * @throws {Error} when the file cannot be had; what has arrived is kept.
 */
export function stream(url, progress) {
  gaveUp = false;
  if (!begun.has(url)) begun.set(url, { parts: [], length: 0, whole: false });
  const file = begun.get(url);
  return new ReadableStream({
    async start(controller) {
      try {
        for (const part of file.parts) controller.enqueue(part);
        await finish(url, file, progress, (part) => controller.enqueue(part));
        controller.close();
      } catch (error) {
        controller.error(error);
      }
    },
  });
}

/** Waits before the next attempt; gives up after the last. */
async function pause(failures, error) {
  if (failures >= ATTEMPTS) {
    gaveUp = true;
    throw error;
  }
  await new Promise((resolve) => setTimeout(resolve, PAUSE * 2 ** (failures - 1)));
}

async function finish(url, file, progress, arrived) {
  for (let failures = 0; !file.whole; ) {
    const stop = new AbortController();
    let silence = setTimeout(() => stop.abort(), SILENCE);
    try {
      const headers = file.length ? { Range: `bytes=${file.length}-` } : {};
      const response = await fetch(url, { headers, signal: stop.signal });
      if (!response.ok) throw new Error(`${response.status} ${url}`);
      let skip = response.status === 206 ? 0 : file.length; // a server without ranges sends it all again
      const reader = response.body.getReader();
      for (;;) {
        const { done, value } = await reader.read();
        if (done) break;
        clearTimeout(silence);
        silence = setTimeout(() => stop.abort(), SILENCE);
        const part = skip ? value.subarray(Math.min(skip, value.length)) : value;
        skip -= Math.min(skip, value.length);
        if (!part.length) continue;
        file.parts.push(part);
        file.length += part.length;
        failures = 0;
        progress.add(part.length);
        arrived(part);
      }
      file.whole = true;
    } catch (error) {
      await pause(++failures, error);
    } finally {
      clearTimeout(silence);
    }
  }
}

/** The file's bytes, gunzipped where the file is one gzip stream and the server has not done so already. */
export async function bytes(url, progress) {
  const body = stream(url, progress);
  const [look, rest] = body.tee();
  const reader = look.getReader();
  const { value } = await reader.read();
  reader.cancel();
  const zipped = value?.[0] === 0x1f && value?.[1] === 0x8b;
  const plain = zipped ? rest.pipeThrough(new DecompressionStream("gzip")) : rest;
  const all = new Uint8Array(await new Response(plain).arrayBuffer());
  begun.delete(url);
  return all;
}

let imports = 0;

/** Imports a script, unless it is `there`. A module that failed to load stays failed under its address, so another attempt has another address. */
export async function script(url, there) {
  for (let failures = 0; !there(); ) {
    try {
      await import(url + (imports++ ? `?${imports}` : ""));
    } catch (error) {
      await pause(++failures, error);
    }
  }
}

/** For an import inside a function: the file at once, while everything waits. */
export function bytesNow(url) {
  const request = new XMLHttpRequest();
  request.open("GET", url, false);
  request.responseType = "arraybuffer";
  request.send();
  if (request.status !== 200) throw new Error(`${request.status} ${url}`);
  return new Uint8Array(request.response);
}
