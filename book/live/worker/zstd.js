// Unpacks zstd piece by piece while it arrives. zstddec brings zstd as WebAssembly, but its own functions want every piece at hand:
// so only the module is its own. Each stream has an instance, whose memory goes with it.

import { ZSTDDecoder } from "zstddec/stream";

const decoder = new ZSTDDecoder();
decoder._init = ({ module }) => module;

const ROOM = 2 ** 20; // bytes given on at a time
const BUFFER = 12; // bytes of ZSTD_inBuffer and of ZSTD_outBuffer: address, size, position

class Unpacker {
  constructor(module) {
    this.zstd = new WebAssembly.Instance(module, { env: { emscripten_notify_memory_growth() {} } }).exports;
    this.context = this.zstd.ZSTD_createDCtx();
    this.room = this.zstd.malloc(ROOM);
    this.input = this.zstd.malloc(2 * BUFFER);
    this.output = this.input + BUFFER;
    this.left = 0; // what zstd would like to read next; 0 at the end of the file
  }

  *unpack(part) {
    const { memory, malloc, free, ZSTD_decompressStream } = this.zstd;
    const packed = malloc(part.length);
    new Uint8Array(memory.buffer, packed, part.length).set(part);
    new Uint32Array(memory.buffer, this.input, 3).set([packed, part.length, 0]);
    for (let read = 0, made = ROOM; read < part.length || made === ROOM; ) {
      new Uint32Array(memory.buffer, this.output, 3).set([this.room, ROOM, 0]);
      this.left = ZSTD_decompressStream(this.context, this.output, this.input);
      if (this.left < 0) throw new Error(`not zstd: ${this.left}`);
      [, , read, , , made] = new Uint32Array(memory.buffer, this.input, 6); // the memory may have grown
      if (made) yield new Uint8Array(memory.buffer, this.room, made).slice();
    }
    free(packed);
  }

  end() {
    if (this.left) throw new Error("zstd: cut short");
  }
}

/** @returns {TransformStream} of one zstd file's bytes into what is in it */
export function unpacking() {
  let unpacker;
  return new TransformStream({
    async start() {
      unpacker = new Unpacker(await decoder.init());
    },
    transform(part, controller) {
      for (const plain of unpacker.unpack(part)) controller.enqueue(plain);
    },
    flush() {
      unpacker.end();
    },
  });
}
