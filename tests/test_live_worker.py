"""The worker behind the live cells, in a real Chromium: what it keeps, what it loses, and what it says then.

The page here is a bare one with `book/live/client.js` alone; the cells' own page is test_live_ui.py's.
"""

import hashlib
import os
import shutil
import socket
import threading
import time
import zipfile
from contextlib import contextmanager

import pytest

from book.site.sitebook import live_cells, page_head
from book.site.sitebook.live_cells import sources
from browser import BASE, ISOLATED, PATIENCE, ROOT, Handler, Site, visit
from test_live_runtime import application

HARNESS = """
import { kernel } from "./client.js";
window.kernel = kernel;
window.events = [];
for (const type of ["state", "progress", "ready", "start", "output", "update", "clear", "done", "lost", "failed"])
  kernel.on(type, (event) => window.events.push(event));
window.run = async (code) => {
  const outputs = [], id = "cell-" + Math.random();
  const off = kernel.on("output", (event) => event.id === id && outputs.push(event.output));
  const late = new Promise((_, reject) => setTimeout(() => reject(new Error("no answer: " + JSON.stringify(events.slice(-3)))), PATIENCE));
  const done = await Promise.race([kernel.run({ id, code }), late]);
  off();
  return { ...done, outputs };
};
window.loaded = true;
""".replace("PATIENCE", str(PATIENCE))


@pytest.fixture(scope="module")
def lab(site, tmp_path_factory):
    """A site of the live cells' files and one bare page."""
    folder = tmp_path_factory.mktemp("lab") / "site"
    shutil.copytree(site.folder / "live", folder / "live", copy_function=os.link)
    return bare(folder)


def bare(folder):
    (bundle,) = [path.parent for path in folder.glob("live/*/worker.js")]
    shutil.copy(ROOT / "book" / "live" / "client.js", bundle)
    (bundle / "harness.js").write_text(HARNESS, "utf-8")
    policy = f'<meta http-equiv="Content-Security-Policy" content="{page_head.POLICY}">'
    for name, meta in (("index.html", ""), ("policy.html", policy)):  # with the site's policy no test can wait for an expression
        (folder / name).write_text(
            f'<!doctype html><html lang="ko">{meta}<title>-</title><link rel="icon" href="data:,"><p>-'
            f'<script type="module" src="live/{bundle.name}/harness.js"></script>',
            "utf-8",
        )
    return Site(folder)


@contextmanager
def opened(browser, server, script=None, name="", **options):
    with visit(browser, "about:blank", **options) as page:
        if script:
            page.add_init_script(script)
        page.goto(server.url + name)
        page.wait_for_function("() => window.loaded")
        yield page


@pytest.fixture(scope="module")
def page(browser, lab):
    with lab.open(ISOLATED) as server, opened(browser, server) as shared:
        shared.evaluate("kernel.start()")
        yield shared


@pytest.fixture(scope="module")
def plain(browser, lab):
    """The same without isolation: no shared memory, as on a first visit."""
    with lab.open() as server, opened(browser, server) as shared:
        shared.evaluate("kernel.start()")
        yield shared


def run(page, code):
    return page.evaluate("code => run(code)", code)


def begin(page, *codes):
    """Starts cells that go on for ever; the first is running when this returns."""
    page.evaluate(
        """codes => { events.length = 0;
        const runs = codes.map(code => run(code));
        window.running = codes.length > 1 ? Promise.all(runs) : runs[0]; }""",
        [*codes],
    )
    page.wait_for_function("() => events.some(e => e.type === 'start')")


def text(result, name="stdout"):
    return "".join(o["text"] for o in result["outputs"] if o["output_type"] == "stream" and o["name"] == name)


def value(result):
    return next(o["data"]["text/plain"] for o in result["outputs"] if o["output_type"] == "execute_result")


def notes(result):
    return [o["data"]["text/plain"] for o in result["outputs"] if o.get("metadata", {}).get("note")]


def error(result):
    return next(o for o in result["outputs"] if o["output_type"] == "error")


