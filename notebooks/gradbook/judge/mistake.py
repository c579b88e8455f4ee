"""A mistake that an exercise knows: its sign, and what to say about it."""

from .values import equal, plain


class Mistake:
    """A mistake known for one exercise.

    name: short, for the tests; hint: what to say, a text or a function from the Run to it. How it is known, one of:
    gives: recall: the list that it gives, `...` for any value, or a question to the list; function: what a function with this mistake gives for the inputs
    when:  a question to a Run (judge/run.py), asked whether the value is right or not
    raises: words of the exception
    Where `when` stands beside one of the others, both must hold.
    """

    def __init__(self, name, hint, gives=None, when=None, raises=None):
        self.name, self.hint, self.gives, self.when, self.raises = name, hint, gives, when, raises

    def holds(self, run):
        try:
            return self.when is None or bool(self.when(run))
        except Exception:  # a question about a value that this answer does not have
            return False

    def said(self, run):
        return self.hint(run) if callable(self.hint) else self.hint

    def explains(self, runs):
        """Whether a function with this mistake would have given every one of these values."""
        if not self.gives or not all(map(self.holds, runs)):
            return False
        try:
            return all(equal(run.value, plain(self.gives(*run.inputs))) for run in runs)
        except Exception:
            return False
