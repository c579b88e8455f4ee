# --- repeat
v = torch.tensor([3., 1., 2.], requires_grad=True)
y = v.repeat(2, 2)
print(y)
y.sum().backward()
print(v.grad)

# --- repeat_too_few
torch.ones(2, 2).repeat(2)

# --- repeat_interleave
v = torch.tensor([3., 1., 2.], requires_grad=True)
y = v.repeat_interleave(2)
print(y, torch.repeat_interleave(torch.tensor([1, 2]), torch.tensor([1, 2])))
y.sum().backward()
print(v.grad)

# --- repeat_interleave_dim
x = torch.arange(6.).reshape(2, 3).requires_grad_()
print(x.repeat_interleave(2, dim=0))

# --- tile
torch.tile(torch.tensor([1, 2]), (2, 2)), torch.tensor([1, 2]).tile(2)

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

# --- comb
x = torch.arange(3., requires_grad=True)
y = torch.combinations(x)
print(y, y.grad_fn)
y.sum().backward()
print(x.grad)
print(torch.combinations(x, 3), torch.combinations(x, 4).shape, torch.combinations(x, 2, True), torch.combinations(x, 0), torch.combinations(x, 1))

# --- comb_bad
torch.combinations(torch.ones(2, 2))

# --- comb_bad2
torch.combinations(torch.ones(2), -1)

# --- cart
x, z = torch.arange(2., requires_grad=True), torch.ones(3, requires_grad=True)
y = torch.cartesian_prod(x, z)
print(y, y.grad_fn, [f[0] for f in y.grad_fn.next_functions])
y.sum().backward()
print(x.grad, z.grad, torch.cartesian_prod(x).grad_fn)

# --- cart_bad
torch.cartesian_prod(torch.ones(2, 2), torch.ones(2))

# --- diag_embed_dims
x = torch.arange(6.).reshape(2, 3).requires_grad_()
y = x.diag_embed(1, 0, 2)
print(y.shape, y.stride(), y[:, 0])
(y * torch.arange(32.).reshape(4, 2, 4)).sum().backward()
print(x.grad)
torch.diag_embed(torch.ones(2), 0, 1, 1)

# --- repeat_interleave_of_places
print(torch.repeat_interleave(torch.tensor([2, 0, 3])), torch.repeat_interleave(torch.tensor([[1, 2], [3, 4]]), torch.tensor([1, 2]), dim=0, output_size=3))

# --- repeat_interleave_bad
torch.repeat_interleave(torch.tensor([[1, 2], [3, 4]]), torch.tensor([1, 2]), dim=0, output_size=4)

# --- repeat_interleave_bad2
torch.repeat_interleave(torch.tensor([2., 1.]))