def test_says_which_torch_runs(page):
    info = page.evaluate("kernel.info")
    assert info["torch"].startswith("browsertorch ") and info["pyodide"] == sources.pinned()
    assert info["python"] == sources.Pyodide(ROOT / ".cache/live").lock["info"]["python"]
    assert info["isolated"] is True
    assert run(page, "import torch\ntorch.tensor([1., 2.])")["outputs"][-1]["data"]["text/plain"] == "tensor([1., 2.])"


def test_numbers_and_namespace_stay(page):
    first = run(page, "kept = 41")
    second = run(page, "kept + 1")
    assert second["number"] == first["number"] + 1 and value(second) == "42" and second["status"] == "ok"


def test_output_streams_while_the_cell_runs(page):
    begin(page, "import time\nprint('먼저')\ntime.sleep(3600)")
    page.wait_for_function("() => events.some(e => e.type === 'output' && e.output.text.startsWith('먼저'))")
    assert page.evaluate("kernel.state") == "busy"
    page.evaluate("kernel.interrupt()")
    assert text(page.evaluate("running")) == "먼저\n"


def test_endless_loop_is_interrupted_and_variables_stay(page):
    run(page, "kept = 'still here'")
    begin(page, "while True:\n    pass")
    assert page.evaluate("kernel.interrupt()") == "kept"
    result = page.evaluate("running")
    assert result["status"] == "interrupted" and error(result)["ename"] == "KeyboardInterrupt"
    assert any("----> " in line and "while True" in line or "pass" in line for line in error(result)["traceback"])
    assert value(run(page, "kept")) == "'still here'"


def test_a_loop_that_swallows_an_interrupt_is_interrupted_again(page):
    begin(
        page,
        "n = 0\nwhile n < 2:\n    try:\n        print('안')\n        while True:\n            pass\n    except:\n        n += 1",
    )
    page.wait_for_function("() => events.some(e => e.type === 'output')")  # before that an interrupt would end the cell itself
    assert page.evaluate("kernel.interrupt()") == "kept"
    assert text(page.evaluate("running")) == "안\n안\n"
    assert value(run(page, "n")) == "2"


def test_sleep_is_interrupted(page):
    begin(page, "import time\ntime.sleep(3600)")
    assert page.evaluate("kernel.interrupt()") == "kept"
    assert page.evaluate("running")["status"] == "interrupted"


def test_interrupt_cancels_what_waits(page):
    begin(page, "while True: pass", "after = 1")
    page.evaluate("kernel.interrupt()")
    assert [done["status"] for done in page.evaluate("running")] == ["interrupted", "cancelled"]


def test_without_shared_memory_the_loss_is_told(plain):
    assert plain.evaluate("kernel.info.isolated") is False
    run(plain, "gone = 1")
    generation = plain.evaluate("kernel.generation")
    begin(plain, "while True:\n    pass")
    assert plain.evaluate("kernel.interrupt()") == "lost"
    assert plain.evaluate("running")["status"] == "lost"
    lost = plain.evaluate("events.findLast(e => e.type === 'lost')")
    assert lost["reason"] == "interrupt" and "변수는 모두 사라졌습니다" in lost["message"]
    assert plain.evaluate("kernel.generation") == generation + 1
    assert error(run(plain, "gone"))["ename"] == "NameError"


def test_reset_empties_the_namespace(plain):
    run(plain, "gone = 1")
    plain.evaluate("kernel.reset()")
    result = run(plain, "gone")
    assert result["number"] == 1 and error(result)["ename"] == "NameError"


def test_runaway_memory_does_not_take_the_page(page):
    result = run(page, "hoard = []\nwhile True:\n    hoard.append(bytearray(64 * 2**20))")
    assert result["status"] in ("error", "lost")
    if result["status"] == "error":
        assert error(result)["ename"] == "MemoryError"
    else:
        assert page.evaluate("events.findLast(e => e.type === 'lost').message")
    run(page, "hoard = None")
    assert value(run(page, "1 + 1")) == "2"


