"""The site in a real browser: who it asks, what it costs, whether everybody can use it."""

import os
import re
import sys
import time
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import urlsplit

import axe_playwright_python
import matplotlib
import pytest

from browser import BASE, PAINTED, PATIENCE, ROOT, chromium, some, visit

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
# A page is loaded in the first view, then turned to the second: its own text in each theme and at each width once.
VIEWS = [("dark", 360), ("light", 1280)]
# Some are loaded in all of these: how theme, width and loading go together is the same on every page.
EVERY_VIEW = [*VIEWS, ("light", 360), ("dark", 1280)]
CHAPTER = "notebooks/02-chain-rule.html"
FIRST_VIEW = 350_000  # bytes on the wire, gzip, fonts included: the promise
SCRIPTS = 30_000  # bytes of script before anything is pressed or the page is idle
SEARCH = 39_500  # bytes of the scripts that the search page alone begins with
STILL = 0.02  # layout shift that nobody sees
REQUESTS = 28  # what a page of stock Jupyter Book asks for

UNREACHABLE = """() => [...document.querySelectorAll('main *')]
    .filter((e) => /auto|scroll/.test(getComputedStyle(e).overflowX) && e.scrollWidth > e.clientWidth + 1 && e.checkVisibility())
    .filter((e) => e.tabIndex !== 0 || e.getAttribute('role') !== 'region' || !/[가-힣]/.test(e.getAttribute('aria-label')))
    .map((e) => e.outerHTML.slice(0, 160))"""
SHIFT = """() => new Promise((done) => {
    let sum = 0;
    new PerformanceObserver((list) => { for (const e of list.getEntries()) sum += e.value; }).observe({ type: 'layout-shift', buffered: true });
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => done(sum))));
})"""
# Text was drawn, and a tenth of a second, for which a face that nobody has to wait for may hold it back, is over.
SAY_PAINTED = (
    f"""new PerformanceObserver(() => setTimeout(() => fetch('{PAINTED}'), 200)).observe({{ type: 'paint', buffered: true }});"""
)
# Every face that was asked for is there or missing, and what that changes is drawn.
SETTLED = """async () => {
    do {
        await document.fonts.ready;
        await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))));
    } while (document.fonts.status !== 'loaded');
}"""
SHOW_ALL = """async () => {
    for (const fold of document.querySelectorAll('details')) fold.open = true;
    for (const image of document.images) image.loading = 'eager';
    await Promise.all([...document.images].filter((i) => i.checkVisibility()).map((i) => i.decode()));
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))));
}"""
# Marks one text for each manner of writing that is not among the known ones: its colour and size, and the grounds it stands on.
# Two texts written alike have one contrast, and axe takes longer for the contrast of every word than for all else.
MARK_NEW = """(known) => {
    const seen = new Set(known), grounds = new Map([[null, '']]);
    const ground = (e) => {
        if (!grounds.has(e)) {
            const { backgroundColor, backgroundImage, opacity, filter } = getComputedStyle(e);
            const own = [backgroundColor, backgroundImage, opacity, filter].join();
            grounds.set(e, (own === 'rgba(0, 0, 0, 0),none,1,none' ? '' : ' on ' + own) + ground(e.parentElement));
        }
        return grounds.get(e);
    };
    for (const e of document.querySelectorAll('body *')) {
        if (![...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim()) || !e.checkVisibility()) continue;
        const { color, fontSize, fontWeight, textShadow } = getComputedStyle(e);
        const manner = [color, fontSize, fontWeight, textShadow].join() + ground(e);
        if (!seen.has(manner)) e.setAttribute('data-new', '');
        seen.add(manner);
    }
    return [...seen];
}"""
VIOLATIONS = """async (selector) => {
    axe.configure({ rules: [{ id: 'color-contrast', selector }] });
    return (await axe.run(document, { resultTypes: ['violations'] })).violations;
}"""
CONTRAST = """async () => document.querySelector('[data-new]') === null ? [] : (await axe.run({ include: ['[data-new]'] },
    { resultTypes: ['violations'], runOnly: { type: 'rule', values: ['color-contrast'] } })).violations"""


