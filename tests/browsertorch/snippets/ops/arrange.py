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
