"""What the extensions know of the book while they build it: one object, `app.sitebook`.

`app.sitebook.kept` outlives a build: it lies in Sphinx's environment, so that the next build writes only what changed.
"""

from dataclasses import dataclass, field

from sphinx.errors import ExtensionError


@dataclass
class Kept:
    """A page's own (by its name), and what all pages were written with."""

    search_rows: dict = field(default_factory=dict)  # page → its rows of the search index
    characters: dict = field(default_factory=dict)  # page → {face: the characters it shows in that face}
    moved_pages: dict = field(default_factory=dict)  # old page → new address
    moved_sections: dict = field(default_factory=dict)  # page → {old id: new address}
    frame: str = ""  # hash of the style sheets, templates and extensions
    contents: str = ""  # hash of the titles beside every page
    bundle: str | None = None  # of the live cells
    editions: dict = field(default_factory=dict)  # name of an edition the front page offers → when it was made
    error_entries: list = field(default_factory=list)  # of the dictionary: (page, heading, pattern)
    address: str = ""  # of the published site
    sources: str = ""  # hash of all that the book is made of


@dataclass
class State:
    kept: Kept = field(default_factory=Kept)
    palette: dict = field(default_factory=dict)  # light colour of a figure → dark colour
    questions: dict = field(default_factory=dict)  # chapter → the question it answers
    tasks: dict = field(default_factory=dict)  # chapter → how many predictions, exercises and orders of lines it has
    error_entries: list = field(default_factory=list)  # of the dictionary
    contents: dict = field(default_factory=dict)  # way to the site's root → the contents as HTML, seen from there
    editions: dict = field(default_factory=dict)  # name → file of the PDF and the EPUB that may be offered
    schedule: str = ""  # the review's script with its scheduler, empty where nothing of npm is to be had
    licenses: dict = field(default_factory=dict)  # title → text
    live: object = None  # live_cells.Live, or None where the cells are only read


def begin(app):
    """Called before every other listener of this package that needs the state."""
    if app.builder.format == "html" and app.builder.name != "html":
        raise ExtensionError(
            f"이 책의 사이트는 Sphinx의 html 빌더로만 만듭니다. {app.builder.name} 대신 `jupyter-book build .`을 쓰세요."
        )
    if not hasattr(app.env, "sitebook"):
        app.env.sitebook = Kept()
    app.sitebook = State(app.env.sitebook)
