# --- printed
m = torch.empty(2, 3, device="meta")
print(m, m.long(), m.bool(), m.double(), m.sum(), m[:0])
print(torch.ones(2, device="meta", requires_grad=True), torch.ones(2, device="meta", requires_grad=True) * 2)
print(f"{m}", f"{m[0, 0]}", str(m) == repr(m))
torch.nn.Parameter(m)

# --- printed_in_a_list
print([torch.ones(2, device="meta")], {"w": torch.zeros(1, dtype=torch.int64, device="meta")})

# --- what_it_knows
m = torch.empty(4, 6, dtype=torch.float64, device="meta")
print(m.shape, m.dtype, m.device, m.is_meta, m.is_cpu, m.is_cuda, m.device.type, m.device == torch.device("meta"), m.type())
print(m.numel(), m.element_size(), m.nbytes, m.itemsize, m.dim(), len(m), m.stride(), m.T.stride(), m.storage_offset())
print(m.is_contiguous(), m.T.is_contiguous(), m.is_leaf, m.requires_grad, m.grad, m.data_ptr(), m.layout)
print(torch.ones(2).is_meta, torch.ones(2).is_cpu)

# --- more_than_any_memory
m = torch.empty(100000, 100000, device="meta")
print(m.nbytes, (m @ m + 1).sum(0).shape, m.T.stride(), m[5:, ::7].shape, m.to(torch.float64).nbytes)
m.view(-1).shape, m.reshape(10, -1).stride()

# --- its_memory
m = torch.empty(4, 6, device="meta")
print(m.untyped_storage().nbytes(), m.expand(5, 4, 6).untyped_storage().nbytes(), m[1:, 2:].untyped_storage().nbytes())
m.untyped_storage()

# --- views_of_one_memory
m = torch.zeros(3, 4, device="meta")
v = m[1:, 2:]
print(v.shape, v.stride(), v.storage_offset(), v._is_view(), v._base is m, m._version)
v.add_(1)
print(m._version, v._version)

# --- no_item
torch.ones(1, device="meta").item()

# --- no_item_of_many
torch.ones(3, device="meta").item()

# --- no_numbers
m = torch.ones((), device="meta")
for f in (float, int, bool, complex, lambda t: t.tolist(), lambda t: t.numpy(), lambda t: t.numpy(force=True), lambda t: t.cpu(),
          lambda t: t.to("cpu"), lambda t: list(range(t.long())), lambda t: f"{t:.2f}" if t else 0, lambda t: torch.allclose(t, t)):
    try:
        print(f(m))
    except Exception as error:
        print(type(error).__name__, "|", error)

# --- no_if
m = torch.rand(3, device="meta")
if m.sum() > 1:
    print("?")

# --- no_loop_over_values
for x in torch.arange(3, device="meta"):
    print(x)
    print(x.item())

# --- no_positions
torch.ones(3, device="meta").nonzero()

# --- no_choice_by_mask
m = torch.rand(3, device="meta")
m[m > 0.5]

# --- no_different_values
torch.ones(3, device="meta").unique()

# --- copies_out
c = torch.zeros(2)
c.copy_(torch.ones(2, device="meta"))

# --- copies_in
m = torch.zeros(2, device="meta")
print(m.copy_(torch.ones(2)), m._version)

# --- moved
c = torch.arange(6.0).view(2, 3).t()
m = c.to("meta")
print(m, m.stride(), m.to("meta") is m, m.to(torch.device("meta")) is m, c.to("meta", torch.int64), c.to(device="meta").dtype)
print(c.to(m), torch.ones(2, dtype=torch.int32).to(m), c.cpu() is c)
m.to(c)

# --- gradients
w = torch.randn(3, 2, device="meta", requires_grad=True)
x = torch.randn(5, 3, device="meta")
loss = ((x @ w).relu() ** 2).mean()
print(loss, loss.grad_fn.next_functions[0][0])
loss.backward()
print(w.grad, w.grad.device)
print(torch.autograd.grad((w ** 3).sum(), w, create_graph=True))

# --- gradients_add_up
w = torch.randn(3, device="meta", requires_grad=True)
for _ in range(2):
    (w * w).sum().backward()
print(w.grad, w.grad.is_meta)
w.grad.zero_()
w.grad = None
print(w.grad)

# --- detached_copied_kept
import copy
w = torch.randn(3, device="meta", requires_grad=True)
y = w * 2
y.retain_grad()
y.sum().backward()
print(y.grad, w.detach(), y.clone(), copy.deepcopy(w), w.data, w.is_leaf)

# --- hooks
w = torch.randn(3, device="meta", requires_grad=True)
w.register_hook(lambda g: print("hook", g.shape, g.device))
(w.exp()).sum().backward()

# --- two_devices
m, c = torch.ones(3, device="meta"), torch.ones(3)
for f in (lambda: m + c, lambda: c + m, lambda: c * m, lambda: torch.cat([m, c]), lambda: torch.stack([c, m]), lambda: torch.where(m > 0, m, c)):
    try:
        print(f())
    except RuntimeError as error:
        print(error)

# --- one_number_of_the_cpu_goes_with_it
m = torch.ones(3, device="meta")
print(m * torch.tensor(2.0), torch.tensor(2.0) * m, m + torch.tensor(1), 2 * m)

# --- index_of_the_cpu
m = torch.ones(3, 4, device="meta")
print(m[torch.tensor([0, 2])], m[[0, 1]], m[:, torch.tensor([1])], m[0], m[-1, ::2], m[..., None].shape, m[None].stride())

# --- out_of_range
torch.ones(3, device="meta")[3]

# --- written_into
m = torch.zeros(3, 4, device="meta")
m[0] = 1
m[:, 1] = torch.ones(3, device="meta")
m += 1
m.mul_(2).fill_(3).zero_()
m

# --- shapes_that_do_not_go_together
m, b = torch.randn(2, 3, device="meta"), torch.randn(2, 3, 4, device="meta")
linear, conv = torch.nn.Linear(4, 2, device="meta"), torch.nn.Conv2d(3, 4, 3, device="meta")
for f in (lambda: m @ m, lambda: linear(m), lambda: linear(b.mT), lambda: torch.matmul(b, m), lambda: torch.bmm(b, b), lambda: m + b,
          lambda: m * torch.randn(4, device="meta"), lambda: m == torch.randn(5, 3, device="meta"), lambda: b - torch.randn(5, 1, 1, 4, device="meta")[0],
          lambda: torch.cat([m, torch.randn(2, 4, device="meta")]), lambda: m.view(4), lambda: m[5], lambda: m.sum(2), lambda: m.expand(3, 3),
          lambda: conv(torch.randn(1, 2, 8, 8, device="meta")), lambda: conv(torch.randn(1, 3, 2, 2, device="meta")), lambda: m.backward(),
          lambda: b @ b.mT.double(), lambda: torch.nn.functional.cross_entropy(m, torch.zeros(5, dtype=torch.long, device="meta"))):
    try:
        print(f())
    except (RuntimeError, IndexError, ValueError) as error:
        print(type(error).__name__, "|", error)
# --- numpy_of_one_that_requires_grad
torch.ones(2, device="meta", requires_grad=True).numpy()
