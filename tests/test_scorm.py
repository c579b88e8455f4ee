"""The SCORM package: whole, and in the hands of a real run-time (scorm-again) in a real browser."""

import json
import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path
from urllib.parse import quote
from xml.etree import ElementTree

import axe_playwright_python
import pytest
from playwright.sync_api import expect

from book.chapters import SELF_TEST, chapters
from book.editions import scorm
from book.site.sitebook.live_cells import node
from browser import BASE, PATIENCE, ROOT, Site, visit

TOOLS = Path(__file__).parent / "js"
AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
PAGE = "notebooks/04-no-grad"
STORE = f"{BASE}package/:"  # begins the name of what the site in the package keeps
IMS, ADL = "{http://www.imsproject.org/xsd/imscp_rootv1p1p2}", "{http://www.adlnet.org/xsd/adlcp_rootv1p2}"
# A learning management system as small as one can be: who has come and what was kept of it is in the address.
EMPTY = """<!doctype html><meta charset="utf-8"><title>LMS</title><link rel="icon" href="data:,">
"""
LMS = (
    EMPTY
    + """
<style>html, body, iframe { width: 100%; height: 100%; margin: 0; border: 0 }</style>
<script src="scorm12.js"></script>
<script>
  var kept = [], told = {}, finished = 0;
  var API = new Scorm12API({ lmsCommitUrl: "commit", sendFullCommit: false, requestHandler: (data) => (kept.push(data), data) });
  API.loadFromJSON(JSON.parse(decodeURIComponent(location.hash.slice(1))));
  API.on("LMSSetValue", (element, value) => (told[element] = value));
  API.on("LMSFinish", () => finished++);
</script>
<body>
"""
)
CHAPTERS = [chapter for chapter in chapters(ROOT) if chapter.number]
SELF_TESTS = [chapter.name for chapter in chapters(ROOT) if SELF_TEST.fullmatch(chapter.name)]
POINTS = sum(chapter.predictions + chapter.exercises for chapter in CHAPTERS) + 10 * len(SELF_TESTS)
ANSWER = {"asked": "", "said": "4", "right": False}
ALL = {
    chapter.name: {
        "read": False,
        "predictions": {str(i): ANSWER for i in range(chapter.predictions)},
        "exercises": {str(i): True for i in range(chapter.exercises)},
    }
    for chapter in CHAPTERS
} | {name: {"read": False, "predictions": {}, "exercises": {}, "score": {"right": 10, "of": 10}} for name in SELF_TESTS}


@pytest.fixture(scope="module")
def package(site):
    command = [sys.executable, "-m", "book.editions.scorm", site.folder]
    subprocess.run(command, cwd=ROOT, check=True)
    return site.folder.parent / "editions/scorm.zip"


@pytest.fixture(scope="module")
def school(package, tmp_path_factory):
    """The package as a school's system has it: unpacked beside the run-time."""
    node.install(TOOLS)
    folder = tmp_path_factory.mktemp("school")
    zipfile.ZipFile(package).extractall(folder / "package")
    (folder / "lms.html").write_text(LMS, encoding="utf-8")
    (folder / "scorm12.js").write_bytes((TOOLS / "node_modules/scorm-again/dist/scorm12.js").read_bytes())
    (folder / "empty.html").write_text(EMPTY, encoding="utf-8")
    with Site(folder).open() as server:
        yield server


@pytest.fixture
def page(browser, school):
    with visit(browser, school.url + "empty.html") as page:
        page.status = 200  # what the system answers to a commit
        page.route(
            "**/commit", lambda route: route.fulfill(status=page.status, json={"result": page.status == 200, "errorCode": 0})
        )
        yield page
        assert page.problems == []


def log_in(page, school, learner="hana", core=None, record=None):
    """Opens the system; `core`: what it has kept, `record`: the progress kept in this browser."""
    page.goto(school.url + "empty.html")
    if record is not None:
        page.evaluate(f"text => localStorage.setItem('{STORE}progress', text)", json.dumps({"version": 1, "pages": record}))
    state = json.dumps({"cmi": {"core": {"student_id": learner, **(core or {})}}})
    page.goto(f"{school.url}lms.html#{quote(state)}")


def enter(page, school, *who, **state):
    """Opens the package in the system."""
    log_in(page, school, *who, **state)
    page.evaluate("document.body.append(Object.assign(document.createElement('iframe'), { src: 'package/scorm.html' }))")
    book(page).locator("h1").wait_for()


def start(page):
    return page.frame_locator("iframe")


def book(page):
    return start(page).frame_locator("iframe")


def has(page, element, value):
    """Waits until the run-time holds this value."""
    page.wait_for_function("([name, value]) => API.LMSGetValue(name) === value", arg=[f"cmi.core.{element}", value])


