"""What every test in a real browser shares: the site built once, a server for it, Chromium.

SITE_DIR=path uses a site that stands already (make book) instead of building one.
"""

import os
import re
import time

import pytest
import yaml

from book.tools.browser import BASE, ISOLATED, PAINTED, PATIENCE, ROOT, Handler, Site, build, chrome, chromium, copy_book, visit

__all__ = [
    "BASE",
    "ISOLATED",
    "PAINTED",
    "PATIENCE",
    "ROOT",
    "STORE",
    "Handler",
    "Site",
    "browser",
    "build",
    "chromium",
    "isolated",
    "copy_book",
    "server",
    "site",
    "small_book",
    "some",
    "take_out",
    "visit",
]

STORE = f"{BASE}:"  # begins the name of whatever the site keeps in a browser


@pytest.fixture(scope="session")
def site(tmp_path_factory):
    if os.environ.get("SITE_DIR"):
        return Site(os.environ["SITE_DIR"])
    base = tmp_path_factory.getbasetemp()
    shared = (base.parent if os.environ.get("PYTEST_XDIST_WORKER") else base) / "site"
    html, failed = shared / "_build" / "html", shared / "failed"
    done = shared / "done"
    try:
        shared.mkdir()  # the first worker builds, the others wait for it
    except FileExistsError:
        while not done.exists() and not failed.exists():
            time.sleep(0.2)
        if failed.exists():
            raise RuntimeError("the book does not build (another worker shows why)") from None
        return Site(html)
    try:
        build(shared)
        done.touch()
    except BaseException:
        failed.touch()
        raise
    return Site(html)


def some(pages):
    """A few pages on which to prove what is the same on every page: one of each kind, the first two chapters and the
    last. The time of such a test does not grow with the book."""
    kinds = [page for page in pages if not page.startswith("notebooks/")]
    wanted = ("book/index.html", "book/glossary.html", "search.html", "404.html")
    chapters = [page for page in pages if page.startswith("notebooks/")]
    return [page for page in kinds if page in wanted] + chapters[:2] + chapters[-1:]


SMALL = {"book/index", "book/part-1", "book/errors", "book/glossary", "book/engine"} | {
    f"notebooks/{name}" for name in ("01-requires-grad", "02-chain-rule", "03-partial-derivatives", "errors-backward")
}


def small_book(folder):
    """A copy of the book with a page of each kind and three chapters, to be built again and again in the same few seconds."""
    copy_book(folder)
    for name in (".cache", "book/node_modules"):  # downloads are shared
        if (ROOT / name).exists():
            (folder / name).symlink_to(ROOT / name, target_is_directory=True)
    take_out(folder, lambda page: page not in SMALL)
    return folder


def take_out(folder, unwanted):
    """Takes pages out of a copy of the book as an author would: from _toc.yml, and the links to them from the other pages."""
    toc = folder / "_toc.yml"
    contents = yaml.safe_load(toc.read_text(encoding="utf-8"))
    gone = set()
    for part in contents["parts"]:
        gone |= {chapter["file"] for chapter in part["chapters"] if unwanted(chapter["file"])}
        part["chapters"] = [chapter for chapter in part["chapters"] if chapter["file"] not in gone]
    contents["parts"] = [part for part in contents["parts"] if part["chapters"]]
    toc.write_text(yaml.safe_dump(contents, allow_unicode=True, sort_keys=False), encoding="utf-8")
    asked = folder / "book/asked.yml"
    kept = {page: words for page, words in yaml.safe_load(asked.read_text(encoding="utf-8")).items() if page not in gone}
    asked.write_text(yaml.safe_dump(kept, allow_unicode=True, sort_keys=False), encoding="utf-8")
    names = "|".join(name.rsplit("/", 1)[1] for name in gone)
    link = re.compile(rf"\[([^][\n]+)\]\((?:[./\w-]*/)?(?:{names})\.(?:md|ipynb)[^)]*\)")
    for page in [*folder.glob("book/*.md"), *folder.glob("notebooks/*.ipynb")]:
        name = page.relative_to(folder).with_suffix("").as_posix()
        if name in gone:
            page.unlink()
            continue
        text = page.read_text(encoding="utf-8")
        page.write_text(link.sub(r"\1", text), encoding="utf-8")


@pytest.fixture(scope="session")
def server(site):
    with site.open() as running:
        yield running


@pytest.fixture(scope="session")
def isolated(site):
    with site.open(ISOLATED) as running:
        yield running


@pytest.fixture(scope="session")
def browser():
    with chrome() as running:
        yield running
