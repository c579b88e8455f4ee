# --- tensor_dataset
from torch.utils.data import TensorDataset, Dataset, Subset, ConcatDataset, StackDataset
d = TensorDataset(torch.arange(4.), torch.arange(8).view(4, 2))
print(len(d), d[1], d[-1], d[1:3])
both = d + TensorDataset(torch.ones(2), torch.zeros(2, 2))
print(len(both), both[4], both[-1], type(both).__name__, both.cumulative_sizes)
print(list(Subset(range(10), [3, 1])), len(Subset(d, [0])), Subset(d, [2, 3])[1])
print(StackDataset(d, range(4))[2], StackDataset(a=range(4), b='wxyz')[1], d)
Dataset

# --- own_dataset
from torch.utils.data import Dataset, DataLoader
class Squares(Dataset):
    def __len__(self):
        return 5
    def __getitem__(self, i):
        return {'x': i, 'y': torch.tensor([i * i]), 'name': str(i), 'pair': (i, i / 2)}
for batch in DataLoader(Squares(), batch_size=2):
    print(batch)
len(DataLoader(Squares(), batch_size=2)), len(DataLoader(Squares(), batch_size=2, drop_last=True))

# --- loader_shuffle
from torch.utils.data import DataLoader, TensorDataset
torch.manual_seed(3)
data = TensorDataset(torch.arange(10), torch.arange(10) * 10)
loader = DataLoader(data, batch_size=4, shuffle=True)
for epoch in range(2):
    print([x.tolist() for x, y in loader])
print([b.tolist() for b in DataLoader(range(7), 3, shuffle=True, generator=torch.Generator().manual_seed(1), drop_last=True)])
torch.rand(2)

# --- loader_moves_the_generator
from torch.utils.data import DataLoader
torch.manual_seed(3)
list(DataLoader(range(4)))
print(torch.rand(1))
list(DataLoader(range(4), shuffle=True))
torch.rand(1)

# --- samplers
from torch.utils.data import RandomSampler, SequentialSampler, SubsetRandomSampler, WeightedRandomSampler, BatchSampler, Sampler, DataLoader
torch.manual_seed(0)
print(list(RandomSampler(range(5))), list(RandomSampler(range(5), num_samples=8)), list(RandomSampler(range(5), replacement=True, num_samples=40)))
print(list(SequentialSampler('abc')), list(SubsetRandomSampler([7, 8, 9])), list(WeightedRandomSampler([0.1, 0.9, 0.], 6)))
print(list(WeightedRandomSampler([1., 2., 3.], 3, replacement=False)), list(BatchSampler(range(5), 2, False)), list(BatchSampler(range(5), 2, True)))
class Even(Sampler):
    def __init__(self, n):
        self.n = n
    def __iter__(self):
        return iter(range(0, self.n, 2))
print([b.tolist() for b in DataLoader(range(9), 2, sampler=Even(9))], [b.tolist() for b in DataLoader(range(5), batch_sampler=BatchSampler(range(5), 2, True))])
len(RandomSampler(range(5))), len(BatchSampler(range(5), 2, False))

# --- random_split
from torch.utils.data import random_split
torch.manual_seed(1)
a, b = random_split(range(10), [7, 3])
print(a.indices, list(b))
print([list(p) for p in random_split(range(11), [0.5, 0.3, 0.2], generator=torch.Generator().manual_seed(2))])
print([len(p) for p in random_split(range(2), [0.9, 0.1])])
for lengths in ([5, 4], [0.5, 0.6], [1.5, -0.5]):
    try:
        random_split(range(10), lengths)
    except ValueError as e:
        print(e)

# --- collate
from collections import namedtuple, OrderedDict
import numpy as np
from torch.utils.data import default_collate, default_convert
P = namedtuple('P', 'a b')
print(default_collate([1, 2]), default_collate([1.5, 2.5]), default_collate([True, False]), default_collate(['a', 'b']))
print(default_collate([P(1, 2.), P(3, 4.)]), default_collate([[1, 2], [3, 4]]), default_collate([(1, 'x'), (2, 'y')]))
print(default_collate([np.float32(1), np.float32(2)]), default_collate([np.ones(2), np.zeros(2)]), default_collate([OrderedDict(a=1), OrderedDict(a=2)])['a'])
print(default_convert(np.array([1., 2.])), default_convert([np.array([1.]), 'a', (1, 2)]), default_convert({'a': np.array(3.)}))
for wrong in ([None, 1], [[1], [1, 2]], [torch.ones(2), torch.ones(3)], [object()], [np.array(['a'])]):
    try:
        default_collate(wrong)
    except Exception as e:
        print(type(e).__name__, str(e).split(' at 0x')[0])

# --- collate_fn_and_no_batches
from torch.utils.data import DataLoader
print(list(DataLoader(['ab', 'c'], batch_size=2, collate_fn=lambda b: '-'.join(b))))
print(list(DataLoader(range(3), batch_size=None)), list(DataLoader([torch.ones(2), torch.zeros(1)], batch_size=None)))
x, = DataLoader([(torch.ones(1), 2), (torch.zeros(1), 3)], batch_size=2)
print(x)
it = iter(DataLoader(range(2)))
print(next(it), next(it), len(it))
next(it)

# --- iterable_dataset
from torch.utils.data import IterableDataset, DataLoader, ChainDataset
class Count(IterableDataset):
    def __init__(self, n):
        self.n = n
    def __iter__(self):
        return iter(range(self.n))
print([b.tolist() for b in DataLoader(Count(5), batch_size=2)], [b.tolist() for b in DataLoader(Count(5), batch_size=2, drop_last=True)])
print([b.tolist() for b in DataLoader(Count(2) + Count(3), batch_size=4)], list(DataLoader(Count(2), batch_size=None)))
for wrong in (dict(shuffle=True), dict(sampler=[1]), dict(batch_sampler=[[1]])):
    try:
        DataLoader(Count(3), **wrong)
    except ValueError as e:
        print(e)
len(DataLoader(Count(3)))

# --- loader_wrong
from torch.utils.data import DataLoader, RandomSampler, TensorDataset, WeightedRandomSampler, Dataset, ConcatDataset
loader = DataLoader([1, 2])
def fix():
    loader.batch_size = 3
for wrong in (lambda: DataLoader([1], batch_size=0), lambda: DataLoader([1], batch_size=1.5), lambda: DataLoader([], shuffle=True),
              lambda: DataLoader([1], sampler=[0], shuffle=True), lambda: DataLoader([1], batch_sampler=[[0]], batch_size=2),
              lambda: DataLoader([1], batch_size=None, drop_last=True), lambda: DataLoader([1], num_workers=-1), lambda: DataLoader([1], timeout=-1),
              lambda: DataLoader([1], prefetch_factor=2), lambda: DataLoader([1], persistent_workers=True), lambda: RandomSampler([1], replacement=1),
              lambda: WeightedRandomSampler([1.], 0), lambda: WeightedRandomSampler([[1.]], 1), lambda: TensorDataset(torch.ones(2), torch.ones(3)),
              lambda: Dataset()[0], lambda: ConcatDataset([]), lambda: ConcatDataset([[1]])[-2], fix, lambda: next(iter(DataLoader([None])))):
    try:
        print(wrong())
    except Exception as e:
        print(type(e).__name__, e)

# --- pin_memory_warns
from torch.utils.data import DataLoader
list(DataLoader([1, 2], pin_memory=True))