def score(points):
    return f"{100 * points / POINTS:.2f}".rstrip("0").rstrip(".")


def record(page):
    return page.evaluate(f"JSON.parse(localStorage.getItem('{STORE}progress'))?.pages")


def test_the_package_is_the_site_and_two_files(package, site):
    with zipfile.ZipFile(package) as archive:
        names = archive.namelist()
        manifest = ElementTree.fromstring(archive.read("imsmanifest.xml"))
        added = set(names) - {file.relative_to(site.folder).as_posix() for file in site.folder.rglob("*") if file.is_file()}
        assert added == {"imsmanifest.xml", "scorm.html", "scorm.js"}
        assert [name for name in names if name not in added and archive.read(name) != (site.folder / name).read_bytes()] == []
    assert len(names) > len(site.pages) and len(set(names)) == len(names)
    assert manifest.findtext(f"{IMS}metadata/{IMS}schema") == "ADL SCORM"
    assert manifest.findtext(f"{IMS}metadata/{IMS}schemaversion") == "1.2"
    [resource] = manifest.iter(f"{IMS}resource")
    [item] = manifest.iter(f"{IMS}item")
    [organization] = manifest.iter(f"{IMS}organization")
    assert item.get("identifierref") == resource.get("identifier")
    assert manifest.find(f"{IMS}organizations").get("default") == organization.get("identifier")
    assert resource.get(f"{ADL}scormtype") == "sco" and resource.get("type") == "webcontent"
    listed = [file.get("href") for file in resource.iter(f"{IMS}file")]
    assert sorted(listed) == sorted(set(names) - {"imsmanifest.xml"}) and resource.get("href") in listed


def test_the_page_for_teachers_says_how_big_it_is(package):
    said = re.search(r"`_build/editions/scorm\.zip`.*?크기는 (\d+) MB", (ROOT / "book/teachers.md").read_text(encoding="utf-8"))
    with zipfile.ZipFile(package) as archive:
        editions = sum(entry.compress_size for entry in archive.infolist() if entry.filename.startswith("downloads/"))
    assert (package.stat().st_size - editions) / 1e6 == pytest.approx(int(said[1]), rel=0.05)


def test_of_the_same_site_the_same_bytes(tmp_path):
    for name, files in (("a", ("index.html", "b/x.js", ".sources")), ("b", ("b/x.js", ".sources", "index.html"))):
        for day, file in enumerate(files):
            target = tmp_path / name / file
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(file)
            os.utime(target, (day * 86400,) * 2)
        scorm.make(tmp_path / name, tmp_path / f"{name}.zip")
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()


def test_what_a_learner_does_is_the_score_and_nothing_else_is_told(page, school):
    enter(page, school)
    has(page, "score.raw", "0")
    has(page, "lesson_status", "incomplete")
    book(page).locator("#nav-toggle").focus()
    book(page).locator(f"#nav a[href$='{PAGE}.html']").click()
    book(page).locator("form.guess button").first.click()
    has(page, "score.raw", score(1))
    cells = json.loads((ROOT / f"{PAGE}.ipynb").read_text(encoding="utf-8"))["cells"]
    exercise, solution = next((a, b) for a, b in zip(cells, cells[1:]) if "exercise" in a["metadata"].get("tags", ()))
    first = "".join(exercise["source"]).splitlines()[0]  # imports the checks
    cell = book(page).locator(f"[data-cell-id={exercise['id']}]")
    cell.locator(".live-edit").click()
    expect(cell.locator(".cm-content")).to_be_focused()
    page.keyboard.press("Control+a")
    page.keyboard.insert_text(f"{first}\n{''.join(solution['source'])}")
    cell.locator(".live-run").click()
    cell.locator(".verdict.right").wait_for(timeout=PATIENCE)
    has(page, "score.raw", score(2))

    assert page.evaluate("finished") == 0
    page.locator("iframe").evaluate("frame => frame.remove()")
    page.wait_for_function("() => finished === 1")
    assert page.evaluate("kept.at(-1).cmi.core.score") == {"raw": score(2), "min": "0", "max": "100"}
    wanted = {"score.raw": score(2), "score.min": "0", "score.max": "100", "lesson_status": "incomplete", "exit": "suspend"}
    assert page.evaluate("told") == {f"cmi.core.{element}": value for element, value in wanted.items()}


def test_a_score_does_not_fall(page, school):
    """As on another computer: the system remembers, the browser does not."""
    enter(page, school, core={"score": {"raw": "40", "max": "100", "min": "0"}, "lesson_status": "incomplete"}, record={})
    page.wait_for_function("() => kept.length > 0")
    assert page.evaluate("kept.at(-1).cmi.core.score.raw") == "40"
    enter(page, school, core={"score": {"raw": "40", "max": "100", "min": "0"}, "lesson_status": "completed"}, record=ALL)
    has(page, "score.raw", "100")
    page.evaluate("localStorage.clear()")
    has(page, "lesson_status", "completed")


