"""What a value looks like: IPython's text for it, and the rich forms that its `_repr_…_` methods offer."""

import builtins
import sys

from . import figures, outbox, streams
from .pretty import pretty  # IPython's own file, put beside this one when the book is built

METHODS = {
    "text/html": "_repr_html_",
    "text/markdown": "_repr_markdown_",
    "image/svg+xml": "_repr_svg_",
    "image/png": "_repr_png_",
    "image/jpeg": "_repr_jpeg_",
    "text/latex": "_repr_latex_",
    "application/json": "_repr_json_",
    "application/javascript": "_repr_javascript_",
}
_ids = 0


def bundle(value):
    """(data, metadata) of a value, as IPython's display formatter gives them."""
    data, metadata = {}, {}
    if is_figure(value):
        data, metadata = figures.bundle(value)
    if _has(value, "_repr_mimebundle_"):
        given = value._repr_mimebundle_(include=None, exclude=None)
        more, about = given if isinstance(given, tuple) else (given or {}, {})
        data, metadata = {**data, **more}, {**metadata, **about}
    for mime, name in METHODS.items():
        if mime in data or not _has(value, name):
            continue
        given = getattr(value, name)()
        if isinstance(given, tuple):
            given, metadata[mime] = given
        if given is not None:
            data[mime] = _text(given)
    if "text/plain" not in data:
        data["text/plain"] = pretty(value)
    return {mime: data[mime] for mime in sorted(data)}, metadata


def is_figure(value):
    matplotlib = sys.modules.get("matplotlib.figure")
    return matplotlib is not None and isinstance(value, matplotlib.Figure)


def _has(value, name):
    # A class is not shown as its instances are, and an object that answers to every name (a mock) has none of these.
    return not isinstance(value, type) and callable(getattr(type(value), name, None) or vars_of(value).get(name))


def vars_of(value):
    try:
        return vars(value)
    except TypeError:
        return {}


def _text(value):
    if isinstance(value, bytes):
        import base64

        return base64.b64encode(value).decode("ascii")
    return value


class Handle:
    """What display(…, display_id=True) returns."""

    def __init__(self, display_id):
        self.display_id = display_id

    def display(self, value, **options):
        display(value, display_id=self.display_id, **options)

    def update(self, value, **options):
        display(value, display_id=self.display_id, update=True, **options)

    def __repr__(self):
        return f"<DisplayHandle display_id={self.display_id}>"


def display(
    *values, include=None, exclude=None, metadata=None, transient=None, display_id=None, raw=False, clear=False, update=False, **_
):
    """Shows values among the cell's outputs, as IPython's display does. Returns a handle where a display_id is given."""
    global _ids
    if clear:
        clear_output(wait=True)
    if display_id is True:
        _ids += 1
        display_id = f"display-{_ids}"
    for value in values:
        data, about = (value, {}) if raw else bundle(value)
        if include:
            data = {mime: form for mime, form in data.items() if mime in include}
        if exclude:
            data = {mime: form for mime, form in data.items() if mime not in exclude}
        publish(data, {**about, **(metadata or {})}, display_id, update)
    return Handle(display_id) if display_id else None


def publish(data, metadata=None, display_id=None, update=False):
    """Sends a bundle of forms; with update, in place of what was shown under that id."""
    streams.flush()
    output = {"output_type": "display_data", "data": data, "metadata": metadata or {}}
    if display_id:
        output["transient"] = {"display_id": display_id}
    if update:
        outbox.rich(output, kind="update", displayId=display_id)
    else:
        outbox.rich(output)


def clear_output(wait=False):
    """Empties the cell's outputs."""
    streams.flush()
    outbox.send("clear")


def result(value, number):
    """Shows a cell's last value."""
    if value is None:
        return
    builtins._ = value
    shown = getattr(value, "_ipython_display_", None)
    if callable(shown) and not isinstance(value, type):
        shown()
        return
    data, metadata = bundle(value)
    streams.flush()
    outbox.rich({"output_type": "execute_result", "data": data, "metadata": metadata, "execution_count": number})


def install():
    builtins.display = display
