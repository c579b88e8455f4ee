"""The example of a JupyterHub for a class: started as the page for teachers says, it lets in whom the teacher names, and a chapter
runs in it with real torch as in the book."""

import asyncio
import json
import os
import re
import socket
import subprocess
import uuid
from concurrent.futures import ThreadPoolExecutor

import pytest
import requests
from tornado.httpclient import HTTPRequest
from tornado.websocket import websocket_connect

from book.site.sitebook.live_cells import node
from book.tools.browser import ROOT, visit
from environment import environment

HUB = ROOT / "book/hub"
CHAPTER = "notebooks/01-requires-grad.ipynb"
PATIENCE = 120
PASSWORD = "a long sentence of its own"


@pytest.fixture(scope="module")
def python():
    """A Python with what both files of requirements name: the book's own packages, and beside them the hub's. Kept in .cache."""
    found = environment("hub", HUB / "requirements.txt")
    node.install(HUB)
    return found


@pytest.fixture(scope="module")
def hub(python, tmp_path_factory):
    """The address of a running hub, started in an empty folder with the example's own settings; only its ports are free ones."""
    folder = tmp_path_factory.mktemp("hub")
    (folder / "hub-data").mkdir()
    (folder / "hub-data/learners.txt").write_text("hana\n", encoding="utf-8")
    ports = [socket.socket() for _ in range(3)]
    for port in ports:
        port.bind(("127.0.0.1", 0))
    public, api, inner = (port.getsockname()[1] for port in ports)
    for port in ports:
        port.close()
    command = [
        python, "-m", "jupyterhub", "--config", HUB / "jupyterhub_config.py",
        f"--JupyterHub.bind_url=http://127.0.0.1:{public}", f"--ConfigurableHTTPProxy.api_url=http://127.0.0.1:{api}",
        f"--JupyterHub.hub_port={inner}", *(["--Spawner.args=['--allow-root']"] if os.geteuid() == 0 else []),
    ]  # fmt: skip
    with open(folder / "log", "w+", encoding="utf-8") as log:
        process = subprocess.Popen(command, cwd=folder, stdout=log, stderr=subprocess.STDOUT)
        try:
            address = f"http://127.0.0.1:{public}"
            assert until(lambda: answers(f"{address}/hub/api/"), process), (folder / "log").read_text("utf-8")[-3000:]
            yield address
        finally:
            process.terminate()
            try:
                process.wait(timeout=PATIENCE)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
    assert not answers(f"{address}/hub/api/"), "the proxy goes with the hub"


def answers(address):
    try:
        return requests.get(address, timeout=5).ok
    except requests.ConnectionError:
        return False


def until(holds, process):
    """Asks again until it holds; a process that ended will never make it hold."""
    for _ in range(PATIENCE * 4):
        if holds():
            return True
        try:
            process.wait(timeout=0.25)
            return False
        except subprocess.TimeoutExpired:
            pass
    return False


class Visitor:
    """A browser's session with the hub."""

    def __init__(self, hub):
        self.hub, self.session = hub, requests.Session()

    def send(self, form, **fields):
        """Sends a form as its page does, with the page's own token."""
        self.session.get(f"{self.hub}/hub/{form}", timeout=PATIENCE).raise_for_status()
        token = self.session.cookies.get("_xsrf", path="/hub/")
        return self.session.post(
            f"{self.hub}/hub/{form}", data={**fields, "_xsrf": token}, params={"_xsrf": token}, timeout=PATIENCE
        )

    def log_in(self, name, password=PASSWORD):
        """Whether the hub lets this visitor in."""
        self.send("login?next=/hub/home", username=name, password=password)
        return self.session.get(f"{self.hub}/hub/api/user", timeout=PATIENCE).status_code == 200

    def token(self, name):
        page = self.session.cookies.get("_xsrf", path="/hub/")
        made = self.session.post(
            f"{self.hub}/hub/api/users/{name}/tokens",
            json={},
            headers={"X-XSRFToken": page, "Referer": f"{self.hub}/hub/home"},
            timeout=PATIENCE,
        )
        made.raise_for_status()
        return made.json()["token"]


