"""How an exercise is judged: the answer runs under observation, and what it did decides which hint it gets.

exercise.py   recall() and function(), which make an exercise
mistake.py    a mistake that one exercise knows
formula.py    what backward() started from, against the exercise's formula
run.py        one call of the learner's function, observed
source.py     the learner's code, where Python still has it
missing.py    why a `.grad` is None
unrecorded.py why a result has no record
errors.py     what an exception says about the mistake
misplaced.py  a sum at the wrong place, or a mean in its place
results.py    what a wrong value says about it
values.py     numbers, lists and tensors compared
"""

from .diagnosis import NotYet
from .exercise import function, recall
from .formula import formula, gradient_of
from .mistake import Mistake

__all__ = ["Mistake", "NotYet", "formula", "function", "gradient_of", "recall"]
