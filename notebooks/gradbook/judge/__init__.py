"""How an exercise is judged: the answer runs under observation, and what it did decides which hint it gets.

exercise.py   recall() and function(), which make an exercise, and its own known mistakes
run.py        one call of the learner's function, observed
source.py     the learner's code, where Python still has it
missing.py    why a `.grad` is None
errors.py     what an exception says about the mistake
results.py    what a wrong value says about it
values.py     numbers, lists and tensors compared
"""

from .diagnosis import NotYet
from .exercise import Mistake, function, recall

__all__ = ["Mistake", "NotYet", "function", "recall"]