# What an idle page fetches ahead for the cells comes after the first view; tests/test_live_runtime.py has its budget.
# How much of it the first view meets is a matter of time, so all of it is left out: whatever of the cells is not their buttons.
AHEAD = re.compile(r"/live/(?!\w+/main\.js)")


@pytest.fixture(scope="module")
def addresses(site):
    """Every page a reader can stand on: those that only lead elsewhere are left out."""
    leads = re.compile(r'http-equiv="?refresh', re.IGNORECASE)
    return [p for p in site.pages if not leads.search((site.folder / p).read_text(encoding="utf-8"))]


@contextmanager
def system_with(browser, folder, *faces):
    """Another Chromium, on a system whose only faces are those of the given folders."""
    if sys.platform != "linux":
        pytest.skip("the faces of a system are chosen by fontconfig, which only Linux has")
    folders = "".join(f"<dir>{face}</dir>" for face in faces)
    (folder / "fonts.conf").write_text(f"<fontconfig>{folders}<cachedir>{folder}</cachedir></fontconfig>", encoding="utf-8")
    running = browser.browser_type.launch(
        executable_path=chromium(),
        env={**os.environ, "FONTCONFIG_FILE": str(folder / "fonts.conf")},
        args=["--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1", "--no-sandbox", "--disable-dev-shm-usage"],
    )
    try:
        yield running
    finally:
        running.close()


LATIN = Path(matplotlib.get_data_path(), "fonts/ttf")
HANGUL = ROOT / "notebooks/gradbook/fonts"


@pytest.fixture(scope="module")
def with_hangul(browser, tmp_path_factory):
    """A browser on a system that draws Hangul, as a reader's does. On one that does not, the book's faces are waited for: what
    moves there when they come depends on how busy the machine is."""
    if sys.platform != "linux":
        yield browser  # such systems have Hangul
        return
    with system_with(browser, tmp_path_factory.mktemp("faces"), LATIN, HANGUL) as running:
        yield running


@pytest.fixture(scope="module")
def seen(addresses, site, with_hangul):
    """Every page opened in the views; what was found there."""
    found, few, manners = {}, some(addresses), []
    for address in addresses:
        whole = address in few
        for theme, width in EVERY_VIEW if whole else VIEWS[:1]:
            with site.open() as server, visit(with_hangul, server.url + address, theme, width, 800) as page:
                settle(page)
                view = found[address, theme, width] = {"url": server.url, "shift": page.evaluate(SHIFT)}
                paths = {urlsplit(url).path for url in page.own}
                view["sizes"] = {
                    path: size for path, _, size in server.log if urlsplit(path).path in paths and not AHEAD.search(path)
                }
                page.evaluate(SHOW_ALL)
                page.evaluate(AXE)
                look(page, view)
                manners = page.evaluate(MARK_NEW, manners)
                if (theme, width) in VIEWS:
                    # Of some pages the contrast of every text, for what lies over another or between two grounds.
                    every = whole and (theme, width) == VIEWS[0]
                    view["axe"] = page.evaluate(VIOLATIONS, "*" if every else "[data-new]")
                else:
                    view["axe"] = page.evaluate(CONTRAST)
                view["asked"], view["problems"] = page.asked, page.problems
                if not whole:
                    theme, width = VIEWS[1]
                    page.set_viewport_size({"width": width, "height": 800})
                    page.emulate_media(color_scheme=theme)
                    page.wait_for_function("(theme) => document.documentElement.dataset.theme === theme", arg=theme)
                    page.evaluate(SHOW_ALL)
                    view = found[address, theme, width] = {"url": server.url, "asked": [], "problems": []}
                    look(page, view)
                    page.evaluate("document.querySelectorAll('[data-new]').forEach((e) => e.removeAttribute('data-new'))")
                    manners = page.evaluate(MARK_NEW, manners)
                    view["axe"] = page.evaluate(CONTRAST)
    return found


def look(page, view):
    view["over"] = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    view["unreachable"] = page.evaluate(UNREACHABLE)


