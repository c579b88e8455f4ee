"""The public names of the installed torch, as book/live/browsertorch/names.txt holds them.

    python tests/browsertorch/real_names.py > book/live/browsertorch/names.txt
"""

import importlib
import types
import warnings

OWNERS = ("torch", "Tensor", "autograd", "autograd.functional", "autograd.forward_ad", "autograd.graph", "func", "linalg", "nn",
          "nn.functional", "nn.init", "nn.utils", "optim", "optim.lr_scheduler", "utils", "utils.checkpoint")


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
    return home.partition(".")[0] not in ("typing", "typing_extensions", "collections", "functools", "os", "sys", "math", "abc", "enum",
                                          "warnings", "contextlib", "inspect", "itertools", "dataclasses", "textwrap", "importlib",
                                          "platform", "threading", "ctypes", "glob", "weakref", "copy", "types", "operator",
                                          "logging", "struct", "pickle", "re", "time", "traceback", "uuid", "json", "numpy")


def text():
    """One line an owner: `owner:name name ...`."""
    return "".join(f"{owner}:{' '.join(public_names(owner))}\n" for owner in OWNERS)


if __name__ == "__main__":
    print(text(), end="")
