"""노트북으로 열기: a chapter opens in JupyterLite on the same site, runs whole on the live cells' Python, and asks nobody else.

The tests go a reader's way: from the chapter's page through its link, by JupyterLab's buttons and menus; what the cells printed
is read from the notebook that JupyterLab saved in the browser.
"""

import json
import re
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace

import pytest
from bs4 import BeautifulSoup

from book.site.sitebook import lite, state
from book.tools.live_cells import RECORD, code_cells, difference
from browser import ROOT, STORE, visit
from test_offline import build, kept

CHAPTER = "notebooks/01-requires-grad"
NOTEBOOK = f"lite/notebooks/index.html?path={CHAPTER}.ipynb"
START = 90_000  # ms on a busy machine
OPENED = 2_200_000  # bytes, gzip, of JupyterLite until the notebook is shown
PUBLISHED = 16_000_000  # bytes beside the site, without the chapters
SAVED = """(path) => new Promise((found, missing) => {
  const opening = indexedDB.open("JupyterLite Storage - /book/lite/");
  opening.onerror = missing;
  opening.onsuccess = () => {
    const asked = opening.result.transaction("files").objectStore("files").get(path);
    asked.onsuccess = () => found(asked.result?.content);
  };
})"""


def shown(page):
    """Waits until the notebook is there and its kernel answers. JupyterLab calls a notebook idle also before it has a kernel."""
    page.get_by_text("Python 3").first.wait_for(timeout=START)
    page.locator('.jp-Notebook-ExecutionIndicator[data-status="idle"]').wait_for(timeout=START, state="attached")
    page.locator(".jp-CodeCell").first.wait_for(timeout=START)


def done(page, cells):
    """Waits until that many cells have run."""
    page.wait_for_function("(n) => recorded.filter(({ type }) => type === 'done').length >= n", arg=cells, timeout=START)
    page.locator('.jp-Notebook-ExecutionIndicator[data-status="idle"]').wait_for(timeout=START, state="attached")


def button(page, name):
    return page.locator(f'.jp-NotebookPanel-toolbar [data-jp-item-name="{name}"] jp-button')


def run(page, code):
    """Puts a cell below the last one and runs it."""
    page.locator(".jp-Notebook").focus()
    page.keyboard.press("Escape")
    page.keyboard.press("b")
    page.keyboard.press("Enter")
    page.keyboard.insert_text(code)
    page.keyboard.press("Shift+Enter")


def saved(page):
    """The notebook's code cells as JupyterLab saved them, once it has taken in what the worker sent of every one."""
    while True:
        button(page, "save").click()
        page.wait_for_function(f"() => ({SAVED})('{CHAPTER}.ipynb')", timeout=START)
        cells = code_cells(page.evaluate(SAVED, f"{CHAPTER}.ipynb"))
        if all(cell["execution_count"] for cell in cells):
            return cells
        page.wait_for_timeout(200)


@contextmanager
def isolated(browser, server):
    """The notebook of a reader whose service worker is there: it isolates the page and keeps what was opened."""
    with visit(browser, f"{server.url}{CHAPTER}.html") as page:
        kept(page)
        page.add_init_script(RECORD)
        page.goto(server.url + NOTEBOOK)
        shown(page)
        yield page


@pytest.fixture
def opened(browser, server):
    with visit(browser, "about:blank") as page:
        page.add_init_script(RECORD)
        page.goto(server.url + NOTEBOOK)
        shown(page)
        yield page


def test_a_chapter_opens_from_its_page_and_prints_what_real_torch_printed(browser, server):
    notebook = json.loads((ROOT / f"{CHAPTER}.ipynb").read_text("utf-8"))
    stored = code_cells(notebook)
    with visit(browser, "about:blank") as page:
        page.add_init_script(RECORD)
        page.goto(f"{server.url}{CHAPTER}.html")
        page.get_by_role("link", name="노트북으로 열기").click()
        shown(page)
        page.get_by_role("menuitem", name="실행", exact=True).click()
        page.locator('[data-command="runmenu:run-all"]').click()
        done(page, len(stored))
        ran = saved(page)
        assert page.problems == []
        assert [address for address in page.asked if not address.startswith((server.origin, "blob:", "data:"))] == []
        page.get_by_role("link", name="책으로").click()
        page.wait_for_url(f"{server.url}{CHAPTER}.html")
    assert [cell["execution_count"] for cell in ran] == list(range(1, len(stored) + 1))
    with visit(browser, "about:blank") as studio:
        wrong = [
            f"cell {book['id']}:\n{where}"
            for book, cell in zip(stored, ran, strict=True)
            if (where := difference(studio, book["outputs"], cell["outputs"]))
        ]
    assert not wrong, "\n\n".join(wrong)