def test_a_crash_of_python_is_told_and_mended(plain):
    """Recursion through C code, past the limit that would have stopped it: the stack of the worker itself runs out."""
    result = run(
        plain,
        "import sys\nsys.setrecursionlimit(10**8)\nclass Deep:\n    def __getattr__(self, name):\n"
        "        return getattr(self, name)\nDeep().x",
    )
    assert result["status"] == "lost"
    lost = plain.evaluate("events.findLast(e => e.type === 'lost')")
    assert lost["reason"] in ("memory", "crash") and "변수는 모두 사라졌고" in lost["message"]
    assert value(run(plain, "2 + 2")) == "4"


HARMLESS = {
    "a name that is none": "globals()[5] = 1",
    "no stdout": "import sys\nsys.stdout = None",
    "a class that refuses": "class Odd:\n    @property\n    def __class__(self):\n        raise RuntimeError\nodd = Odd()",
    "a signature that refuses": "class Odd:\n    @property\n    def __signature__(self):\n        raise RuntimeError\n"
    "    def __call__(self): pass\nodd = Odd()",
    "a list of names that refuses": "class Odd:\n    def __dir__(self):\n        raise KeyboardInterrupt\nodd = Odd()",
    "a text that refuses": "class Odd:\n    def __repr__(self):\n        raise SystemExit\nodd = Odd()",
    "notes that are none": "error = ValueError('x')\nerror.__notes__ = 5\nraise error",
    "closing the worker": "import js\njs.self.close()",
}


@pytest.mark.parametrize("code", HARMLESS.values(), ids=HARMLESS.keys())
def test_what_harms_nobody_loses_nothing(page, code):
    run(page, "kept = 41")
    assert run(page, code)["status"] in ("ok", "error")
    for question in ("complete('od', 2)", "complete('odd.a', 5)", "inspect('odd(', 4)", "look('odd', 3)", "variables('odd')"):
        page.evaluate(f"kernel.{question}")
    assert "kept" in [option["label"] for option in page.evaluate("kernel.complete('kep', 3)")["options"]]
    assert value(run(page, "import sys\nsys.stdout = sys.__stdout__\nglobals().pop(5, None)\nkept + 1")) == "42"


def test_a_traceback_holds_no_frame_of_what_the_engine_calls(page):
    own = error(run(page, "import torch\ntorch.tensor([[1, 2], [3]])"))
    assert not any("numpy" in line for line in own["traceback"]) and "torch.tensor" in "".join(own["traceback"])
    readers = error(run(page, "import numpy\nnumpy.linalg.inv(numpy.zeros(2))"))
    assert any("numpy/linalg" in line for line in readers["traceback"])


def test_a_cell_reaches_its_own_site_alone(browser, lab):
    """On the first visit too, and where a server sends no policy: the worker has the page's. The other host would answer anybody."""
    asking = """
import js
from js import XMLHttpRequest
async def asked(address):
    try:
        return (await js.fetch(address)).status
    except Exception as error:
        return str(error)
def asked_at_once(address):
    request = XMLHttpRequest.new()
    try:
        request.open('GET', address, False)
        request.send()
        return request.status
    except Exception as error:
        return type(error).__name__
"""
    with (
        lab.open() as server,
        lab.open({"Access-Control-Allow-Origin": "*"}) as other,
        opened(browser, server, name="policy.html") as page,
    ):
        run(page, asking)
        own, others = f"{server.url}index.html", f"{other.url}index.html"
        assert value(run(page, f"await asked('{own}'), asked_at_once('{own}')")) == "(200, 200)"
        assert "Failed to fetch" in value(run(page, f"await asked('{others}')"))
        assert value(run(page, f"asked_at_once('{others}')")) == "'JsException'"
        run(page, f"import js\njs.WebSocket.new('{others}'.replace('http', 'ws'))\njs.EventSource.new('{others}')\n1")
        assert value(run(page, f"await asked('{others}'), 1")).endswith(", 1)")
        assert other.log == []
        refused = error(run(page, "from pyodide.code import run_js\nrun_js(\"import('data:text/javascript,1')\")"))
        assert "Content Security Policy" in refused["evalue"]


