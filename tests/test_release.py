"""An edition: one version everywhere, a changelog that names chapters, checked archives, earlier editions that stay, and readers
who lose nothing by a new one."""

import datetime
import hashlib
import os
import re
import shutil
import subprocess
import sys
import zipfile

import pytest
import yaml
from bs4 import BeautifulSoup
from playwright.sync_api import expect
from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace

from book.changelog import FILE, Edition, editions, kept
from book.editions import release
from book.tools.addresses import listed
from book.tools.sources import source_of
from browser import ROOT, STORE, Site, visit
from test_lite import SAVED, START, button, shown
from test_live_ui import cells, scratch, write
from test_offline import kept as held
from test_offline import publish, run_first_cell, wait_for_next
from test_predictions import PAGE, parts

NEWEST = editions(ROOT)[0]
ENTRY = "## {}판\n\n{}년 {}월 {}일에 펴냈습니다.\n\n- [1장](./notebooks/01-requires-grad.ipynb)\n\n"


def changelog(folder, *versions):
    folder.mkdir(parents=True, exist_ok=True)
    entries = (ENTRY.format(version, 2027, 12 - number, 1) for number, version in enumerate(versions))
    (folder / FILE).write_text("# 바뀐 것\n\n" + "".join(entries), encoding="utf-8")


# -- one version -----------------------------------------------------------------


def test_every_place_that_names_the_version_names_the_same(site):
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    assert (citation["version"], citation["date-released"]) == (NEWEST.version, NEWEST.date)
    for name in {*site.pages} - {"404.html"}:
        page = BeautifulSoup((site.folder / name).read_text(encoding="utf-8"), "html.parser")
        if foot := page.footer:  # pages that only lead elsewhere have none
            link = foot.select_one("a[href$='book/changes.html'], a[href='changes.html'], a[href='#']")
            assert link and link.get_text() == f"{NEWEST.version}판", name


def test_the_changelog_is_read_whole_and_names_chapters():
    text = (ROOT / FILE).read_text(encoding="utf-8")
    entries = re.split(r"^## ", text, flags=re.MULTILINE)[1:]
    found = editions(ROOT)
    assert [entry.split("판\n")[0] for entry in entries] == [edition.version for edition in found]
    assert found == sorted(found, key=lambda edition: (edition.date, [*map(int, edition.version.split("."))]), reverse=True)
    for entry in entries:
        assert re.search(r"\[\d+장\]\(\./notebooks/\d\d-", entry), f"{entry[:8]}: no chapter"
        for line in re.findall(r"^- .*", entry, re.MULTILINE):
            assert re.search(r"\]\(\./(notebooks|book)/", line), f"{entry[:8]}: {line}: names no page"


def test_what_a_reader_keeps_by_a_notebooks_name_keeps_that_name():
    """Drafts, answers and progress are kept by the page's name: a redirect would lead the reader on without them."""
    names = {address.partition("#")[0] for address in listed()}
    assert names and [name for name in sorted(names) if name.startswith("notebooks/") and not source_of(name)] == []


# -- the page ----------------------------------------------------------------------


def test_the_page_leads_to_the_editions_that_stand_on_the_site(tmp_path):
    source = tmp_path / "source"
    (source / "book").mkdir(parents=True)
    (source / "conf.py").write_text(
        "from book.site.sitebook import attach, changes\n\nextensions = ['myst_parser']\nmaster_doc = 'book/changes'\n"
        "exclude_patterns = ['CHANGELOG.md']\n\n\n"
        "def setup(app):\n    attach(app, changes)\n",
        encoding="utf-8",
    )
    (source / "book/changes.md").write_text("# 바뀐 것\n\n```{earlier-editions}\n```\n", encoding="utf-8")

    def build(address):
        with docutils_namespace():
            Sphinx(
                source,
                source,
                tmp_path / "out",
                tmp_path / "doctrees",
                "html",
                {"html_baseurl": address},
                warningiserror=True,
                status=None,
            ).build()
        page = BeautifulSoup((tmp_path / "out/book/changes.html").read_text(encoding="utf-8"), "html.parser")
        section = page.select_one("section#바뀐-것, section")
        return [a["href"] for a in section.select("li a")], section.get_text()

    changelog(source, "1.0.0", "0.9.0")
    assert "아직 옛 판이 없습니다." in build("")[1]
    changelog(source, "1.1.0", "1.0.0", "0.9.0")
    links, text = build("")
    assert links == [] and "editions/1.0.0/" in text and "0.9.0" not in text
    links, _ = build("https://example.org/book/")
    assert links == ["https://example.org/book/editions/1.0.0/"]


