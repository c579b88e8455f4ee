// Puts the files of a tar archive into Python's file system.

const text = new TextDecoder();
const field = (block, from, length) => text.decode(block.subarray(from, from + length)).replace(/\0.*$/s, "");

export const isTar = (bytes) => field(bytes, 257, 5) === "ustar";

export function untar(bytes, FS, target) {
  const made = new Set();
  for (let at = 0; at + 512 <= bytes.length && bytes[at]; ) {
    const head = bytes.subarray(at, at + 512);
    const prefix = field(head, 345, 155);
    const name = `${target}/${prefix ? prefix + "/" : ""}${field(head, 0, 100)}`;
    const size = parseInt(field(head, 124, 12), 8);
    const folder = name.slice(0, name.lastIndexOf("/"));
    if (!made.has(folder)) {
      FS.mkdirTree(folder);
      made.add(folder);
    }
    FS.writeFile(name, bytes.subarray(at + 512, at + 512 + size), { canOwn: true });
    at += 512 + Math.ceil(size / 512) * 512;
  }
}
