# --- tensors
import io
f = io.BytesIO()
x = torch.arange(6.).view(2, 3)
torch.save({'x': x, 'row': x[1], 't': x.t(), 'n': 3, 'l': [1.5, 'a', None, True], 'd': torch.float64, 's': x.shape, 'dev': torch.device('cpu')}, f)
f.seek(0)
y = torch.load(f)
print(y)
y['x'][1, 0] = 99
y['row'], y['t'], y['t'].stride(), x[1, 0]

# --- kinds_of_numbers
import io
f = io.BytesIO()
torch.save([torch.tensor([1, 2]), torch.tensor([True]), torch.tensor([1.5]).half(), torch.tensor(2.).double(), torch.tensor([1 + 2j]),
            torch.tensor([3], dtype=torch.uint8), torch.empty(0, 3), torch.tensor(7, dtype=torch.int16)], f)
f.seek(0)
torch.load(f)

# --- requires_grad_and_parameters
import io
from torch import nn
f = io.BytesIO()
w = torch.ones(2, requires_grad=True)
torch.save((w, w * 2, nn.Parameter(torch.zeros(1)), nn.Parameter(torch.zeros(1), requires_grad=False)), f)
f.seek(0)
[(t, t.is_leaf, t.grad) for t in torch.load(f)]

# --- state_dict
import io
from torch import nn
torch.manual_seed(0)
net = nn.Sequential(nn.Linear(2, 3), nn.BatchNorm1d(3))
f = io.BytesIO()
torch.save(net.state_dict(), f)
f.seek(0)
state = torch.load(f, weights_only=True)
print(type(state).__name__, list(state), state['1.num_batches_tracked'])
other = nn.Sequential(nn.Linear(2, 3), nn.BatchNorm1d(3))
print(other.load_state_dict(state), other[0].weight.equal(net[0].weight))
nn.Sequential(nn.Linear(2, 4), nn.ReLU()).load_state_dict(state)

# --- checkpoint
import os, tempfile
from torch import nn
torch.manual_seed(1)
net = nn.Linear(2, 1)
opt = torch.optim.Adam(net.parameters(), lr=0.1)
net(torch.ones(1, 2)).sum().backward()
opt.step()
with tempfile.TemporaryDirectory() as d:
    path = os.path.join(d, 'model.pt')
    torch.save({'epoch': 3, 'model': net.state_dict(), 'opt': opt.state_dict()}, path)
    c = torch.load(path, map_location='cpu')
print(c['epoch'], sorted(c), c['opt']['param_groups'], c['opt']['state'][0]['step'])
torch.optim.Adam(net.parameters()).load_state_dict(c['opt'])

# --- whole_module
import io
from torch import nn
torch.manual_seed(2)
net = nn.Sequential(nn.Conv1d(1, 2, 2), nn.ReLU(), nn.Flatten(), nn.Linear(4, 1))
f = io.BytesIO()
torch.save(net, f)
f.seek(0)
again = torch.load(f, weights_only=False)
x = torch.arange(3.).view(1, 1, 3)
print(again, again(x).equal(net(x)))
f.seek(0)
torch.load(f)

# --- files_inside
import io, zipfile
f = io.BytesIO()
x = torch.arange(4.)
torch.save([x, x[:2], torch.ones(1)], f)
z = zipfile.ZipFile(f)
[(n, z.getinfo(n).file_size) for n in ('archive/data/0', 'archive/data/1', 'archive/byteorder')], z.read('archive/version')

# --- map_location
import io
f = io.BytesIO()
torch.save(torch.ones(2), f)
for where in ('cpu', torch.device('cpu'), lambda storage, location: storage, {'cuda:0': 'cpu'}, 'cuda'):
    f.seek(0)
    try:
        print(torch.load(f, map_location=where))
    except RuntimeError as e:
        print(e)

# --- own_class_must_be_allowed
import io, collections
import torch.serialization
f = io.BytesIO()
torch.save({'q': collections.deque([1])}, f)
f.seek(0)
try:
    torch.load(f)
except Exception as e:
    print(type(e).__name__, str(e).splitlines()[3])
f.seek(0)
torch.load(f, weights_only=False)

# --- wrong
import io
for wrong in (lambda: torch.load('no_such_file.pt'), lambda: torch.save(1, '/no_such_folder/x.pt'), lambda: torch.save(1, 3), lambda: torch.load(3),
              lambda: torch.load(io.BytesIO()), lambda: torch.save(1)):
    try:
        print(wrong())
    except Exception as e:
        print(type(e).__name__, '' if isinstance(e, OSError) else e)

# --- into_a_folder_that_is_not_there
for name in ("/nowhere/m.pt", "/없는폴더/m.pt"):
    try:
        torch.save([1], name)
    except (RuntimeError, FileNotFoundError) as error:
        print(type(error).__name__, getattr(error, "strerror", error))
