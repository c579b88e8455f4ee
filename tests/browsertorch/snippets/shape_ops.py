# --- cat
v = torch.tensor([3., 1., 2.], requires_grad=True)
y = torch.cat([v, v * 2])
print(y)
(y * torch.arange(6.)).sum().backward()
print(v.grad)

# --- cat_dim
x = torch.arange(6.).reshape(2, 3).requires_grad_()
print(torch.cat([x, x], dim=1), torch.cat((x, x), -2).shape, torch.concat([x], 0).shape)

# --- cat_promotes
torch.cat([torch.tensor([1, 2]), torch.tensor([0.5])])

# --- cat_dims_differ
torch.cat([torch.ones(2, 2), torch.ones(2)])

# --- cat_sizes_differ
torch.cat([torch.ones(2, 2), torch.ones(2, 3)])

# --- cat_scalars
torch.cat([torch.tensor(1.), torch.tensor(2.)])

# --- cat_empty
torch.cat([torch.tensor([]), torch.ones(2)])

# --- cat_number
torch.cat([torch.ones(1), 2])

# --- stack
v = torch.tensor([3., 1., 2.], requires_grad=True)
y = torch.stack([v, v ** 2])
print(y)
y[1].sum().backward()
print(v.grad)

# --- stack_dim
print(torch.stack([torch.ones(2), torch.zeros(2)], dim=1), torch.stack([torch.tensor(1.), torch.tensor(2.)]))

# --- stack_sizes_differ
torch.stack([torch.ones(2), torch.ones(3)])

# --- stack_nothing
torch.stack([])

# --- stack_scalars_of_loop
w = torch.tensor(2., requires_grad=True)
losses = torch.stack([w ** i for i in range(3)])
print(losses)
losses.sum().backward()
print(w.grad)

# --- hstack_vstack
v = torch.tensor([3., 1., 2.], requires_grad=True)
print(torch.hstack([v, v]), torch.vstack([v, v]), torch.column_stack([v, v]), torch.dstack([v, v]).shape)

# --- repeat
v = torch.tensor([3., 1., 2.], requires_grad=True)
y = v.repeat(2, 2)
print(y)
y.sum().backward()
print(v.grad)

# --- repeat_too_few
torch.ones(2, 2).repeat(2)

# --- tile
torch.tile(torch.tensor([1, 2]), (2, 2)), torch.tensor([1, 2]).tile(2)

# --- repeat_interleave
v = torch.tensor([3., 1., 2.], requires_grad=True)
y = v.repeat_interleave(2)
print(y, torch.repeat_interleave(torch.tensor([1, 2]), torch.tensor([1, 2])))
y.sum().backward()
print(v.grad)

# --- repeat_interleave_dim
x = torch.arange(6.).reshape(2, 3).requires_grad_()
print(x.repeat_interleave(2, dim=0))

# --- flip
x = torch.arange(6.).reshape(2, 3).requires_grad_()
y = x.flip(0)
print(y)
(y * y).sum().backward()
print(x.grad)

# --- flip_two
x = torch.arange(6.).reshape(2, 3).requires_grad_()
print(x.flip([0, 1]), torch.flip(x, (1,)), torch.fliplr(x), torch.flipud(x))

# --- roll
x = torch.arange(6.).reshape(2, 3).requires_grad_()
print(x.roll(1), x.roll(1, 0), torch.roll(x, (1, 2), (0, 1)))

# --- rot90
x = torch.arange(6.).reshape(2, 3).requires_grad_()
print(x.rot90(), torch.rot90(x, 2))

# --- tril
x = torch.arange(6.).reshape(2, 3).requires_grad_()
y = x.tril()
print(y)
(y * y).sum().backward()
print(x.grad)

# --- triu
x = torch.arange(6.).reshape(2, 3).requires_grad_()
y = x.triu(1)
print(y)
(y * y).sum().backward()
print(x.grad)

# --- diag
v = torch.tensor([3., 1., 2.], requires_grad=True)
y = torch.diag(v)
print(y)
y.sum().backward()
print(v.grad)

# --- diag_of_matrix
x = torch.arange(6.).reshape(2, 3).requires_grad_()
y = x.diag()
print(y)
(y * y).sum().backward()
print(x.grad)

# --- diag_embed
v = torch.tensor([3., 1., 2.], requires_grad=True)
print(torch.diag_embed(v), torch.diag_embed(v, offset=1).shape)

# --- diff
x = torch.arange(6.).reshape(2, 3).requires_grad_()
print(x.diff(dim=0), torch.diff(x, n=2))

# --- split_and_join
x = torch.arange(6.).reshape(2, 3).requires_grad_()
y = torch.cat(x.split(1, dim=1)[::-1], dim=1)
print(y)
y[0, 0].backward()
print(x.grad)

# --- chunks_uneven
torch.arange(5).chunk(3), torch.arange(5).chunk(10)

# --- tensor_split
torch.arange(5).tensor_split(3), torch.arange(5).tensor_split([1, 3])

# --- unbind_dim
x = torch.arange(6.).reshape(2, 3).requires_grad_()
print(x.unbind(1))

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
