# --- sizes: add_keeps
sizes = [4000, 4000, 8000, 4000]
# --- sizes: counted_twice
sizes = [0, 8000, 8000, 4000]
# --- sizes: view_small
sizes = [0, 4000, 8000, 40]
# --- sizes: elements
sizes = [0, 1000, 2000, 1000]
# --- sizes: elements
sizes = [0, 1000, 2000, 10]
# --- sizes: exp_keeps_input
sizes = [0, 4000, 4000, 4000]
# --- sizes: exp_keeps_input
sizes = [0, 4000, 12000, 4000]
# --- sizes: product_free
sizes = [0, 0, 8000, 4000]
# --- sizes: sin_free
sizes = [0, 4000, 8000, 0]
# --- sizes: count
sizes = [0, 4000, 8000]
# --- sizes: text_for_number
sizes = ["0", "4000", "8000", "4000"]
# --- sizes: empty
sizes = [0, 4000, ..., 4000]

# --- twice: no_checkpoint
def twice(f, v):
    x = torch.tensor(v, requires_grad=True)
    def three(x):
        return f(f(f(x)))
    y = three(three(x))
    y.backward()
    return x.grad
# --- twice: one_segment
from torch.utils.checkpoint import checkpoint
def twice(f, v):
    x = torch.tensor(v, requires_grad=True)
    def three(x):
        return f(f(f(x)))
    y = checkpoint(lambda x: three(three(x)), x, use_reentrant=False)
    y.backward()
    return x.grad
# --- twice: reentrant
from torch.utils.checkpoint import checkpoint
def twice(f, v):
    x = torch.tensor(v, requires_grad=True)
    def three(x):
        return f(f(f(x)))
    y = checkpoint(three, checkpoint(three, x, use_reentrant=True), use_reentrant=True)
    y.backward()
    return x.grad
# --- twice: called_first
from torch.utils.checkpoint import checkpoint
def twice(f, v):
    x = torch.tensor(v, requires_grad=True)
    def three(x):
        return f(f(f(x)))
    middle = checkpoint(three(x), use_reentrant=False)
    y = checkpoint(three(middle), use_reentrant=False)
    y.backward()
    return x.grad
# --- twice: three_only
from torch.utils.checkpoint import checkpoint
def twice(f, v):
    x = torch.tensor(v, requires_grad=True)
    def three(x):
        return f(f(f(x)))
    middle = checkpoint(three, x, use_reentrant=False)
    y = checkpoint(three, x, use_reentrant=False)
    y.backward()
    return x.grad
# --- twice: added
from torch.utils.checkpoint import checkpoint
def twice(f, v):
    x = torch.tensor(v, requires_grad=True)
    def three(x):
        return f(f(f(x)))
    first = checkpoint(three, x, use_reentrant=False)
    second = checkpoint(three, x, use_reentrant=False)
    (first + second).backward()
    return x.grad
# --- twice: two_calls
from torch.utils.checkpoint import checkpoint
def twice(f, v):
    x = torch.tensor(v, requires_grad=True)
    middle = checkpoint(f, x, use_reentrant=False)
    y = checkpoint(f, middle, use_reentrant=False)
    y.backward()
    return x.grad
# --- twice: no_backward
from torch.utils.checkpoint import checkpoint
def twice(f, v):
    x = torch.tensor(v, requires_grad=True)
    def three(x):
        return f(f(f(x)))
    middle = checkpoint(three, x, use_reentrant=False)
    y = checkpoint(three, middle, use_reentrant=False)
    return x.grad
# --- twice: right
from torch.utils.checkpoint import checkpoint
def twice(f, v):
    x = torch.tensor(v, requires_grad=True)
    def three(x):
        return f(f(f(x)))
    y = x
    for _ in range(2):
        y = checkpoint(three, y, use_reentrant=False)
    return torch.autograd.grad(y, x)[0]

# --- twice: unsaid
from torch.utils.checkpoint import checkpoint
def twice(f, v):
    x = torch.tensor(v, requires_grad=True)
    def three(x):
        return f(f(f(x)))
    y = checkpoint(three, checkpoint(three, x))
    y.backward()
    return x.grad

# --- history: recorded
def history(v):
    w = torch.tensor(v, requires_grad=True)
    losses = []
    for x in [1., 2., 3.]:
        loss = (w * x - 4) ** 2
        losses.append(loss)
    return losses
# --- history: item_not_called
def history(v):
    w = torch.tensor(v, requires_grad=True)
    losses = []
    for x in [1., 2., 3.]:
        loss = (w * x - 4) ** 2
        losses.append(loss.item)
    return losses
