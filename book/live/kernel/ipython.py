"""What a cell may import from IPython: display and the wrappers that say what a text is. There is no IPython in the browser."""

import sys
import types

from . import display as shown


class Rich:
    """A text or bytes that says what it is."""

    mime = "text/plain"

    def __init__(self, data=None, url=None, filename=None, metadata=None, **_):
        if data is None and filename is not None:
            with open(filename, "rb") as file:
                data = file.read()
        if data is None:
            raise RuntimeError("브라우저에서는 다른 주소의 그림이나 글을 불러오지 않습니다.")
        self.data = data
        self.metadata = metadata or {}

    def _repr_mimebundle_(self, include=None, exclude=None):
        return {self.mime: shown._text(self.data), "text/plain": repr(self)}, self.metadata

    def __repr__(self):
        return f"<IPython.core.display.{type(self).__name__} object>"


def _kind(name, mime):
    return type(name, (Rich,), {"mime": mime, "__module__": "IPython.core.display"})


class Math(Rich):
    """A formula in LaTeX."""

    mime = "text/latex"

    def __init__(self, data, **options):
        super().__init__(f"$\\displaystyle {data.strip('$')}$", **options)


class Image(Rich):
    """A PNG or JPEG picture."""

    def __init__(self, data=None, format=None, **options):
        super().__init__(data, **options)
        self.mime = "image/jpeg" if format in ("jpg", "jpeg") or bytes(self.data[:2]) == b"\xff\xd8" else "image/png"


NAMES = {
    "display": shown.display,
    "clear_output": shown.clear_output,
    "DisplayHandle": shown.Handle,
    "update_display": lambda value, *, display_id, **options: shown.display(value, display_id=display_id, update=True, **options),
    "publish_display_data": lambda data, metadata=None, *, transient=None, **_: shown.publish(
        data, metadata, (transient or {}).get("display_id")
    ),
    "HTML": _kind("HTML", "text/html"),
    "SVG": _kind("SVG", "image/svg+xml"),
    "Markdown": _kind("Markdown", "text/markdown"),
    "Latex": _kind("Latex", "text/latex"),
    "Pretty": _kind("Pretty", "text/plain"),
    "Math": Math,
    "Image": Image,
    "set_matplotlib_formats": lambda *formats, **_: None,
}


class Shell:
    """What get_ipython() answers: enough to ask whether this is a notebook, and to say what cannot be done."""

    user_ns = {}

    def run_line_magic(self, name, line="", **_):
        raise RuntimeError(f"`%{name}`은(는) Jupyter만의 명령이라 브라우저에서는 실행되지 않습니다.")

    run_cell_magic = magic = run_line_magic


def install(namespace):
    """Puts `IPython` and `IPython.display` among the modules, and get_ipython into the namespace."""
    shell = Shell()
    shell.user_ns = namespace
    ipython, module = types.ModuleType("IPython"), types.ModuleType("IPython.display")
    vars(module).update(NAMES)
    ipython.__path__ = []
    ipython.display = module
    ipython.get_ipython = lambda: None  # matplotlib asks here for a shell to hook into
    ipython.__version__ = "0"
    core, core_display = types.ModuleType("IPython.core"), types.ModuleType("IPython.core.display")
    core.__path__ = []
    core.display = core_display
    vars(core_display).update(NAMES)
    ipython.core = core
    sys.modules.update(
        {"IPython": ipython, "IPython.display": module, "IPython.core": core, "IPython.core.display": core_display}
    )
    namespace["get_ipython"] = lambda: shell
