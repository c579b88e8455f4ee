"""What every page's head and frame carry: its description, the policy that lets in the site alone, our own files only."""

import hashlib
import os
from pathlib import Path

from docutils import nodes

POLICY = (
    "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self' data:; worker-src 'self' blob:; "
    "frame-src 'self'; object-src 'none'; base-uri 'self'; form-action 'none'"
)
# Sphinx and myst-nb add these to every page; the theme does without them.
STOCK = (
    "basic.css",
    "pygments.css",
    "mystnb.",
    "documentation_options.js",
    "doctools.js",
    "sphinx_highlight.js",
    "translations.js",
)


def own(files):
    return [file for file in files if not os.path.basename(str(file.filename or "")).startswith(STOCK)]


def describe(app, pagename, doctree):
    """The page's own description, else its first paragraph."""
    given = app.env.metadata.get(pagename, {}).get("description")
    if not given and doctree is not None:  # MyST's front matter: myst: html_meta: description
        given = next((meta["content"] for meta in doctree.findall(nodes.meta) if meta.get("name") == "description"), None)
    if given or doctree is None:
        return given or app.config.html_title
    first = next((p for p in doctree.findall(nodes.paragraph) if isinstance(p.parent, nodes.section)), None)
    text = " ".join(first.astext().split()) if first else app.config.html_title
    return text if len(text) <= 150 else text[:150].rsplit(" ", 1)[0] + " …"


def fill(app, pagename, templatename, context, doctree):
    context["description"] = context.get("description") or describe(app, pagename, doctree)
    context["content_security_policy"] = POLICY
    context["css_files"] = own(context["css_files"])
    context["script_files"] = own(context["script_files"])
    context["site_url"] = app.config.html_baseurl.rstrip("/") + "/" if app.config.html_baseurl else ""
    context["author"] = app.config.author


def write_all_when_changed(app, env):
    """Every page names the style sheets by their content, and Sphinx copies them only when it writes a page; how it is written
    is in the extensions."""
    files = sorted(
        f
        for name in ("assets/**/*", "theme/**/*", "sitebook/**/*.py")
        for f in Path(app.srcdir, "book/site").glob(name)
        if f.is_file()
    )
    files += sorted(Path(app.srcdir, "notebooks/gradbook").glob("moving.*"))
    digest = hashlib.sha256(b"".join(hashlib.sha256(f.read_bytes()).digest() for f in files)).hexdigest()
    before, app.sitebook.kept.frame = app.sitebook.kept.frame, digest
    return list(env.found_docs) if before != digest else []


def take_address(app, config):
    """The address of the published site: _config.yml's html.baseurl, else what the publishing workflow says."""
    config.html_baseurl = config.html_baseurl or os.environ.get("BOOK_URL", "")


def register(app):
    # Jupyter Book always sets this value, for an extension we leave out; undeclared, it is a warning.
    app.add_config_value("comments_config", {}, "env")
    app.add_css_file("fonts/fonts.css", priority=100)
