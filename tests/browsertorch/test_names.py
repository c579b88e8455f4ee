"""Every public name of torch is here or says, in Korean, where to run it; no other name exists."""

import importlib
import subprocess
import sys

import pytest

import real_names
from snippet_engine import BROWSERTORCH


@pytest.mark.parametrize("name", ["absent.py", "absent_methods.txt"])
def test_the_lists_are_what_the_installed_torch_has_and_browsertorch_lacks(name, tmp_path):
    """In a process of its own: torch takes on names (onnx) while it is used."""
    subprocess.run([sys.executable, real_names.__file__, tmp_path], check=True)
    made = (tmp_path / name).read_text(encoding="utf-8")
    stored = (BROWSERTORCH / "base" / name).read_text(encoding="utf-8")
    assert stored == made, f"base/{name} is out of date: python tests/browsertorch/real_names.py"


def listed(browsertorch, owner):
    """The names that are said to be missing; private modules (torch._dynamo) say so where they are imported."""
    missing = importlib.import_module(f"{browsertorch.__name__}.base.missing")
    names = missing.MISSING_METHODS if owner == "Tensor" else missing.missing_names(owner)
    return [name for name in names if not name.startswith("_")]


@pytest.mark.parametrize("owner", real_names.OWNERS)
def test_each_name_exists_or_says_so(browsertorch, owner):
    place, silent = real_names.place_of(browsertorch, owner), []
    for name in listed(browsertorch, owner):
        try:
            getattr(place, name)
        except NotImplementedError as error:
            if "진짜 PyTorch" not in str(error):
                silent.append((name, str(error)))
        except AttributeError as error:
            silent.append((name, str(error)))
    assert not silent


@pytest.mark.parametrize("owner", real_names.OWNERS)
def test_a_name_in_neither_raises_torchs_error(browsertorch, owner):
    is_class = owner == "Tensor"
    with pytest.raises(AttributeError) as caught:
        real_names.place_of(browsertorch, owner).no_such_name  # noqa: B018
    module = "torch" if owner == "torch" else "torch." + owner
    assert str(caught.value) == (
        "'Tensor' object has no attribute 'no_such_name'" if is_class else f"module '{module}' has no attribute 'no_such_name'"
    )


def test_hasattr_works_on_tensors(browsertorch):
    assert not hasattr(browsertorch.tensor(1.0), "to_sparse_csr")


def test_what_is_missing_is_not_offered(browsertorch):
    offered = dir(browsertorch.tensor(1.0))
    assert "add" in offered and "to_sparse_csr" not in offered


def test_modules_by_other_names_can_be_imported(browsertorch):
    assert importlib.import_module(browsertorch.__name__ + ".autograd.grad_mode").no_grad is browsertorch.no_grad


@pytest.mark.parametrize("name", ["distributed", "utils.tensorboard", "utils.benchmark", "cuda.nccl", "_dynamo"])
def test_a_missing_module_says_so(browsertorch, name):
    with pytest.raises(NotImplementedError, match=f"torch.{name}: "):
        importlib.import_module(f"{browsertorch.__name__}.{name}")


def test_a_module_imported_only_if_it_is_there_is_not(browsertorch):
    with pytest.raises(ImportError, match="torch._dynamo: "):
        importlib.import_module(f"{browsertorch.__name__}._dynamo")


def test_a_class_of_ones_own_tensors_says_so(browsertorch):
    with pytest.raises(NotImplementedError, match="상속"):
        type("Mine", (browsertorch.Tensor,), {"__module__": "__main__"})
