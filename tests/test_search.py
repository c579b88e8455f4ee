"""Search, in a real Chromium: the box, the keys, composing Hangul, the page; what it loads and when; what it finds.

The gold set (`search_gold.yml`, and `search_gold_aside.yml`, which nothing was ever tuned on) holds queries a reader
types. Each has `best`: the sections that answer it, and may have `also`: a regular expression that finds those that are
about it too, by their title, prose or code; an address is `page#anchor`. `none` marks a query the book has nothing about.

    recall@5     of a query's `best` sections (at most five count), the share among the first five results
    precision@5  of the first five results (or all, if fewer), the share that is in `best` or `also`

both averaged over the queries that have an answer. The book grows: a `best` section that is not among the first five counts
as found where each of the five is `best` too or has a heading that matches `also`.

Two more sets, `search_gold_asked.yml` and `search_gold_asked_aside.yml` (never tuned on), hold queries of several words as
learners type them. Such a query has one answer or several that do as well: it is answered when one of `best` is among the
first five. An entry names sections of pages to come too, and counts once one of them is in the book.
"""

import gzip
import json
import re
from pathlib import Path
from urllib.parse import unquote

import axe_playwright_python
import pytest
import yaml
from sphinx.application import Sphinx
from sphinx.errors import ExtensionError
from sphinx.util.docutils import docutils_namespace

from browser import visit

HERE = Path(__file__).parent
FIRST = "notebooks/01-requires-grad.html"


@pytest.fixture
def page(browser, server):
    with visit(browser, server.url + FIRST) as page:
        yield page
        assert page.problems == []


def opened(page):
    page.keyboard.press("Control+k")
    box = page.locator("dialog.search [role=combobox]")
    box.wait_for()
    return box


def addresses(page, where="dialog.search"):
    """The results shown, as page#anchor."""
    hrefs = page.locator(f"{where} [role=option]").evaluate_all("all => all.map((a) => a.href)")
    return [unquote(re.sub(r".*/book/(.*?)\.html", r"\1", href, count=1)) for href in hrefs]


def fetched(page, name):
    return [url for url in page.asked if url.endswith(name)]


def test_nothing_of_search_is_loaded_until_it_is_wanted(browser, server):
    # Without the service worker, which fetches the whole book in the background for reading offline.
    with visit(browser, server.url + FIRST, service_workers="block") as page:
        page.wait_for_load_state("networkidle")
        assert not fetched(page, "search.js") and not fetched(page, "search-index.json")
        opened(page)
        page.wait_for_function(
            "() => performance.getEntriesByName(new URL('search-index.json', new URL("
            "document.documentElement.dataset.contentRoot, location.href)).href).length"
        )
        page.keyboard.press("Escape")
        opened(page)
        page.keyboard.type("텐서")
        page.locator("dialog.search [role=option]").first.wait_for()
        assert len(fetched(page, "search.js")) == 1 and len(fetched(page, "search-index.json")) == 1
        assert page.problems == []


def test_a_box_opened_again_at_once_has_the_focus(page):
    """The browser tells of a closed dialog in a task of its own: under load, after the key that opens it again."""
    opened(page)
    page.evaluate("""async () => {
        const dialog = document.querySelector("dialog.search");
        const told = new Promise((done) => dialog.addEventListener("close", done, { once: true }));
        dialog.close();
        document.getElementById("search-open").click();
        await told;
    }""")
    assert page.evaluate("document.querySelector('dialog.search').open && document.activeElement.tagName") == "INPUT"


def test_results_follow_hangul_while_it_is_composed(page):
    box = opened(page)
    keyboard = page.context.new_cdp_session(page)
    # Its status line is written anew with every answer, once the results stand below it.
    page.evaluate("""() => {
        const noted = () => { window.answered = document.querySelector("dialog.search input").value; };
        new MutationObserver(noted).observe(document.querySelector("dialog.search [role=status]"), { childList: true });
    }""")
    shown = []
    for text in ("ㄱ", "기", "기우", "기울", "기욹", "기울기"):
        keyboard.send("Input.imeSetComposition", {"text": text, "selectionStart": len(text), "selectionEnd": len(text)})
        page.wait_for_function("(text) => window.answered === text", arg=text)
        shown.append(addresses(page))
    assert all(shown[2:]), shown  # from 기우 on, before the word is there
    finished = shown[-1]
    assert set(shown[2]) >= set(finished[:3]) and set(shown[4]) >= set(finished[:3])
    assert page.locator("dialog.search mark").first.text_content() == "기울기"
    assert box.get_attribute("aria-expanded") == "true"


