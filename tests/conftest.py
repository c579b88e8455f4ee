"""What every test shares: the site in a browser, and the validation of the notebooks."""

import pytest

from book.tools.validation import plugin
from browser import browser, server, site  # noqa: F401


def pytest_configure(config):
    config.pluginmanager.register(plugin)


def pytest_collection_modifyitems(items):
    """A test in a real browser that fails is tried once more, only to say whether it fails always: see pytest_sessionfinish.

    The live cells are tried once: an output that is the book's at the second attempt only would be a fault of theirs.
    """
    for item in items:
        if "browser" in getattr(item, "fixturenames", ()) and not item.path.name.startswith("test_live_"):
            item.add_marker(pytest.mark.flaky(reruns=1))


def flickering(config):
    """The tests that were tried twice."""
    reporter = config.pluginmanager.get_plugin("terminalreporter")
    return sorted({report.nodeid for report in reporter.stats.get("rerun", ())}) if reporter else []


def pytest_terminal_summary(terminalreporter):
    if found := flickering(terminalreporter.config):
        terminalreporter.section("tests that needed a second attempt: find what they did not wait for")
        for name in found:
            terminalreporter.write_line(name, red=True)
