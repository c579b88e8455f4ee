"""Firefox and WebKit as Debian has them, behind the same few verbs. Chromium is Playwright's: book/tools/browser.py.

Firefox is spoken to over WebDriver BiDi. WebKitGTK's driver knows the older WebDriver only, and WebKitGTK has no window without a
display: Xvfb gives it one. Each engine is started once; whoever wants an empty store opens a site of its own, at another port.
"""

import http.client
import itertools
import json
import os
import re
import socket
import subprocess
import sys
import tempfile
import threading
import time
from contextlib import contextmanager, suppress

import pytest
import websocket

from book.tools.browser import PATIENCE
from book.tools.browser import firefox as program

LINUX = pytest.mark.skipif(sys.platform != "linux", reason="WebKitGTK and its driver are Linux's")
SIZE = (1280, 900)
CONTROL, ENTER, HOME, END, RIGHT = "\ue009", "\ue007", "\ue011", "\ue010", "\ue014"  # as WebDriver names keys
# What Safari has and WebKitGTK leaves out: memory shared with a worker. What costs half of a run of seconds and changes nothing in it:
# a graphics card in software, and the second of the compilers of WebAssembly.
WEBKIT = {"JSC_useSharedArrayBuffer": "1", "WEBKIT_DISABLE_COMPOSITING_MODE": "1", "JSC_useOMGJIT": "0"}
# Where the middle of the first thing that `selector` names is, once it can be seen there and stays. Until a click has reached it, no
# press reaches anything else: the page may move while the driver is on its way (Playwright guards its clicks in the same way).
MIDDLE = """async (selector) => {
    for (let before; ; ) {
        await new Promise(requestAnimationFrame);
        const thing = document.querySelector(selector);
        if (!thing?.checkVisibility()) continue;
        thing.scrollIntoView({ block: "center", behavior: "instant" });
        const { x, y, width, height } = thing.getBoundingClientRect();
        const place = [Math.round(x + width / 2), Math.round(y + height / 2)];
        if (`${place}` === before && thing.contains(document.elementFromPoint(...place))) {
            const kinds = ["pointerdown", "mousedown", "pointerup", "mouseup", "click"];
            const guard = (event) => {
                if (!thing.contains(event.target)) {
                    window.aside = true;
                    event.preventDefault();
                    event.stopImmediatePropagation();
                } else if (event.type === "click") unguard();
            };
            window.aside = false;
            window.unguard = () => { for (const kind of kinds) window.removeEventListener(kind, guard, true); };
            for (const kind of kinds) window.addEventListener(kind, guard, true);
            return place;
        }
        before = `${place}`;
    }
}"""
WENT_ASIDE = "() => { unguard(); return aside; }"
# As Playwright reads an expression: a function is called, anything else is what it is.
VALUE = "((it) => typeof it === 'function' ? it(...%s) : it)(%s)"
UNTIL = "(async () => { while (!(await %s)) await new Promise((again) => setTimeout(again, 10)); })()"


class Engine:
    """A running browser with one tab and the verbs of Playwright's page that our tests need. What it does not do in time is an
    error of the driver's."""

    def open(self, url):
        """WebKit's driver comes back before the page is there, and what it is asked then may go with the page that was left."""
        if "#" not in url:  # else it may be the same page
            self.evaluate("() => { window.left = true; }")
        self.go(url)
        self.arrive("!window.left")

    def reload(self):
        self.open(self.evaluate("location.href"))

    def leave(self, url):
        """Goes where another page may stand in between: whoever does so waits by `arrive`."""
        self.evaluate("(url) => { setTimeout(() => { location.href = url; }); }", url)

    def arrive(self, expression):
        """Waits until an expression is true, over pages that come and go: what is asked of a page that goes has no answer."""
        deadline = time.monotonic() + PATIENCE / 1000
        while True:
            with suppress(RuntimeError):
                if self.evaluate(f"document.readyState === 'complete' && Boolean({expression})"):
                    return
            assert time.monotonic() < deadline, expression
            time.sleep(0.05)

    def evaluate(self, expression, *given):
        """What JavaScript gives, in the page; a promise is awaited."""
        value = VALUE % (json.dumps(given), expression)
        return json.loads(self.script(f"Promise.resolve({value}).then((given) => JSON.stringify(given ?? null))"))

    def wait_for_function(self, expression, *given):
        self.evaluate(UNTIL % VALUE % (json.dumps(given), expression))

    def click(self, selector, times=1):
        while True:
            x, y = self.evaluate(MIDDLE, selector)
            steps = [{"type": "pointerMove", "x": x, "y": y}]
            steps += [{"type": "pointerDown", "button": 0}, {"type": "pointerUp", "button": 0}] * times
            self.perform([{"type": "pointer", "id": "mouse", "actions": steps}])
            if not self.evaluate(WENT_ASIDE):
                return

    def press(self, *keys):
        """Keys that are held together, as WebDriver names them; a letter is itself."""
        steps = [{"type": "keyDown", "value": key} for key in keys] + [{"type": "keyUp", "value": key} for key in keys[::-1]]
        self.perform([{"type": "key", "id": "keyboard", "actions": steps}])

    def write(self, text):
        steps = [{"type": kind, "value": letter} for letter in text for kind in ("keyDown", "keyUp")]
        self.perform([{"type": "key", "id": "keyboard", "actions": steps}])


