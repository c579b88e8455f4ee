// What the worker unpacks while it arrives: in whatever pieces, whole or not at all.

import assert from "node:assert/strict";
import { test } from "node:test";
import { constants, zstdCompressSync } from "node:zlib";
import { plain } from "../../book/live/worker/download.js";

// As memory is: long runs of nothing, repeated and random words; several of zstd's blocks.
const memory = new Uint8Array(3_000_000);
for (let at = 0, seed = 1; at < memory.length; at++) {
  seed = (seed * 1103515245 + 12345) % 2 ** 31;
  if (at % 1_000_000 < 400_000) memory[at] = at % 7 ? at % 251 : seed >> 16;
}
const packed = new Uint8Array(zstdCompressSync(memory, { params: { [constants.ZSTD_c_checksumFlag]: 1 } }));

/** What the bytes hold, which arrive in pieces of the `size`. */
async function unpacked(bytes, size) {
  const body = new ReadableStream({
    start(controller) {
      for (let at = 0; at < bytes.length; at += size) controller.enqueue(bytes.subarray(at, at + size));
      controller.close();
    },
  });
  return new Uint8Array(await new Response(await plain(body)).arrayBuffer());
}

test("in pieces of any size", async () => {
  for (const size of [1_000, 65_537, packed.length]) assert.ok(Buffer.from(memory).equals(await unpacked(packed, size)), size);
});

test("a file that is cut short is none", () => assert.rejects(unpacked(packed.subarray(0, -1_000), 65_536)));

test("nor is one with a wrong byte", () => {
  const flipped = packed.slice();
  flipped[packed.length >> 1] ^= 1;
  return assert.rejects(unpacked(flipped, 65_536));
});

test("what is not packed stays as it is", async () => {
  assert.deepEqual(await unpacked(new TextEncoder().encode("plain"), 5), new TextEncoder().encode("plain"));
});
