"""The book's Sphinx extension: one package, one `setup`, one state (state.py), one order.

Each module does one thing and says so in its first line. What it adds to Sphinx once stands in its `register`; what it does while
the book is built are functions called by ORDER below, and nowhere else.
"""

from . import (
    addresses,
    cells,
    changes,
    chapter_map,
    chapter_table,
    code_lines,
    downloads,
    editions,
    error_entries,
    error_list,
    figures,
    fonts,
    launch,
    learning_path,
    lite,
    live_cells,
    mathml,
    navigation,
    next_question,
    offline,
    outer_pages,
    page_head,
    parsons,
    particles,
    predictions,
    progress,
    review,
    search_index,
    self_test,
    state,
    stock_words,
)

PARTS = (
    page_head,
    changes,
    stock_words,
    navigation,
    next_question,
    chapter_table,
    chapter_map,
    learning_path,
    cells,
    code_lines,
    error_entries,
    error_list,
    predictions,
    parsons,
    progress,
    self_test,
    review,
    figures,
    mathml,
    particles,
    fonts,
    downloads,
    editions,
    launch,
    outer_pages,
    addresses,
    live_cells,
    lite,
    search_index,
    offline,
)

# Sphinx's events, in the order in which they come, and who is called at each, one after the other.
ORDER = {
    "config-inited": (
        page_head.take_address,
        changes.take_version,
        cells.name_folds,
        mathml.choose,
        launch.read,
        addresses.link_by_heading,
    ),
    "builder-inited": (
        stock_words.translate,
        code_lines.wrap_listings,
        next_question.read,
        progress.read,
        figures.load_palette,
        addresses.number_equal_headings,
        search_index.leave_out_the_stock_one,
        live_cells.prepare,
        review.prepare,  # adds to their licences
        lite.check,  # asks whether there are live cells
    ),
    "env-get-outdated": (
        editions.front_page_changes,
        error_entries.read_anew,
        changes.read_anew,
        addresses.drop_pages,
        addresses.load_redirects,
    ),
    "env-purge-doc": (
        fonts.forget,
        search_index.forget_page,
    ),
    "doctree-read": (
        cells.note_ids,
        error_entries.link_stored,
        predictions.close,
        parsons.ask,  # wants the cells' ids
        self_test.mark,
        figures.inline_moving,
        fonts.read_page,
        addresses.name_terms,
        addresses.keep_old_ids,
        error_entries.name_patterns,
        search_index.read_page,  # wants the terms' ids
        particles.in_contents,
    ),
    "env-get-updated": (live_cells.pages_of_another_bundle,),
    "env-updated": (
        page_head.write_all_when_changed,
        navigation.write_all_when_changed,
        fonts.publish,
        figures.copy_moving,
    ),
    "html-collect-pages": (
        outer_pages.collect,
        search_index.search_page,
    ),
    "html-page-context": (
        navigation.fill,
        next_question.fill,
        predictions.load,
        parsons.load,
        self_test.load,
        progress.load,
        review.load,
        figures.bring_moving,
        fonts.preload,
        downloads.fill,
        editions.offer,  # after the notebooks
        launch.fill,
        lite.offer,  # before the other hosts
        live_cells.mark_page,
        offline.name_manifest,
        changes.fill,
        page_head.fill,  # after all that add a file
    ),
    # Called only when nothing failed, and with the application alone.
    "build-finished": (
        figures.publish,
        downloads.publish,
        editions.publish,
        outer_pages.write_for_search_engines,
        addresses.write_moved_pages,
        live_cells.publish,
        review.publish,
        lite.publish,
        search_index.write_index,
        offline.write,  # lists what is there
    ),
}


def setup(app):
    attach(app, *PARTS)
    return {"version": "1", "env_version": 8, "parallel_read_safe": False, "parallel_write_safe": True}


def attach(app, *parts):
    """Connects these modules, in ORDER's order: all of them for the book, one of them for a test."""
    app.connect("builder-inited", state.begin)
    for part in parts:
        if hasattr(part, "register"):
            part.register(app)
    names = {part.__name__ for part in parts}
    for event, listeners in ORDER.items():
        for listener in listeners:
            if listener.__module__ in names:
                app.connect(event, finishing(listener) if event == "build-finished" else listener)


def finishing(write):
    def listener(app, exception):
        if exception is None and app.builder.name == "html":
            write(app)

    return listener
