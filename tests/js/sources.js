// Where the scripts under test stand, and the page they are written for.

import { JSDOM } from "jsdom";

const ROOT = new URL("../../", import.meta.url);
export const script = (name) => import(new URL(name, ROOT));
export const LIVE = "book/live/page/";
export const ASSETS = "book/site/assets/";
export const SITE = "/book/:"; // begins the name of what the site keeps

/** Makes `html` the page that scripts find as `document`. Import a script that looks at its page after this. */
export function openPage(html = "", docname = "notebooks/a") {
  const { window } = new JSDOM(`<html data-docname="${docname}" data-site="${SITE}"><body>${html}</body></html>`, { url: "http://127.0.0.1/" });
  for (const name of ["document", "DOMParser", "Node", "localStorage"]) globalThis[name] = window[name];
  return window.document;
}