def test_a_result_is_a_section_with_the_match_marked_in_its_sentence(page):
    opened(page)
    page.keyboard.type("접선")
    first = page.locator("dialog.search [role=option]").first
    first.wait_for()
    assert "#" in addresses(page)[0]
    text = first.locator(".search-text")
    assert text.locator("mark").all_text_contents() and "접선" in text.text_content()
    assert len(text.text_content()) < 200


def test_arrow_keys_choose_enter_opens_and_escape_closes(page):
    box = opened(page)
    page.keyboard.type("기울기")
    page.locator("dialog.search [role=option]").nth(2).wait_for()
    everything = addresses(page)
    chosen = lambda: page.evaluate(
        "document.getElementById(document.querySelector('dialog.search input')"  # noqa: E731
        ".getAttribute('aria-activedescendant'))?.getAttribute('aria-selected')"
    )
    assert chosen() == "true"  # the first is chosen already
    page.keyboard.press("ArrowUp")
    last = page.locator("dialog.search [role=option]").last
    assert last.get_attribute("aria-selected") == "true" and box.get_attribute("aria-activedescendant") == last.get_attribute(
        "id"
    )
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: unquote(url).endswith(everything[1].replace("#", ".html#")))
    assert page.locator("dialog.search[open]").count() == 0
    opened(page)
    page.keyboard.press("Escape")
    page.wait_for_function("() => !document.querySelector('dialog.search').open && document.activeElement.tagName !== 'INPUT'")


def test_enter_in_the_middle_of_a_syllable_opens_the_result(page):
    opened(page)
    keyboard = page.context.new_cdp_session(page)
    keyboard.send("Input.imeSetComposition", {"text": "접선", "selectionStart": 2, "selectionEnd": 2})
    page.locator("dialog.search [role=option]").first.wait_for()
    target = addresses(page)[0]
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: unquote(url).endswith(target.replace("#", ".html#")))


def test_the_dialog_tells_a_screen_reader_what_it_is_and_how_much_it_found(page):
    box = opened(page)
    assert page.locator("dialog.search").get_attribute("aria-label") == "책에서 찾기"
    assert box.get_attribute("aria-label") == "책에서 찾기"
    page.keyboard.type("텐서")
    page.locator("dialog.search [role=option]").first.wait_for()
    found = len(addresses(page))
    assert re.match(r"\d+곳을 찾았습니다", page.locator("dialog.search [role=status]").text_content())
    assert page.get_by_role("listbox", name="찾은 곳").get_by_role("option").count() == found
    box.fill("다람쥐쳇바퀴")
    page.wait_for_function("() => !document.querySelector('dialog.search [role=option]')")
    assert "맞는 곳이 없습니다" in page.locator("dialog.search [role=status]").text_content()
    box.fill("requires_gard")
    page.locator("dialog.search [role=option]").first.wait_for()
    assert "‘requires_gard’ 대신 ‘requires_grad’로" in page.locator("dialog.search [role=status]").text_content()


@pytest.mark.parametrize("theme, width", [("light", 1280), ("dark", 360)])
def test_axe_finds_nothing_in_the_open_dialog_or_on_the_page_with_results(browser, server, theme, width):
    axe = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
    for address, box in ((FIRST, "dialog.search"), ("search.html", "#search-page")):
        # The policy of the page lets in no foreign script: a context that looks past it, for the tool alone.
        with visit(browser, server.url + address, theme, width, bypass_csp=True) as page:
            if box == "dialog.search":
                opened(page)
            page.locator(f"{box} input").fill("기울기")
            page.locator(f"{box} [role=option]").nth(3).wait_for()
            page.evaluate(axe)
            found = page.evaluate("axe.run(document, { resultTypes: ['violations'] })")["violations"]
            assert not [(v["id"], n["html"][:200]) for v in found for n in v["nodes"]]
            assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


