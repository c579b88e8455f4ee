// Fetches a file once, counting bytes, and goes on where a broken connection left off: within one start and over several. What
// arrived is used only if it is the file that was published: a server may answer with a page of its own, or be cut short.

import { unpacking } from "./zstd.js";

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

/** Why downloads were given up since the last one began: "connection", "content" or "" (they were not). What else goes wrong is
 * no matter of the download. */
export let givenUp = "";

/**
 * What `read` makes of the file's stream of bytes, which it may begin to read before all of them are there.
 * @param {{ url: string, checksums: string[] }} file
 * @param {(body: ReadableStream) => Promise} read
 * @throws {Error} when the file cannot be had; what has arrived of it is kept.
 */
export async function take({ url, checksums }, progress, read) {
  givenUp = "";
  for (let failures = 0; ; ) {
    if (!begun.has(url)) begun.set(url, { parts: [], length: 0, whole: false, anew: failures > 0 });
    const file = begun.get(url);
    const { body, arrived } = stream(url, file, progress);
    const made = read(body);
    made.catch(() => {}); // told below
    await arrived;
    begun.delete(url);
    const digest = await digestOf(file);
    if (digest && checksums.includes(digest)) return made;
    try {
      if (!digest) return await made; // whether it can be read is all that can be known
    } catch {
      // another file, then
    }
    progress.add(-file.length);
    await pause(++failures, "content", new Error(`not the published file: ${url}`));
  }
}

/** Half of the SHA-256, in hexadecimal; null where a page without https must do without. */
async function digestOf({ parts, length }) {
  if (!self.crypto?.subtle) return null;
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", whole));
  return [...digest.subarray(0, 8)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** The bytes as they arrive. `progress.add` is told each piece once, also when it is read again. */
function stream(url, file, progress) {
  let arrived;
  const body = new ReadableStream({
    start(controller) {
      for (const part of file.parts) controller.enqueue(part);
      arrived = finish(url, file, progress, (part) => controller.enqueue(part));
      arrived.then(() => controller.close(), (error) => controller.error(error));
    },
  });
  return { body, arrived };
}

/** Waits before the next attempt; gives up after the last. */
async function pause(failures, why, error) {
  if (failures >= ATTEMPTS) {
    givenUp = why;
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
      const response = await fetch(url, { headers, signal: stop.signal, cache: file.anew ? "reload" : "default" });
      if (response.status === 416 && file.length) break; // all is here: only the end was not heard
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
      await pause(++failures, "connection", error);
    } finally {
      clearTimeout(silence);
    }
  }
}

/** What is in a stream of zstd or of gzip; any other as it is: a server may have unpacked gzip already. */
export async function plain(body) {
  const [look, rest] = body.tee();
  const reader = look.getReader();
  const { value } = await reader.read();
  reader.cancel();
  const begins = (first, second) => value?.[0] === first && value[1] === second;
  if (begins(0x28, 0xb5)) return rest.pipeThrough(unpacking());
  return begins(0x1f, 0x8b) ? rest.pipeThrough(new DecompressionStream("gzip")) : rest;
}

/** The bytes in a packed stream. */
export async function unpack(body) {
  return new Uint8Array(await new Response(await plain(body)).arrayBuffer());
}

/** The file's bytes, unpacked. */
export const bytes = (file, progress) => take(file, progress, unpack);

let imports = 0;

/**
 * Imports a script, unless it is `there`: after its bytes were found right, which is when they are at hand. A module that failed
 * to load stays failed under its address, so another attempt has another address.
 */
export async function script(file, there) {
  for (let failures = 0; !there(); ) {
    await take(file, new Progress(() => {}), (body) => new Response(body).arrayBuffer());
    try {
      await import(file.url + (imports++ ? `?${imports}` : ""));
    } catch (error) {
      await pause(++failures, "connection", error);
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
