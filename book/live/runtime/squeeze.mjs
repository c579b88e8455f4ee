// Build time: node squeeze.mjs from to. Packs a file with zstd as small as it gets, for the worker's zstd.js.

import fs from "node:fs";
import { constants, zstdCompressSync } from "node:zlib";

const [from, to] = process.argv.slice(2);
const params = {
  [constants.ZSTD_c_compressionLevel]: 22,
  [constants.ZSTD_c_windowLog]: 23, // 8 MB, held while a reader unpacks; four times as much would save 15 KB of the snapshot
  [constants.ZSTD_c_checksumFlag]: 1, // all there is to know a wrong file by where a page has no https
};
fs.writeFileSync(to, zstdCompressSync(fs.readFileSync(from), { params }));
