# --- second_backward_error
x = torch.tensor(2., requires_grad=True)
y = x ** 2
y.backward()
y.backward()

# --- second_backward_retained
x = torch.tensor(2., requires_grad=True)
y = x ** 2
y.backward(retain_graph=True)
print(x.grad)
y.backward()
print(x.grad)

# --- nothing_saved_no_error
x = torch.tensor(2., requires_grad=True)
y = x + 3
y.backward()
y.backward()
x.grad

# --- mul_by_constant_no_error
x = torch.tensor(2., requires_grad=True)
y = x * 3
y.backward()
y.backward()
x.grad

# --- sum_no_error
x = torch.ones(3, requires_grad=True)
y = x.sum()
y.backward()
y.backward()
x.grad

# --- shared_part_error
x = torch.tensor(2., requires_grad=True)
h = x ** 2
a = h * 2
b = h * 3
a.backward()
b.backward()

# --- shared_part_summed
x = torch.tensor(2., requires_grad=True)
h = x ** 2
(h * 2 + h * 3).backward()
x.grad

# --- state_carried_between_steps
w = torch.tensor(0.5, requires_grad=True)
state = torch.tensor(1.)
for step in range(2):
    state = state * w
    loss = (state - 1) ** 2
    loss.backward()
    print(step, w.grad)

# --- state_detached_between_steps
w = torch.tensor(0.5, requires_grad=True)
state = torch.tensor(1.)
for step in range(3):
    state = state.detach() * w
    loss = (state - 1) ** 2
    loss.backward()
    print(step, w.grad)

# --- retain_graph_with_changed_weights
w = torch.tensor(0.5, requires_grad=True)
state = torch.tensor(1.)
for step in range(2):
    state = state * w
    loss = (state - 1) ** 2
    loss.backward(retain_graph=True)
    with torch.no_grad():
        w -= 0.1 * w.grad

# --- running_loss_keeps_graph
w = torch.tensor(1., requires_grad=True)
total = 0
for x in (1., 2., 3.):
    loss = (w * x - 1) ** 2
    total = total + loss
print(total)
total.backward()
w.grad

# --- grad_frees_too
x = torch.tensor(2., requires_grad=True)
y = x ** 3
print(torch.autograd.grad(y, x))
print(torch.autograd.grad(y, x))

# --- grad_retain
x = torch.tensor(2., requires_grad=True)
y = x ** 3
print(torch.autograd.grad(y, x, retain_graph=True))
print(torch.autograd.grad(y, x))

# --- create_graph_retains
x = torch.tensor(2., requires_grad=True)
y = x ** 3
g = torch.autograd.grad(y, x, create_graph=True)
print(torch.autograd.grad(y, x))

# --- create_graph_without_retain
x = torch.tensor(2., requires_grad=True)
y = x ** 3
torch.autograd.grad(y, x, create_graph=True, retain_graph=False)
torch.autograd.grad(y, x)

# --- precomputed_outside_the_loop
x = torch.tensor([1., 2., 3.])
w = torch.tensor(2., requires_grad=True)
scale = w.exp()
for i in range(2):
    loss = (scale * x[i] - 1) ** 2
    loss.backward()

# --- part_of_graph_survives
x = torch.tensor(2., requires_grad=True)
h = x * x
a = h + 1
b = h.detach().log()
a.backward()
x.grad, b

# --- two_losses_two_backwards
x = torch.tensor(2., requires_grad=True)
(x ** 2).backward()
(x ** 3).backward()
x.grad

# --- sum_of_list_of_losses
x = torch.tensor(2., requires_grad=True)
losses = [x ** 2, x ** 3]
torch.autograd.backward(losses)
x.grad

# --- rebuild_graph_each_time
x = torch.tensor(2., requires_grad=True)
for i in range(3):
    y = x ** 2
    y.backward()
    print(i, x.grad)

# --- long_chain
x = torch.tensor(1., requires_grad=True)
y = x
for _ in range(20000):
    y = y * 1.0001
y.backward()
x.grad
