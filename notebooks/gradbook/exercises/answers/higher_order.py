# --- blocked: relu_blocked
blocked = [False, True, True, True]
# --- blocked: never
blocked = [False, False, False, False]
# --- blocked: always
blocked = [True, True, True, True]
# --- blocked: line_passes
blocked = [False, False, False, True]
# --- blocked: line_passes
blocked = [False, False, True, True]
# --- blocked: detached_passes
blocked = [False, True, False, False]
# --- blocked: square_blocked
blocked = [True, True, False, True]
# --- blocked: inverted
blocked = [True, False, True, False]
# --- blocked: number_for_flag
blocked = [0, 1, 0, 1]
# --- blocked: count
blocked = [2, 4]

# --- second: not_recorded
def second(v):
    x = torch.tensor(v, requires_grad=True)
    y = x ** 4 - 2 * x ** 3
    slope = torch.autograd.grad(y, x)[0]
    return torch.autograd.grad(slope, x)[0]
# --- second: not_recorded
def second(v):
    x = torch.tensor(v, requires_grad=True)
    y = x ** 4 - 2 * x ** 3
    slope = torch.autograd.grad(y, x, retain_graph=True)[0]
    return torch.autograd.grad(slope, x)[0]
# --- second: not_recorded
def second(v):
    x = torch.tensor(v, requires_grad=True)
    y = x ** 4 - 2 * x ** 3
    y.backward()
    x.grad.backward()
    return x.grad
# --- second: accumulated
def second(v):
    x = torch.tensor(v, requires_grad=True)
    y = x ** 4 - 2 * x ** 3
    y.backward(create_graph=True)
    x.grad.backward()
    return x.grad
# --- second: accumulated
def second(v):
    x = torch.tensor(v, requires_grad=True)
    y = x ** 4 - 2 * x ** 3
    y.backward(create_graph=True)
    slope = x.grad
    slope.backward()
    return x.grad.item()
# --- second: once
def second(v):
    x = torch.tensor(v, requires_grad=True)
    y = x ** 4 - 2 * x ** 3
    return torch.autograd.grad(y, x, create_graph=True)[0]
# --- second: three_times
def second(v):
    x = torch.tensor(v, requires_grad=True)
    y = x ** 4 - 2 * x ** 3
    for _ in range(3):
        y = torch.autograd.grad(y, x, create_graph=True)[0]
    return y
# --- second: squared_slope
def second(v):
    x = torch.tensor(v, requires_grad=True)
    y = x ** 4 - 2 * x ** 3
    y.backward()
    return x.grad ** 2
# --- second: square_differentiated
def second(v):
    x = torch.tensor(v, requires_grad=True)
    y = x ** 4 - 2 * x ** 3
    slope = torch.autograd.grad(y, x, create_graph=True)[0]
    return torch.autograd.grad(slope ** 2, x)[0]
# --- second: tuple
def second(v):
    x = torch.tensor(v, requires_grad=True)
    y = x ** 4 - 2 * x ** 3
    slope = torch.autograd.grad(y, x, create_graph=True)[0]
    return torch.autograd.grad(slope, x)
# --- second: y_twice
def second(v):
    x = torch.tensor(v, requires_grad=True)
    y = x ** 4 - 2 * x ** 3
    y.backward(retain_graph=True)
    y.backward()
    return x.grad
# --- second: value
def second(v):
    x = torch.tensor(v, requires_grad=True)
    y = x ** 4 - 2 * x ** 3
    slope = torch.autograd.grad(y, x, create_graph=True)[0]
    return y
# --- second: by_hand
def second(v):
    return 12 * v ** 2 - 12 * v

# --- penalized: penalty_lost
def penalized(v):
    w = torch.tensor(v, requires_grad=True)
    x = torch.tensor(1., requires_grad=True)
    out = w * x ** 3
    slope = torch.autograd.grad(out, x, retain_graph=True)[0]
    loss = (out - 1) ** 2 + slope ** 2
    loss.backward()
    return w.grad
# --- penalized: partly_cut
def penalized(v):
    w = torch.tensor(v, requires_grad=True)
    x = torch.tensor(1., requires_grad=True)
    out = w * x ** 3
    slope = torch.autograd.grad(out, x, create_graph=True)[0]
    loss = (out - 1) ** 2 + slope.detach() ** 2
    loss.backward()
    return w.grad
# --- penalized: partly_cut
def penalized(v):
    w = torch.tensor(v, requires_grad=True)
    x = torch.tensor(1., requires_grad=True)
    out = w * x ** 3
    slope = torch.autograd.grad(out, x, create_graph=True)[0]
    loss = (out - 1) ** 2 + slope.item() ** 2
    loss.backward()
    return w.grad
# --- penalized: record_gone
def penalized(v):
    w = torch.tensor(v, requires_grad=True)
    x = torch.tensor(1., requires_grad=True)
    out = w * x ** 3
    slope = torch.autograd.grad(out, x)[0]
    loss = (out - 1) ** 2 + slope ** 2
    loss.backward()
    return w.grad
# --- penalized: penalty_only
def penalized(v):
    w = torch.tensor(v, requires_grad=True)
    x = torch.tensor(1., requires_grad=True)
    out = w * x ** 3
    slope = torch.autograd.grad(out, x, create_graph=True)[0]
    (slope ** 2).backward()
    return w.grad
# --- penalized: not_squared
def penalized(v):
    w = torch.tensor(v, requires_grad=True)
    x = torch.tensor(1., requires_grad=True)
    out = w * x ** 3
    slope = torch.autograd.grad(out, x, create_graph=True)[0]
    loss = (out - 1) ** 2 + slope
    loss.backward()
    return w.grad
