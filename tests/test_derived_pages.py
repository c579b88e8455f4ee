"""What the site says of its chapters is what the chapters say of themselves: numbers, tables, the map, paths, the next question."""

from dataclasses import replace

import pytest
from bs4 import BeautifulSoup

from book.chapters import Chapter, chapters, parts, time_text
from book.site.sitebook.chapter_map import after, lines_drawn, needed
from book.site.sitebook.learning_path import faults, shared_out
from book.site.sitebook.particles import JOINER
from book.tools.sources import ROOT

BOOK = chapters(ROOT)


def parse(site, name):
    return BeautifulSoup((site.folder / f"{name}.html").read_text(encoding="utf-8"), "html.parser")


def words(tag):
    return " ".join(tag.get_text().replace("`", "").replace("\u2060", "").split())  # a word joiner before a particle


def expected_rows(chapters):
    return [
        [f"{c.number}. {c.short_title}" if c.number else c.short_title, c.question, time_text(c.minutes) if c.minutes else ""]
        for c in chapters
    ]


def rows_of(page):
    rows = [[words(cell) for cell in row.select("td")] for row in page.select("article table tbody tr")]
    return [(row + [""])[:3] for row in rows]


def plain(rows):
    return [[cell.replace("`", "") for cell in row] for row in rows]


def test_the_front_page_lists_every_chapter(site):
    assert rows_of(parse(site, "book/index")) == plain(expected_rows(BOOK))


def test_a_part_opens_with_its_chapters_and_their_map(site):
    opened = [part for part in parts(ROOT) if part.pages[0].startswith("book/part-")]
    assert opened
    for part in opened:
        page, own = parse(site, part.pages[0]), [c for c in BOOK if c.name in part.pages]
        assert rows_of(page) == plain(expected_rows(own)), part.caption
        numbered = plain(expected_rows([c for c in own if c.number]))
        assert [words(item.a) for item in page.select(".chapter-map li")] == [row[0] for row in numbered]


def test_numbers_on_the_pages_go_on_over_the_parts(site):
    for chapter in BOOK:
        number = parse(site, chapter.name).h1.select_one(".section-number")
        assert (number and int(number.get_text().strip(" .\xa0"))) == chapter.number, chapter.name


def test_a_page_ends_with_the_question_of_the_next_chapter(site):
    names = [name for part in parts(ROOT) for name in part.pages]
    questions = {chapter.name: chapter.question.replace("`", "") for chapter in BOOK}
    for name, following in zip(names, names[1:]):
        shown = parse(site, name).select_one(".turn .next em")
        assert (words(shown).replace(JOINER, "") if shown else None) == questions.get(following), name


def chapter(number, minutes=30, needs=()):
    return Chapter(
        f"notebooks/{number:02}-a",
        number,
        "부",
        "제목",
        "짧게",
        "물음?",
        "소개",
        tuple(f"notebooks/{n:02}-a" for n in needs),
        minutes,
    )


CHAPTERS = [chapter(1), chapter(2, needs=[1]), chapter(3, needs=[1, 2]), chapter(4, needs=[1])]


def test_the_map_leaves_out_what_a_longer_way_says():
    assert [sorted(name[10:12] for name in needs) for needs in needed(CHAPTERS).values()] == [[], ["01"], ["02"], ["01"]]
    drawn = lines_drawn(CHAPTERS)
    assert drawn.count("<path") == 3 and drawn.count("<circle") == 4
    numbers = {c.name: c.number for c in CHAPTERS}
    assert (
        after(CHAPTERS[2], numbers) == "1, 2장을 읽은 뒤 · 30분" and after(CHAPTERS[0], numbers) == "바로 읽을 수 있습니다 · 30분"
    )


@pytest.mark.parametrize(
    "path, expected",
    [
        (CHAPTERS[:2], None),
        ([CHAPTERS[0], CHAPTERS[2]], "notebooks/02-a가 먼저"),
        ([CHAPTERS[1], CHAPTERS[0]], "notebooks/01-a가 먼저"),
        ([*CHAPTERS[:2], chapter(5, minutes=40)], "1시간 40분"),
    ],
)
def test_a_path_that_cannot_be_gone_is_told(path, expected):
    found = list(faults(path, 60))
    assert (not found) if expected is None else expected in found[0]


def test_a_book_is_shared_out_over_the_days():
    days = shared_out([replace(c, minutes=30) for c in CHAPTERS], 2)
    assert [[c.number for c in day] for day in days] == [[1, 2], [3, 4]]
    assert len(shared_out(CHAPTERS, 7)) == 4