def test_a_cell_holds_nothing_that_outlives_it(page):
    """The service worker answers pages from what is in `caches`, JupyterLite from `indexedDB`; a worker of a cell's own would have
    them again."""
    found = run(
        page,
        """
import js
names = set()
for holder in (js.self, js.navigator):
    while holder:
        names |= set(js.Object.getOwnPropertyNames(holder).to_py())
        holder = js.Object.getPrototypeOf(holder)
sorted(names & {"caches", "indexedDB", "Worker", "SharedWorker", "BroadcastChannel", "storage", "storageBuckets", "serviceWorker"})""",
    )
    assert value(found) == "[]"


def test_what_a_task_prints_after_its_cell_belongs_to_it(page):
    page.evaluate("""() => { window.late = kernel.run({ id: "with a task", code: `
import asyncio
async def later():
    await asyncio.sleep(0.05)
    print('나중에')
task = asyncio.create_task(later())` }); }""")
    page.evaluate("late")
    page.wait_for_function(
        "() => events.some(e => e.type === 'output' && e.id === 'with a task' && e.output.text?.startsWith('나중에'))"
    )
    assert value(run(page, "1 + 1")) == "2"


def test_a_cell_that_awaits_is_stopped_and_keeps_its_variables(page):
    run(page, "kept = 41")
    begin(page, "import asyncio\nprint('먼저')\nawait asyncio.sleep(3600)")
    page.wait_for_function(
        "() => events.some(e => e.type === 'output')"
    )  # before that Python runs, and is stopped as any program
    assert page.evaluate("kernel.interrupt()") == "kept"
    assert value(run(page, "kept + 1")) == "42"


def test_memory_that_is_used_up_comes_with_advice(page):
    result = run(page, "hoard = []\nwhile True:\n    hoard.append(bytearray(50_000_000))")
    assert error(result)["ename"] == "MemoryError"
    assert any("del" in note for note in notes(result))
    assert value(run(page, "del hoard\n1 + 1")) == "2"


def test_a_package_that_cannot_be_had_is_told_before_and_in_the_error(browser, lab):
    with lab.open(ISOLATED) as server, opened(browser, server) as page:
        assert value(run(page, "1 + 1")) == "2"
        page.context.set_offline(True)
        result = run(page, "import matplotlib.pyplot")
        assert "내려받지 못했습니다" in notes(result)[0]
        assert result["outputs"][0]["metadata"] == {"note": True}
        failed = error(result)
        assert failed["ename"] in ("ImportError", "ModuleNotFoundError") and "내려받지 못했습니다" in failed["evalue"]
        assert "JsException" not in "".join(failed["traceback"]) and "packages.py" not in "".join(failed["traceback"])
        page.context.set_offline(False)
        assert run(page, "import matplotlib.pyplot")["status"] == "ok"


def test_print_loop_is_capped_and_says_what_is_left_out(page):
    before = page.evaluate("events.length")
    result = run(page, "for i in range(300_000):\n    print('한 줄', i)")
    printed = sum(len(f"한 줄 {i}\n") for i in range(300_000))
    assert result["status"] == "ok"
    assert len(text(result)) == 2_000_000
    assert notes(result) == ["출력이 2,000,000자를 넘어 그 뒤는 남기지 않습니다.", f"남기지 않은 출력: {printed - 2_000_000:,}자"]
    # 500 lines as they come, then one message for each 50 ms: a page stands still under one for each line.
    assert page.evaluate("events.length") - before < 2_000
    assert text(run(page, "print('다음')")) == "다음\n"


def test_long_words_of_an_error_and_of_a_value_are_capped(page):
    result = run(page, "raise ValueError('x' * 3_000_000)")
    assert len(error(result)["evalue"]) == 10_000
    assert 1_999_000 < sum(map(len, error(result)["traceback"])) <= 2_000_000
    assert len(notes(result)) == 1
    long = run(page, "class Long:\n    def _repr_html_(self):\n        return '<p>' * 1_000_000\nLong()")
    assert len(long["outputs"][0]["data"]["text/html"]) == 2_000_000
    assert notes(long) == ["남기지 않은 출력: 1,000,000자"]


def test_input_and_magics_are_told_in_korean(page):
    assert "input()" in error(run(page, "input('이름?')"))["evalue"]
    assert "Jupyter만의 명령" in error(run(page, "%timeit 1"))["evalue"]
    assert "Jupyter만의 명령" in error(run(page, "x = 1\n!pip install x"))["evalue"]
    assert "Jupyter만의 명령" in error(run(page, "%%time\n1"))["evalue"]


