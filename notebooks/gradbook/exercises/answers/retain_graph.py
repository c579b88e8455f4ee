# --- which: always
which = [True, True, True, True]
# --- which: never
which = [False, False, False, False]
# --- which: last_only
which = [False, True, False, False]
# --- which: stack_saves
which = [False, True, True, True]
# --- which: minus_saves
which = [True, True, False, True]
# --- which: square_free
which = [False, False, False, True]
# --- which: inverted
which = [True, False, True, False]
# --- which: count
which = [False, True, False]
# --- which: number_for_flag
which = [0, 1, 0, 1]

# --- both: not_retained
def both(v):
    x = torch.tensor(v, requires_grad=True)
    s = x ** 2
    first, second = 3 * s, s ** 2
    first.backward()
    a = x.grad
    x.grad = None
    second.backward()
    return [a, x.grad]
# --- both: not_emptied
def both(v):
    x = torch.tensor(v, requires_grad=True)
    s = x ** 2
    first, second = 3 * s, s ** 2
    first.backward(retain_graph=True)
    a = x.grad.item()
    second.backward()
    return [a, x.grad.item()]
# --- both: same_object
def both(v):
    x = torch.tensor(v, requires_grad=True)
    s = x ** 2
    first, second = 3 * s, s ** 2
    first.backward(retain_graph=True)
    a = x.grad
    x.grad.zero_()
    second.backward()
    return [a, x.grad]
# --- both: same_object
def both(v):
    x = torch.tensor(v, requires_grad=True)
    s = x ** 2
    first, second = 3 * s, s ** 2
    first.backward(retain_graph=True)
    a = x.grad
    second.backward()
    return [a, x.grad]
# --- both: recomputed
def both(v):
    x = torch.tensor(v, requires_grad=True)
    s = x ** 2
    first = 3 * s
    first.backward()
    a = x.grad
    x.grad = None
    s = x ** 2
    second = s ** 2
    second.backward()
    return [a, x.grad]
# --- both: summed
def both(v):
    x = torch.tensor(v, requires_grad=True)
    s = x ** 2
    first, second = 3 * s, s ** 2
    (first + second).backward()
    return x.grad
# --- both: by_hand
def both(v):
    return [6 * v, 4 * v ** 3]
# --- both: values
def both(v):
    x = torch.tensor(v, requires_grad=True)
    s = x ** 2
    first, second = 3 * s, s ** 2
    first.backward(retain_graph=True)
    second.backward()
    return [first, second]
# --- both: swapped
def both(v):
    x = torch.tensor(v, requires_grad=True)
    s = x ** 2
    first, second = 3 * s, s ** 2
    second.backward(retain_graph=True)
    a = x.grad
    x.grad = None
    first.backward()
    return [a, x.grad]

# --- carried: second_time
def carried(v):
    w = torch.tensor(v, requires_grad=True)
    h = torch.tensor(16.)
    for step in range(3):
        h = w * h
        loss = h ** 2
        loss.backward()
    return w.grad
# --- carried: retained
def carried(v):
    w = torch.tensor(v, requires_grad=True)
    h = torch.tensor(16.)
    for step in range(3):
        h = w * h
        loss = h ** 2
        loss.backward(retain_graph=True)
    return w.grad
# --- carried: no_gradient
def carried(v):
    w = torch.tensor(v, requires_grad=True)
    h = torch.tensor(16.)
    for step in range(3):
        h = w * h
        h = h.detach()
        loss = h ** 2
        loss.backward()
    return w.grad
# --- carried: reset_state
def carried(v):
    w = torch.tensor(v, requires_grad=True)
    for step in range(3):
        h = torch.tensor(16.)
        h = w * h
        loss = h ** 2
        loss.backward()
    return w.grad
# --- carried: emptied
def carried(v):
    w = torch.tensor(v, requires_grad=True)
    h = torch.tensor(16.)
    for step in range(3):
        w.grad = None
        h = w * h
        loss = h ** 2
        loss.backward()
        h = h.detach()
    return w.grad
# --- carried: whole
def carried(v):
    w = torch.tensor(v, requires_grad=True)
    h = torch.tensor(16.)
    total = 0
    for step in range(3):
        h = w * h
        total = total + h ** 2
    total.backward()
    return w.grad
# --- carried: one_step
def carried(v):
    w = torch.tensor(v, requires_grad=True)
    h = torch.tensor(16.)
    h = w * h
    loss = h ** 2
    loss.backward()
    return w.grad
# --- carried: item_returned
def carried(v):
    w = torch.tensor(v, requires_grad=True)
    h = torch.tensor(16.)
    for step in range(3):
        h = w * h
        loss = h ** 2
        loss.backward()
        h = h.detach()
    return h
