// The site's service worker. It keeps one whole build of the book, so that it reads, searches and runs without a network,
// and adds the headers that isolate the pages, so that a running cell can be interrupted.
//
// A build is kept or not at all: every file is compared with its hash before the build counts as there, and pages are
// answered from one build until the next one is complete and no page of the old one is open.

// Put in at build time: { name, files: { path: sha256 }, later: { path: [sha256, …] }, notebooks: the folder of JupyterLite's own
// files, unreached: a page }. A file of `later` may come packed or, where the server says so in a header, unpacked by the browser.
const BUILD = "__BUILD__";

const ROOT = new URL("./", self.location).href;
const OURS = `${new URL(ROOT).pathname}:`; // other sites on this origin have caches too
const BOOK = `${OURS}book-${BUILD.name}`;
const LATER = `${OURS}runtime`; // Python and its packages: their addresses change with their content, so builds share them
const NOTEBOOKS = `${OURS}notebooks-${BUILD.notebooks}`; // of JupyterLite, which few readers open: what one has used
const LIST = ROOT + "build.json"; // inside a cache: what it holds
const ISOLATION = {
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Embedder-Policy": "require-corp",
  "Cross-Origin-Resource-Policy": "same-origin",
};

self.addEventListener("install", (event) => event.waitUntil(keepBuild()));
self.addEventListener("activate", (event) => event.waitUntil(dropOthers().then(() => self.clients.claim())));
self.addEventListener("message", (event) => {
  if (event.data === "activate") self.skipWaiting();
  if (event.data === "keep the runtime") event.waitUntil(keepRuntime());
});
self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(ROOT)) return;
  event.respondWith(answer(request, (work) => event.waitUntil(work)));
});

/** The build's files: those that an older build holds with the same hash are taken from there. */
async function keepBuild() {
  const cache = await caches.open(BOOK);
  const older = await Promise.all((await caches.keys()).filter((name) => name.startsWith(`${OURS}book-`)).map(heldBy));
  const waiting = Object.entries(BUILD.files);
  const keepNext = async () => {
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const [path, hash] = next;
      const url = ROOT + path;
      const held = await older.find(({ files }) => files[path] === hash)?.cache.match(url);
      const response = (held && (await sound(held, [hash]))) ?? (await fetchSound(url, hash));
      await cache.put(url, response);
    }
  };
  await Promise.all(Array.from({ length: 6 }, keepNext));
  await cache.put(LIST, new Response(JSON.stringify(BUILD.files)));
}

async function heldBy(name) {
  const cache = await caches.open(name);
  const list = await cache.match(LIST);
  return { cache, files: list ? await list.json() : {} };
}

/** A file of this very build: a server or a cache on the way may still hold the one before. */
async function fetchSound(url, hash) {
  const response = await fetch(url, { cache: "no-cache" });
  if (!response.ok) throw new Error(`${response.status} ${url}`);
  const right = await sound(response, [hash]);
  if (!right) throw new Error(`another build: ${url}`);
  return right;
}

