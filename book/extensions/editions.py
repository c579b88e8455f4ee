"""The book's PDF and EPUB, offered on the front page where they have been made (`make pdf`, `make epub`).

They are made from the built site and lie in ``_build/editions``; the next build publishes them under ``downloads/``.
"""

import shutil
from pathlib import Path

LABELS = {"gradbook.pdf": "PDF 내려받기", "gradbook.epub": "EPUB 내려받기"}


def made(app):
    """The editions that have been made, as {name: file}."""
    folder = Path(app.outdir).parent / "editions"
    return {name: folder / name for name in LABELS if (folder / name).is_file()}


def megabytes(file):
    return f"{file.stat().st_size / 1e6:.1f} MB"


def front_page_changes(app, env, _added, _changed, _removed):
    """The front page is written again when what it offers has changed."""
    now = {name: file.stat().st_mtime_ns for name, file in made(app).items()}
    before, env.gradbook_editions = getattr(env, "gradbook_editions", {}), now
    return [app.config.root_doc] if now != before else []


def offer(app, pagename, templatename, context, doctree):
    if pagename == app.config.root_doc:
        context["downloads"] = context.get("downloads", []) + [
            {"label": f"{LABELS[name]} ({megabytes(file)})", "href": f"{context['content_root']}downloads/{name}"}
            for name, file in made(app).items()]


def publish(app, error):
    if error or app.builder.name != "html":
        return
    target = Path(app.outdir, "downloads")
    shutil.rmtree(target, ignore_errors=True)
    for name, file in made(app).items():
        target.mkdir(exist_ok=True)
        shutil.copyfile(file, target / name)


def setup(app):
    app.connect("env-get-outdated", front_page_changes)
    app.connect("html-page-context", offer, priority=600)  # after the notebooks' downloads
    app.connect("build-finished", publish)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
