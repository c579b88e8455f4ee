"""What every page carries: its cells' ids (later: description, downloads, launch links)."""


def setup(app):
    # Jupyter Book always sets this value, for an extension we leave out; undeclared, it is a warning.
    app.add_config_value("comments_config", {}, "env")
    return {"parallel_read_safe": True, "parallel_write_safe": True}
