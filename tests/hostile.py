"""What somebody may put into an output or an address to reach more than a cell may: each sets `hacked`, asks OTHER, hides
the page or breaks it, where it is believed."""

import base64
import json
import zlib

OTHER = "OTHER"  # stands for the address of another host

HTML = [
    "<script>hacked = 1</script>",
    "<img src=x onerror='hacked = 1'>",
    f"<img src='{OTHER}'>",
    "<svg onload='hacked = 1'></svg>",
    "<svg><script>hacked = 1</script></svg>",
    "<svg><animate attributeName=x dur=1s onbegin='hacked = 1'></svg>",
    "<math><mtext><img src=x onerror='hacked = 1'></mtext></math>",
    "<iframe srcdoc='<script>parent.hacked = 1</script>'></iframe>",
    "<iframe src='javascript:parent.hacked = 1'></iframe>",
    "<object data='javascript:hacked = 1'></object>",
    "<embed src='javascript:hacked = 1'>",
    "<a href='javascript:hacked = 1'>press</a>",
    "<a href=' java&#10;script:hacked = 1'>press</a>",
    "<a onclick='hacked = 1'>press</a>",
    f"<form action='{OTHER}'><button>press</button></form>",
    "<button formaction='javascript:hacked = 1'>press</button>",
    f"<meta http-equiv=refresh content='0;url={OTHER}'>",
    f"<base href='{OTHER}'>",
    f"<link rel=stylesheet href='{OTHER}'>",
    f"<style>@import url({OTHER}); body {{ display: none }}</style>",
    "<details open ontoggle='hacked = 1'>press</details>",
    "<input autofocus onfocus='hacked = 1'>",
    "<noscript><p title=\"</noscript><img src=x onerror='hacked = 1'>\"></noscript>",
    f"<video src='{OTHER}' onerror='hacked = 1' autoplay></video>",
    "<p style='position: fixed; inset: 0' id=main class=live-bar>press</p>",
    "<template><img src=x onerror='hacked = 1'></template>",
]


def fingerprint(text):
    """As book/live/page/drafts.js has it."""
    a, b = 0x811C9DC5, 0x01000193
    units = text.encode("utf-16-le")
    for unit in (int.from_bytes(units[at : at + 2], "little") for at in range(0, len(units), 2)):
        a, b = (a ^ unit) * 0x01000193 % 2**32, (b ^ unit) * 0x85EBCA6B % 2**32
    return f"{a:08x}{b:08x}"


def link(name, code, start="#cell="):
    """A whole link to an edited cell, as somebody else may make it."""
    packer = zlib.compressobj(9, wbits=-15)
    packed = packer.compress(code.encode()) + packer.flush()
    return f"{start}{name}.{fingerprint(code)}.{base64.urlsafe_b64encode(packed).decode().rstrip('=')}"


EVIL = "<img src=x onerror='hacked = 1'>"
ADDRESSES = [
    "?code=print(1)&run=1&live=1",
    f"?q={EVIL}",
    f"?next={OTHER}&url={OTHER}",
    "#run",
    f"#{EVIL}",
    "#javascript:hacked=1",
    "#main\"]),[onerror='hacked=1'",
    "#cell=",
    "#cell=__proto__.0000000000000000.",
    f"#cell={EVIL}.0000000000000000.{EVIL}",
    "#cell=%E0%A4%A.0000000000000000.AAAA",
    "#cell=mark-tensor." + "0" * 16 + "." + "A" * 100_000,
    link("mark-tensor", "while True: pass"),
    link("mark-tensor", f"# </pre>{EVIL}"),
    link("mark-tensor", "x\n" * 700),
    link("mark-tensor", "x" * 10_000_000),
    link("mark-tensor", "x = 1  # \u202e 2 ="),
    link("%3Cimg%20src%3Dx%20onerror%3Dhacked%3D1%3E", "print(1)"),
    link("mark-tensor", "print(1)", start="#cell=mark-tensor#cell="),
]


def drafts(cells=None, scratch=None):
    """What a page stores of its reader's code, as somebody else may write it."""
    return json.dumps({"cells": cells, "scratch": scratch})


DRAFT = {"base": "0" * 16, "code": f"# </pre>{EVIL}"}
STORED = {
    "no text": "",
    "half of it": '{"cells": {"mark-tensor": {"base": "',
    "null": "null",
    "a number": "5",
    "a list": "[[1], 2]",
    "lists for both": drafts([1, 2], []),
    "a word for both": drafts("cells", "scratch"),
    "no drafts": drafts({"mark-tensor": None, "x": 5, "y": {"code": 1}, "z": {"base": "b", "code": ["c"]}}),
    "names of every object": drafts({"__proto__": DRAFT, "constructor": DRAFT, "toString": DRAFT}),
    "a cell that breaks a selector": drafts({'"]), body, [x="': DRAFT, f"{EVIL}@1": DRAFT}),
    "code that breaks out": drafts({"mark-tensor": DRAFT}, [{"id": "s", "after": "x", "code": f"</textarea></pre>{EVIL}"}]),
    "code of a megabyte": drafts({"mark-tensor": {**DRAFT, "code": "x = 1\n" * 170_000}}),
    "a line of a megabyte": drafts(None, [{"id": "s", "after": "mark-tensor", "code": "x" * 1_000_000}]),
    "letters that hide": drafts({"mark-tensor": {**DRAFT, "code": "x = 1  # \u202e 2 =\u2028\ud800\0\r"}}),
    "an added cell below itself": drafts(None, [{"id": "s", "after": "s", "code": "1"}]),
    "added cells below each other": drafts(
        None, [{"id": "a", "after": "b", "code": "1"}, {"id": "b", "after": "a", "code": "2"}]
    ),
    "added cells of one name": drafts(None, [{"id": "s", "after": "x", "code": "1"}, {"id": "s", "after": "x", "code": "2"}]),
    "an added cell with a book's name": drafts(None, [{"id": "mark-tensor", "after": "mark-tensor", "code": "1"}]),
    "forty added cells": drafts(None, [{"id": f"s{i}", "after": "mark-tensor", "code": "1"} for i in range(40)]),
    "forty cells that are gone": drafts({f"gone-{i}": DRAFT for i in range(40)}),
}