def all_of(seen, find):
    """[page and view: what was found there], flat, for a message that says all at once."""
    return [f"{address} {theme} {width}: {thing}" for (address, theme, width), view in seen.items() for thing in find(view)]


def test_no_page_asks_another_host(seen):
    assert not all_of(seen, lambda view: [url for url in view["asked"] if not url.startswith((view["url"], "data:", "blob:"))])


def test_no_page_reports_an_error(seen):
    assert not all_of(seen, lambda view: view["problems"])


def test_first_view_is_light(seen):
    def heavy(view):
        if "sizes" not in view:  # a page that was turned, not loaded
            return
        # The search page is there for the index, which grows with the book: test_search.py holds it to the book's words.
        sizes = {path: size for path, size in view["sizes"].items() if not path.endswith("/search-index.json")}
        scripts = sum(size for path, size in sizes.items() if path.endswith((".js", ".mjs")))
        search = sum(size for path, size in sizes.items() if "/search" in path and path.endswith(".js"))
        requests = sum("/_images/" not in path for path in sizes)  # figures come as the reader nears them
        if sum(sizes.values()) > FIRST_VIEW or scripts - search > SCRIPTS or search > SEARCH or requests > REQUESTS:
            yield f"{sum(sizes.values())} bytes, {scripts} of scripts, {requests} requests: {sizes}"
        yield from (path for path in sizes if path.endswith(".whole.woff2"))  # a character that the build did not see

    assert not all_of(seen, heavy)


def test_axe_finds_no_violation(seen):
    assert not all_of(
        seen, lambda view: [f"{v['id']}: {n['html'][:160]}: {n['failureSummary'][:300]}" for v in view["axe"] for n in v["nodes"]]
    )


def test_no_page_scrolls_sideways(seen):
    assert not all_of(seen, lambda view: [view["over"]] if view["over"] > 0 else [])


def test_what_scrolls_can_be_reached_and_has_a_name(seen):
    assert not all_of(seen, lambda view: view["unreachable"])


def test_nothing_moves_while_a_page_loads(seen):
    """Cumulative layout shift; Core Web Vitals calls up to 0.1 good."""
    assert not all_of(seen, lambda view: [view["shift"]] if view.get("shift", 0) > STILL else [])


