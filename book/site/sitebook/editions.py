"""The book's PDF and EPUB, offered on the front page where they have been made (`make pdf`, `make epub`) of this very book.

They are made from the built site and lie in ``_build/editions``; the next build publishes them under ``downloads/``. The
site says in ``.sources`` what it was built from, and beside each edition lies the same line of the site it was made of:
where the two differ, a reader would take home an older book, so it is not offered.
"""

import hashlib
import shutil
from pathlib import Path

from sphinx.util import logging

logger = logging.getLogger(__name__)

LABELS = {"book.pdf": "PDF 내려받기", "book.epub": "EPUB 내려받기"}
SOURCES = ".sources"
# What an edition is made of besides the pages' own files; not the live cells, which paper does not have.
AROUND = (
    "CHANGELOG.md",
    "_config.yml",
    "_toc.yml",
    "book/changelog.py",
    "book/chapters.py",
    "book/editions/*",
    "book/site/assets/**/*",
    "book/site/fonts/*",
    "book/site/sitebook/*.py",
    "book/site/theme/**/*",
)


def fingerprint(app, env):
    """The hash of the sources."""
    root = Path(app.srcdir)
    files = {Path(env.doc2path(name)) for name in env.found_docs}
    files |= {file for pattern in AROUND for file in root.glob(pattern) if file.is_file()}
    content = [(file.relative_to(root).as_posix(), hashlib.sha256(file.read_bytes()).digest()) for file in sorted(files)]
    return hashlib.sha256(repr(content).encode()).hexdigest()


def made(app):
    """The editions that have been made of these sources, as {name: file}."""
    folder, found = Path(app.outdir).parent / "editions", {}
    for name in LABELS:
        file, source = folder / name, folder / (name + SOURCES)
        if not file.is_file():
            continue
        if source.is_file() and source.read_text() == app.sitebook.kept.sources:
            found[name] = file
        else:
            logger.info("%s: 지금의 책과 달라 첫 화면에 싣지 않습니다. `make %s`로 다시 만드세요.", name, file.suffix[1:])
    return found


def megabytes(file):
    return f"{file.stat().st_size / 1e6:.1f} MB"


def front_page_changes(app, env, _added, _changed, _removed):
    """The front page is written again when what it offers has changed."""
    kept = app.sitebook.kept
    kept.sources = fingerprint(app, env)
    app.sitebook.editions = made(app)
    now = {name: file.stat().st_mtime_ns for name, file in app.sitebook.editions.items()}
    before, kept.editions = kept.editions, now
    return [app.config.root_doc] if now != before else []


def offer(app, pagename, templatename, context, doctree):
    if pagename == app.config.root_doc:
        context["downloads"] = context.get("downloads", []) + [
            {
                "label": f"{LABELS[name]} ({megabytes(file)})",
                "href": f"{context['content_root']}downloads/{name}",
                "saved_as": app.config.html_title + file.suffix,
            }
            for name, file in app.sitebook.editions.items()
        ]


def publish(app):
    Path(app.outdir, SOURCES).write_text(app.sitebook.kept.sources)
    target = Path(app.outdir, "downloads")
    shutil.rmtree(target, ignore_errors=True)
    for name, file in app.sitebook.editions.items():
        target.mkdir(exist_ok=True)
        shutil.copyfile(file, target / name)
