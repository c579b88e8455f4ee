// Registers the service worker, which then fetches the whole book, once the page is read and has nothing better to do; never
// for readers who save data.

const root = new URL(document.documentElement.dataset.contentRoot || "./", document.baseURI);
const AFTER = 2000; // ms after the page has loaded: what the reader looks at first comes before what may be read offline

if ("serviceWorker" in navigator && !navigator.connection?.saveData && location.protocol.startsWith("http")) {
  const idle = window.requestIdleCallback ?? ((call) => setTimeout(call, 500));
  const register = () => navigator.serviceWorker.register(new URL("sw.js", root), { updateViaCache: "none" }).catch(() => {});
  const wait = () => setTimeout(() => idle(register), navigator.serviceWorker.controller ? 0 : AFTER);
  if (document.readyState === "complete") wait();
  else window.addEventListener("load", wait, { once: true });
}