# -- the files -----------------------------------------------------------------------


@pytest.fixture
def small(tmp_path):
    """A built site of three files, and what was made of it."""
    site, made = tmp_path / "html", tmp_path / "editions"
    made.mkdir()
    for name, text in (("index.html", "책"), ("notebooks.zip", "zip"), ("a/b.js", "1"), (".sources", "these")):
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text(text, encoding="utf-8")
    for name in ("book.pdf", "book.epub", "scorm.zip"):
        (made / name).write_text(name, encoding="utf-8")
        (made / f"{name}.sources").write_text("these", encoding="utf-8")
    return site


def test_a_release_holds_every_file_and_its_sum(small, tmp_path):
    for name in ("one", "two"):
        release.make(small, tmp_path / name)
    names = {file.name for file in (tmp_path / "one").iterdir()}
    first = f"gradbook-{NEWEST.version}"
    assert names == {
        f"{first}.pdf",
        f"{first}.epub",
        f"{first}-site.zip",
        f"{first}-scorm.zip",
        f"{first}-notebooks.zip",
        "SHA256SUMS",
    }
    sums = dict(reversed(line.split("  ")) for line in (tmp_path / "one/SHA256SUMS").read_text().splitlines())
    hashes = {name: hashlib.sha256((tmp_path / "two" / name).read_bytes()).hexdigest() for name in names - {"SHA256SUMS"}}
    assert sums == hashes, "also: of the same site the same bytes"
    with zipfile.ZipFile(tmp_path / "one" / f"{first}-site.zip") as archive:
        assert archive.namelist() == ["a/b.js", "index.html", "notebooks.zip"]


@pytest.mark.parametrize("name", ["book.pdf", "book.epub", "scorm.zip"])
@pytest.mark.parametrize("sources", ["others", None])
def test_no_release_of_what_was_made_of_another_book(small, tmp_path, name, sources):
    beside = small.parent / "editions" / f"{name}.sources"
    beside.write_text(sources) if sources else beside.unlink()
    with pytest.raises(SystemExit, match=re.escape(name)):
        release.make(small, tmp_path / "release")
    assert not (tmp_path / "release").exists()


# -- what the workflow does ------------------------------------------------------------


@pytest.fixture
def steps():
    """{first words: script} of the steps that publish, and when they do."""
    job = yaml.safe_load((ROOT / ".github/workflows/book.yml").read_text(encoding="utf-8"))["jobs"]["publish"]
    assert job["if"] == "startsWith(github.ref, 'refs/tags/v')" and set(job["needs"]) == {"test", "notebooks"}
    return {step.get("name", step.get("run", ""))[:24]: step["run"] for step in job["steps"] if "run" in step}


@pytest.fixture
def repository(tmp_path):
    """The little that the steps' scripts need: the changelog, the editions' module, and a `gh` that has two releases."""
    root = tmp_path / "repository"
    changelog(root, "1.2.0", "1.1.0", "1.0.0", "0.9.0")
    (root / "book").mkdir()
    for name in ("changelog.py", "chapters.py"):
        shutil.copy(ROOT / "book" / name, root / "book")
    shutil.copytree(ROOT / "book/editions", root / "book/editions")
    shutil.copytree(ROOT / "book/tools", root / "book/tools")
    for tag, folder in (("v1.2.0", "_build/release"), ("v1.1.0", "hub/v1.1.0"), ("v1.0.0", "hub/v1.0.0")):
        (root / folder).mkdir(parents=True)
        archive = root / folder / f"gradbook-{tag[1:]}-site.zip"
        with zipfile.ZipFile(archive, "w") as file:
            file.writestr("index.html", tag)
        (root / folder / "SHA256SUMS").write_text(f"{hashlib.sha256(archive.read_bytes()).hexdigest()}  {archive.name}\n")
    commands = {
        ".venv/bin/python": f'exec {sys.executable} "$@"',
        "bin/python3": f'exec {sys.executable} "$@"',
        "bin/gh": '[ "$1 $2 $4" = "release download --dir" ] && [ "$6 $7 $8 $9" = "--pattern *-site.zip --pattern SHA256SUMS" ] && '
        'mkdir -p "$5" && cp hub/"$3"/* "$5"',
    }
    for name, line in commands.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(f"#!/bin/sh\n{line}\n")
        (root / name).chmod(0o755)
    return root


