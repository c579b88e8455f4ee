"""What every test shares: the site in a browser, and the validation of the notebooks."""

import re
import sys

import pytest
from xdist.scheduler import LoadScopeScheduling

from book.tools.validation import plugin
from browser import browser, isolated, server, site  # noqa: F401
from engine_pages import engine  # noqa: F401


def pytest_configure(config):
    config.pluginmanager.register(plugin)


class Scopes(LoadScopeScheduling):
    """What shares a browser stays on one worker: a file's tests, and all tests of one engine."""

    def _split_scope(self, nodeid):
        found = re.search(r"[\[-](firefox|webkit)[\]-]", nodeid)
        return found[1] if found else super()._split_scope(nodeid)


def pytest_xdist_make_scheduler(config, log):
    return Scopes(config, log)


@pytest.hookimpl(trylast=True)  # after pytest has put together what shares an engine
def pytest_collection_modifyitems(items):
    """What takes longest begins first, so that no worker is left alone with it at the end (--no-loadscope-reorder).

    A test in a real browser that fails is tried once more, only to say whether it fails always: see pytest_terminal_summary.

    The live cells are tried once: an output that is the book's at the second attempt only would be a fault of theirs.
    """
    for item in items:
        if "browser" in getattr(item, "fixturenames", ()) and not item.path.name.startswith("test_live_"):
            item.add_marker(pytest.mark.flaky(reruns=1))
    items.sort(key=lambda item: item.get_closest_marker("long") is None)


def told(torch):
    """What torch has been told for its whole process."""
    return {
        "default dtype": torch.get_default_dtype(),
        "records": torch.is_grad_enabled(),
        "looks for anomalies": torch.is_anomaly_enabled(),
        "always warns": torch.is_warn_always_enabled(),
        "prints": {**vars(torch._tensor_str.PRINT_OPTS)},
    }


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item):
    """Every test finds torch as a new process has it, whichever ran before it on this machine; one that left it otherwise is named."""
    torch = sys.modules.get("torch")
    if torch is None:
        return
    before = told(torch)
    torch.set_default_dtype(torch.float32)
    torch.set_grad_enabled(True)
    torch.autograd.set_detect_anomaly(False)
    torch.set_warn_always(False)
    torch.set_printoptions(profile="default")
    if (after := told(torch)) != before:
        item.warn(pytest.PytestWarning(f"a test before this one left torch with {before} instead of {after}"))


def flickering(config):
    """The tests that were tried twice."""
    reporter = config.pluginmanager.get_plugin("terminalreporter")
    return sorted({report.nodeid for report in reporter.stats.get("rerun", ())}) if reporter else []


def pytest_terminal_summary(terminalreporter):
    if found := flickering(terminalreporter.config):
        terminalreporter.section("tests that needed a second attempt: find what they did not wait for")
        for name in found:
            terminalreporter.write_line(name, red=True)
