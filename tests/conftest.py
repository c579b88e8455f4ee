"""Fixtures of the tests that read the site in a browser."""

from browser import browser, server, site  # noqa: F401
