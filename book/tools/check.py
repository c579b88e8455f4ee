"""`make check NOTEBOOK=notebooks/NN-topic.ipynb`: everything that concerns one chapter, in under a minute, one line a fault.

What the file says (hygiene, what a chapter has, links, prose) is read at once; then the site is built and the cells are run
in Chromium while real torch runs them beside it and the wrong answers to its exercises are tried.
"""

import json
import re
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from book.parsons import KEY
from book.tools.sources import ROOT
from book.tools.validation.chapter import chapter_hints, chapter_problems
from book.tools.validation.exercises import FOLDER, topic_of
from book.tools.validation.hygiene import problems, toc_problems
from book.tools.validation.links import link_problems, order_problems

PYTHON = [sys.executable, "-m"]
WARNING = re.compile(r"^(?P<file>/\S.*?)(?::(?P<line>\d+))?: (?:WARNING|ERROR|CRITICAL): (?P<what>.*)$")
COLOUR = re.compile(r"\x1b\[[\d;]*m")


def run(*command):
    return subprocess.run([*PYTHON, *command], cwd=ROOT, capture_output=True, text=True, encoding="utf-8", errors="replace")


def source_problems(file):
    """What reading alone tells."""
    from book.tools.prose import prose_problems  # hanlint, not needed where the file is no notebook

    notebook = json.loads((ROOT / file).read_text(encoding="utf-8"))
    yield from chapter_problems(notebook, file)
    yield from (line for line in [*toc_problems(ROOT), *order_problems(ROOT)] if file.removesuffix(".ipynb") in line)
    yield from link_problems(file)
    yield from prose_problems(file)


def output_problems(file):
    """The stored outputs against what real torch prints now (nbval)."""
    done = run("pytest", "-q", "-p", "no:cacheprovider", "-p", "book.tools.validation.plugin", file)
    found = [line for line in done.stdout.splitlines() if line.startswith(f"{file}: ")]
    if done.returncode and not found:
        found = [f"{file}: 출력을 검사하지 못했습니다: {last_line(done)}"]
    return found


def build_problems(file):
    """What the build warns of; this page is read anew, since a page that is not is not warned of again."""
    from book.tools.browser import run_build

    (ROOT / "_build/.doctrees" / file).with_suffix(".doctree").unlink(missing_ok=True)
    done, found = run_build(ROOT), []
    for line in COLOUR.sub("", done.stderr).splitlines():
        if warning := WARNING.match(line):
            found.append(f"{place(warning['file'], warning['line'])}: 사이트를 만들 때: {warning['what']}")
    if done.returncode and not found:
        found = [f"{file}: 사이트를 만들지 못했습니다: {last_line(done)}"]
    return list(dict.fromkeys(found))


def place(path, line):
    """myst-nb counts the lines of a notebook's cell n (from 0) from 10000 * (n + 1)."""
    name = Path(path).relative_to(ROOT).as_posix() if Path(path).is_relative_to(ROOT) else path
    if not line or not name.endswith(".ipynb"):
        return name + (f", {line}째 줄" if line else "")
    cells, number = json.loads(Path(path).read_text(encoding="utf-8"))["cells"], int(line) // 10000 - 1
    return f"{name}: 셀 {number} ({cells[number].get('id')})" if 0 <= number < len(cells) else name


def hint_problems(file):
    """The wrong answers to the chapter's exercises: each gets the hint for its own mistake."""
    topic = topic_of(json.loads((ROOT / file).read_text(encoding="utf-8"))["cells"])
    answers = f"{FOLDER}/answers/{topic}.py"
    if not (topic and (ROOT / FOLDER / f"{topic}.py").is_file() and (ROOT / answers).is_file()):
        return []  # what is missing, reading the notebook has told
    done = run("book.tools.hints", "--json", topic)
    if done.returncode:
        return [f"{answers}: 틀린 답을 채점하지 못했습니다: {last_line(done)}"]
    return [
        f"{answers}, {line}째 줄: 문제 {exercise}: ‘{expected}’ 진단을 기대했는데 ‘{diagnosis}’ 진단이 나왔습니다. 답이나 Mistake를 고치세요."
        for _, exercise, line, expected, diagnosis, _ in json.loads(done.stdout)
        if expected != diagnosis
    ]


