// A cell's code in an address: `#cell=<id>.<fingerprint>.<code>`, the code compressed by the browser and written in base64url.
// The fingerprint tells a link that lost a letter on its way from one that is whole.

import { hash } from "./drafts.js";

const START = "#cell=";
const LONGEST = 8000; // letters of an address that mail and messengers still carry
const MOST = 100_000; // bytes of code that an address may unfold to
const LINES = 600; // of which the difference to the book is shown whole
const TURNING = /[\u202a-\u202e\u2066-\u2069]/; // letters that make a text look other than it runs

/** The fragment for a cell's code; null where it would be too long. */
export async function toFragment(id, code) {
  const bytes = await through(new CompressionStream("deflate-raw"), new TextEncoder().encode(code));
  const packed = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
  const fragment = `${START}${encodeURIComponent(id)}.${hash(code)}.${packed.replace(/\+/g, "-").replace(/\//g, "_").replace(/=/g, "")}`;
  return fragment.length > LONGEST || code.split("\n").length > LINES ? null : fragment;
}

/** { id, code } of a fragment; null where it is not whole, or holds what no link made here does. */
export async function fromFragment(fragment) {
  try {
    const [, id, sum, packed] = fragment.match(/^#cell=([^.]+)\.([0-9a-f]{16})\.([\w-]*)$/);
    if (fragment.length > LONGEST) return null;
    const bytes = Uint8Array.from(atob(packed.replace(/-/g, "+").replace(/_/g, "/")), (letter) => letter.charCodeAt(0));
    const code = new TextDecoder("utf-8", { fatal: true }).decode(await through(new DecompressionStream("deflate-raw"), bytes));
    if (hash(code) !== sum || TURNING.test(code) || code.split("\n").length > LINES) return null;
    return { id: decodeURIComponent(id), code };
  } catch {
    return null;
  }
}

/** Bytes through a stream that changes them; rejects where more come out than code has. */
async function through(stream, bytes) {
  const reader = new Blob([bytes]).stream().pipeThrough(stream).getReader();
  const parts = [];
  let size = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    parts.push(part.value);
    size += part.value.length;
    if (size > MOST) {
      await reader.cancel();
      throw new Error("too much");
    }
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}