def bash(script, root, **environment):
    """As a step of the workflow is run."""
    path = f"{root / 'bin'}:{os.environ['PATH']}"
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script],
        cwd=root,
        env={**os.environ, "PATH": path, **environment},
        capture_output=True,
        text=True,
    )


def test_only_the_tag_of_the_newest_edition_is_published(steps, repository):
    script = steps["the tag is the version t"]
    assert bash(script, repository, GITHUB_REF_NAME="v1.2.0").returncode == 0
    assert bash(script, repository, GITHUB_REF_NAME="v1.1.0").returncode != 0


def test_every_earlier_edition_is_published_again_at_its_address(steps, repository):
    run = bash(steps["the earlier editions, as"], repository)
    assert run.returncode == 0, run.stderr
    out = repository / "_build/published"
    found = {file.relative_to(out).as_posix(): file.read_text() for file in out.rglob("*") if file.is_file()}
    assert found == {
        "index.html": "v1.2.0",
        "editions/1.1.0/index.html": "v1.1.0",
        "editions/1.0.0/index.html": "v1.0.0",
    }


def test_an_earlier_edition_that_is_missing_or_changed_stops_the_publishing(steps, repository):
    (repository / "hub/v1.0.0/gradbook-1.0.0-site.zip").write_bytes(b"PK")
    assert "SHA256SUMS" in bash(steps["the earlier editions, as"], repository).stderr
    shutil.rmtree(repository / "hub/v1.1.0")
    assert bash(steps["the earlier editions, as"], repository).returncode != 0


def test_tags_start_the_workflow():
    started = yaml.safe_load((ROOT / ".github/workflows/book.yml").read_text(encoding="utf-8"))[True]  # YAML 1.1 reads `on` so
    assert started["push"]["tags"] == ["v*"]


def test_editions_before_the_first_published_one_are_not_asked_for(tmp_path):
    changelog(tmp_path, "1.0.0", "0.2.0", "0.1.0")
    assert [edition.tag for edition in kept(tmp_path)] == ["v1.0.0"]
    assert editions(tmp_path)[0] == Edition("1.0.0", datetime.date(2027, 12, 1))


# -- readers -----------------------------------------------------------------------------


def older(folder, changed):
    """Makes a copy of the site an earlier edition: another version at the foot, and one cell with another line."""

    def change(text):
        before, cell, after = text.partition(f'data-cell-id="{changed}"')
        start = after.index("<pre>") + len("<pre>")
        after = f"{after[:start]}# 옛 판의 줄\n{after[start:]}".replace(f"{NEWEST.version}판", "0.9.0판")
        return before + cell + after

    publish(folder, "older", f"{PAGE}.html", change)


def foot(page):
    return page.locator("footer p").last


