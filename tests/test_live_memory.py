"""How much memory a page's worker holds: the bytes of its buffers that something still reaches, Python's own memory among them.

They follow from what was loaded and run, not from the machine. What the browser needs besides is bench/weak.py's to measure.
"""

import json
from contextlib import contextmanager

from browser import visit
from test_live_ui import DATA_SAVER, OPEN, PAGE, cells, done, press

# Bytes after a first output; and once what the page's figures need is there.
MEMORY, OTHERS = 31_000_000, 1_000_000
MEMORY_WITH_FIGURES, WITH_FIGURES = 53_000_000, 16_000_000
SPARE = 500_000  # more or less, between two looks
RUN_ALL = """async () => {
  for (const cell of document.querySelectorAll("div.cell[data-cell-id]:not([data-no-browser])")) {
    delete cell.dataset.result;
    cell.querySelector(".live-run").click();
    await new Promise((resolve) => new MutationObserver((_, watcher) => {
      if (!cell.dataset.result) return;
      watcher.disconnect();
      resolve();
    }).observe(cell, { attributeFilter: ["data-result"] }));
  }
}"""


class Debugger:
    """Speaks with the page's worker as DevTools do."""

    def __init__(self, page):
        self.page, self.answers, self.pieces, self.session, self.asked = page, {}, [], None, 0
        self.session_of_page = page.context.new_cdp_session(page)
        self.session_of_page.on("Target.attachedToTarget", self.attached)
        self.session_of_page.on("Target.receivedMessageFromTarget", lambda event: self.received(json.loads(event["message"])))
        self.session_of_page.send("Target.setAutoAttach", {"autoAttach": True, "waitForDebuggerOnStart": False, "flatten": False})

    def attached(self, event):
        if event["targetInfo"]["type"] == "worker":
            self.session = event["sessionId"]

    def received(self, message):
        if "id" in message:
            self.answers[message["id"]] = message
        elif message["method"] == "HeapProfiler.addHeapSnapshotChunk":
            self.pieces.append(message["params"]["chunk"])

    def ask(self, method, **parameters):
        self.asked += 1
        message = json.dumps({"id": self.asked, "method": method, "params": parameters})
        self.session_of_page.send("Target.sendMessageToTarget", {"sessionId": self.session, "message": message})
        while self.asked not in self.answers:
            self.page.evaluate("0")  # lets messages in
        assert "result" in self.answers[self.asked], self.answers[self.asked]

    def buffers(self):
        """Bytes of every buffer that the worker reaches, the largest first."""
        self.pieces = []
        self.ask("HeapProfiler.takeHeapSnapshot", reportProgress=False)
        heap = json.loads("".join(self.pieces))
        fields, nodes = heap["snapshot"]["meta"]["node_fields"], heap["nodes"]
        name, size = fields.index("name"), fields.index("self_size")
        found = [
            nodes[at + size]
            for at in range(0, len(nodes), len(fields))
            if heap["strings"][nodes[at + name]] == "system / JSArrayBufferData"
        ]
        assert found, "the browser names buffers otherwise by now"
        return sorted(found, reverse=True)


@contextmanager
def first_output(browser, server, script=""):
    """The page once its first cell has run, and a debugger of its worker."""
    with visit(browser, "about:blank", service_workers="block") as page:
        page.add_init_script(script)
        page.goto(server.url + PAGE, wait_until="load")
        page.evaluate(OPEN)
        debugger = Debugger(page)
        press(cells(page).first)
        done(cells(page).first)
        yield page, debugger


def test_nothing_that_was_loaded_stays_a_second_time(browser, isolated):
    """Python's memory is the snapshot's, written once; what it came from is gone."""
    with first_output(browser, isolated, DATA_SAVER) as (_, debugger):
        memory, *others = debugger.buffers()
        assert memory <= MEMORY, memory
        assert sum(others) <= OTHERS, others


def test_what_no_cell_has_asked_for_lies_packed_outside_of_the_worker(browser, isolated):
    """A page's cells import matplotlib and what figures need: that is unpacked ahead. All else waits as it came."""
    begun = len(isolated.log)
    with first_output(browser, isolated) as (page, debugger):
        while not {"matplotlib_rest", "numpy", "python_stdlib"} <= fetched(isolated.log[begun:]):
            page.evaluate("0")
        memory, *others = debugger.buffers()
        assert memory <= MEMORY_WITH_FIGURES, memory
        assert sum(others) <= WITH_FIGURES, others


def fetched(log):
    return {path.rsplit("/", 1)[-1].rsplit("-", 1)[0] for path, *_ in log if "/packages/" in path}


def test_running_a_chapter_again_and_starting_anew_need_no_more(browser, isolated):
    with first_output(browser, isolated, DATA_SAVER) as (page, debugger):
        page.evaluate(RUN_ALL)
        once = debugger.buffers()
        for _ in range(4):
            page.evaluate(RUN_ALL)
        assert sum(debugger.buffers()) - sum(once) <= SPARE
        assert debugger.buffers()[0] == once[0], "Python's memory has grown"
        for _ in range(3):
            page.get_by_role("button", name="변수 비우기", exact=True).click()
            press(cells(page).first)
            done(cells(page).first)
        assert len(page.workers) == 1
        assert sum(debugger.buffers()) <= MEMORY + OTHERS
