# --- operations_called
from torch.autograd.profiler import profile
x = torch.ones(3, 4)
m = torch.eye(3)
b = x > 0
with profile() as prof:
    y = (x * 2 + 1 - x) / 3
    y = 1 - y ** 2
    y += 1
    y = -y.exp().sum(1, keepdim=True).clamp(min=0)
    x[0], x[:, 1], x[1:], x[b], x[None], x.T, x == 1, 2 / x
    m @ x, torch.cat([x, x]), x.view(-1).reshape(4, 3).unsqueeze(0), x.double(), x.max(), torch.linalg.inv(m), torch.inverse(m)
    float(x.sum())
for event in prof.function_events:
    if event.cpu_parent is None:
        print(event.name)

# --- functions_of_layers
from torch.autograd.profiler import profile
import torch.nn.functional as F
x, target = torch.ones(3, 4), torch.tensor([0, 1, 1])
net = torch.nn.Sequential(torch.nn.Linear(4, 5), torch.nn.ReLU(), torch.nn.Dropout(0.5), torch.nn.LayerNorm(5), torch.nn.Linear(5, 2))
loss = torch.nn.CrossEntropyLoss()
with profile(record_shapes=True) as prof:
    loss(net(x), target)
    F.gelu(x), F.softmax(x, 1), F.silu(x), F.pad(x, (1, 1)), F.one_hot(target), F.cosine_similarity(x, x), F.embedding(target, x)
for event in prof.function_events:
    if event.cpu_parent is None:
        print(event.name, event.input_shapes if event.name == "aten::linear" else "")

# --- nodes_of_a_backward_pass
from torch.autograd.profiler import profile
x = torch.ones(2, requires_grad=True)
with profile() as prof:
    (x * 3).exp().sum().backward()
for event in prof.function_events:
    if "Backward" in event.name or "Accumulate" in event.name:
        print(event.name, "in", event.cpu_parent and event.cpu_parent.name)

# --- a_function_of_ones_own
from torch.autograd.profiler import profile
class Cube(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        ctx.save_for_backward(x)
        return x.pow(3)

    @staticmethod
    def backward(ctx, g):
        x, = ctx.saved_tensors
        return g * x.sin()

x = torch.ones(2, requires_grad=True)
with profile() as prof:
    y = Cube.apply(x)
    y.backward(torch.ones(2))
    kept = Cube.apply
print(kept(x))
for event in prof.function_events:
    if event.name.startswith(("Cube", "aten::pow", "aten::sin")):
        print(event.name, "in", event.cpu_parent and event.cpu_parent.name)

# --- named_blocks
from torch.autograd.profiler import profile, record_function
x = torch.ones(2)

@record_function("decorated")
def f(x):
    return x.sin()

with record_function("seen by none"):
    f(x)
with profile() as prof:
    with record_function("outer"):
        y = x * 2
        with record_function("inner"):
            y = f(y) - 1
    y = y.cos()
names = ("outer", "inner", "decorated", "aten::mul", "aten::sin", "aten::sub", "aten::cos")
for event in prof.function_events:
    if event.name in names:
        print(event.name, "in", event.cpu_parent and event.cpu_parent.name, event.is_user_annotation, event.count)

# --- averages
from torch.autograd.profiler import profile
x, y = torch.ones(2), torch.ones(3)
with profile(record_shapes=True) as prof:
    for i in range(3):
        x.exp()
    y.exp()
    y.sin()
for average in prof.key_averages():
    print(average.key, average.count, average.cpu_time_total > 0, average.cpu_time * average.count - average.cpu_time_total < 1e-6)
for average in sorted(prof.key_averages(group_by_input_shape=True), key=lambda average: -average.count):
    print(average.key, average.count, average.input_shapes)
print(prof.self_cpu_time_total > 0, prof.total_average().count, prof.total_average().key)
table = prof.key_averages().table(sort_by="count", row_limit=1).splitlines()
print(len(table), table[1].split("  ")[-2], table[3].split()[0], table[3].split()[-1], table[-1][:20])
str(prof) == prof.table()

# --- the_table
from torch.autograd.profiler_util import EventList, FunctionEvent, FunctionEventAvg, _format_time
events = EventList([FunctionEvent(id=1, node_id=-1, name="whole", thread=0, start_us=0, end_us=2000),
                    FunctionEvent(id=2, node_id=-1, name="part", thread=0, start_us=10, end_us=510),
                    FunctionEvent(id=3, node_id=-1, name="part", thread=0, start_us=1000, end_us=1250)])
events._populate_cpu_children()
print([child.id for child in events[0].cpu_children], events[1].cpu_parent.id)
print(events)
print(events.table(sort_by="self_cpu_time_total", row_limit=2, header="some", top_level_events_only=True))
print(_format_time(1.5), _format_time(1234.5), _format_time(2e6))
average = FunctionEventAvg()
average.add(events[1])
average.add(events[2])
average.add(average)
average.key, average.count, average.cpu_time, average.cpu_time_total_str, EventList().table()

# --- inside_transforms
from torch.autograd.profiler import profile
x = torch.ones(3, 2)
with profile() as prof:
    torch.vmap(lambda row: row.sin())(x)
    torch.func.grad(lambda x: x.cos().sum())(x)
    x.tan()
for event in prof.function_events:
    if event.name in ("aten::sin", "aten::cos", "aten::tan") and event.cpu_parent is None:
        print(event.name)
print(x.requires_grad_().cos().sum().backward(), x.grad is not None)

# --- changes_nothing
from torch.autograd.profiler import profile
def gradient():
    x = torch.arange(6.).view(2, 3).requires_grad_()
    w = torch.ones(3, requires_grad=True)
    ((x * w + 1).sum() ** 2).backward()
    return x.grad, w.grad
plain = gradient()
with profile():
    seen = gradient()
    print(torch.ones(2))
print(all(torch.equal(a, b) for a, b in zip(plain, seen)), torch.autograd._profiler_enabled())
with profile(enabled=False) as prof:
    print(prof, torch.autograd._profiler_enabled())
profile()

# --- used_twice
from torch.autograd.profiler import profile
prof = profile()
with prof:
    torch.ones(2)
with prof:
    torch.ones(2)

# --- asked_before_the_end
from torch.autograd.profiler import profile
prof = profile()
prof.table()

# --- torch_profiler
from torch.profiler import ProfilerActivity, profile, record_function
x = torch.ones(2)
seen = []
with profile(activities=[ProfilerActivity.CPU], record_shapes=True, on_trace_ready=lambda p: seen.append(len(p.events()) > 0)) as prof:
    with record_function("block"):
        x.exp()
    prof.step()
print([event.name for event in prof.events() if event.name in ("block", "aten::exp")], seen)
print([(average.key, average.count) for average in prof.key_averages(group_by_input_shape=True) if average.key == "aten::exp"])

# --- optimizers
from torch.autograd.profiler import profile
w = torch.ones(2, requires_grad=True)
optimizer = torch.optim.SGD([w], lr=0.5)
with profile() as prof:
    optimizer.zero_grad()
    (w * w).sum().backward()
    optimizer.step()
print([event.name for event in prof.function_events if event.name.startswith("Opt")], w)