# --- carried: second_time
def carried(v):
    w = torch.tensor(v, requires_grad=True)
    h = torch.tensor(16.)
    for step in range(3):
        h = w * h
        loss = h ** 2
        loss.backward()
        h.detach()
    return w.grad

# --- whole: many_calls
def whole(v):
    w = torch.tensor(v, requires_grad=True)
    h = torch.tensor(16.)
    for step in range(3):
        h = w * h
        (h ** 2).backward(retain_graph=True)
    return w.grad
# --- whole: second_time
def whole(v):
    w = torch.tensor(v, requires_grad=True)
    h = torch.tensor(16.)
    for step in range(3):
        h = w * h
        loss = h ** 2
        loss.backward()
    return w.grad
# --- whole: numbers_added
def whole(v):
    w = torch.tensor(v, requires_grad=True)
    h = torch.tensor(16.)
    total = 0
    for step in range(3):
        h = w * h
        total += (h ** 2).item()
    total.backward()
    return w.grad
# --- whole: partly_cut
def whole(v):
    w = torch.tensor(v, requires_grad=True)
    h = torch.tensor(16.)
    total = 0
    for step in range(3):
        h = w * h.detach()
        total = total + h ** 2
    total.backward()
    return w.grad
# --- whole: last_only
def whole(v):
    w = torch.tensor(v, requires_grad=True)
    h = torch.tensor(16.)
    for step in range(3):
        h = w * h
    loss = h ** 2
    loss.backward()
    return w.grad
# --- whole: mean
def whole(v):
    w = torch.tensor(v, requires_grad=True)
    h = torch.tensor(16.)
    losses = []
    for step in range(3):
        h = w * h
        losses.append(h ** 2)
    torch.stack(losses).mean().backward()
    return w.grad
# --- whole: states_added
def whole(v):
    w = torch.tensor(v, requires_grad=True)
    h = torch.tensor(16.)
    total = 0
    for step in range(3):
        h = w * h
        total = total + h
    total.backward()
    return w.grad
# --- whole: four_steps
def whole(v):
    w = torch.tensor(v, requires_grad=True)
    h = torch.tensor(16.)
    total = 0
    for step in range(4):
        h = w * h
        total = total + h ** 2
    total.backward()
    return w.grad
# --- whole: square_of_sum
def whole(v):
    w = torch.tensor(v, requires_grad=True)
    h = torch.tensor(16.)
    total = 0
    for step in range(3):
        h = w * h
        total = total + h
    (total ** 2).backward()
    return w.grad
# --- whole: by_hand
def whole(v):
    return 512 * v + 1024 * v ** 3 + 1536 * v ** 5
# --- whole: two_steps
def whole(v):
    w = torch.tensor(v, requires_grad=True)
    h = torch.tensor(16.)
    total = 0
    for step in range(2):
        h = w * h
        total = total + h ** 2
    total.backward()
    return w.grad
# --- whole: loss_returned
def whole(v):
    w = torch.tensor(v, requires_grad=True)
    h = torch.tensor(16.)
    for step in range(3):
        h = w * h
        loss = h ** 2
    loss.backward()
    return loss
# --- whole: too_early
def whole(v):
    w = torch.tensor(v, requires_grad=True)
    h = torch.tensor(16.)
    total = 0.
    for step in range(3):
        total = total + h ** 2
        h = w * h
    total.backward()
    return w.grad
# --- carried: loss_returned
def carried(v):
    w = torch.tensor(v, requires_grad=True)
    h = torch.tensor(16.)
    for step in range(3):
        h = w * h
        loss = h ** 2
        loss.backward()
        h = h.detach()
    return loss
# --- both: slope_in_s
def both(v):
    x = torch.tensor(v, requires_grad=True)
    s = (x ** 2).detach().requires_grad_()
    first, second = 3 * s, s ** 2
    first.backward()
    a = s.grad
    s.grad = None
    second.backward()
    return [a, s.grad]
# --- both: summed
def both(v):
    x = torch.tensor(v, requires_grad=True)
    s = x ** 2
    first, second = 3 * s, s ** 2
    (first + second).backward()
    return [x.grad, x.grad]
# --- both: recomputed
def both(v):
    x = torch.tensor(v, requires_grad=True)
    (3 * x ** 2).backward()
    a = x.grad
    x.grad = None
    ((x ** 2) ** 2).backward()
    return [a, x.grad]
# --- carried: parameter_cut
def carried(v):
    w = torch.tensor(v, requires_grad=True)
    h = torch.tensor(16.)
    for step in range(3):
        h = w.detach() * h
        loss = h ** 2
        loss.backward()
    return w.grad