def test_a_new_edition_keeps_what_the_reader_of_the_old_one_left(browser, site, tmp_path):
    """Drafts, also of a cell that the new edition changes, an added cell, an answer, progress, and a notebook of one's own."""
    folder = tmp_path / "site"
    shutil.copytree(site.folder, folder, copy_function=os.link)
    ids = re.findall(r'data-cell-id="([^"]+)"', (folder / f"{PAGE}.html").read_text(encoding="utf-8"))
    older(folder, changed=ids[2])
    with Site(folder).open() as server, visit(browser, f"{server.url}{PAGE}.html") as page:
        held(page)
        page.reload()
        expect(foot(page)).to_contain_text("0.9.0판")
        form, output, _ = parts(page)
        form.locator("button").first.click()
        verdict = form.get_by_role("status").inner_text()
        write(page.locator(f"[data-cell-id='{ids[1]}']"), "print('내 코드')")
        write(page.locator(f"[data-cell-id='{ids[2]}']"), "print('바뀔 셀의 내 코드')")
        scratch(page, "print('내 셀')")
        page.goto(f"{server.url}lite/notebooks/index.html?path={PAGE}.ipynb")
        shown(page)
        page.locator(".jp-Notebook").focus()
        for key in ("Escape", "b", "Enter"):
            page.keyboard.press(key)
        page.keyboard.insert_text("mine = 1")
        button(page, "save").click()
        page.wait_for_function(
            f"() => ({SAVED})('{PAGE}.ipynb').then((kept) => JSON.stringify(kept).includes('mine = 1'))", timeout=START
        )

        for name in (f"{PAGE}.html", "sw.js"):  # the new edition, at the same address
            (folder / name).unlink()
            shutil.copy(site.folder / name, folder / name)
        page.goto(f"{server.url}book/index.html")
        wait_for_next(page)
        page.goto(f"{server.url}{PAGE}.html", wait_until="commit")
        expect(foot(page)).to_contain_text(f"{NEWEST.version}판")
        expect(page.locator(f"[data-cell-id='{ids[1]}'] .cm-content")).to_have_text("print('내 코드')")
        expect(page.locator(f"[data-cell-id='{ids[2]}'] .live-offer ins")).to_contain_text("바뀔 셀의 내 코드")
        expect(page.locator(".live-scratch .cm-content")).to_have_text("print('내 셀')")
        assert output.is_visible() and form.get_by_role("status").inner_text() == verdict
        expect(page.get_by_role("button", name="고친 노트북 내려받기")).to_be_visible()
        expect(page.locator(f"#nav a[href$='{PAGE.split('/')[1]}.html'] .unseen")).to_contain_text("예상 1/")
        page.goto(f"{server.url}lite/notebooks/index.html?path={PAGE}.ipynb")
        shown(page)
        expect(page.locator(".jp-CodeCell", has_text="mine = 1")).to_have_count(1)


def test_an_earlier_edition_runs_beside_the_newest_and_mixes_nothing(browser, site, tmp_path):
    root = tmp_path / "site"
    shutil.copytree(site.folder, root, copy_function=os.link)
    folder = Edition("1.0.0", None).folder
    shutil.copytree(site.folder, root / folder, copy_function=os.link)
    with Site(root).open() as server, visit(browser, f"{server.url}{PAGE}.html") as page:
        held(page)
        assert page.locator(".notice").count() == 0
        parts(page)[0].locator("button").first.click()
        write(cells(page).nth(1), "print('새 판')")

        page.goto(f"{server.url}{folder}/{PAGE}.html")
        expect(page.locator(".notice")).to_have_text("옛 판을 읽고 있습니다. 새 판에서 이 쪽을 봅니다.")
        assert not parts(page)[1].is_visible()
        run_first_cell(page)
        assert page.locator("[data-edited]").count() == 0
        write(cells(page).nth(1), "print('옛 판')")
        page.wait_for_function(
            f"() => navigator.serviceWorker.getRegistration().then(({{ scope, active }}) => active && scope.endsWith('{folder}/'))"
        )
        names = page.evaluate("caches.keys()")
        assert {name.partition(":")[0] for name in names} == {"/book/", f"/book/{folder}/"}

        page.locator(".notice a").click()
        page.wait_for_url(f"{server.url}{PAGE}.html")
        expect(cells(page).nth(1).locator(".cm-content")).to_have_text("print('새 판')")
        assert parts(page)[1].is_visible() and page.locator(".notice").count() == 0
        kept_names = page.evaluate("Object.keys(localStorage)")
        assert {name.partition(":")[0] + ":" for name in kept_names} == {STORE, f"/book/{folder}/:"}
        assert page.problems == []
