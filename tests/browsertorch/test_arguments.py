"""Wrong arguments get torch's own words: signatures.txt is what the installed torch has, and each name is tried with wrong arguments."""

import random
import re
import warnings

import pytest

import real_signatures
from snippet_engine import BROWSERTORCH

FILE = BROWSERTORCH / "api" / "signatures.txt"
KEYS = sorted(name for line in FILE.read_text(encoding="utf-8").splitlines() for name in line.partition("|")[0].split())
VALUES = [
    lambda m: m.tensor([1.0, 2.0]),
    lambda m: m.tensor(1),
    lambda m: m.tensor(1.0, requires_grad=True),
    lambda m: 2,
    lambda m: 2.5,
    lambda m: True,
    lambda m: "a",
    lambda m: None,
    lambda m: [1],
    lambda m: [1.5],
    lambda m: (1, 2),
    lambda m: [],
    lambda m: object(),
    lambda m: m.float32,
    lambda m: 1j,
    lambda m: {},
    lambda m: m.Size([1, 2]),
    lambda m: m.device("cpu"),
    lambda m: [m.tensor([1.0])],
]
KEYWORDS = ["dim", "keepdim", "dtype", "out", "other", "input", "foo", "axis", "size", "requires_grad", "min", "value", "index"]
CONSTRUCTOR = "new"  # torch.Tensor(...), as its messages call it
CHANGES_THE_PROCESS = {"set_num_threads", "set_anomaly_enabled", "set_", "resize_", "empty", ".new_empty"}
# torch still takes older forms of these: x.add(2, y), x.sub_(2, other=y)
OLDER_FORMS = ("add", "sub", "addmm", "addmv", "addr", "baddbmm", "addcmul", "addcdiv")


def test_the_list_is_what_the_installed_torch_has():
    assert FILE.read_text(encoding="utf-8") == real_signatures.text(), (
        "signatures.txt is out of date: python tests/browsertorch/real_signatures.py > book/browsertorch/api/signatures.txt"
    )


def test_the_second_archives_list_is_too():
    assert (BROWSERTORCH / "api" / "later.py").read_text(encoding="utf-8") == real_signatures.module(), (
        "python tests/browsertorch/real_signatures.py later > book/browsertorch/api/later.py"
    )


def calls(key):
    """Twelve ways to call one function: [(makers of the arguments, {keyword: maker})]; the same ones every time."""
    chance = random.Random(key)
    for _ in range(12):
        args = [chance.choice(VALUES) for _ in range(chance.choice([0, 1, 1, 2, 2, 3, 4]))]
        if args and not key.startswith(".") and chance.random() < 0.6:
            args[0] = VALUES[0]
        yield args, {chance.choice(KEYWORDS): chance.choice(VALUES)} if chance.random() < 0.35 else {}


def torchs_words(function, args, kwargs):
    """The message of real torch's argument check, or None where it took the arguments."""
    import torch

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            function(*[make(torch) for make in args], **{name: make(torch) for name, make in kwargs.items()})
        except TypeError as error:
            return str(error)
        except Exception:
            return None


@pytest.mark.parametrize("key", [key for key in KEYS if key not in {*CHANGES_THE_PROCESS, CONSTRUCTOR}])
def test_the_same_words(browsertorch, key):
    import torch
    from browsertorch.api import arguments

    name = key.lstrip(".")
    owner = torch.tensor([1.0, 2.0]) if key.startswith(".") else torch
    for args, kwargs in calls(key):
        real = torchs_words(getattr(owner, name), args, kwargs)
        if (
            real is not None
            and not re.match(rf"(Tensor\.)?{name}\(\)|expected Tensor as element", real)
            or "failed to unpack" in str(real)
        ):
            continue  # raised by the operation itself, after the check
        if real is None and name.rstrip("_") in (*OLDER_FORMS, "to"):
            continue
        mine = arguments.complaint(
            key, [make(browsertorch) for make in args], {n: make(browsertorch) for n, make in kwargs.items()}
        )
        # The method itself says TensorBase where a method that was stored in a variable says Tensor.
        assert mine == (real and re.sub(r"^Tensor\.", "TensorBase.", real)), (key, len(args), list(kwargs))


@pytest.mark.parametrize("key", [key for key in KEYS if key not in {*CHANGES_THE_PROCESS, CONSTRUCTOR}])
def test_without_arguments(browsertorch, key):
    """A call with none is refused too, though calls.py does not look at every one."""
    import torch

    of = lambda m: getattr(m.tensor(1.0), key[1:]) if key.startswith(".") else getattr(m, key)
    real = torchs_words(of(torch), (), {})
    if real is not None:
        with pytest.raises(TypeError) as caught:
            of(browsertorch)()
        assert str(caught.value) == real