def test_await_at_top_level(page):
    assert value(run(page, "import asyncio\nawait asyncio.sleep(0.01)\n7")) == "7"


def test_library_beyond_the_first_memory_is_loaded_when_imported(page):
    assert value(run(page, "import difflib\ndifflib.get_close_matches('grad', ['grads'])")) == "['grads']"
    assert value(run(page, "import numpy as np\nnp.random.default_rng(0).integers(5) >= 0")) in ("np.True_", "True")


def test_figures_are_svg_without_messages(page):
    result = run(page, "import matplotlib.pyplot as plt\nplt.plot([1, 2])\nplt.show()")
    kinds = [o["output_type"] for o in result["outputs"]]
    assert kinds == ["display_data"], result["outputs"]
    assert "<svg" in result["outputs"][0]["data"]["image/svg+xml"]


SAVER = "Object.defineProperty(navigator, 'connection', { value: { saveData: true, effectiveType: '4g' } })"


def fetched(server):
    """The packages that were asked for."""
    return {path.rsplit("/", 1)[-1].rsplit("-", 1)[0] for path, *_ in server.log if "/packages/" in path}


def test_a_first_figure_fetches_what_it_opens_and_nothing_else(browser, lab):
    """Under data saver nothing is fetched ahead, so that what a cell itself asks for is seen."""
    with lab.open(ISOLATED) as server, opened(browser, server, SAVER, service_workers="block") as page:
        page.evaluate("kernel.start()")
        code = (
            "from gradbook.style import canvas, styled\nfrom gradbook.svg import Picture\n@styled\ndef draw():\n"
            "    figure = canvas(3, 2)\n    figure.add_axes((0.2, 0.2, 0.7, 0.7)).plot([0, 1])\n    return Picture(figure, '선')\ndraw()"
        )
        assert run(page, code)["status"] == "ok"
        assert fetched(server) == {"pyodide.asm.wasm", "snapshot", "library_part", "matplotlib", "gradbook"}
        result = run(
            page, "from matplotlib import pyplot as plt\nplt.rcParams['font.family'] = 'serif'\nplt.title('serif')\nplt.show()"
        )
        assert "matplotlib_rest" in fetched(server), "the font it names is in the rest"
        assert [o["output_type"] for o in result["outputs"]] == ["display_data"], "no word about a missing font"
        assert (
            value(run(page, "from matplotlib import font_manager as f\nf.get_font(f.findfont('serif')).family_name"))
            == "'DejaVu Serif'"
        )


def test_a_seldom_used_module_of_matplotlib_is_found(browser, lab):
    with lab.open(ISOLATED) as server, opened(browser, server, SAVER, service_workers="block") as page:
        assert run(page, "from mpl_toolkits.axisartist import Axes\nimport matplotlib.animation")["status"] == "ok"
        assert "matplotlib_rest" in fetched(server)


def test_a_seldom_used_module_of_torch_is_fetched_when_it_is_named(browser, lab):
    """By an import, which is seen before the cell runs, and by a name, which is not."""
    with lab.open(ISOLATED) as server, opened(browser, server, SAVER, service_workers="block") as page:
        assert value(run(page, "import torch\ntorch.nn.Linear(2, 3)")) == "Linear(in_features=2, out_features=3, bias=True)"
        assert "torch_later" not in fetched(server)
        assert (
            value(run(page, "torch.nn.Flatten()(torch.nn.Conv2d(1, 2, 3)(torch.ones(1, 1, 3, 3))).shape")) == "torch.Size([1, 2])"
        )
        assert "torch_later" in fetched(server)
    with lab.open(ISOLATED) as server, opened(browser, server, SAVER, service_workers="block") as page:
        assert run(page, "from torch.utils.checkpoint import checkpoint")["status"] == "ok"
        assert "torch_later" in fetched(server)


