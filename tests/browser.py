"""What every test in a real browser shares: the site built once, a server for it, Chromium.

SITE_DIR=path uses a site that stands already (make book) instead of building one.
"""

import os
import time

import pytest

from book.tools.browser import BASE, PATIENCE, ROOT, Handler, Site, build, chrome, chromium, copy_book, visit

__all__ = [
    "BASE",
    "PATIENCE",
    "ROOT",
    "Handler",
    "Site",
    "browser",
    "build",
    "chromium",
    "copy_book",
    "server",
    "site",
    "some",
    "visit",
]


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


@pytest.fixture(scope="session")
def server(site):
    with site.open() as running:
        yield running


@pytest.fixture(scope="session")
def browser():
    with chrome() as running:
        yield running
