"""Links that open a notebook elsewhere, and where to report a mistake: only once _config.yml names a repository."""

from pathlib import Path

import yaml


def read(app, config):
    book = yaml.safe_load(Path(app.srcdir, "_config.yml").read_text(encoding="utf-8"))
    url = (book.get("repository", {}).get("url") or "").rstrip("/")
    config.book_repository = {
        "url": url,
        "name": "/".join(url.split("/")[-2:]),
        "branch": book.get("repository", {}).get("branch") or "main",
        **book.get("launch_buttons", {}),
    }


def links(repository, path):
    name, branch = repository["name"], repository["branch"]
    if not repository["url"]:
        return []
    found = []
    if colab := repository.get("colab_url"):
        found.append({"label": "Colab에서 열기", "href": f"{colab}/github/{name}/blob/{branch}/{path}"})
    if binder := repository.get("binderhub_url"):
        found.append({"label": "Binder에서 열기", "href": f"{binder}/v2/gh/{name}/{branch}?urlpath=lab/tree/{path}"})
    return found


def colab_line(repository):
    """What to run first in Colab, which opens the notebook without the folder beside it that figures and exercises need."""
    if not repository["url"] or not repository.get("colab_url"):
        return ""
    return (
        f"!git clone -q --depth 1 --branch {repository['branch']} {repository['url']} /tmp/book "
        "&& cp -r /tmp/book/notebooks/gradbook ."
    )


def fill(app, pagename, templatename, context, doctree):
    repository = app.config.book_repository
    source = context.get("page_source_suffix")
    context["launch_links"] = links(repository, pagename + source) if source == ".ipynb" else []
    context["colab_line"] = colab_line(repository) if source == ".ipynb" else ""
    context["issues_url"] = repository["url"] + "/issues" if repository["url"] else ""


def register(app):
    app.add_config_value("book_repository", {}, "html")