async def run(address, token, codes):
    """What each cell gives in one kernel: the outputs as a notebook stores them."""
    connection = await websocket_connect(HTTPRequest(address, headers={"Authorization": f"token {token}"}))
    results = []
    for code in codes:
        header = {"msg_id": uuid.uuid4().hex, "msg_type": "execute_request", "username": "", "session": "t", "version": "5.3"}
        request = {"code": code, "silent": False, "store_history": True, "user_expressions": {}, "allow_stdin": False}
        message = {"header": header, "parent_header": {}, "metadata": {}, "content": request, "channel": "shell", "buffers": []}
        await connection.write_message(json.dumps(message))
        outputs = []
        while True:
            found = json.loads(await asyncio.wait_for(connection.read_message(), PATIENCE))
            if found["parent_header"].get("msg_id") != header["msg_id"]:
                continue
            kind = found["header"]["msg_type"]
            content = found["content"]
            if kind == "stream" and outputs and outputs[-1].get("name") == content["name"]:
                outputs[-1]["text"] += content["text"]  # one print may come in several messages
            elif kind in ("stream", "display_data", "execute_result", "error"):
                outputs.append({**content, "output_type": kind})
            if kind == "status" and found["content"]["execution_state"] == "idle":
                break
        results.append(outputs)
    connection.close()
    return results


def plain(outputs):
    """Text, values and errors; addresses in memory differ."""
    words = []
    for output in outputs:
        text = output.get("text") or output.get("data", {}).get("text/plain") or output.get("evalue", "")
        words.append("".join(text).strip())
    return re.sub(r"0x[0-9a-f]+", "0x", "\n".join(words))


def test_the_learners_of_the_list_come_in_and_a_chapter_runs(hub):
    assert Visitor(hub).log_in("teacher")
    assert not Visitor(hub).log_in("nobody"), "the teacher's list does not name this one"
    assert not Visitor(hub).log_in("hana", "short")
    learner = Visitor(hub)
    assert learner.log_in("hana"), "the first password is theirs"
    assert not Visitor(hub).log_in("hana", PASSWORD + "!")

    token = learner.token("hana")
    headers = {"Authorization": f"token {token}"}
    assert requests.post(f"{hub}/hub/api/users/hana/server", headers=headers, timeout=PATIENCE).status_code in (201, 202)
    events = requests.get(f"{hub}/hub/api/users/hana/server/progress", headers=headers, timeout=PATIENCE, stream=True)
    assert any('"ready": true' in line for line in events.iter_lines(decode_unicode=True))  # ends when the server is there

    own = f"{hub}/user/hana/api"
    notebook = requests.get(f"{own}/contents/{CHAPTER}", headers=headers, timeout=PATIENCE).json()["content"]
    cells = [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]
    asked = {"path": CHAPTER, "type": "notebook", "name": "", "kernel": {"name": "python3"}}
    session = requests.post(f"{own}/sessions", headers=headers, json=asked, timeout=PATIENCE).json()
    address = f"{own}/kernels/{session['kernel']['id']}/channels".replace("http", "ws", 1)
    codes = [*("".join(cell["source"]) for cell in cells), "import torch; print(torch.__version__)"]
    with ThreadPoolExecutor(1) as own_thread:  # Playwright leaves a loop running in this one
        *results, [version] = own_thread.submit(asyncio.run, run(address, token, codes)).result()
    assert version["text"].startswith("2.13.0"), "the real torch of requirements.txt"
    assert [plain(outputs) for outputs in results] == [plain(cell["outputs"]) for cell in cells]

    assert requests.delete(f"{hub}/hub/api/users/hana/server", headers=headers, timeout=PATIENCE).status_code in (202, 204)


def test_a_figure_moves_by_keyboard_in_jupyterlab(hub, browser):
    """A figure that the reader's own run made has its script, and the keys are its, not JupyterLab's."""
    lab = f"/user/hana/lab/tree/{CHAPTER}"
    with visit(browser, f"{hub}/hub/login?next=/hub/home") as page:
        page.locator("#username_input").fill("hana")
        page.locator("#password_input").fill(PASSWORD)
        page.locator("#login_submit").click()
        page.locator("#start").wait_for()
        page.goto(f"{hub}/hub/spawn/hana?next={lab}")
        page.get_by_text("Python 3 (ipykernel) | Idle").wait_for()
        cells = page.locator(".jp-CodeCell")
        cells.first.locator(".cm-content").click()
        page.keyboard.press("Shift+Enter")
        cells.first.get_by_text("[1]:").wait_for()
        cell = cells.filter(has_text="draw_tangent").first
        cell.locator(".cm-content").click()
        page.keyboard.press("Shift+Enter")
        figure = cell.locator("figure.moving.ready")
        slider = figure.get_by_role("slider")
        assert slider.get_attribute("aria-valuetext") == "1"
        slider.focus()
        page.keyboard.press("ArrowLeft")
        assert slider.get_attribute("aria-valuetext") == "0.95" and "h = 0.95" in figure.locator("figcaption").inner_text()