# --- history: cloned
def history(v):
    w = torch.tensor(v, requires_grad=True)
    losses = []
    for x in [1., 2., 3.]:
        loss = (w * x - 4) ** 2
        losses.append(loss.clone())
    return losses
# --- history: freed_only
def history(v):
    w = torch.tensor(v, requires_grad=True)
    losses = []
    for x in [1., 2., 3.]:
        loss = (w * x - 4) ** 2
        loss.backward()
        losses.append(loss)
    return losses
# --- history: stacked
def history(v):
    w = torch.tensor(v, requires_grad=True)
    losses = []
    for x in [1., 2., 3.]:
        losses.append((w * x - 4) ** 2)
    return torch.stack(losses)
# --- history: last_only
def history(v):
    w = torch.tensor(v, requires_grad=True)
    for x in [1., 2., 3.]:
        loss = (w * x - 4) ** 2
    return loss.item()
# --- history: summed
def history(v):
    w = torch.tensor(v, requires_grad=True)
    total = 0.
    for x in [1., 2., 3.]:
        loss = (w * x - 4) ** 2
        total += loss.item()
    return total
# --- history: running
def history(v):
    w = torch.tensor(v, requires_grad=True)
    losses, total = [], 0.
    for x in [1., 2., 3.]:
        total += ((w * x - 4) ** 2).item()
        losses.append(total)
    return losses
# --- history: not_squared
def history(v):
    w = torch.tensor(v, requires_grad=True)
    losses = []
    for x in [1., 2., 3.]:
        losses.append((w * x - 4).item())
    return losses
# --- history: return_in_loop
def history(v):
    w = torch.tensor(v, requires_grad=True)
    losses = []
    for x in [1., 2., 3.]:
        loss = (w * x - 4) ** 2
        losses.append(loss.item())
        return losses
# --- history: right
def history(v):
    w = torch.tensor(v, requires_grad=True)
    return [((w * x - 4) ** 2).detach() for x in [1., 2., 3.]]
# --- history: right
def history(v):
    w = torch.tensor(v, requires_grad=True)
    losses = []
    with torch.inference_mode():
        for x in [1., 2., 3.]:
            losses.append((w * x - 4) ** 2)
    return losses
# --- history: not_kept
def history(v):
    w = torch.tensor(v, requires_grad=True)
    losses = []
    for x in [1., 2., 3.]:
        loss = (w * x - 4) ** 2
        loss.detach()
        losses.append(loss)
    return losses
# --- history: block_late
def history(v):
    w = torch.tensor(v, requires_grad=True)
    losses = []
    for x in [1., 2., 3.]:
        loss = (w * x - 4) ** 2
        with torch.no_grad():
            losses.append(loss)
    return losses

# --- in_pieces: one_pass
def in_pieces(v):
    w = torch.tensor(v, requires_grad=True)
    data = torch.tensor([1., 2., 0., 1., 3., 1.])
    total = 0.
    for part in data.split(2):
        total = total + ((w * part) ** 2).sum()
    total.backward()
    return w.grad
# --- in_pieces: not_split
def in_pieces(v):
    w = torch.tensor(v, requires_grad=True)
    data = torch.tensor([1., 2., 0., 1., 3., 1.])
    ((w * data) ** 2).sum().backward()
    return w.grad
# --- in_pieces: second_time
def in_pieces(v):
    w = torch.tensor(v, requires_grad=True)
    data = torch.tensor([1., 2., 0., 1., 3., 1.])
    total = 0.
    for part in data.split(2):
        total = total + ((w * part) ** 2).sum()
        total.backward()
    return w.grad
# --- in_pieces: retained
def in_pieces(v):
    w = torch.tensor(v, requires_grad=True)
    data = torch.tensor([1., 2., 0., 1., 3., 1.])
    total = 0.
    for part in data.split(2):
        total = total + ((w * part) ** 2).sum()
        total.backward(retain_graph=True)
    return w.grad
# --- in_pieces: retained
def in_pieces(v):
    w = torch.tensor(v, requires_grad=True)
    data = torch.tensor([1., 2., 0., 1., 3., 1.])
    for part in data.split(2):
        ((w * part) ** 2).sum().backward(retain_graph=True)
    return w.grad
# --- in_pieces: detached
def in_pieces(v):
    w = torch.tensor(v, requires_grad=True)
    data = torch.tensor([1., 2., 0., 1., 3., 1.])
    total = 0.
    for part in data.split(2):
        total = total + ((w * part) ** 2).sum().detach()
    total.backward()
    return w.grad
# --- in_pieces: number_for_tensor
def in_pieces(v):
    w = torch.tensor(v, requires_grad=True)
    data = torch.tensor([1., 2., 0., 1., 3., 1.])
    total = 0.
    for part in data.split(2):
        total = total + ((w * part) ** 2).sum().item()
    total.backward()
    return w.grad