def test_a_running_cell_is_stopped_and_its_variables_stay(browser, server):
    with isolated(browser, server) as page:
        run(page, "kept = 41")
        done(page, 1)
        run(page, "while True: pass")
        page.wait_for_function("() => recorded.at(-1).type === 'begin' && recorded.length > 2")
        button(page, "interrupt").click()
        done(page, 2)
        run(page, "kept + 1")
        done(page, 3)
        outputs = [message["output"] for message in page.evaluate("recorded") if message["type"] == "output"]
        assert outputs[0]["ename"] == "KeyboardInterrupt" and outputs[1]["data"]["text/plain"] == "42"
        page.get_by_text("KeyboardInterrupt").first.wait_for()


def test_a_stop_that_costs_the_variables_says_so(opened):
    """A page that is not isolated, as here on the first visit, has to end its Python."""
    run(opened, "kept = 41\nwhile True: pass")
    opened.wait_for_function("() => recorded.at(-1)?.type === 'begin'", timeout=START)
    button(opened, "interrupt").click()
    opened.get_by_text("변수는 모두 사라졌습니다").first.wait_for()
    run(opened, "'kept' in globals()")
    done(opened, 1)
    opened.locator(".jp-CodeCell", has_text="'kept' in globals()").get_by_text("False", exact=True).wait_for()


def test_an_error_stops_the_cells_after_it_and_a_restart_empties_the_variables(opened):
    run(opened, "value = 1\n1 / 0")
    done(opened, 1)
    opened.get_by_text("ZeroDivisionError: division by zero").first.wait_for()
    button(opened, "restart").click()
    opened.locator(".jp-Dialog .jp-mod-accept").click()
    shown(opened)
    run(opened, "'value' in globals()")
    done(opened, 2)
    assert [m["output"] for m in opened.evaluate("recorded") if m["type"] == "output"][-1]["data"]["text/plain"] == "False"


HOSTILE = """
from IPython.display import HTML, Markdown
way_out = '<b class="{0}">{0}</b><meta http-equiv="refresh" content="0;url={1}"><form action="{1}"><button>{0} form</button></form>'
"""


def test_no_output_leads_to_another_host(opened, site):
    with site.open() as other:
        drawn = [f"{kind}(way_out.format('{kind.lower()}', '{other.url}'))" for kind in ("HTML", "Markdown")]
        run(opened, f"{HOSTILE}\ndisplay({', '.join(drawn)})")
        done(opened, 1)
        for kind in ("html", "markdown"):
            opened.locator(".jp-OutputArea-output b", has_text=kind).wait_for()
        assert opened.locator(".jp-OutputArea-output :is(meta, [action])").count() == 0
        run(opened, "1 + 1")  # this page is still there
        done(opened, 2)
        refused = opened.evaluate("""() => new Promise((told) => {
            addEventListener("securitypolicyviolation", (event) => told(event.effectiveDirective), { once: true });
            document.querySelector(".jp-OutputArea-output form").requestSubmit();
        })""")
        assert refused == "form-action" and other.log == []


def test_a_cell_imports_no_text_as_a_script(opened):
    """This page's policy lets text be made a function, but nothing be imported from it."""
    run(opened, "from pyodide.code import run_js\nawait run_js(\"import('data:text/javascript,1')\")")
    done(opened, 1)
    opened.get_by_text("Failed to fetch dynamically imported module").first.wait_for()


def test_names_are_completed_and_explained(opened):
    run(opened, "import torch")
    done(opened, 1)
    opened.locator(".jp-Notebook").focus()
    opened.keyboard.press("Escape")
    opened.keyboard.press("b")
    opened.keyboard.press("Enter")
    opened.keyboard.insert_text("가 = torch.ones_l")
    opened.keyboard.press("Tab")
    opened.locator(".jp-Completer-item", has_text="ones_like").wait_for()
    opened.keyboard.press("Enter")
    opened.locator(".jp-mod-active .cm-content", has_text="가 = torch.ones_like").wait_for()
    opened.keyboard.press("Shift+Tab")
    opened.locator(".jp-Tooltip").wait_for()
    assert "ones_like(" in opened.locator(".jp-Tooltip").inner_text()


def test_what_is_saved_stays_until_it_is_given_back(opened):
    opened.on("dialog", lambda dialog: dialog.accept())
    run(opened, "mine = 1")
    done(opened, 1)
    button(opened, "save").click()
    opened.wait_for_function(f"() => ({SAVED})('{CHAPTER}.ipynb')", timeout=START)
    opened.reload()
    shown(opened)
    assert opened.locator(".jp-CodeCell", has_text="mine = 1").count() == 1
    opened.get_by_role("menuitem", name="파일", exact=True).click()
    opened.locator('[data-command="book:as-in-the-book"]').click()
    opened.wait_for_event("load")
    shown(opened)
    assert opened.locator(".jp-CodeCell", has_text="mine = 1").count() == 0


def test_it_is_as_light_or_dark_as_the_book(browser, server):
    with visit(browser, f"{server.url}{CHAPTER}.html", theme="dark") as page:
        for light in ("false", "true"):
            page.goto(server.url + NOTEBOOK)
            shown(page)
            page.locator(f'body[data-jp-theme-light="{light}"]').wait_for()
            page.evaluate(f"localStorage.setItem('{STORE}theme', 'light')")


