"""What somebody may put into an output or an address to reach more than a cell may: each sets `hacked`, asks OTHER, hides
the page or breaks it, where it is believed."""

import base64
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
