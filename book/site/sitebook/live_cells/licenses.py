"""licenses.txt: the licence texts of everything that is published with the site, taken from the packages themselves.

What has no package that carries its text (Pyodide's npm package, and what is compiled into it) has it in book/live/licenses.
"""

import re
import zipfile
from importlib import metadata
from pathlib import Path

from sphinx.errors import ExtensionError

from .. import places

FILE = "licenses.txt"
HEAD = "이 사이트와 함께 나누어 주는 소프트웨어와 글꼴의 라이선스입니다. 만들 때 각 꾸러미에서 그대로 옮겼습니다.\n"
HELD = places.LIVE / "licenses"
FONTS = {
    "Book Text, Code, Math (fonts)": places.SITE / "fonts" / "LICENSE.txt",
    "Book Sans (font)": places.GRADBOOK / "fonts" / "OFL.txt",
}
STYLES = ("pygments", "myst-nb", "sphinx")  # whose style sheets and words are among the site's files
NOTEBOOK = ("jupyterlite-core", "jupyterlab-language-pack-ko-KR")  # what those are made of is in lite's third-party-licenses.json
TEXT = re.compile(r"(^|/)(LICEN[CS]E|COPYING|NOTICE)[^/]*$", re.I)


def of_site():
    """{title: text} of the book and of what every page loads."""
    return {
        "이 책": (places.ROOT / "LICENSE").read_text("utf-8"),
        **{title: path.read_text("utf-8") for title, path in FONTS.items()},
        **of_distributions(STYLES),
    }


def of_live_cells(plan, torch_wheel, inputs):
    """{title: text} of what the live cells publish: the wheels in the plan's archives, and the packages of the bundle's inputs."""
    wheels = [Path(path) for package in plan for path, _ in package.paths if Path(path).suffix == ".whl"]
    return {
        **{file.stem: file.read_text("utf-8") for file in sorted(HELD.glob("*.txt"))},
        **dict(map(of_wheel, [*wheels, *([torch_wheel] if torch_wheel else [])])),
        **of_distributions(["ipython", *NOTEBOOK]),  # IPython: kernel/pretty.py
        **dict(map(of_npm, npm_packages(inputs))),
    }


def of_wheel(path):
    title = " ".join(path.name.split("-")[:2])
    with zipfile.ZipFile(path) as wheel:
        names = [name for name in wheel.namelist() if TEXT.search(name) and not name.endswith(".py")]
        return title, joined(title, [wheel.read(name).decode("utf-8", "replace") for name in sorted(names)])


def of_distributions(names):
    found = {}
    for name in names:
        files = [file for file in metadata.files(name) if TEXT.search(str(file)) and "dist-info" in str(file)]
        title = f"{name} {metadata.version(name)}"
        found[title] = joined(title, [file.locate().read_text("utf-8") for file in sorted(files)])
    return found


def npm_packages(inputs):
    """The packages of the files that esbuild bundled; Pyodide's own is among the texts held here."""
    found = {match.group(1) for name in inputs if (match := re.search(r"node_modules/((?:@[^/]+/)?[^/]+)/", name))}
    return sorted(found - {"pyodide"})


def of_npm(name):
    folder = places.BOOK / "node_modules" / name
    return name, joined(name, [file.read_text("utf-8") for file in sorted(folder.iterdir()) if TEXT.search(file.name)])


def joined(title, texts):
    if not any(text.strip() for text in texts):
        raise ExtensionError(f"{title}에 라이선스 글이 없습니다. 글을 book/live/licenses에 두거나, 이 꾸러미를 빼 주세요.")
    return "\n\n".join(dict.fromkeys(text.strip() for text in texts))


def written(texts):
    """The whole file. It begins with a byte order mark, so that every server's file is read as UTF-8."""
    rule = "=" * 78
    return "\ufeff" + HEAD + "".join(f"\n{rule}\n{title}\n{rule}\n\n{text.strip()}\n" for title, text in texts.items())