# --- penalized: input_gradient
def penalized(v):
    w = torch.tensor(v, requires_grad=True)
    x = torch.tensor(1., requires_grad=True)
    out = w * x ** 3
    slope = torch.autograd.grad(out, x, create_graph=True)[0]
    loss = (out - 1) ** 2 + slope ** 2
    loss.backward()
    return x.grad
# --- penalized: slope_returned
def penalized(v):
    w = torch.tensor(v, requires_grad=True)
    x = torch.tensor(1., requires_grad=True)
    out = w * x ** 3
    slope = torch.autograd.grad(out, x, create_graph=True)[0]
    loss = (out - 1) ** 2 + slope ** 2
    loss.backward()
    return slope
# --- penalized: loss_returned
def penalized(v):
    w = torch.tensor(v, requires_grad=True)
    x = torch.tensor(1., requires_grad=True)
    out = w * x ** 3
    slope = torch.autograd.grad(out, x, create_graph=True)[0]
    loss = (out - 1) ** 2 + slope ** 2
    loss.backward()
    return loss
# --- penalized: parts_apart
def penalized(v):
    w = torch.tensor(v, requires_grad=True)
    x = torch.tensor(1., requires_grad=True)
    out = w * x ** 3
    slope = torch.autograd.grad(out, x, create_graph=True)[0]
    return torch.autograd.grad(slope, w)[0]
# --- penalized: by_hand
def penalized(v):
    return 2 * (v - 1) + 18 * v

# --- product: whole_hessian
def product(point, v):
    def f(x):
        return x[0] ** 2 * x[1] + x[1] ** 3
    return torch.func.hessian(f)(point) @ v
# --- product: not_recorded
def product(point, v):
    x = point.clone().requires_grad_()
    y = x[0] ** 2 * x[1] + x[1] ** 3
    slope = torch.autograd.grad(y, x)[0]
    return torch.autograd.grad((slope * v).sum(), x)[0]
# --- product: not_summed
def product(point, v):
    x = point.clone().requires_grad_()
    y = x[0] ** 2 * x[1] + x[1] ** 3
    slope = torch.autograd.grad(y, x, create_graph=True)[0]
    return torch.autograd.grad(slope * v, x)[0]
# --- product: direction_forgotten
def product(point, v):
    x = point.clone().requires_grad_()
    y = x[0] ** 2 * x[1] + x[1] ** 3
    slope = torch.autograd.grad(y, x, create_graph=True)[0]
    return torch.autograd.grad(slope.sum(), x)[0]
# --- product: multiplied_after
def product(point, v):
    x = point.clone().requires_grad_()
    y = x[0] ** 2 * x[1] + x[1] ** 3
    slope = torch.autograd.grad(y, x, create_graph=True)[0]
    return torch.autograd.grad(slope.sum(), x)[0] * v
# --- product: gradient_times
def product(point, v):
    x = point.clone().requires_grad_()
    y = x[0] ** 2 * x[1] + x[1] ** 3
    slope = torch.autograd.grad(y, x, create_graph=True)[0]
    return slope * v
# --- product: gradient_only
def product(point, v):
    x = point.clone().requires_grad_()
    y = x[0] ** 2 * x[1] + x[1] ** 3
    y.backward()
    return x.grad
# --- product: direction_slope
def product(point, v):
    x = point.clone().requires_grad_()
    y = x[0] ** 2 * x[1] + x[1] ** 3
    slope = torch.autograd.grad(y, x, create_graph=True)[0]
    return (slope * v).sum()
# --- product: curvature
def product(point, v):
    x = point.clone().requires_grad_()
    y = x[0] ** 2 * x[1] + x[1] ** 3
    slope = torch.autograd.grad(y, x, create_graph=True)[0]
    return torch.autograd.grad((slope * v).sum(), x)[0] @ v
# --- product: diagonal
def product(point, v):
    x = point.clone().requires_grad_()
    y = x[0] ** 2 * x[1] + x[1] ** 3
    torch.autograd.grad(y, x, create_graph=True)
    return torch.stack([2 * x[1] * v[0], 6 * x[1] * v[1]])
# --- product: tuple
def product(point, v):
    x = point.clone().requires_grad_()
    y = x[0] ** 2 * x[1] + x[1] ** 3
    slope = torch.autograd.grad(y, x, create_graph=True)[0]
    return torch.autograd.grad((slope * v).sum(), x)
# --- penalized: slope_in_w
def penalized(v):
    w = torch.tensor(v, requires_grad=True)
    x = torch.tensor(1., requires_grad=True)
    out = w * x ** 3
    slope = torch.autograd.grad(out, w, create_graph=True)[0]
    loss = (out - 1) ** 2 + slope ** 2
    loss.backward()
    return w.grad
# --- penalized: penalty_left_out
def penalized(v):
    w = torch.tensor(v, requires_grad=True)
    x = torch.tensor(1., requires_grad=True)
    out = w * x ** 3
    slope = torch.autograd.grad(out, x, create_graph=True)[0]
    loss = (out - 1) ** 2
    loss.backward()
    return w.grad
# --- penalized: accumulated
def penalized(v):
    w = torch.tensor(v, requires_grad=True)
    x = torch.tensor(1., requires_grad=True)
    out = w * x ** 3
    out.backward(create_graph=True)
    slope = x.grad
    loss = (out - 1) ** 2 + slope ** 2
    loss.backward()
    return w.grad