def test_a_failed_index_says_so_and_the_next_letter_tries_again(browser, server):
    with visit(browser, server.url + FIRST) as page:
        page.route("**/search-index.json", lambda route: route.abort())
        opened(page)
        page.keyboard.type("텐")
        page.get_by_text("불러오지 못했습니다").wait_for()
        page.unroute("**/search-index.json")
        page.keyboard.type("서")
        page.locator("dialog.search [role=option]").first.wait_for()


def test_the_search_page_answers_as_the_dialog_does(browser, server):
    for query in ("기울기 구하기", "no_grad()", "미분하다", "element 0 of tensors does not require grad"):
        with visit(browser, server.url + FIRST) as page:
            opened(page).fill(query)
            page.locator("dialog.search [role=option]").first.wait_for()
            in_dialog = addresses(page)
        with visit(browser, f"{server.url}search.html?q={query}") as page:
            page.locator("#search-page [role=option]").first.wait_for()
            assert addresses(page, "#search-page")[: len(in_dialog)] == in_dialog
            assert page.locator("#search-page input").input_value() == query
            page.locator("#search-page input").fill("텐서")
            page.wait_for_url(lambda url: unquote(url).endswith("?q=텐서"))
            assert page.problems == []


def test_an_incremental_build_keeps_the_rows_of_pages_that_did_not_change(tmp_path):
    source = tmp_path / "source"
    (source / "theme/small").mkdir(parents=True)
    (source / "theme/small/theme.toml").write_text("[theme]\ninherit = 'basic'\n", encoding="utf-8")
    (source / "theme/small/search.html").write_text("찾기", encoding="utf-8")
    (source / "conf.py").write_text(
        "from book.site.sitebook import attach, search_index\n\nextensions = ['myst_parser']\nmaster_doc = 'a'\nhtml_theme = 'small'\n"
        "html_theme_path = ['theme']\nmyst_enable_extensions = ['dollarmath']\n\n\n"
        "def setup(app):\n    attach(app, search_index)\n",
        encoding="utf-8",
    )
    (source / "a.md").write_text("# 처음\n\n글입니다.\n\n```{toctree}\nb\nc\n```\n", encoding="utf-8")
    (source / "b.md").write_text(
        "# 둘째\n\n$x^2$의 기울기는 $\\frac{dy}{dx}$입니다.\n\n## Part\n\n```python\nx = 1\n```\n", encoding="utf-8"
    )
    (source / "c.md").write_text("# 셋째\n\n글입니다.\n", encoding="utf-8")
    asked = source / "book/asked.yml"
    asked.parent.mkdir()
    asked.write_text("b:\n  part: 나눔, 조각\n", encoding="utf-8")
    (source / "book/called.yml").write_text("no: 아니\n토치: torch, pytorch\n", encoding="utf-8")

    def build():
        with docutils_namespace():
            Sphinx(source, source, tmp_path / "out", tmp_path / "doctrees", "html", warningiserror=True, status=None).build()
        index = json.loads((tmp_path / "out/search-index.json").read_text(encoding="utf-8"))
        assert index["called"] == {"no": "아니", "토치": "torch, pytorch"}
        return [[index["pages"][page][0], *texts] for page, *texts in index["sections"]]

    kept = [["b", "", "둘째", "x^2의 기울기는 dy/dx입니다.", ""], ["b", "part", "Part", "", "x = 1", "나눔\f조각"]]
    assert build() == [["a", "", "처음", "글입니다.", ""], *kept, ["c", "", "셋째", "글입니다.", ""]]
    (source / "a.md").write_text("# 처음\n\n새 글입니다.\n\n```{toctree}\nb\n```\n", encoding="utf-8")
    (source / "c.md").unlink()
    kept[1][-1] = "부분"  # though its page did not change
    asked.write_text("b:\n  part: 부분\n", encoding="utf-8")
    assert build() == [["a", "", "처음", "새 글입니다.", ""], *kept]
    asked.write_text("b:\n  gone: 부분\n", encoding="utf-8")
    with pytest.raises(ExtensionError, match="asked.yml.*b#gone"):
        build()


