"""`make scorm`: the site as a SCORM 1.2 package, for a school's learning management system.

The package is the built site as it stands and two files more: a page that shows the site in a frame, and the script that
tells the system the score (scorm.js). The site itself knows nothing of it.
"""

import html
import json
from pathlib import Path
from urllib.parse import quote

import yaml

from book.changelog import editions
from book.chapters import SELF_TEST, chapters
from book.editions import gather

HERE = Path(__file__).parent
START = "scorm.html"

MANIFEST = """<?xml version="1.0" encoding="utf-8"?>
<manifest identifier="gradbook" version="{version}"
 xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"
 xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2"
 xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
 xsi:schemaLocation="http://www.imsproject.org/xsd/imscp_rootv1p1p2 imscp_rootv1p1p2.xsd
 http://www.adlnet.org/xsd/adlcp_rootv1p2 adlcp_rootv1p2.xsd">
<metadata><schema>ADL SCORM</schema><schemaversion>1.2</schemaversion></metadata>
<organizations default="book">
<organization identifier="book"><title>{title}</title>
<item identifier="whole" identifierref="site"><title>{title}</title></item>
</organization>
</organizations>
<resources>
<resource identifier="site" type="webcontent" adlcp:scormtype="sco" href="{start}">
{files}
</resource>
</resources>
</manifest>
"""


def tasks():
    """What the score is made of: {chapter: {predictions, exercises}}, and the self-tests' pages."""
    found = chapters(gather.ROOT)
    return {
        "chapters": {c.name: {"predictions": c.predictions, "exercises": c.exercises} for c in found if c.number},
        "selfTests": [c.name for c in found if SELF_TEST.fullmatch(c.name)],
    }


def files(site, title):
    """Everything in the package as {name: bytes}."""
    found = gather.files_of(site)
    page = (HERE / "scorm.html").read_text(encoding="utf-8").replace("{title}", html.escape(title))
    found[START] = page.replace("{tasks}", html.escape(json.dumps(tasks()))).encode()
    found["scorm.js"] = (HERE / "scorm.js").read_bytes()
    return found


def manifest(title, names):
    lines = "\n".join(f'<file href="{html.escape(quote(name, safe="/@"))}"/>' for name in names)
    return MANIFEST.format(version=editions(gather.ROOT)[0].version, title=html.escape(title), start=START, files=lines)


def make(site, target):
    """Write the site in `site` as the SCORM package `target`; the same site gives the same bytes."""
    title = yaml.safe_load((gather.ROOT / "_config.yml").read_text(encoding="utf-8"))["title"]
    found = files(site, title)
    names = sorted(found)
    gather.pack(target, [("imsmanifest.xml", manifest(title, names)), *((name, found[name]) for name in names)])
    gather.note_sources(site, target)


if __name__ == "__main__":
    make(*gather.arguments("scorm.zip"))