/** The response, if its body has one of the hashes; else null. */
async function sound(response, hashes) {
  const body = await response.arrayBuffer();
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", body));
  const found = [...digest.subarray(0, 8)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  if (!hashes.includes(found)) return null;
  return new Response(body, { headers: { "Content-Type": response.headers.get("Content-Type") ?? "" } });
}

async function dropOthers() {
  for (const name of await caches.keys()) {
    if (name.startsWith(OURS) && ![BOOK, LATER, NOTEBOOKS].includes(name)) await caches.delete(name);
  }
  const runtime = await caches.open(LATER);
  for (const { url } of await runtime.keys()) {
    if (!(url.slice(ROOT.length) in BUILD.later)) await runtime.delete(url);
  }
  await dropUnnamed();
}

/** Earlier editions did not name their caches by the site's path: only what this site put into them goes. */
async function dropUnnamed() {
  for (const name of await caches.keys()) {
    if (/^book-/.test(name) && (await (await caches.open(name)).match(LIST))) await caches.delete(name);
  }
  if (!(await caches.has("runtime"))) return;
  const runtime = await caches.open("runtime");
  for (const { url } of await runtime.keys()) {
    if (url.startsWith(`${ROOT}live/`)) await runtime.delete(url);
  }
}

async function keepRuntime() {
  if (navigator.connection?.saveData) return;
  const cache = await caches.open(LATER);
  for (const path of Object.keys(BUILD.later)) {
    if (await cache.match(ROOT + path)) continue;
    await keepLater(path, await fetch(ROOT + path));
  }
}

/** What a server gives under the right address may be an error's page, or cut short: that is not kept. */
async function keepLater(path, response) {
  const right = response.ok && (await sound(response, BUILD.later[path]));
  if (right) await (await caches.open(LATER)).put(ROOT + path, right);
}

async function answer(request, afterwards) {
  const path = request.url.slice(ROOT.length).replace(/[?#].*$/s, "");
  const file = path === "" ? "index.html" : path;
  if (request.mode === "navigate" && file in BUILD.files && (await turnPage())) {
    return new Response(AGAIN, { headers: { "Content-Type": "text/html", ...ISOLATION } }); // whole: no stream that ends with this worker
  }
  if (file in BUILD.files) return isolated((await published(file)) ?? (await fetch(request)));
  if (file in BUILD.later && !request.headers.has("range")) return isolated(await runtimeFile(file, request, afterwards));
  const lite = file.startsWith("lite/");
  try {
    const response = await (lite ? notebookFile(file, request) : fetch(request));
    return lite && request.mode === "navigate" ? isolated(response) : response; // other sites may stand below this one
  } catch (error) {
    if (request.mode === "navigate" && PAGE.test(file)) return isolated(unreached());
    throw error; // the browser says that a download failed
  }
}

// A page that asks for itself once more. "Refresh: 0" would not do: to an address with a fragment it goes without loading anything.
const AGAIN = "<!doctype html><script>location.reload()</script>";
const PAGE = /(^|\/)[^/.]*$|\.html$/; // not an archive, not a notebook
let turning = false; // this worker has handed over: it answers pages no more

/** Whether a newer build stands ready and this reader has no other page open: then it takes over, and the page is asked again. */
async function turnPage() {
  const { waiting } = self.registration;
  if (waiting && !turning) {
    turning = (await self.clients.matchAll({ type: "window" })).length <= 1;
    if (turning) waiting.postMessage("activate");
  }
  return turning;
}

/** Says that there is no connection: the address may well be right. It stands at any depth, so it is told where the root is. */
function unreached() {
  const page = BUILD.unreached.replace("<head>", `<head><base href="${ROOT}">`);
  return new Response(page, { status: 503, headers: { "Content-Type": "text/html; charset=utf-8" } });
}

/** What is kept, if it is what was published: whoever runs on this origin can write into a cache. */
async function published(file) {
  const held = await fromCache(BOOK, file);
  return held && sound(held, [BUILD.files[file]]);
}

async function fromCache(name, file) {
  const cache = await caches.open(name);
  return cache.match(ROOT + file);
}

async function runtimeFile(file, request, afterwards) {
  const held = await fromCache(LATER, file);
  if (held && request.cache !== "reload") return held;
  const response = await fetch(request);
  // A full disk is no reason to fail.
  if (!navigator.connection?.saveData) afterwards(keepLater(file, response.clone()).catch(() => {}));
  return response;
}

/** JupyterLite's own files never change under their address; the notebooks and the page do. */
async function notebookFile(file, request) {
  const cache = await caches.open(NOTEBOOKS);
  const held = await cache.match(ROOT + file);
  if (held && file.startsWith(BUILD.notebooks)) return held;
  try {
    const response = await fetch(request);
    if (response.ok && !navigator.connection?.saveData) cache.put(ROOT + file, response.clone()).catch(() => {});
    return response;
  } catch (error) {
    if (held) return held;
    throw error;
  }
}

function isolated(response) {
  if (response.type === "opaqueredirect" || response.type === "error" || response.status === 0) return response;
  const headers = new Headers(response.headers);
  for (const [name, value] of Object.entries(ISOLATION)) headers.set(name, value);
  return new Response(response.body, { status: response.status, statusText: response.statusText, headers });
}
