"""Which edition this is, at every page's foot, and the way back to earlier ones: `{earlier-editions}`.

An earlier edition is linked by its whole address, because this page will itself stand in another folder one day: then it is one of
them. Where the address of the published site is not known, the folder is named.
"""

from pathlib import Path

from sphinx.util.docutils import SphinxDirective

from book import changelog

PAGE = "book/changes"


def take_version(app, config):
    config.release = changelog.editions(app.srcdir)[0].version


class EarlierEditions(SphinxDirective):
    def run(self):
        self.env.note_dependency(str(Path(self.env.srcdir, changelog.FILE)))
        site = self.config.html_baseurl.rstrip("/")
        lines = [line(edition, site) for edition in changelog.kept(self.env.srcdir)[1:]] or ["아직 옛 판이 없습니다."]
        return self.parse_text_to_nodes("\n".join(lines), offset=self.content_offset)


def line(edition, site):
    if site:
        return f"- [{edition.version}판]({site}/{edition.folder}/)"
    return f"- {edition.version}판: 책을 펴낸 사이트의 `{edition.folder}/`"


def read_anew(app, env, _added, _changed, _removed):
    """The page is read again where the site has got another address."""
    before, app.sitebook.kept.address = app.sitebook.kept.address, app.config.html_baseurl
    return [PAGE] if before != app.config.html_baseurl and PAGE in env.found_docs else []


def fill(app, pagename, templatename, context, doctree):
    context["edition"] = f"{app.config.release}판"
    context["changes"] = context["pathto"](PAGE) if PAGE in app.env.found_docs else ""


def register(app):
    app.add_directive("earlier-editions", EarlierEditions)