def faces_of(page, selector):
    """The faces the text of these elements is really drawn in, as the browser's own tools name them: a list for each element."""
    session = page.context.new_cdp_session(page)
    session.send("DOM.enable")
    session.send("CSS.enable")
    root = session.send("DOM.getDocument")["root"]["nodeId"]
    found = session.send("DOM.querySelectorAll", {"nodeId": root, "selector": selector})["nodeIds"]
    return [session.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"] for node in found]


def drawn_in(page, selector):
    """The families of the first of them: {name: whether it came from the site}."""
    return {font["familyName"]: font["isCustomFont"] for font in faces_of(page, selector)[0]}


def test_a_system_without_hangul_waits_for_the_books_faces(site, browser, tmp_path):
    """And a page opened as a file, whose faces always come late, says in words how to serve it."""
    with system_with(browser, tmp_path, LATIN) as latin:
        with site.open(late=(".woff2",)) as server, visit(latin, "about:blank", service_workers="block") as page:
            page.add_init_script(SAY_PAINTED)
            page.goto(server.url + CHAPTER)
            page.wait_for_function(
                "() => [...document.fonts].filter((face) => face.display === 'auto' && face.status === 'loaded' && face.family.includes('Book ')).length === 4"
            )
            for selector in ("h1", "article p", ".cell_input pre"):
                assert all(drawn_in(page, selector).values()), (selector, drawn_in(page, selector))
        with visit(latin, (site.folder / CHAPTER).as_uri()) as page:
            settle(page)
            assert all(drawn_in(page, ".notice").values()), drawn_in(page, ".notice")


@pytest.mark.parametrize("width", [1280, 360])
def test_a_face_that_comes_late_moves_nothing(addresses, site, with_hangul, width):
    """It is drawn from the next page on."""
    moved = []
    for address in some(addresses):
        with site.open(late=(".woff2",)) as server, visit(with_hangul, "about:blank", width=width, height=800) as page:
            page.add_init_script(SAY_PAINTED)
            page.goto(server.url + address)
            while not any("text-bold" in path for path, _, _ in server.log):
                page.wait_for_timeout(50)
            settle(page)
            moved.append((address, page.evaluate(SHIFT)))
            if address == CHAPTER:
                assert not any(drawn_in(page, "h1").values())
                # A busy browser may not have read the face from its cache in the moment it gives one: then on a page after.
                drawn, deadline = {}, time.monotonic() + PATIENCE / 1000
                while drawn != {"Book Text": True}:
                    assert time.monotonic() < deadline, drawn
                    page.goto(server.url + "notebooks/03-partial-derivatives.html")
                    drawn = drawn_in(page, "h1")
    assert not [f"{address}: {shift:.3f}" for address, shift in moved if shift > STILL]


def test_bold_is_a_face_of_its_own(server, browser):
    """Never the regular one, thickened by the browser."""
    bold = """() => [...document.querySelectorAll('body *')].filter((e) => e.checkVisibility() && parseInt(getComputedStyle(e).fontWeight) >= 600
        && [...e.childNodes].some((n) => n.nodeType === 3 && /[A-Za-z가-힣]/.test(n.data)) && !e.closest('math, svg'))
        .forEach((e) => e.setAttribute('data-bold', ''))"""
    with visit(browser, server.url + "notebooks/01-requires-grad.html", service_workers="block") as page:
        page.wait_for_load_state("networkidle")
        page.evaluate("document.fonts.ready")
        page.reload()
        page.evaluate(bold)
        faces = faces_of(page, "[data-bold]")
        assert len(faces) > 20
        assert {font["postScriptName"] for of_one in faces for font in of_one} == {"BookText-Bold", "BookCode-Bold"}


def settle(page):
    page.evaluate(SETTLED)


def test_the_system_chooses_the_theme_until_the_reader_does(server, browser):
    with visit(browser, server.url + CHAPTER, theme="dark") as page:
        ground = "getComputedStyle(document.body).backgroundColor"
        dark = page.evaluate(ground)
        assert page.get_attribute("html", "data-theme") == "dark"
        page.click("#theme-toggle")
        assert page.get_attribute("html", "data-theme") == "light"
        assert page.evaluate(ground) != dark
        page.reload()
        assert page.get_attribute("html", "data-theme") == "light"
        assert page.get_attribute("#theme-toggle", "aria-pressed") == "false"
        shown = page.locator("img.figure.light").first, page.locator("img.figure.dark").first
        assert shown[0].is_visible() and not shown[1].is_visible()
        page.click("#theme-toggle")
        assert not shown[0].is_visible() and shown[1].is_visible()


def test_what_a_ground_sets_apart_keeps_a_frame_in_the_readers_own_colours(server, browser):
    with visit(browser, server.url + CHAPTER, forced_colors="active") as page:
        for selector in (".cell_input", "#nav [aria-current]"):
            assert page.evaluate("(s) => getComputedStyle(document.querySelector(s)).borderTopStyle", selector) == "solid", (
                selector
            )


def test_without_scripts_the_system_theme_and_the_contents_remain(server, browser):
    with visit(browser, server.url + CHAPTER, "dark", 360, java_script_enabled=False) as page:
        assert page.locator("#nav a").first.is_visible()
        assert page.locator("article h1").is_visible()


def test_the_keyboard_reaches_everything_and_shows_where_it_is(addresses, server, browser):
    wrong = []
    for address in some(addresses):
        with visit(browser, server.url + address, service_workers="block") as page:
            settle(page)
            # From the page's very beginning: the search page's box has the focus already.
            page.evaluate(
                "() => { document.body.tabIndex = -1; document.body.focus(); document.body.removeAttribute('tabindex'); }"
            )
            wanted = page.evaluate("""() => [...document.querySelectorAll('a[href], button, summary, input, [tabindex="0"]')]
                .filter((e) => e.checkVisibility({ visibilityProperty: true }) && !e.disabled && e.tabIndex >= 0).length""")
            seen = []
            for _ in range(wanted + 50):
                page.keyboard.press("Tab")
                here = page.evaluate("""() => {
                    const e = document.activeElement, style = getComputedStyle(e), around = getComputedStyle(e.closest('form') ?? e);
                    const shown = (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2) || around.boxShadow !== 'none';
                    return e === document.body ? null : [e.outerHTML.slice(0, 120), shown];
                }""")
                if here is None:
                    break
                seen.append(here)
            wrong += [f"{address}: no sign of the focus: {html}" for html, shown in seen if not shown]
            if len(seen) < wanted:
                wrong.append(f"{address}: {len(seen)} of {wanted} reached")
            if address != "404.html" and 'class="skip"' not in seen[0][0]:
                wrong.append(f"{address}: begins with {seen[0][0]}")
    assert not wrong


def test_the_skip_link_leads_into_the_text(server, browser):
    with visit(browser, server.url + CHAPTER) as page:
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.id") == "main"
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.closest('main') !== null")


def test_the_contents_open_and_close_on_a_phone(server, browser):
    with visit(browser, server.url + CHAPTER, width=360, height=740) as page:
        toggle, current = page.locator("#nav-toggle"), page.locator("#nav [aria-current=page]")
        assert not current.is_visible()
        toggle.focus()
        page.keyboard.press("Enter")
        assert toggle.get_attribute("aria-expanded") == "true"
        assert current.is_visible()
        assert page.evaluate("document.activeElement.getAttribute('aria-current')") == "page"
        page.keyboard.press("Escape")
        assert toggle.get_attribute("aria-expanded") == "false"
        assert not current.is_visible()
        assert page.evaluate("document.activeElement.id") == "nav-toggle"


def test_code_is_copied_as_it_stands(server, browser):
    with visit(browser, server.url + CHAPTER, permissions=["clipboard-read", "clipboard-write"]) as page:
        code = page.locator(".cell_input pre").first
        page.locator(".cell_input .copy").first.click()
        page.wait_for_function("() => document.querySelector('.copy').textContent !== '복사'")
        assert page.evaluate("navigator.clipboard.readText()") == code.text_content().rstrip()


def test_hangul_lines_up_with_code(server, browser):
    with visit(browser, server.url + CHAPTER) as page:
        settle(page)
        narrow, wide = page.evaluate("""async () => {
            await document.fonts.load('16px "Book Code"', '가a');
            const context = document.createElement('canvas').getContext('2d');
            context.font = '16px "Book Code"';
            return [context.measureText('aaaaaaaaaa').width, context.measureText('가나다라마').width];
        }""")
        assert narrow == pytest.approx(wide, abs=0.01)


def test_hangul_in_a_sentences_code_is_as_wide_as_the_sentences_own(server, browser):
    with visit(browser, server.url + CHAPTER) as page:
        settle(page)
        widths = page.evaluate("""() => {
            const paragraph = document.querySelector('article section > p');
            paragraph.innerHTML = '<span>계산을 기록</span> <code>계산을 기록</code>';
            return ['span', 'code'].map((tag) => {
                const range = document.createRange();
                range.setStart(paragraph.querySelector(tag).firstChild, 0);
                range.setEnd(paragraph.querySelector(tag).firstChild, 3); // a space is as wide as a letter of the code
                return range.getBoundingClientRect().width;
            });
        }""")
        assert widths[1] == pytest.approx(widths[0], rel=0.01)


def test_code_wraps_on_a_phone_and_hangs_below_its_own_line(server, browser, addresses):
    with visit(browser, server.url + CHAPTER, width=390) as page:
        settle(page)
        text, hangs = page.evaluate("""() => {
            const line = [...document.querySelectorAll('.highlight pre .line')].find((line) => line.getBoundingClientRect().height > 40);
            const letters = document.createTreeWalker(line, NodeFilter.SHOW_TEXT), boxes = [];
            for (let node; (node = letters.nextNode()); ) {
                if (!node.data.trim()) continue;
                const range = document.createRange();
                range.selectNodeContents(node);
                boxes.push(...range.getClientRects());
            }
            const first = Math.min(...boxes.map((box) => box.top)) + 5, left = (part) => Math.min(...part.map((box) => box.left));
            return [line.textContent, left(boxes.filter((box) => box.top > first)) - left(boxes.filter((box) => box.top <= first))];
        }""")
        assert 10 < hangs < 20, text
        for address in addresses:
            page.goto(server.url + address)
            page.evaluate("for (const fold of document.querySelectorAll('details')) fold.open = true")
            over = page.evaluate("""[...document.querySelectorAll('.highlight pre')]
                .filter((pre) => pre.scrollWidth > pre.clientWidth).map((pre) => pre.textContent.slice(0, 80))""")
            assert not over, address


def test_a_wrong_address_finds_the_way_home(server, browser):
    with visit(browser, server.url + "notebooks/deep/nothing.html") as page:
        page.wait_for_selector("html.found")
        page.wait_for_selector("html:not(.finding)")
        assert "없습니다" in page.inner_text("h1")
        assert drawn_in(page, "h1") == {"Book Text": True}
        page.click(".links a")
        page.wait_for_selector("article h1")
        assert urlsplit(page.url).path == BASE + "book/index.html"


def test_the_root_leads_to_the_first_page(server, browser):
    with visit(browser, server.url) as page:
        page.wait_for_selector("article h1")
        assert urlsplit(page.url).path == BASE + "book/index.html"


def test_any_static_server_will_do(site, browser):
    """Python's own: at the root of its host, nothing compressed, no word about caching."""

    class Plain(SimpleHTTPRequestHandler):
        def __init__(self, *args):
            super().__init__(*args, directory=site.folder)

        def log_message(self, *_):
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Plain) as plain:
        Thread(target=plain.serve_forever, daemon=True).start()
        root = f"http://127.0.0.1:{plain.server_port}/"
        with visit(browser, root) as page:
            page.wait_for_selector("article h1")
            assert page.url == root + "book/index.html"
            page.goto(root + "notebooks/deep/nothing.html")
            page.goto(root + "search.html?q=접선")
            page.locator("#search-page [role=option]").first.click()
            page.wait_for_url("**/notebooks/01-requires-grad.html*")
            page.evaluate("navigator.serviceWorker.ready")
            assert [p for p in page.problems if "404" not in p] == []
            assert not [url for url in page.asked if not url.startswith((root, "data:", "blob:"))]
        plain.shutdown()


