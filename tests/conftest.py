"""What every test shares: the site in a browser, and the validation of the notebooks."""

from browser import browser, server, site  # noqa: F401
from validation import plugin


def pytest_configure(config):
    config.pluginmanager.register(plugin)