# --- in_pieces: emptied
def in_pieces(v):
    w = torch.tensor(v, requires_grad=True)
    data = torch.tensor([1., 2., 0., 1., 3., 1.])
    for part in data.split(2):
        w.grad = None
        ((w * part) ** 2).sum().backward()
    return w.grad
# --- in_pieces: loss_returned
def in_pieces(v):
    w = torch.tensor(v, requires_grad=True)
    data = torch.tensor([1., 2., 0., 1., 3., 1.])
    total = 0.
    for part in data.split(2):
        loss = ((w * part) ** 2).sum()
        loss.backward()
        total += loss.item()
    return total
# --- in_pieces: mean
def in_pieces(v):
    w = torch.tensor(v, requires_grad=True)
    data = torch.tensor([1., 2., 0., 1., 3., 1.])
    for part in data.split(2):
        ((w * part) ** 2).mean().backward()
    return w.grad
# --- in_pieces: return_in_loop
def in_pieces(v):
    w = torch.tensor(v, requires_grad=True)
    data = torch.tensor([1., 2., 0., 1., 3., 1.])
    for part in data.split(2):
        ((w * part) ** 2).sum().backward()
        return w.grad
# --- in_pieces: right
def in_pieces(v):
    w = torch.tensor(v, requires_grad=True)
    for part in torch.tensor([1., 2., 0., 1., 3., 1.]).split(2):
        loss = ((w * part) ** 2).sum()
        loss.backward()
    return w.grad

# --- save_half: index_halved
from torch.autograd.graph import saved_tensors_hooks
def save_half(calculate):
    def pack(tensor):
        return tensor.dtype, tensor.to(torch.float16)
    def unpack(packed):
        return packed[1]
    with saved_tensors_hooks(pack, unpack):
        return calculate()
# --- save_half: not_restored
from torch.autograd.graph import saved_tensors_hooks
def save_half(calculate):
    def pack(tensor):
        return tensor.half() if tensor.is_floating_point() else tensor
    with saved_tensors_hooks(pack, lambda tensor: tensor):
        return calculate()
# --- save_half: to_single
from torch.autograd.graph import saved_tensors_hooks
def save_half(calculate):
    def pack(tensor):
        return tensor.half() if tensor.is_floating_point() else tensor
    def unpack(tensor):
        return tensor.float() if tensor.is_floating_point() else tensor
    with saved_tensors_hooks(pack, unpack):
        return calculate()
# --- save_half: no_hooks
def save_half(calculate):
    return calculate()
# --- save_half: not_called
from torch.autograd.graph import saved_tensors_hooks
def save_half(calculate):
    def pack(tensor):
        return tensor.dtype, tensor.half() if tensor.is_floating_point() else tensor
    with saved_tensors_hooks(pack, lambda packed: packed[1].to(packed[0])):
        return calculate
# --- save_half: not_halved
from torch.autograd.graph import saved_tensors_hooks
def save_half(calculate):
    def pack(tensor):
        return tensor
    def unpack(tensor):
        return tensor
    with saved_tensors_hooks(pack, unpack):
        return calculate()
# --- save_half: half_result
from torch.autograd.graph import saved_tensors_hooks
def save_half(calculate):
    def pack(tensor):
        return tensor.dtype, tensor.half() if tensor.is_floating_point() else tensor
    with saved_tensors_hooks(pack, lambda packed: packed[1].to(packed[0])):
        return calculate().half()
# --- save_half: no_hooks
def save_half(calculate):
    return calculate().half()
# --- save_half: no_return
from torch.autograd.graph import saved_tensors_hooks
def save_half(calculate):
    def pack(tensor):
        return tensor.dtype, tensor.half() if tensor.is_floating_point() else tensor
    with saved_tensors_hooks(pack, lambda packed: packed[1].to(packed[0])):
        calculate()
# --- save_half: not_halved
from torch.autograd.graph import saved_tensors_hooks
def save_half(calculate):
    def pack(tensor):
        tensor.half()
        return tensor
    with saved_tensors_hooks(pack, lambda tensor: tensor):
        return calculate()
# --- save_half: outside
from torch.autograd.graph import saved_tensors_hooks
def save_half(calculate):
    def pack(tensor):
        return tensor.dtype, tensor.half() if tensor.is_floating_point() else tensor
    saved_tensors_hooks(pack, lambda packed: packed[1].to(packed[0]))
    return calculate()
# --- save_half: right
import torch.autograd.graph
def save_half(calculate):
    def pack(tensor):
        if not tensor.dtype.is_floating_point:
            return tensor, tensor.dtype
        return tensor.half(), tensor.dtype
    with torch.autograd.graph.saved_tensors_hooks(pack, lambda kept: kept[0].to(kept[1])):
        result = calculate()
    return result
