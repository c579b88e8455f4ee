"""Each chapter's notebook beside its page, and all of them with what they import as one archive."""

import shutil
import zipfile
from pathlib import Path

ARCHIVE = "notebooks.zip"


def is_notebook(app, document):
    return str(app.env.doc2path(document)).endswith(".ipynb")


def fill(app, pagename, templatename, context, doctree):
    context["downloads"] = []
    if pagename in app.env.found_docs and is_notebook(app, pagename):
        context["downloads"] += [{"label": "이 노트북 내려받기", "href": pagename.split("/")[-1] + ".ipynb"}]
    if pagename == app.config.root_doc or context["downloads"]:
        context["downloads"] += [{"label": "노트북 모두 내려받기", "href": context["content_root"] + ARCHIVE}]


def publish(app):
    source = Path(app.srcdir)
    notebooks = [Path(app.env.doc2path(d)) for d in app.env.found_docs if is_notebook(app, d)]
    for file in notebooks:
        shutil.copyfile(file, Path(app.outdir, file.relative_to(source)))
    helper = [
        f for f in (source / "notebooks/gradbook").rglob("*") if f.is_file() and not {"__pycache__", "answers"} & {*f.parts}
    ]
    pack(Path(app.outdir, ARCHIVE), source, [*notebooks, *helper, source / "requirements.txt"])


def pack(target, root, files):
    """The same files give the same bytes: sorted, without their times. An archive newer than all of them stands."""
    names = sorted(file.relative_to(root).as_posix() for file in files)
    if target.exists() and max(file.stat().st_mtime for file in files) < target.stat().st_mtime:
        with zipfile.ZipFile(target) as archive:
            if archive.namelist() == names:
                return
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in names:
            entry = zipfile.ZipInfo(name)
            entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
            archive.writestr(entry, (root / name).read_bytes())
