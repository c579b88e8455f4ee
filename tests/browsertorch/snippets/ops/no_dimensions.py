# --- transposed
for turned in (lambda x: x.H, lambda x: x.T, lambda x: x.mT, lambda x: x.mH, lambda x: x.adjoint()):
    print(turned(torch.tensor(1.0)), turned(torch.tensor(2j)))

# --- out_of_range
x = torch.tensor(1.0)
for f in (lambda: x.flip(5), lambda: x.chunk(2), lambda: x.amax((0, -1)), lambda: x.any((0, 0)), lambda: x.count_nonzero((0, -1)),
          lambda: x.sum((0, 0)), lambda: x.all(3)):
    try:
        print(f())
    except (IndexError, RuntimeError) as error:
        print(type(error).__name__, error)

# --- in_range
x = torch.tensor(2.0, requires_grad=True)
for f in (lambda: x.flip(0), lambda: x.flip(-1), lambda: x.mean(()), lambda: x.sum((0,)), lambda: x.amax(-1), lambda: x.cumsum(0)):
    y = f()
    print(y, torch.autograd.grad(y, x))

# --- numbers_copied_in
print(torch.zeros(2).copy_(3), torch.zeros(1, dtype=torch.int64).copy_(2.7))
torch.zeros(2).copy_("a")

# --- wrong_kinds
i, f, b = torch.tensor(3), torch.tensor(3.0), torch.tensor([True, False])
for call in (lambda: i.frac(), lambda: b.frac(), lambda: torch.hypot(i, i), lambda: torch.gcd(f, f), lambda: torch.lcm(f, f),
             lambda: torch.frexp(i), lambda: torch.heaviside(i, i), lambda: b.diff()):
    try:
        print(call())
    except (NotImplementedError, RuntimeError) as error:
        print(type(error).__name__, error)

# --- taken_apart
x = torch.tensor(1.0)
for f in (lambda: x.narrow(0, 0, 1), lambda: x.tensor_split(2), lambda: x.roll(1, 0), lambda: x.split(1), lambda: x.unbind(), lambda: x[0]):
    try:
        print(f())
    except (IndexError, RuntimeError) as error:
        print(type(error).__name__, error)
print(x.roll(1), torch.ones(2).sum(torch.tensor(0)))

# --- xlogy_of_numbers
x = torch.tensor(0.5, requires_grad=True)
print(torch.autograd.grad(x.xlogy(2.0), x), torch.autograd.grad(x.xlogy(0), x), torch.autograd.grad(torch.xlogy(2.0, x), x))