@pytest.mark.parametrize("code", ["import torch\ntorch.cuda.Stream()", "import torch.utils.tensorboard"])
def test_what_torch_has_and_the_engine_has_not_says_so(browser, lab, code):
    """By a name or by an import; the list of such names comes only then."""
    with lab.open(ISOLATED) as server, opened(browser, server, SAVER, service_workers="block") as page:
        assert "torch_later" not in fetched(server)
        wanted = code.split()[-1].removesuffix("()")
        assert error(run(page, code))["evalue"].startswith(f"{wanted}: 진짜 PyTorch에는 있지만")
        assert "torch_later" in fetched(server)


LATER = """
import inspect
from matplotlib import artist, lines

assert "linewidth" in inspect.signature(lines.Line2D.set).parameters
assert lines.Line2D.set.__doc__.startswith("Set multiple properties at once.") and artist.kwdoc(lines.Line2D) in lines.Line2D.set.__doc__

class Own(lines.Line2D):
    def set_bow(self, bow):
        self.bow = bow

class Deaf(Own):
    def set(self, **properties):
        return "deaf"

own = Own([0], [0])
own.set(bow=3, linewidth=2)
assert (own.bow, own.get_linewidth()) == (3, 2) and "bow" in inspect.signature(Own.set).parameters and Own.set.__qualname__ == "Own.set"
assert Deaf([0], [0]).set(bow=1) == "deaf" and type("Deafer", (Deaf,), {}).set is Deaf.set
"""


def test_what_is_put_off_in_matplotlib_is_there_when_asked_for(browser, lab):
    with lab.open(ISOLATED) as server, opened(browser, server, SAVER, service_workers="block") as page:
        result = run(page, LATER)
        assert (result["status"], result["outputs"]) == ("ok", [])


def test_nothing_is_fetched_ahead_while_cells_follow_each_other(browser, lab):
    with lab.open(ISOLATED) as server, opened(browser, server, service_workers="block") as page:
        for _ in range(3):
            page.evaluate("run('import time; time.sleep(0.4)')")
        begin(page, "while True: pass")
        assert fetched(server) == {"pyodide.asm.wasm", "snapshot"}
        page.evaluate("kernel.interrupt()")
        wait_for(server, "numpy")


def test_what_the_pages_cells_import_is_imported_ahead(browser, lab):
    """The first figure of a page then waits for its drawing only; without a cell that imports matplotlib it stays away."""
    there = "import sys\n'matplotlib_live' in sys.modules"
    with lab.open(ISOLATED) as server, opened(browser, server) as page:
        page.evaluate("kernel.start()")
        run(page, "1")
        wait_for(server, "numpy")  # the last of what is fetched for every page
        assert "matplotlib" not in fetched(server)
        page.evaluate("kernel.expect(['x = = 1', 'from matplotlib import pyplot'])")
        assert value(run(page, there)) == "False"
        wait_for(server, "matplotlib")  # it is fetched when nothing has run for a moment
        deadline = time.monotonic() + PATIENCE / 1000
        while value(run(page, there)) == "False":  # and imported in small steps, between which cells run
            assert time.monotonic() < deadline
        assert run(page, "from matplotlib import pyplot as plt\nplt.plot([1, 2])\nplt.show()")["status"] == "ok"


def wait_for(server, package):
    deadline = time.monotonic() + PATIENCE / 1000
    while package not in fetched(server):
        assert time.monotonic() < deadline, package
        time.sleep(0.05)


def test_gradbook_imports(page):
    assert run(page, "import gradbook\nfrom gradbook import palette")["status"] == "ok"


def test_completion_and_inspection(page):
    run(page, "import torch\nweights = torch.ones(2, requires_grad=True)")

    def complete(code):
        return page.evaluate("code => kernel.complete(code, code.length)", code)

    found = complete("# 한글 주석 😀\nwei")
    assert [o["label"] for o in found["options"]] == ["weights"] and found["to"] - found["from"] == 3
    assert "requires_grad" in [o["label"] for o in complete("weights.requ")["options"]]
    assert "requires_grad=" in [o["label"] for o in complete("torch.tensor([1.], requ")["options"]]
    assert complete("'wei") is None and complete("# wei") is None
    described = page.evaluate("kernel.inspect('torch.ones(', 11)")
    assert described["name"] and described["doc"]
    assert page.evaluate("kernel.inspect('nothing_here', 5)") is None


