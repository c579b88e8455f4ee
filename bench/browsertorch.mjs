// node browsertorch.mjs <job file>: what bench/browsertorch.py measures, inside Pyodide; prints one line of JSON.

import fs from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { gunzipSync } from "node:zlib";
import { untar } from "../book/live/worker/archive.js";

const job = JSON.parse(fs.readFileSync(process.argv[2], "utf8"));
const { loadPyodide } = await import(pathToFileURL(path.join(job.core, "pyodide.mjs")));
const python = await loadPyodide({ indexURL: job.core, stdLibURL: job.library });
for (const archive of job.archives) untar(gunzipSync(fs.readFileSync(archive)), python.FS, job.site);
for (const folder of job.folders) {
  const inside = `/others/${path.basename(folder)}`;
  python.FS.mkdirTree(inside);
  python.FS.mount(python.FS.filesystems.NODEFS, { root: folder }, inside);
}
python.globals.set("program", job.program);
python.runPython(`
import sys
sys.path.append("/others")
sys.dont_write_bytecode = True
exec(program)
`);
process.exit(0);