# --- sizes: thousands
sizes = [0, 4, 8, 4]
# --- sizes: view_added
sizes = [0, 4000, 8000, 4040]
# --- twice: second_plain
def twice(f, v):
    x = torch.tensor(v, requires_grad=True)
    def three(x):
        return f(f(f(x)))
    y = torch.utils.checkpoint.checkpoint(three, x, use_reentrant=False)
    y = three(y)
    y.backward()
    return x.grad
# --- twice: swapped
def twice(f, v):
    x = torch.tensor(v, requires_grad=True)
    def three(x):
        return f(f(f(x)))
    y = torch.utils.checkpoint.checkpoint(x, three, use_reentrant=False)
    y.backward()
    return x.grad
# --- twice: cut
def twice(f, v):
    x = torch.tensor(v, requires_grad=True)
    def three(x):
        return f(f(f(x)))
    m = torch.utils.checkpoint.checkpoint(three, x, use_reentrant=False)
    y = torch.utils.checkpoint.checkpoint(three, m.detach(), use_reentrant=False)
    y.backward()
    return x.grad
# --- in_pieces: last_piece
def in_pieces(v):
    w = torch.tensor(v, requires_grad=True)
    data = torch.tensor([1., 2., 0., 1., 3., 1.])
    for part in data.split(2):
        loss = ((w * part) ** 2).sum()
    loss.backward()
    return w.grad
# --- in_pieces: remade
def in_pieces(v):
    data = torch.tensor([1., 2., 0., 1., 3., 1.])
    for part in data.split(2):
        w = torch.tensor(v, requires_grad=True)
        ((w * part) ** 2).sum().backward()
    return w.grad
# --- save_half: outside
def save_half(calculate):
    def pack(t):
        return (t.dtype, t.half()) if t.is_floating_point() else (t.dtype, t)
    def unpack(p):
        return p[1].to(p[0])
    y = calculate()
    with torch.autograd.graph.saved_tensors_hooks(pack, unpack):
        return y
# --- save_half: swapped
def save_half(calculate):
    def pack(t):
        return (t.dtype, t.half()) if t.is_floating_point() else (t.dtype, t)
    def unpack(p):
        return p[1].to(p[0])
    with torch.autograd.graph.saved_tensors_hooks(unpack, pack):
        return calculate()
# --- save_half: one_received
def save_half(calculate):
    def pack(t):
        return (t.dtype, t.half()) if t.is_floating_point() else (t.dtype, t)
    def unpack(dtype, t):
        return t.to(dtype)
    with torch.autograd.graph.saved_tensors_hooks(pack, unpack):
        return calculate()
# --- save_half: pack_returns_nothing
def save_half(calculate):
    def pack(t):
        t.half()
    def unpack(p):
        return p.float()
    with torch.autograd.graph.saved_tensors_hooks(pack, unpack):
        return calculate()
# --- save_half: always_true
def save_half(calculate):
    def pack(t):
        return (t.dtype, t.half()) if t.is_floating_point else (t.dtype, t)
    def unpack(p):
        return p[1].to(p[0])
    with torch.autograd.graph.saved_tensors_hooks(pack, unpack):
        return calculate()
# --- save_half: swapped
def save_half(calculate):
    def pack(t):
        return (t.dtype, t.half()) if t.is_floating_point() else (t.dtype, t)
    def unpack(p):
        return p
    with torch.autograd.graph.saved_tensors_hooks(pack, unpack):
        return calculate()
# --- save_half: right
def save_half(calculate):
    kept = []
    def pack(t):
        kept.append(t.dtype)
        return t.half() if t.is_floating_point() else t
    def unpack(t):
        return t.to(kept.pop())
    with torch.autograd.graph.saved_tensors_hooks(pack, unpack):
        return calculate()
# --- save_half: outside
def save_half(calculate):
    def pack(t):
        return (t.dtype, t.half()) if t.is_floating_point() else (t.dtype, t)
    def unpack(p):
        return p[1].to(p[0])
    torch.autograd.graph.saved_tensors_hooks(pack, unpack)
    return calculate()
# --- save_half: integers_halved
def save_half(calculate):
    def pack(t):
        return t.dtype, t.half()
    def unpack(packed):
        dtype, t = packed
        return t.to(dtype)
    with torch.autograd.graph.saved_tensors_hooks(pack, unpack):
        return calculate()
# --- save_half: always_float
def save_half(calculate):
    def pack(t):
        return t.half() if t.is_floating_point() else t
    def unpack(t):
        return t.float()
    with torch.autograd.graph.saved_tensors_hooks(pack, unpack):
        return calculate()
