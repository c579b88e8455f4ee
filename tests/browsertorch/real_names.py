"""The public names of the installed torch, and those that browsertorch lacks, as book/browsertorch/base/names.txt holds them.

python tests/browsertorch/real_names.py > book/browsertorch/base/names.txt
"""

import importlib
import sys
import types
import warnings
from pathlib import Path

OWNERS = """torch Tensor autograd autograd.functional autograd.forward_ad autograd.graph func linalg nn nn.functional
    nn.init nn.utils nn.utils.rnn nn.utils.parametrize optim optim.lr_scheduler utils utils.checkpoint utils.data
    testing fft distributions distributions.constraints distributions.transforms""".split()
ELSEWHERE = """typing typing_extensions collections functools os sys math abc enum warnings contextlib inspect itertools
    dataclasses textwrap importlib platform threading ctypes glob weakref copy types operator logging struct
    pickle re time traceback uuid json numpy""".split()  # where torch imports from


def public_names(owner):
    """Names without a leading underscore; modules and classes of others (os, typing, ...) are not torch's."""
    import torch

    place = torch.Tensor if owner == "Tensor" else torch if owner == "torch" else importlib.import_module("torch." + owner)
    return sorted(name for name in dir(place) if not name.startswith("_") and _is_torchs(place, name))


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
        return False
    except RuntimeError:
        pass  # a property that exists and refuses this tensor, as torch's does
    return True


def text(browsertorch):
    """One line an owner: `owner:name name ...`."""
    return "".join(f"{owner}:{' '.join(lacking(browsertorch, owner))}\n" for owner in OWNERS)


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "book"))
    import browsertorch

    print(text(browsertorch), end="")
