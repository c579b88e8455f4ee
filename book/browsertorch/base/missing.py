"""Names that are not there at once: those of modules read only when a program names them, and the Korean errors for what real torch
has and this engine has not.

later.txt: a line for each module (or folder of modules) of the second archive, `path owner:name,name owner:...`: which other modules
show what of it. The first archive and the start stay small by it. absent.py, absent_methods.txt: what there is not.
"""

import importlib
import os
import sys


class MissingAttribute(NotImplementedError, AttributeError):
    """What `missing` says of attributes of tensors, where others ask with hasattr."""


class MissingModule(NotImplementedError, ModuleNotFoundError):
    """What `missing` says of modules, which others import only if they are there: `except ImportError`."""


for _error in MissingAttribute, MissingModule:
    _error.__name__ = _error.__qualname__ = "NotImplementedError"
    _error.__module__ = "builtins"


class MissingMethod:
    """An attribute of real torch's tensors that is not here. (A __getattr__ would slow down every attribute that is.)"""

    def __init__(self, name):
        self.name = name

    def __get__(self, tensor, owner):
        if tensor is None:
            return self
        raise missing("torch.Tensor." + self.name, MissingAttribute)


def missing(what, error=NotImplementedError):
    """The error for something real torch has and this engine has not."""
    return error(
        f"{what}: 진짜 PyTorch에는 있지만 브라우저 엔진에는 없습니다. "
        "이 셀은 진짜 PyTorch로 실행하세요. 노트북을 Colab에서 열거나, 내려받아 내 컴퓨터에서 `pip install torch` 뒤에 실행하면 됩니다.")


def _lines(file):
    with open(os.path.join(os.path.dirname(__file__), file), encoding="utf-8") as lines:
        return lines.read().splitlines()


MISSING_METHODS = _lines("absent_methods.txt")[0].split()
_later = {(owner, name): path.replace("/", ".") for path, *shown in map(str.split, _lines("later.txt"))
          for owner, _, names in (part.partition(":") for part in shown) for name in names.split(",")}


def missing_names(owner):
    """The names of `owner` ("torch", "nn", ...; of tensors: MISSING_METHODS) that real torch 2.13 has and this engine has not."""
    from .absent import NAMES    # late: of the second archive, which only an error needs
    return NAMES.get(owner, "").split()


def place(owner, name):
    """The module of the second archive that has `owner.name`, or None."""
    return _later.get((owner, name))


def shown_later(owner):
    """The names that modules of the second archive give `owner`."""
    return [name for shown, name in _later if shown == owner]


def attribute(owner, name):
    """`owner.name` of a module that is read only now; AttributeError or the Korean error where there is none."""
    path = place(owner, name)
    if path is None:
        raise no_attribute(owner, name)
    package = __name__.partition(".")[0]
    value = importlib.import_module(f"{package}.{path}")
    if path.rpartition(".")[::2] != (owner.replace("torch", ""), name):      # else it is the module itself
        value = getattr(value, name)
    setattr(sys.modules[package if owner == "torch" else f"{package}.{owner}"], name, value)
    return value


def no_attribute(owner, name):
    """The error for `owner.name`, which is not here: Korean if real torch has it, else torch's own."""
    if not name.startswith("_") and name in missing_names(owner):
        return missing("torch." + (name if owner == "torch" else f"{owner}.{name}"))
    return AttributeError(f"module '{'torch' if owner == 'torch' else 'torch.' + owner}' has no attribute '{name}'")


class MissingModules:
    """The last of Python's finders: `import torch.distributed` and the like get the Korean error."""

    def __init__(self, package):
        self.package = package

    def find_spec(self, fullname, path=None, target=None):
        parent, _, name = fullname.rpartition(".")
        if parent == f"{self.package}.base":      # absent.py itself, before it has come
            return None
        if parent == f"{self.package}.nn.modules":
            return sys.modules[parent].spec(fullname)
        if parent.partition(".")[0] == self.package and name in missing_names(parent.partition(".")[2] or "torch"):
            raise missing("torch" + fullname[len(self.package):], MissingModule)
        return None
