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

# --- cat_nothing
torch.cat([])

# --- stack_of_list
torch.stack([torch.ones(1), 2])

# --- stack_dim_too_large
torch.stack([torch.ones(1)], 5)

# --- split_number
torch.tensor(1.).split(1)

# --- stack_ones_2_ones_2
torch.stack(torch.ones(2), torch.ones(2))

# --- cat_ones_2_ones_2
torch.cat(torch.ones(2), torch.ones(2))

# --- cat_ones_2_1_2
torch.cat((torch.ones(2), [1, 2]))

# --- gradient_through_cat_stack_split
x = torch.tensor([1., 2., 3., 4.], requires_grad=True)
a, b = x.split(2)
c, d = torch.chunk(x, 2)
y = torch.cat([a * 1, b * 2]) + torch.stack([c, d]).flatten() * 10
y.sum().backward()
print(y, x.grad)

# --- split_sizes
x = torch.arange(6.)
print(x.split_with_sizes((2, 4)), torch.split_with_sizes(x, [1, 5]))
