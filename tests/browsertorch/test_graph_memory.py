"""What a graph keeps is linear in its length, and gone after backward."""

import tracemalloc


def kept(torch, length):
    """Bytes held by a chain of that length before and after backward."""
    tracemalloc.start()
    x = torch.tensor(1.0, dtype=torch.float64, requires_grad=True)
    y = x
    for _ in range(length):
        y = y * 1.00001
    before = tracemalloc.get_traced_memory()[0]
    y.backward()
    del y
    after = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    return before, after


def test_memory_is_linear_and_freed(browsertorch):
    kept(browsertorch, 10)  # what the first call of anything keeps
    short, long = kept(browsertorch, 2_000), kept(browsertorch, 8_000)
    assert 3.5 < long[0] / short[0] < 4.5
    assert long[1] < long[0] / 50