@pytest.mark.parametrize("right", [10, 5])
def test_who_has_done_all_has_completed(page, school, right):
    """Also who was not right in all."""
    tests = {name: {**ALL[name], "score": {"right": right, "of": 10}} for name in SELF_TESTS}
    enter(page, school, record={**ALL, **tests})
    has(page, "lesson_status", "completed")
    has(page, "score.raw", score(POINTS - (10 - right) * len(SELF_TESTS)))


@pytest.mark.parametrize("missing", [CHAPTERS[0].name, CHAPTERS[-1].name, SELF_TESTS[0]])
def test_who_lacks_one_page_has_not(page, school, missing):
    enter(page, school, record={name: done for name, done in ALL.items() if name != missing})
    lacking = next((c.predictions + c.exercises for c in CHAPTERS if c.name == missing), 10)
    has(page, "score.raw", score(POINTS - lacking))
    has(page, "lesson_status", "incomplete")


def test_in_one_browser_every_learner_has_a_score_of_ones_own(page, school):
    done = {PAGE: ALL[PAGE]}
    mine = score(len(ALL[PAGE]["predictions"]) + len(ALL[PAGE]["exercises"]))
    enter(page, school, "hana", record=done)
    has(page, "score.raw", mine)
    page.evaluate(f"localStorage.setItem('{STORE}live:notebooks/04-no-grad', '{{}}')")
    page.evaluate("localStorage.setItem('of another', 'site')")
    enter(page, school, "duri")
    has(page, "score.raw", "0")
    assert record(page) is None and page.evaluate(f"localStorage['{STORE}live:notebooks/04-no-grad']") is None
    enter(page, school, "hana")
    has(page, "score.raw", mine)
    assert record(page) == done and page.evaluate(f"localStorage['{STORE}live:notebooks/04-no-grad']") == "{}"
    assert page.evaluate("localStorage['of another']") == "site"


def test_a_score_that_does_not_arrive_is_told(page, school):
    page.status = 500
    enter(page, school, record={PAGE: ALL[PAGE]})
    alert = start(page).locator("[role=alert]")
    expect(alert).to_contain_text("점수를 보내지 못했습니다")
    page.status = 200
    book(page).locator("body").evaluate(f"() => localStorage.setItem('{STORE}progress', '{{\"version\": 1, \"pages\": {{}}}}')")
    expect(alert).to_be_hidden()
    page.problems.clear()  # the browser's own word of the 500


def test_the_page_around_the_book_is_for_any_senses_and_any_width(page, school):
    """With its alert, which is all that it says itself; the book in it is tested as the site."""
    page.status = 500
    page.set_viewport_size({"width": 390, "height": 800})
    enter(page, school, record={PAGE: ALL[PAGE]})
    expect(start(page).locator("[role=alert]")).to_contain_text("점수를 보내지 못했습니다")
    around, inside = (
        next(frame for frame in page.frames if frame.url.endswith(end)) for end in ("/scorm.html", "/book/index.html")
    )
    for frame in (inside, around):
        frame.evaluate(AXE)
    found = around.evaluate("axe.run().then(({ violations }) => violations.map(({ id, nodes }) => `${id}: ${nodes[0].target}`))")
    assert found == []
    for frame in (inside, around):  # and only the book scrolls
        assert frame.evaluate("document.documentElement.scrollWidth") <= 390
    assert around.evaluate("document.documentElement.scrollHeight <= innerHeight")
    page.problems.clear()  # the browser's own word of the 500


def test_another_site_opens_outside_the_frame(page, school):
    enter(page, school)
    with page.context.expect_page() as opened:
        book(page).locator("footer a[rel~=license]").click()
    opened.value.close()
    assert book(page).locator("h1").is_visible()


def test_the_system_may_stand_in_the_window_that_opened_the_package(page, school):
    log_in(page, school)
    with page.expect_popup() as opened:
        page.evaluate("void window.open('package/scorm.html')")
    opened.value.frame_locator("iframe").locator("h1").wait_for()
    has(page, "lesson_status", "incomplete")
    opened.value.goto(school.url + "empty.html")
    page.wait_for_function("() => finished === 1")


@pytest.mark.parametrize("options", [{}, {"java_script_enabled": False}])
def test_without_a_system_the_package_is_the_site(browser, school, options):
    with visit(browser, f"{school.url}package/scorm.html", **options) as page:
        page.wait_for_url("**/package/book/index.html")
        assert page.locator("h1").is_visible() and page.locator("iframe").count() == 0
        assert page.problems == []