def rows(site):
    return json.loads((site.folder / "search-index.json").read_text(encoding="utf-8"))


def test_the_index_is_small_for_what_it_holds(site):
    """At most 4 KB compressed for each 1,000 words of the book, and no stock index beside it."""
    words = sum(len(" ".join(row[2:5]).split()) for row in rows(site)["sections"])
    size = len(gzip.compress((site.folder / "search-index.json").read_bytes(), 6))
    assert size / words <= 4.096, f"{size} bytes for {words} words"
    assert not (site.folder / "searchindex.js").exists()


EVERYTHING = 10_000  # results: more than there are sections


def test_code_and_outputs_are_found_after_prose(site, ask):
    for query in ("backward", "텐서"):
        results = ask(query, EVERYTHING)["results"]
        kinds = [result["isCode"] for result in results]
        titled = [any(match for _, match in result["title"]) for result in results]
        only_code = [code and not title for code, title in zip(kinds, titled)]
        assert only_code == sorted(only_code), query
        assert True in only_code


@pytest.fixture(scope="session")
def ask(browser, server):
    """The engine itself, as the pages run it: ask(query, limit)."""
    with visit(browser, server.url + "search.html") as page:
        page.evaluate("""async () => {
            const engine = await import(new URL("_static/search-engine.js", location.href));
            const index = engine.prepare(await (await fetch("search-index.json")).json());
            window.ask = (query, limit) => engine.search(index, query, limit);
        }""")
        yield lambda query, limit=5: page.evaluate("([query, limit]) => ask(query, limit)", [query, limit])


# --- What it finds. ---


def gold_set(name):
    return yaml.safe_load((HERE / f"search_gold{name}.yml").read_text(encoding="utf-8"))


GOLD = gold_set("")
ASIDE = gold_set("_aside")
ASKED = gold_set("_asked")
ASKED_ASIDE = gold_set("_asked_aside")
MESSAGES = gold_set("_messages")


def sections(site):
    """Every section of the book as {short address: what it shows}, the short address as the gold set writes it."""
    index = rows(site)
    return {
        f"{index['pages'][page][0].rsplit('/', 1)[-1]}#{anchor}": "\n".join(texts[:3])
        for page, anchor, *texts in index["sections"]
    }


def titles(site):
    """The heading of each section, by its short address."""
    index = rows(site)
    return {f"{index['pages'][page][0].rsplit('/', 1)[-1]}#{anchor}": title for page, anchor, title, *_ in index["sections"]}


def measure(gold, ask, texts, headings):
    """Returns recall@5, precision@5 and a line for each query that is not perfect."""
    recalls, precisions, lines = [], [], []
    for entry in gold:
        query, best = entry["query"], [a for a in entry.get("best", []) if a in texts]
        first = [f"{result['page'].rsplit('/', 1)[-1]}#{result['anchor']}" for result in ask(query, 5)["results"]]
        if entry.get("none"):
            if first:
                lines.append(f"{query!r}: 아무것도 없어야 하는데 {first}")
            continue
        relevant = set(best) | {a for a, text in texts.items() if "also" in entry and re.search(entry["also"], text)}
        as_good = set(best) | {a for a in relevant if "also" in entry and re.search(entry["also"], headings[a])}
        crowded = len(first) == 5 and set(first) <= as_good
        recalls.append(1 if crowded else len(set(best) & set(first)) / min(5, len(best)))
        precisions.append(sum(a in relevant for a in first) / len(first) if first else 0)
        if recalls[-1] < 1 or precisions[-1] < 1:
            lines.append(f"{query!r}: 빠짐 {sorted(set(best) - set(first))}, 남음 {[a for a in first if a not in relevant]}")
    return sum(recalls) / len(recalls), sum(precisions) / len(precisions), lines


