"""The worker in Firefox and WebKit: what test_live_worker.py proves in Chromium of what a program may do to it, by the same tests."""

import pytest

from browser import ISOLATED
from engines import LINUX
from test_live_worker import (
    lab,
    test_a_cell_holds_nothing_that_outlives_it,
    test_a_cell_that_awaits_is_stopped_and_keeps_its_variables,
    test_a_traceback_holds_no_frame_of_what_the_engine_calls,
    test_long_words_of_an_error_and_of_a_value_are_capped,
    test_memory_that_is_used_up_comes_with_advice,
    test_what_a_task_prints_after_its_cell_belongs_to_it,
    test_what_harms_nobody_loses_nothing,
)

__all__ = [
    "lab",
    "test_a_cell_holds_nothing_that_outlives_it",
    "test_a_cell_that_awaits_is_stopped_and_keeps_its_variables",
    "test_a_traceback_holds_no_frame_of_what_the_engine_calls",
    "test_long_words_of_an_error_and_of_a_value_are_capped",
    "test_memory_that_is_used_up_comes_with_advice",
    "test_what_a_task_prints_after_its_cell_belongs_to_it",
    "test_what_harms_nobody_loses_nothing",
]
pytestmark = [LINUX, pytest.mark.long]


@pytest.fixture(scope="module")
def page(engine, lab):
    """The bare page with Python ready, for all of them."""
    with lab.open(ISOLATED) as server:
        engine.open(server.url)
        engine.wait_for_function("window.loaded")
        engine.evaluate("kernel.start()")
        yield engine