PIECE = 500_000  # bytes that arrive before a connection breaks


class Flaky(Handler):
    """Breaks off the first answers to the snapshot in the middle, once `server.taken` says that the reader has what came."""

    def do_GET(self):
        if not self.path.rsplit("/", 1)[-1].startswith("snapshot") or self.server.breaks < 1:
            return super().do_GET()
        self.server.breaks -= 1
        data = self.find(self.path).read_bytes()
        start = int(self.headers.get("Range", "bytes=0-").removeprefix("bytes=").rstrip("-"))
        self.server.broken.append(start)
        self.send_response(206 if start else 200)
        self.send_header("Content-Length", str(len(data) - start))
        self.end_headers()
        self.wfile.write(data[start : start + PIECE])
        self.wfile.flush()
        self.server.taken.acquire(timeout=PATIENCE / 1000)
        self.close_connection = True
        self.connection.shutdown(socket.SHUT_WR)


@contextmanager
def flaky(lab, breaks):
    with lab.open(ISOLATED) as server:
        server.RequestHandlerClass, server.breaks, server.broken, server.taken = Flaky, breaks, [], threading.Semaphore(0)
        yield server


def test_broken_download_goes_on_by_itself(browser, lab):
    (wasm,) = lab.folder.rglob("pyodide.asm.wasm-*")
    with flaky(lab, 2) as server, opened(browser, server) as page:
        page.evaluate("() => { kernel.start() }")
        for times in (1, 2):
            page.wait_for_function(
                "bytes => events.some(e => e.type === 'progress' && e.loaded === bytes)", arg=wasm.stat().st_size + times * PIECE
            )
            server.taken.release()
        page.evaluate("kernel.start()")
        assert server.broken == [0, PIECE], "each attempt goes on where the one before broke off"
        assert value(run(page, "1 + 1")) == "2"


class Wrong(Handler):
    """Gives something else under the right address, so many times."""

    def do_GET(self):
        if not self.path.rsplit("/", 1)[-1].startswith(self.server.name) or self.server.wrong < 1:
            return super().do_GET()
        self.server.wrong -= 1
        data = self.server.bend(self.find(self.path.partition("?")[0]).read_bytes())
        self.send_response(200)
        self.send_header("Content-Type", "text/javascript" if ".js" in self.path else "application/wasm")
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Cache-Control", "max-age=600")
        self.end_headers()
        self.wfile.write(data)


def flipped(data):
    middle = len(data) // 2
    return data[:middle] + bytes([data[middle] ^ 1]) + data[middle + 1 :]


@contextmanager
def wrong(lab, name, times, bend):
    with lab.open(ISOLATED) as server:
        server.RequestHandlerClass, server.name, server.wrong, server.bend = Wrong, name, times, bend
        yield server


@pytest.mark.parametrize("name", ["pyodide.asm.wasm", "pyodide.asm.js", "snapshot", "numpy"])
@pytest.mark.parametrize(
    "bend", [flipped, lambda data: data[:-1000], lambda data: b"<!doctype html>"], ids=["flipped", "cut", "page"]
)
def test_a_file_that_is_not_the_published_one_is_fetched_anew(browser, lab, name, bend):
    """Past the browser's cache, which holds the wrong one for ten minutes."""
    with wrong(lab, name, 1, bend) as server, opened(browser, server) as page:
        assert value(run(page, "1 + 1")) == "2"
        page.evaluate("kernel.expect(['import matplotlib'])")
        assert text(run(page, "import numpy, numpy.polynomial.hermite\nprint(numpy.__name__)")) == "numpy\n"
        assert server.wrong == 0


@pytest.mark.parametrize(
    "bend", [flipped, lambda data: data[:-1000], lambda data: b"<!doctype html>"], ids=["flipped", "cut", "page"]
)
def test_a_wrong_file_is_fetched_anew_while_everything_waits(browser, lab, bend):
    """For an import that no look at the cell could foresee. Its output says nothing of that."""
    with wrong(lab, "torch_later", 1, bend) as server, opened(browser, server) as page:
        code = "import importlib\nimportlib.import_module('torch.' + 'utils.data').__name__"
        result = run(page, code)
        assert value(result) == "'torch.utils.data'"
        assert [output["output_type"] for output in result["outputs"]] == ["execute_result"]
        assert server.wrong == 0


