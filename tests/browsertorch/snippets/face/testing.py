# --- close
from torch.testing import assert_close
assert_close(torch.tensor([1., 2.]), torch.tensor([1., 2.]) + 1e-6)
assert_close([torch.ones(2), 1, None, True], [torch.ones(2), 1, None, True])
assert_close(torch.tensor(float('nan')), torch.tensor(float('nan')), equal_nan=True)
assert_close(torch.tensor([1., 2.]), torch.tensor([1, 2]), check_dtype=False), assert_close(torch.ones(2), torch.ones(2) * 2, rtol=1, atol=0)

# --- not_close
import numpy as np
from torch.testing import assert_close
for a, b in ((torch.tensor([1., 2.]), torch.tensor([1., 2.5])), (torch.ones(2), torch.ones(3)), (torch.ones(2), torch.ones(2).double()), (1.0, 1.25), (1, 2),
             ([torch.ones(2), 1], [torch.ones(2), 2]), ({'a': {'b': torch.ones(2)}}, {'a': {'b': torch.zeros(2)}}), ({'a': 1}, {'b': 1}), ([1], [1, 2]),
             (torch.tensor(float('nan')), torch.tensor(float('nan'))), (torch.tensor(1), torch.tensor(2)), (torch.tensor([1, 2]), torch.tensor([1, 3])),
             (torch.tensor([True]), torch.tensor([False])), (torch.ones(3, 4), torch.arange(12.).view(3, 4)), (torch.tensor(1.), torch.tensor(1.5)),
             (None, 1), (True, False), (1, 1.0), (np.ones(2), np.zeros(2)), (torch.ones(2), 'a'), ('a', 'a'), (torch.tensor(1.), 1.)):
    try:
        assert_close(a, b)
    except Exception as e:
        print(type(e).__name__, e, '\n')

# --- options
from torch.testing import assert_close
for options in (dict(msg='다르다'), dict(msg=lambda m: '>> ' + m.splitlines()[0]), dict(rtol=0, atol=0), dict(rtol=1)):
    try:
        assert_close(torch.ones(2, 2), torch.ones(2, 2) * 3, **options)
    except Exception as e:
        print(type(e).__name__, e)
assert_close(torch.ones(2, 2).t()[:1], torch.ones(1, 2), check_stride=True)