def test_lines_are_comfortable_to_read(server, browser):
    """Some forty syllables a line, room between the lines, and a heading nearer to its own text than to what stands above."""
    for width, least in ((1280, 34), (390, 20)):
        with visit(browser, server.url + CHAPTER, width=width) as page:
            settle(page)
            size, line, column = (
                page.evaluate("""() => { const p = document.querySelector('article section section > p'), style = getComputedStyle(p);
                return [parseFloat(style.fontSize), parseFloat(style.lineHeight), p.clientWidth]; }""")
            )
            assert least <= column / (0.864 * size) <= 48, width  # a syllable of the text face is .864 em wide
            assert 1.6 <= line / size <= 1.9 and size >= 16, width
            for heading in ("h2", "h3"):
                above, below = page.evaluate(
                    "(h) => { const s = getComputedStyle(document.querySelector(`article ${h}`)); return [s.marginTop, s.marginBottom].map(parseFloat); }",
                    heading,
                )
                assert above >= 2 * below > 0, heading


def test_a_page_opened_as_a_file_says_how_to_serve_it(site, browser):
    with visit(browser, (site.folder / CHAPTER).as_uri()) as page:
        assert "http.server" in page.inner_text(".notice")
        assert page.locator("article h1").is_visible()
        ground = page.evaluate("getComputedStyle(document.querySelector('.top')).position")
        assert ground == "sticky", "the stylesheet is not applied"
