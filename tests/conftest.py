"""What every test shares: the site in a browser, and the validation of the notebooks."""

import pytest

from book.tools.validation import plugin
from browser import browser, server, site  # noqa: F401


def pytest_configure(config):
    config.pluginmanager.register(plugin)


def pytest_collection_modifyitems(items):
    """A test in a real browser is tried twice: on a busy machine one may run out of time. The report shows every retry.

    The live cells are tried once: an output that is the book's at the second attempt only would be a fault of theirs.
    """
    for item in items:
        if "browser" in getattr(item, "fixturenames", ()) and not item.path.name.startswith("test_live_"):
            item.add_marker(pytest.mark.flaky(reruns=1))