def test_a_server_that_only_gives_something_else_is_told_and_tried_again(browser, lab):
    with wrong(lab, "snapshot", 1_000, flipped) as server, opened(browser, server) as page:
        page.evaluate("kernel.start().catch(() => {})")
        page.wait_for_function("() => events.some(e => e.type === 'failed')")
        assert "이 책의 것이 아니거나" in page.evaluate("events.find(e => e.type === 'failed').message")
        server.wrong = 0
        assert value(run(page, "1 + 1")) == "2"


def test_a_start_asks_for_each_file_once_and_for_none_that_is_not_there(browser, lab):
    with lab.open(ISOLATED) as server, opened(browser, server, SAVER, service_workers="block") as page:
        assert value(run(page, "1 + 1")) == "2"
        asked = [(path, status) for path, status, _ in server.log if "/live/" in path]
        assert len(asked) == len({*asked}) and {status for _, status in asked} == {200}, asked


def test_failed_download_is_told_and_tried_again(browser, lab):
    with lab.open(ISOLATED) as server, opened(browser, server) as page:
        page.route("**/snapshot*", lambda route: route.abort())
        message = page.evaluate("kernel.start().then(() => 'started', (error) => error.message)")
        assert "연결을 확인한 뒤 다시 실행해 주세요" in message
        assert page.evaluate("events.findLast(e => e.type === 'failed').message") == message
        page.unroute("**/snapshot*")
        assert value(run(page, "3 + 3")) == "6"


def test_a_browser_without_webassembly_is_told_so(browser, lab):
    """And not to look after its connection."""
    with (
        wrong(lab, "worker", 1_000, lambda data: b"delete self.WebAssembly;\n" + data) as server,
        opened(browser, server) as page,
    ):
        told = page.evaluate("kernel.start().catch((error) => error.message)")
        assert "이 브라우저에서 실행 엔진을 켜지 못했습니다" in told


def test_nothing_starts_under_data_saver(browser, lab):
    with lab.open(ISOLATED) as server, opened(browser, server, SAVER) as page:
        page.clock.install()
        page.evaluate("kernel.startWhenIdle()")
        page.clock.run_for(60_000)
        assert page.evaluate("kernel.state") == "off"
        assert not [path for path, _, _ in server.log if path.startswith(BASE + "live/packages")]


def test_starts_when_idle_on_a_fast_connection(browser, lab):
    with lab.open(ISOLATED) as server, opened(browser, server) as page:
        page.evaluate("kernel.startWhenIdle()")
        page.wait_for_function("() => kernel.state === 'ready'")
        progress = page.evaluate("events.filter(e => e.type === 'progress')")
        assert progress and progress[-1]["loaded"] == progress[-1]["total"] > 5_000_000


def test_a_torch_of_the_books_choice_runs_instead(browser, tmp_path):
    """As for real torch compiled for the browser: a wheel, named in _config.yml with its hash."""
    wheel = tmp_path / "torch-9.9-py3-none-any.whl"
    with zipfile.ZipFile(wheel, "w") as out:
        out.writestr("torch/__init__.py", "import numpy\ndef tensor(values):\n    return numpy.array(values)\n")
        out.writestr("torch-9.9.dist-info/METADATA", "Metadata-Version: 2.1\nName: torch\nVersion: 9.9\n")
        out.writestr("torch-9.9.dist-info/LICENSE", "free")
        out.writestr("torch-9.9.dist-info/WHEEL", "Wheel-Version: 1.0\n")
    digest = hashlib.sha256(wheel.read_bytes()).hexdigest()
    app = application(tmp_path / "site", name="PyTorch", version="9.9", address=str(wheel), sha256=digest)
    live_cells.prepare(app)
    live_cells.publish(app)
    with bare(tmp_path / "site").open(ISOLATED) as server, opened(browser, server) as page:
        assert page.evaluate("kernel.start()")["torch"] == "PyTorch 9.9"
        assert value(run(page, "import torch\ntorch.tensor([1, 2])")) == "array([1, 2])"
