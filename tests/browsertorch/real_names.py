"""The public names of the installed torch, and those that browsertorch lacks, as two files of book/browsertorch/base hold them.

python tests/browsertorch/real_names.py writes absent.py (read when a name was not found) and absent_methods.txt (read at the start).
"""

import importlib
import pkgutil
import sys
import textwrap
import types
import warnings
from pathlib import Path

OWNERS = """torch Tensor autograd autograd.functional autograd.forward_ad autograd.graph func linalg nn nn.functional
    nn.init nn.utils nn.utils.rnn nn.utils.parametrize nn.utils.parametrizations nn.utils.prune
    optim optim.lr_scheduler optim.swa_utils utils utils.checkpoint utils.data testing fft special amp cuda accelerator
    backends distributions distributions.constraints distributions.transforms""".split()
ELSEWHERE = """typing typing_extensions collections functools os sys math abc enum warnings contextlib inspect itertools
    dataclasses textwrap importlib platform threading ctypes glob weakref copy types operator logging struct
    pickle re time traceback uuid json numpy""".split()  # where torch imports from


def public_names(owner):
    """Names without a leading underscore; modules and classes of others (os, typing, ...) are not torch's.

    Its modules as well that somebody must import first (torch.utils.tensorboard, torch._dynamo)."""
    import torch

    place = torch.Tensor if owner == "Tensor" else torch if owner == "torch" else importlib.import_module("torch." + owner)
    names = {name for name in dir(place) if not name.startswith("_") and _is_torchs(place, name)}
    return sorted(names | {module.name for module in pkgutil.iter_modules(getattr(place, "__path__", ()))})


def _is_torchs(place, name):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        value = getattr(place, name, None)
    home = value.__name__ if isinstance(value, types.ModuleType) else getattr(value, "__module__", None) or "torch"
    return home.partition(".")[0] not in ELSEWHERE


def place_of(browsertorch, owner):
    """Where an owner's names live here: "torch" the package, "Tensor" a tensor, "nn" the module, ..."""
    if owner == "torch":
        return browsertorch
    if owner == "Tensor":
        return browsertorch.tensor([1.0, 2.0])
    return importlib.import_module(f"{browsertorch.__name__}.{owner}")


def lacking(browsertorch, owner):
    """The public names that are not here."""
    place = place_of(browsertorch, owner)
    return [name for name in public_names(owner) if not stands(place, name)]


def stands(place, name):
    """Is there an attribute of that name?"""
    try:
        getattr(place, name)
    except (AttributeError, NotImplementedError):
        return hasattr(place, "__path__") and name in {module.name for module in pkgutil.iter_modules(place.__path__)}
    except RuntimeError:
        pass  # a property that exists and refuses this tensor, as torch's does
    return True


ABSENT = '''"""The names that real torch 2.13 has and this engine has not, by their owner. Written by tests/browsertorch/real_names.py."""

NAMES = {
'''


def texts(browsertorch):
    """{file: text}."""
    absent = ABSENT
    for owner in OWNERS:
        if owner != "Tensor":
            lines = textwrap.wrap(" ".join(lacking(browsertorch, owner)), 120) or [""]
            absent += f'    "{owner}": """' + "\n        ".join(lines) + '""",\n'
    return {"absent.py": absent + "}\n", "absent_methods.txt": " ".join(lacking(browsertorch, "Tensor")) + "\n"}


if __name__ == "__main__":
    book = Path(__file__).resolve().parents[2] / "book"
    sys.path.insert(0, str(book))
    import browsertorch

    target = Path(*sys.argv[1:]) if sys.argv[1:] else book / "browsertorch" / "base"
    for name, text in texts(browsertorch).items():
        (target / name).write_text(text, encoding="utf-8", newline="\n")
