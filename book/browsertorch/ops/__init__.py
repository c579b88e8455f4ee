"""The operations, by subject; whoever imports the folder has all of them registered. `public("stack")` is what a reader gets as torch.stack."""

from ..api.calls import public
from . import (arithmetic, arrange, compare, convert, creation, elementwise, gather, index, inplace, join, linalg, matmul, norms, random, reduce,
               shape, sort, where)
