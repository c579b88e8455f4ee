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
      await Promise.all([400, 700].map((weight) => document.fonts.load(`${weight} 1em "Book Text"`, "쪽")));
      return page.classList.remove("finding");
    }
  }
})();
"""

MISSING = {
    "title": "없는 쪽",
    "heading": "이 주소에는 쪽이 없습니다",
    "text": "쪽이 옮겨졌거나 주소가 잘못 적혔습니다. 찾던 내용은 책의 차례나 찾기에서 찾을 수 있습니다.",
}
UNREACHED = {
    "title": "닿지 못한 쪽",
    "heading": "지금은 이 쪽을 열 수 없습니다",
    "text": "연결이 끊겼고, 이 쪽은 아직 이 기기에 저장되지 않았습니다. 연결된 뒤 새로 고치면 열립니다. 책의 다른 쪽은 그대로 읽을 수 있습니다.",
}


def content_hash(script):
    return "sha256-" + base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()


def collect(app):
    policy = page_head.POLICY.replace("script-src 'self'", f"script-src 'self' '{content_hash(FIND_ROOT)}'")
    first = app.builder.get_target_uri(app.config.root_doc)
    yield "404", {**MISSING, "find_root": FIND_ROOT, "first_page": first, "policy": policy}, "404.html"
    yield "index", {"title": app.config.html_title, "first_page": first}, "redirect.html"


def unreached(app):
    """What the service worker shows for a page that is neither kept nor to be had; it says where the root is."""
    first = app.builder.get_target_uri(app.config.root_doc)
    shown = {**UNREACHED, "first_page": first, "policy": page_head.POLICY, "docstitle": app.config.html_title}
    return app.builder.templates.render("404.html", shown)


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
