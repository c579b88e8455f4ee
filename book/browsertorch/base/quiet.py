"""Numpy without its warnings: torch silently gives inf and nan where numpy warns.

One context serves one thread, and `quiet` may not be called inside `quiet`.
"""

import contextvars

import numpy as np

_context = contextvars.copy_context()
_context.run(np.seterr, all="ignore")

# quiet(np.divide, x, y): the call alone is quiet; the reader's own numpy keeps its warnings.
quiet = _context.run

# @silent: the same for a whole function (slower; not for the operations of inner loops).
silent = np.errstate(all="ignore")