def parsons_problems(file):
    """The orders of its Parsons problems, run again."""
    if f'"{KEY}": {{' not in (ROOT / file).read_text(encoding="utf-8"):
        return []
    done = run("book.tools.parsons", file)
    return done.stdout.splitlines() or (
        [f"{file}: 줄의 차례를 실행하지 못했습니다: {last_line(done)}"] if done.returncode else []
    )


def last_line(done):
    lines = [line for line in COLOUR.sub("", done.stdout + done.stderr).splitlines() if line.strip()]
    return lines[-1] if lines else f"끝낸 값 {done.returncode}"


def browser_problems(file):
    """The cells of the built page, run in the reader's browser."""
    from book.tools.browser import ISOLATED, Site, chrome, visit
    from book.tools.live_cells import difference, run_page, runnable

    page = file.replace(".ipynb", ".html")
    notebook, found = json.loads((ROOT / file).read_text(encoding="utf-8")), []
    places = {cell.get("id"): f"{file}: 셀 {number} ({cell.get('id')})" for number, cell in enumerate(notebook["cells"])}
    with chrome() as browser, Site(ROOT / "_build/html").open(ISOLATED) as server:
        cells, noise = runnable(notebook), []
        try:
            ran = run_page(browser, server.url + page, cells, noise)
        except Exception as error:  # a cell that never ends, a page that does not open
            return [f"{file}: 브라우저에서 실행하지 못했습니다: {str(error).splitlines()[0]}"]
        with visit(browser, "about:blank") as studio:
            for cell in cells:
                outputs, said = ran[cell["id"]]
                if where := difference(studio, cell["outputs"], outputs):
                    found.append(
                        f"{places[cell['id']]}: 브라우저에서 다르게 나옵니다({brief(where)}). 엔진이 못하는 일이면 다른 셀로 보이거나, "
                        "태그 no-browser와 이유를 다세요."
                    )
                elif said != "same":
                    found.append(
                        f"{places[cell['id']]}: 출력은 같은데 사이트가 다르다고 합니다({said}). book/live/page/compare.js를 보세요."
                    )
    return found + [f"{file}: 브라우저 콘솔에 오류가 났습니다: {line}" for line in noise]


def brief(difference):
    """The first line that differs, of each side."""
    lines = [line for line in difference.splitlines() if not line.startswith(("---", "+++", "@@"))]
    sides = [next((line[1:].strip() for line in lines if line.startswith(sign)), "없음") for sign in "-+"]
    return (
        f"책: {sides[0][:70]} / 브라우저: {sides[1][:70]}" if lines and sides != ["없음", "없음"] else difference.splitlines()[0]
    )


def site_problems(file):
    """The page is made anew and, if it could be made, run."""
    page = (ROOT / "_build/html" / file).with_suffix(".html")
    page.unlink(missing_ok=True)
    found = build_problems(file)
    return [*found, *browser_problems(file)] if page.is_file() else found


def check(file):
    """Prints every fault of the notebook `file`, named as in the repository; returns whether there is none."""
    start, found = time.monotonic(), []

    def tell(lines):
        for line in lines:
            found.append(line)
            print(line, flush=True)

    path = ROOT / file
    if not path.is_file():
        tell([f"{file}: 이런 파일이 없습니다. NOTEBOOK=notebooks/NN-topic.ipynb처럼 적으세요."])
        return False
    tell(problems(path, file))
    if any("노트북 형식이 아닙니다" in line for line in found):
        return False
    tell(source_problems(file))
    with ThreadPoolExecutor() as beside:
        for task in [beside.submit(stage, file) for stage in (output_problems, hint_problems, parsons_problems, site_problems)]:
            tell(task.result())
    for line in chapter_hints(json.loads(path.read_text(encoding="utf-8")), file):
        print(f"살펴볼 것: {line}")
    took = f"{time.monotonic() - start:.0f}초"
    print(f"{file}: 고칠 것 {len(found)}개 ({took})" if found else f"{file}: 모두 맞습니다 ({took})")
    return not found


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("어느 장인지 적으세요: make check NOTEBOOK=notebooks/NN-topic.ipynb")
    named = Path(sys.argv[1]).resolve()
    sys.exit(not check(named.relative_to(ROOT).as_posix() if named.is_relative_to(ROOT) else sys.argv[1]))
