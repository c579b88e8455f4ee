"""At a page's end, beside the title of the chapter that follows: the question it answers, as its notebook says it."""

from book.chapters import chapters

from .predictions import with_code


def read(app):
    app.sitebook.questions = {chapter.name: chapter.question for chapter in chapters(app.srcdir)}


def fill(app, pagename, templatename, context, doctree):
    *_, following = app.builder.relations.get(pagename) or [None]
    context["next_question"] = with_code(app.sitebook.questions.get(following, ""))
