"""What every page carries: its cells' ids (later: description, downloads, launch links)."""


def setup(app):
    return {"parallel_read_safe": True, "parallel_write_safe": True}
