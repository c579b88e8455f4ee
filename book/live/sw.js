// The site's service worker. It keeps one whole build of the book, so that it reads, searches and runs without a network,
// and adds the headers that isolate the pages, so that a running cell can be interrupted.
//
// A build is kept or not at all: every file is compared with its hash before the build counts as there, and pages are
// answered from one build until the next one is complete and no page of the old one is open.

// Put in at build time: { name, files: { path: sha256 }, later: { path: sha256 }, notebooks: the folder of JupyterLite's own files }
const BUILD = "__BUILD__";

const ROOT = new URL("./", self.location).href;
const BOOK = `book-${BUILD.name}`;
const LATER = "runtime"; // Python and its packages: their addresses change with their content, so builds share them
const NOTEBOOKS = `notebooks-${BUILD.notebooks}`; // of JupyterLite, which few readers open: what one has used
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
  event.respondWith(answer(request));
});

/** The build's files: those that an older build holds with the same hash are taken from there. */
async function keepBuild() {
  const cache = await caches.open(BOOK);
  const older = await Promise.all((await caches.keys()).filter((name) => name.startsWith("book-")).map(heldBy));
  const waiting = Object.entries(BUILD.files);
  const keepNext = async () => {
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const [path, hash] = next;
      const url = ROOT + path;
      const held = older.find(({ files }) => files[path] === hash);
      const response = (held && (await held.cache.match(url))) ?? (await fetchVerified(url, hash));
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
async function fetchVerified(url, hash) {
  const response = await fetch(url, { cache: "no-cache" });
  if (!response.ok) throw new Error(`${response.status} ${url}`);
  const body = await response.arrayBuffer();
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", body));
  const found = [...digest.subarray(0, 8)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  if (found !== hash) throw new Error(`another build: ${url}`);
  return new Response(body, { headers: { "Content-Type": response.headers.get("Content-Type") ?? "" } });
}

async function dropOthers() {
  for (const name of await caches.keys()) {
    if (/^(book|notebooks)-/.test(name) && ![BOOK, NOTEBOOKS].includes(name)) await caches.delete(name);
  }
  const runtime = await caches.open(LATER);
  for (const { url } of await runtime.keys()) {
    if (!(url.slice(ROOT.length) in BUILD.later)) await runtime.delete(url);
  }
}

async function keepRuntime() {
  if (navigator.connection?.saveData) return;
  const cache = await caches.open(LATER);
  for (const path of Object.keys(BUILD.later)) {
    if (await cache.match(ROOT + path)) continue;
    const response = await fetch(ROOT + path);
    if (response.ok) await cache.put(ROOT + path, response);
  }
}

async function answer(request) {
  if (request.mode === "navigate" && (await turnPage())) {
    return new Response("", { headers: { Refresh: "0", "Content-Type": "text/html" } });
  }
  const path = request.url.slice(ROOT.length).replace(/[?#].*$/s, "");
  const file = path === "" ? "index.html" : path;
  if (file in BUILD.files) return isolated((await fromCache(BOOK, file)) ?? (await fetch(request)));
  if (file in BUILD.later && !request.headers.has("range")) return isolated(await runtimeFile(file, request));
  try {
    const response = await (file.startsWith("lite/") ? notebookFile(file, request) : fetch(request));
    return request.mode === "navigate" ? isolated(response) : response;
  } catch (error) {
    if (request.mode === "navigate") return isolated((await fromCache(BOOK, "404.html")) ?? Response.error());
    throw error;
  }
}

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

async function fromCache(name, file) {
  const cache = await caches.open(name);
  return cache.match(ROOT + file);
}

async function runtimeFile(file, request) {
  const held = await fromCache(LATER, file);
  if (held) return held;
  const response = await fetch(request);
  if (response.ok && !navigator.connection?.saveData) {
    const copy = response.clone();
    caches.open(LATER).then((cache) => cache.put(ROOT + file, copy)).catch(() => {}); // a full disk is no reason to fail
  }
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
