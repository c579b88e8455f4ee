"""browsertorch beside real torch, under a name of its own."""

import importlib.util
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
from snippet_engine import BROWSERTORCH  # noqa: E402


@pytest.fixture(scope="session")
def browsertorch():
    name = "browsertorch"
    if name not in sys.modules:
        spec = importlib.util.spec_from_file_location(
            name, BROWSERTORCH / "__init__.py", submodule_search_locations=[str(BROWSERTORCH)]
        )
        sys.modules[name] = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(sys.modules[name])
    return sys.modules[name]
