"""What a diagnosis says."""


class NotYet(Exception):
    """An answer is not right yet. name: the diagnosis, for the tests; seen: what the answer did; hint: where to look."""

    def __init__(self, name, seen="", hint="", error=""):
        super().__init__(name)
        self.name, self.seen, self.hint, self.error = name, seen, hint, error