def test_the_gold_set_is_what_it_should_be(site):
    texts = sections(site)
    queries = [entry["query"] for entry in GOLD + ASIDE]
    assert len(queries) == len(set(queries)) >= 120 and len(ASIDE) >= len(queries) / 3 - 1
    assert sum(bool(entry.get("none")) for entry in GOLD) >= 10 and sum(bool(entry.get("none")) for entry in ASIDE) >= 5
    gone = [(e["query"], e["best"]) for e in GOLD + ASIDE if "best" in e and not set(e["best"]) & set(texts)]
    assert not gone, f"금 표준의 주소가 책에 없습니다: {gone}"
    asked = [entry["query"] for entry in ASKED + ASKED_ASIDE]
    assert (
        len(asked) == len(set(asked)) and sum("best" in e for e in ASKED) >= 120 and sum("best" in e for e in ASKED_ASIDE) >= 40
    )


# The set aside keeps the answers it was written with, while the book grows: one of 46 may have moved to the sixth place.
@pytest.mark.parametrize("gold, least", [(GOLD, 0.98), (ASIDE, 0.97)], ids=["tuned", "aside"])
def test_readers_find_what_they_mean(gold, least, ask, site):
    recall, precision, lines = measure(gold, ask, sections(site), titles(site))
    report = f"recall@5 {recall:.3f}, precision@5 {precision:.3f}\n" + "\n".join(lines)
    print(report)
    assert recall >= least and precision >= 0.95, report
    assert not [line for line in lines if "아무것도 없어야" in line], report


def answered(gold, ask, texts):
    """Returns how many queries of those that the book can answer are answered, how many there are, and a line for each fault."""
    good, tried, lines = 0, 0, []
    for entry in gold:
        query, best, also = entry["query"], set(entry.get("best", [])), entry.get("also")
        first = [f"{result['page'].rsplit('/', 1)[-1]}#{result['anchor']}" for result in ask(query, 5)["results"]]
        if entry.get("none"):
            if first:
                lines.append(f"{query!r}: 아무것도 없어야 하는데 {first}")
        elif best & set(texts):
            tried += 1
            if any(a in best or (also and re.search(also, texts[a])) for a in first):
                good += 1
            else:
                lines.append(f"{query!r}: 답이 없음 {first}")
    return good, tried, lines


# The least share of the queries answered, and of those that must not be answered the most that may be. The set aside was
# answered 61 times in 65 when it was first measured; the bound lets two of them be lost.
@pytest.mark.parametrize("gold, least, wrong", [(ASKED, 0.98, 0), (ASKED_ASIDE, 0.9, 0)], ids=["tuned", "aside"])
def test_a_question_is_answered_as_learners_type_it(gold, least, wrong, ask, site):
    good, tried, lines = answered(gold, ask, sections(site))
    report = f"{good} of {tried} answered among the first five ({good / tried:.3f})\n" + "\n".join(lines)
    print(report)
    assert tried >= 0.8 * sum("best" in entry for entry in gold), "금 표준의 주소가 책에 너무 적습니다"
    assert good / tried >= least, report
    assert sum("아무것도 없어야" in line for line in lines) <= wrong, report


def test_where_only_a_part_of_the_words_is_found_it_is_said(page):
    box = opened(page)
    box.fill("경사 하강 학습률 오프라인")
    status = page.locator("dialog.search [role=status]")
    page.locator("dialog.search [role=option]").first.wait_for()
    assert "낱말이 모두 있는 곳은 없습니다. 일부만 맞는" in status.text_content()
    box.fill("두번 backward")
    page.wait_for_function(
        "() => document.querySelector('dialog.search [role=status]').textContent.match(/^\\d+곳을 찾았습니다/)"
    )


def test_a_pasted_message_finds_its_entry_first(ask, site):
    """As it was copied, and as a box of one line leaves it, without its line breaks."""
    known, lost = sections(site), []
    assert sum(len(gold["pasted"]) for gold in MESSAGES) >= 40
    for gold in MESSAGES:
        assert gold["entry"] in known, gold["entry"]
        for pasted in gold["pasted"]:
            for query in sorted({pasted, pasted.replace("\n", "")}):
                first = [f"{result['page'].rsplit('/', 1)[-1]}#{result['anchor']}" for result in ask(query, 3)["results"]]
                if first[:1] != [gold["entry"]]:
                    lost.append((query, first))
    assert not lost
