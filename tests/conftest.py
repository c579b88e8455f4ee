"""What every test shares: the site in a browser, and the validation of the notebooks."""

import pytest

from browser import browser, server, site  # noqa: F401
from validation import plugin


def pytest_configure(config):
    config.pluginmanager.register(plugin)


def pytest_collection_modifyitems(items):
    """A test in a real browser is tried twice: on a busy machine one may run out of time. The report shows every retry."""
    for item in items:
        if "browser" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.flaky(reruns=1))