class Firefox(Engine):
    def __init__(self, address):
        self.socket = websocket.create_connection(f"{address}/session", timeout=PATIENCE / 1000, suppress_origin=True)
        self.numbers = itertools.count()
        self.send("session.new", capabilities={})
        self.tab = self.send("browsingContext.getTree")["contexts"][0]["context"]
        self.resize(*SIZE)

    def send(self, method, **params):
        number = next(self.numbers)
        self.socket.send(json.dumps({"id": number, "method": method, "params": params}))
        try:
            while (answer := json.loads(self.socket.recv())).get("id") != number:
                pass
        except websocket.WebSocketTimeoutException:
            raise RuntimeError(
                f"Firefox did not answer {method} in {PATIENCE // 1000} s: {params.get('expression', params)}"
            ) from None
        if answer["type"] == "error":
            raise RuntimeError(f"{method}: {answer['error']}: {answer['message']}")
        return answer["result"]

    def resize(self, width, height):
        self.send("browsingContext.setViewport", context=self.tab, viewport={"width": width, "height": height})

    def go(self, url):
        self.send("browsingContext.navigate", context=self.tab, url=url, wait="complete")

    def script(self, expression):
        given = self.send("script.evaluate", expression=expression, target={"context": self.tab}, awaitPromise=True)
        if given["type"] == "exception":
            raise RuntimeError(given["exceptionDetails"]["text"])
        return given["result"]["value"]

    def perform(self, actions):
        self.send("input.performActions", context=self.tab, actions=actions)


class WebKit(Engine):
    def __init__(self, port):
        self.port, self.path = port, ""
        self.path = f"/session/{self.send('POST', '/session', capabilities={})['sessionId']}"
        self.send("POST", "/timeouts", script=PATIENCE, pageLoad=PATIENCE)

    def send(self, verb, path, **params):
        connection = http.client.HTTPConnection("127.0.0.1", self.port)
        connection.request(verb, self.path + path, json.dumps(params) if verb == "POST" else None)
        answer = connection.getresponse()
        given = json.loads(answer.read())["value"]
        if answer.status != 200:
            raise RuntimeError(f"{path}: {given['error']}: {given['message']}")
        return given

    def resize(self, width, height):
        """The window has a frame and bars around the page."""
        for _ in range(2):
            inner = self.evaluate("[innerWidth, innerHeight]")
            outer = self.send("GET", "/window/rect")
            self.send("POST", "/window/rect", width=outer["width"] + width - inner[0], height=outer["height"] + height - inner[1])

    def go(self, url):
        self.send("POST", "/url", url=url)

    def script(self, expression):
        return self.send("POST", "/execute/sync", script=f"return {expression}", args=[])

    def perform(self, actions):
        self.send("POST", "/actions", actions=actions)


@contextmanager
def started(command, **options):
    process = subprocess.Popen(command, text=True, **options)
    try:
        yield process
    finally:
        process.terminate()
        process.wait()


@contextmanager
def firefox():
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        command = [program() or "firefox-esr", "--headless", "--no-remote", "--profile", profile, "--remote-debugging-port=0"]
        with started(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) as process:
            lines = (re.search(r"WebDriver BiDi listening on (ws://\S+)", line) for line in process.stderr)
            address = next(line for line in lines if line)[1]
            threading.Thread(target=process.stderr.read, daemon=True).start()
            yield Firefox(address)


@contextmanager
def webkit():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    display = ["Xvfb", "-displayfd", "1", "-screen", "0", "x".join(map(str, (*SIZE, 24))), "-nolisten", "tcp"]
    with started(display, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as screen:
        environment = {**os.environ, **WEBKIT, "DISPLAY": f":{screen.stdout.readline().strip()}"}
        with started(["WebKitWebDriver", f"--port={port}"], env=environment):
            while True:
                try:
                    socket.create_connection(("127.0.0.1", port)).close()
                    break
                except ConnectionRefusedError:
                    time.sleep(0.05)
            page = WebKit(port)
            yield page
            page.send("DELETE", "")


ENGINES = {"firefox": firefox, "webkit": webkit}
