# --- diff
x = torch.arange(6.).reshape(2, 3).requires_grad_()
print(x.diff(dim=0), torch.diff(x, n=2))

# --- atleast
print(torch.atleast_1d(torch.tensor(1)), torch.atleast_2d(torch.tensor([1])))

# --- trapezoid
y = torch.tensor([0., 1., 4.], requires_grad=True)
print(torch.trapezoid(y), torch.trapz(y, dx=0.5))

# --- cumulative
v = torch.tensor([3., 1., 2.], requires_grad=True)
y = v.cumsum(0)
print(y)
(y * torch.tensor([1., 10., 100.])).sum().backward()
print(v.grad, v.logcumsumexp(0))

# --- squeeze_chain
x = torch.ones(2, requires_grad=True)
y = x.unsqueeze(0).expand(3, 2).reshape(6)
print(y)
y.sum().backward()
print(x.grad)

# --- contiguous_node
x = torch.arange(6.).reshape(2, 3).requires_grad_()
print(x.t().contiguous(), x.contiguous().grad_fn)

# --- interpolate_lists
xs = [torch.tensor([1., 2.]) * i for i in range(3)]
print(torch.stack(xs).mean(0), sum(xs))

# --- sum_builtin
v = torch.tensor([3., 1., 2.], requires_grad=True)
print(sum(v), max(v), min(v), sorted(v.tolist()), list(v))

# --- shapes_that_cannot_be
x = torch.arange(6.).reshape(2, 3)
for call in (lambda: x.reshape(-2, 3), lambda: torch.reshape(x, 6), lambda: x.flatten(1, 0), lambda: x.unflatten(1, (2, 2)),
             lambda: x[0].expand(-1, 3), lambda: x.chunk(0), lambda: x.split(0), lambda: x.repeat(-1, 1), lambda: x.roll((1, 1)),
             lambda: x[0].tril(), lambda: x[0].fliplr(), lambda: torch.ones(2, 2, 2).diag(), lambda: x.view(torch.float64),
             lambda: torch.broadcast_shapes((2,), (3,)), lambda: torch.zeros(0).reshape(0, -1)):
    try:
        call()
    except (RuntimeError, TypeError) as error:
        print(error)

# --- sizes_are_tuples
s = torch.Size([2, 3])
print((1,) + s, s * 2, 2 * s, s + (4,))
torch.Size(["a"])

# --- transposes_with_an_h
x = torch.arange(6.).reshape(2, 3).requires_grad_()
print(x.H, x.adjoint().shape, torch.diagflat(x[0]))
x[0].mH

# --- flatten_number
print(torch.tensor(1.).flatten(), torch.tensor([]).prod())

# --- view_of_floats
torch.ones(4).view(2., 2)

# --- conjugate_transpose_1
x = torch.arange(6., requires_grad=True).reshape(2, 3)
print(x.H, x.adjoint(), torch.adjoint(x), x.mH)

# --- conjugate_transpose_2
torch.ones(2).H

# --- conjugate_transpose_4
torch.ones(2).adjoint()

# --- conjugate_transpose_5
torch.ones(2, 2, 2).H

# --- conjugate_transpose_6
print(torch.ones(2, 3, 1).adjoint().shape, torch.adjoint(torch.ones(2, 3, 1, requires_grad=True)).grad_fn)

# --- conjugate_transpose_8
torch.ones(2).mH

# --- conjugate_transpose_11
x = torch.tensor([[1 + 2j, 3.]])
print(x.H, x.mH, x.adjoint())

# --- atleast_1
print(torch.atleast_3d(torch.tensor(1.)).shape, torch.atleast_3d(torch.ones(2)).shape, torch.atleast_3d(torch.ones(2, 3)).shape, torch.atleast_3d(torch.ones(2, 3, 4)).shape)

# --- atleast_2
a, b = torch.atleast_3d(torch.tensor(1., requires_grad=True), torch.ones(2, requires_grad=True))
print(a, b, a.grad_fn, b.grad_fn)

# --- atleast_3
print(torch.atleast_3d((torch.tensor(1.), torch.ones(2))), torch.atleast_2d([torch.tensor(1.), torch.ones(2)]), torch.atleast_1d((torch.tensor(1.),)))

# --- atleast_4
print(torch.atleast_3d(torch.ones(2, 3, requires_grad=True)).grad_fn)

# --- atleast_6
torch.atleast_3d()

# --- ones_4_view_2_2_2
torch.ones(4).view(2, 2, 2)
