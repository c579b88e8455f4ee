"""pytest plugin: nbval with fast kernels and without its gaps, and lines for the final report.

Registered as a plugin, since hooks in tests/conftest.py would not be called for the notebooks beside tests/.
"""

import nbval.plugin
import pytest
from nbval.kernel import RunningKernel
from nbval.plugin import IPyNbCell

from book.tools.validation import warm_kernels
from book.tools.validation.strict import check_shape, describe


class NumberedKernel(RunningKernel):
    """Counts cells as Jupyter does; nbval's own kernel leaves every one `In[1]`, and tracebacks name their cell."""

    def execute_cell_input(self, cell_input, allow_stdin=None):
        return self.kc.execute(cell_input, allow_stdin=allow_stdin, stop_on_error=False)


def pytest_configure():
    nbval.plugin.RunningKernel = NumberedKernel
    warm_kernels.install()


def pytest_collect_file(file_path):
    if file_path.suffix == ".ipynb":
        warm_kernels.warm_up()  # torch is imported while pytest goes on collecting


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item):
    """What nbval skips although the page shows it is compared as well."""
    result = yield
    if isinstance(item, IPyNbCell):
        check_shape(item)
    return result


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    report = yield
    if isinstance(item, IPyNbCell) and report.failed and call.excinfo:
        report.user_properties.append(("report", describe(item, call.excinfo.value)))
    return report


@pytest.fixture
def report(record_property):
    """report(line): a line that stands at the end of the run, e.g. a measure that a test has taken."""
    return lambda line: record_property("report", line)


def pytest_terminal_summary(terminalreporter):
    lines = [
        value
        for reports in terminalreporter.stats.values()
        for report in reports
        for name, value in getattr(report, "user_properties", ())
        if name == "report"
    ]
    if lines:
        terminalreporter.section("report")
        for line in dict.fromkeys(lines):
            terminalreporter.write_line(line)
