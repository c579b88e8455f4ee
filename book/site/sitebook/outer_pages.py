"""Pages no chapter asks for: the root's redirect, the page for a wrong address, and what search engines read."""

import base64
import hashlib
from html import escape
from pathlib import Path

from . import page_head

# The page stands at any address, so it finds the book's root by asking for this very file, folder by folder upwards. It
# shows itself when its faces are there, which no line of its head could ask for.
FIND_ROOT = """
(async () => {
  const page = document.documentElement;
  page.classList.add("finding");
  setTimeout(() => page.classList.remove("finding"), 1500);
  for (let path = location.pathname; path.includes("/"); ) {
    path = path.slice(0, path.replace(/\\/$/, "").lastIndexOf("/") + 1);
    const found = await fetch(path + "404.html", { method: "HEAD" });
    if (found.ok || path === "/") {
      const base = document.createElement("base");
      base.href = path;
      document.head.prepend(base);
      const faces = document.createElement("link");
      faces.rel = "stylesheet";
      faces.href = "_static/fonts/fonts.css";
      document.head.append(faces);
      page.classList.add("found");
      await new Promise((done) => (faces.onload = faces.onerror = done));
      await Promise.all([400, 700].map((weight) => document.fonts.load(`${weight} 1em "Gradbook Text"`, "쪽")));
      return page.classList.remove("finding");
    }
  }
})();
"""


def content_hash(script):
    return "sha256-" + base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()


def collect(app):
    policy = page_head.POLICY.replace("script-src 'self'", f"script-src 'self' '{content_hash(FIND_ROOT)}'")
    first = app.builder.get_target_uri(app.config.root_doc)
    yield "404", {"title": "없는 쪽", "find_root": FIND_ROOT, "first_page": first, "policy": policy}, "404.html"
    yield "index", {"title": app.config.html_title, "first_page": first}, "redirect.html"


def write_for_search_engines(app):
    """A site map needs whole addresses: it is written only where the site's address is known."""
    site = app.config.html_baseurl.rstrip("/")
    if not site:
        return
    lines = [f"<url><loc>{escape(f'{site}/{app.builder.get_target_uri(d)}')}</loc></url>" for d in sorted(app.env.found_docs)]
    Path(app.outdir, "sitemap.xml").write_text(
        '<?xml version="1.0" encoding="utf-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
        + "\n".join(lines)
        + "\n</urlset>\n",
        encoding="utf-8",
    )
    Path(app.outdir, "robots.txt").write_text(f"User-agent: *\nAllow: /\nSitemap: {site}/sitemap.xml\n", encoding="utf-8")
