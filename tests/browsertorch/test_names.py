"""Every public name of torch is here or says, in Korean, where to run it; no other name exists."""

import importlib

import pytest

import real_names
from snippet_engine import BROWSERTORCH

NAMES = dict(line.split(":") for line in (BROWSERTORCH / "names.txt").read_text(encoding="utf-8").splitlines())


@pytest.fixture(scope="module")
def place_of(browsertorch):
    """Where an owner's names live: {"torch": the package, "Tensor": a tensor, "nn": the module, ...}."""
    def find(owner):
        if owner == "torch":
            return browsertorch
        if owner == "Tensor":
            return browsertorch.tensor([1.0, 2.0])
        return importlib.import_module(f"{browsertorch.__name__}.{owner}")
    return find


def test_the_list_is_what_the_installed_torch_has():
    assert (BROWSERTORCH / "names.txt").read_text(encoding="utf-8") == real_names.text(), \
        "names.txt is out of date: python tests/browsertorch/real_names.py > book/live/browsertorch/names.txt"


@pytest.mark.parametrize("owner", real_names.OWNERS)
def test_each_name_exists_or_says_so(place_of, owner):
    place, silent = place_of(owner), []
    for name in NAMES[owner].split():
        try:
            getattr(place, name)
        except NotImplementedError as error:
            if "진짜 PyTorch" not in str(error):
                silent.append((name, str(error)))
        except RuntimeError:
            pass    # a property that exists and refuses this tensor, as torch's does
        except AttributeError as error:
            silent.append((name, str(error)))
    assert not silent


@pytest.mark.parametrize("owner", real_names.OWNERS)
def test_a_name_in_neither_raises_torchs_error(place_of, owner):
    is_class = owner == "Tensor"
    with pytest.raises(AttributeError) as caught:
        place_of(owner).no_such_name
    module = "torch" if owner == "torch" else "torch." + owner
    assert str(caught.value) == ("'Tensor' object has no attribute 'no_such_name'" if is_class else
                                 f"module '{module}' has no attribute 'no_such_name'")


def test_hasattr_works_on_tensors(browsertorch):
    assert not hasattr(browsertorch.tensor(1.0), "to_sparse")


def test_a_missing_module_says_so(browsertorch):
    with pytest.raises(NotImplementedError, match="torch.distributed"):
        importlib.import_module(browsertorch.__name__ + ".distributed")


def test_a_class_of_ones_own_tensors_says_so(browsertorch):
    with pytest.raises(NotImplementedError, match="상속"):
        type("Mine", (browsertorch.Tensor,), {"__module__": "__main__"})
