"""The toy engine of the engine's page: short, and its gradients are torch's."""

import pytest
import torch

from book import toy_engine
from book.tools.sources import ROOT

FORMULAS = {
    "the page's own": lambda x, y: x * y + x,
    "one number twice": lambda x, y: x + x,
    "paths that meet": lambda x, y: (x * x + y) * (x + x * y),
    "a number that does not count": lambda x, y: y * y,
}


@pytest.mark.parametrize("name", FORMULAS)
def test_gradients_are_those_of_torch(name, monkeypatch):
    monkeypatch.setattr(toy_engine, "record", [])
    toys = toy_engine.Number(3.0), toy_engine.Number(4.0)
    real = [torch.tensor(value, requires_grad=True) for value in (3.0, 4.0)]
    result, expected = FORMULAS[name](*toys), FORMULAS[name](*real)
    result.backward()
    expected.backward()
    assert result.value == expected.item()
    assert [toy.grad for toy in toys] == [0.0 if x.grad is None else x.grad.item() for x in real]


def test_it_stays_a_screen():
    assert len([line for line in (ROOT / "book/toy_engine.py").read_text(encoding="utf-8").splitlines() if line]) <= 20