def test_links_lead_to_the_notebook_and_to_the_page(browser, server):
    with visit(browser, server.url + NOTEBOOK.replace("01-requires-grad", "05-reset-grad")) as page:
        shown(page)
        for text, target in (
            ("2장", "lite/notebooks/index.html?path=notebooks/02-chain-rule.ipynb"),
            ("용어집", "book/glossary.html"),
        ):
            with page.expect_popup() as popup:
                page.locator(".jp-RenderedMarkdown a", has_text=text).first.click()
            popup.value.wait_for_load_state()
            assert popup.value.url == server.url + target


def test_its_menus_are_korean(opened):
    labels = []
    menus = opened.locator(".lm-MenuBar-item")
    for index in range(menus.count()):
        menus.nth(index).click()
        labels += opened.locator(
            ".lm-Menu-item:not(.lm-mod-hidden):not([data-type=separator]) .lm-Menu-itemLabel"
        ).all_inner_texts()
        opened.keyboard.press("Escape")
    assert len(labels) > 50
    labels.append(opened.locator(".skip-link").inner_text())
    assert [label for label in labels if not re.search("[가-힣]", label)] == []


def test_a_notebook_that_is_not_there_is_told_in_korean(browser, server):
    with visit(browser, server.url + NOTEBOOK.replace("01-requires-grad", "없는 장")) as page:
        page.locator(".jp-Dialog-body", has_text="책에도 이 브라우저에도 notebooks/없는 장.ipynb 파일이 없습니다.").wait_for()


def test_its_policy_is_the_sites_but_for_one_word(site):
    page = BeautifulSoup((site.folder / "lite/notebooks/index.html").read_text("utf-8"), "html.parser")
    book = BeautifulSoup((site.folder / f"{CHAPTER}.html").read_text("utf-8"), "html.parser")
    policy, strict = (p.select_one("meta[http-equiv=Content-Security-Policy]")["content"] for p in (page, book))
    assert policy == strict.replace("'wasm-unsafe-eval'", "'unsafe-eval'") and policy != strict
    assert page.html["lang"] == "ko" and page.select_one("meta[name=robots]")["content"] == "noindex"


def test_readers_who_do_not_open_it_fetch_nothing_of_it(browser, site):
    assert [name for name in {**build(site.folder)["files"], **build(site.folder)["later"]} if name.startswith("lite/")] == []
    with site.open() as server, visit(browser, f"{server.url}{CHAPTER}.html") as page:
        kept(page)
        page.reload()
        page.locator(".live-run").first.click()
        page.locator("div.cell[data-result=same]").first.wait_for(timeout=START)
        assert [path for path, *_ in server.log if "/lite/" in path] == []


def test_its_size(browser, site):
    assert (
        sum(file.stat().st_size for file in next((site.folder / "lite").glob("jupyterlite-*")).rglob("*") if file.is_file())
        < PUBLISHED
    )
    with site.open() as server, visit(browser, server.url + NOTEBOOK) as page:
        shown(page)
        assert sum(size for path, _, size in server.log if "/lite/" in path) < OPENED
        assert [(path, status) for path, status, _ in server.log if status != 200] == []


def test_what_has_been_opened_opens_without_a_network(browser, site):
    server = site.open({"Cache-Control": "no-store"})  # so that what answers is the service worker, not the browser's own cache
    with isolated(browser, server) as page:
        run(page, "import torch; torch.ones(2)")
        done(page, 1)
        page.wait_for_function(
            """async (n) => (await (await caches.open("/book/:runtime")).keys()).length === n""",
            arg=len(build(site.folder)["later"]),
            timeout=START,
        )
        server.__exit__()
        page.on("dialog", lambda dialog: dialog.accept())  # that the cell is not saved
        page.goto(server.url + NOTEBOOK)
        shown(page)
        run(page, "torch.ones(2) + 1")
        done(page, 1)


def test_a_book_without_live_cells_has_none_of_it(tmp_path):
    (tmp_path / "lite" / "files").mkdir(parents=True)
    (tmp_path / "lite" / "files" / "old.ipynb").write_text("{}")
    app = SimpleNamespace(sitebook=state.State(), outdir=str(tmp_path))
    lite.publish(app)
    assert not (tmp_path / "lite").exists()
    context = {"launch_links": [], "page_source_suffix": ".ipynb", "content_root": "../"}
    lite.offer(app, CHAPTER, "page.html", context, None)
    assert context["launch_links"] == []


def test_every_notebook_is_the_books_own(site):
    for page in Path(ROOT / "notebooks").glob("*.ipynb"):
        book = json.loads(page.read_text("utf-8"))
        published = json.loads((site.folder / "lite" / "files" / "notebooks" / page.name).read_text("utf-8"))
        assert [(cell["id"], cell["cell_type"], "".join(cell["source"])) for cell in book["cells"]] == [
            (cell["id"], cell["cell_type"], cell["source"]) for cell in published["cells"]
        ]
