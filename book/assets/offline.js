// Registers the service worker once the page has nothing better to do, and never for readers who save data.

const root = new URL(document.documentElement.dataset.contentRoot || "./", document.baseURI);

if ("serviceWorker" in navigator && !navigator.connection?.saveData && location.protocol.startsWith("http")) {
  const idle = window.requestIdleCallback ?? ((call) => setTimeout(call, 500));
  const register = () => idle(() => navigator.serviceWorker.register(new URL("sw.js", root), { updateViaCache: "none" }).catch(() => {}));
  if (document.readyState === "complete") register();
  else window.addEventListener("load", register, { once: true });
}
