# --- leaves: requires_grad
answer = [False, True, False, True, True]
# --- leaves: only_made
answer = [False, False, False, False, True]
# --- leaves: only_made
answer = [False, False, True, False, True]
# --- leaves: recorded_leaf
answer = [True, True, True, False, True]
# --- leaves: detached
answer = [True, False, False, False, True]
# --- leaves: new_dtype
answer = [True, False, True, True, True]
# --- leaves: new_dtype
answer = [True, False, True, True, False]
# --- leaves: same_dtype
answer = [True, False, True, False, False]
# --- leaves: inverted
answer = [False, True, False, True, False]
# --- leaves: count
answer = [True, False, True, False]
# --- leaves: text_for_number
answer = ["True", "False", "True", "False", "True"]
# --- leaves: number_for_flag
answer = [1, 0, 1, 0, 1]

# --- middle: not_kept
def middle(v):
    x = torch.tensor(v, requires_grad=True)
    u = 3 * x
    z = u ** 2
    z.backward()
    return [u.grad, x.grad]
# --- middle: kept_late
def middle(v):
    x = torch.tensor(v, requires_grad=True)
    u = 3 * x
    z = u ** 2
    z.backward()
    u.retain_grad()
    return [u.grad, x.grad]
# --- middle: kept_without_parentheses
def middle(v):
    x = torch.tensor(v, requires_grad=True)
    u = 3 * x
    u.retain_grad
    z = u ** 2
    z.backward()
    return [u.grad, x.grad]
# --- middle: kept_other
def middle(v):
    x = torch.tensor(v, requires_grad=True)
    u = 3 * x
    z = u ** 2
    z.retain_grad()
    z.backward()
    return [u.grad, x.grad]
# --- middle: kept_other
def middle(v):
    x = torch.tensor(v, requires_grad=True)
    x.retain_grad()
    u = 3 * x
    z = u ** 2
    z.backward()
    return [u.grad, x.grad]
# --- middle: marked_middle
def middle(v):
    x = torch.tensor(v, requires_grad=True)
    u = (3 * x).detach().requires_grad_()
    z = u ** 2
    z.backward()
    return [u.grad, x.grad]
# --- middle: backward_middle
def middle(v):
    x = torch.tensor(v, requires_grad=True)
    u = 3 * x
    u.retain_grad()
    z = u ** 2
    u.backward()
    return [u.grad, x.grad]
# --- middle: values
def middle(v):
    x = torch.tensor(v, requires_grad=True)
    u = 3 * x
    z = u ** 2
    z.backward()
    return [u, x]
# --- middle: middle_only
def middle(v):
    x = torch.tensor(v, requires_grad=True)
    u = 3 * x
    u.retain_grad()
    z = u ** 2
    z.backward()
    return u.grad
# --- middle: leaf_only
def middle(v):
    x = torch.tensor(v, requires_grad=True)
    u = 3 * x
    z = u ** 2
    z.backward()
    return x.grad
# --- middle: same_written
def middle(v):
    x = torch.tensor(v, requires_grad=True)
    u = 3 * x
    z = u ** 2
    z.backward()
    return [x.grad, x.grad]
# --- middle: order
def middle(v):
    x = torch.tensor(v, requires_grad=True)
    u = 3 * x
    u.retain_grad()
    z = u ** 2
    z.backward()
    return [x.grad, u.grad]
# --- middle: by_hand
def middle(v):
    x = torch.tensor(v, requires_grad=True)
    u = 3 * x
    return [2 * u, 6 * u]
# --- middle: local
def middle(v):
    x = torch.tensor(v, requires_grad=True)
    u = 3 * x
    u.retain_grad()
    z = u ** 2
    z.backward()
    return [u.grad, 3.0]
# --- middle: no_return
def middle(v):
    x = torch.tensor(v, requires_grad=True)
    u = 3 * x
    u.retain_grad()
    z = u ** 2
    z.backward()
    print(u.grad, x.grad)

# --- scaled: no_leaf
def scaled(v):
    w = torch.tensor(v, requires_grad=True) * 0.5
    loss = (w - 3) ** 2
    loss.backward()
    with torch.no_grad():
        w -= 0.25 * w.grad
    return w
# --- scaled: retained
def scaled(v):
    w = torch.tensor(v, requires_grad=True) * 0.5
    w.retain_grad()
    loss = (w - 3) ** 2
    loss.backward()
    with torch.no_grad():
        w -= 0.25 * w.grad
    return w
# --- scaled: not_recorded
def scaled(v):
    w = torch.tensor(v) * 0.5
    loss = (w - 3) ** 2
    loss.backward()
    with torch.no_grad():
        w -= 0.25 * w.grad
    return w
# --- scaled: by_grad
def scaled(v):
    w = torch.tensor(v, requires_grad=True) * 0.5
    loss = (w - 3) ** 2
    slope, = torch.autograd.grad(loss, w)
    with torch.no_grad():
        w -= 0.25 * slope
    return w
# --- scaled: flag_lost
def scaled(v):
    w = (torch.tensor(v) * 0.5).requires_grad_()
    loss = (w - 3) ** 2
    loss.backward()
    with torch.no_grad():
        w = w - 0.25 * w.grad
    return w
# --- scaled: by_grad
def scaled(v):
    w = (torch.tensor(v) * 0.5).requires_grad_()
    loss = (w - 3) ** 2
    loss.backward()
    return w - 0.25 * w.grad
# --- scaled: not_halved
def scaled(v):
    w = torch.tensor(v, requires_grad=True)
    loss = (w - 3) ** 2
    loss.backward()
    with torch.no_grad():
        w -= 0.25 * w.grad
    return w
# --- scaled: outer_leaf
def scaled(v):
    x = torch.tensor(v, requires_grad=True)
    w = x * 0.5
    loss = (w - 3) ** 2
    loss.backward()
    with torch.no_grad():
        x -= 0.25 * x.grad
    return x
# --- scaled: no_step
def scaled(v):
    w = (torch.tensor(v) * 0.5).requires_grad_()
    loss = (w - 3) ** 2
    loss.backward()
    return w
# --- scaled: uphill
def scaled(v):
    w = (torch.tensor(v) * 0.5).requires_grad_()
    loss = (w - 3) ** 2
    loss.backward()
    with torch.no_grad():
        w += 0.25 * w.grad
    return w
# --- scaled: leaf_in_place
def scaled(v):
    w = (torch.tensor(v) * 0.5).requires_grad_()
    loss = (w - 3) ** 2
    loss.backward()
    w -= 0.25 * w.grad
    return w
# --- scaled: number
def scaled(v):
    w = (torch.tensor(v) * 0.5).requires_grad_()
    loss = (w - 3) ** 2
    loss.backward()
    with torch.no_grad():
        w -= 0.25 * w.grad
    return w.item()
# --- scaled: gradient
def scaled(v):
    w = (torch.tensor(v) * 0.5).requires_grad_()
    loss = (w - 3) ** 2
    loss.backward()
    return w.grad

# --- unfilled: called
def unfilled(loss, tensors):
    loss.backward()
    return [i for i, t in enumerate(tensors) if t.grad is None]
# --- unfilled: by_leaf
def unfilled(loss, tensors):
    return [i for i, t in enumerate(tensors) if not t.is_leaf]
# --- unfilled: by_requires_grad
def unfilled(loss, tensors):
    return [i for i, t in enumerate(tensors) if not t.requires_grad]
# --- unfilled: by_both
def unfilled(loss, tensors):
    numbers = []
    for number, t in enumerate(tensors):
        if not t.is_leaf or not t.requires_grad:
            numbers.append(number)
    return numbers
# --- unfilled: by_grad
def unfilled(loss, tensors):
    return [i for i, t in enumerate(tensors) if t.grad is None]
# --- unfilled: opposite
def leaves_in(loss):
    found, waiting = [], [loss.grad_fn]
    while waiting:
        node = waiting.pop()
        if node is not None:
            if hasattr(node, "variable"):
                found.append(node.variable)
            waiting += [n for n, _ in node.next_functions]
    return found
def unfilled(loss, tensors):
    return [i for i, t in enumerate(tensors) if any(leaf is t for leaf in leaves_in(loss))]
# --- unfilled: by_value
def leaves_in(loss):
    found, waiting = [], [loss.grad_fn]
    while waiting:
        node = waiting.pop()
        if node is not None:
            if hasattr(node, "variable"):
                found.append(node.variable)
            waiting += [n for n, _ in node.next_functions]
    return found
def unfilled(loss, tensors):
    return [i for i, t in enumerate(tensors) if t not in leaves_in(loss)]
# --- unfilled: repeated
def leaves_in(loss):
    found, waiting = [], [loss.grad_fn]
    while waiting:
        node = waiting.pop()
        if node is not None:
            if hasattr(node, "variable"):
                found.append(node.variable)
            waiting += [n for n, _ in node.next_functions]
    return found
def unfilled(loss, tensors):
    numbers = []
    for number, t in enumerate(tensors):
        for leaf in leaves_in(loss):
            if leaf is not t:
                numbers.append(number)
    return numbers
# --- unfilled: tensors
def unfilled(loss, tensors):
    return [t for t in tensors if not t.is_leaf]
# --- unfilled: never
def unfilled(loss, tensors):
    numbers = []
    for number, t in enumerate(tensors):
        if t.requires_grad == None:
            numbers.append(number)
    return numbers
# --- unfilled: count
def unfilled(loss, tensors):
    count = 0
    for t in tensors:
        if not t.is_leaf:
            count += 1
    return count
# --- unfilled: flags
def unfilled(loss, tensors):
    return [not t.is_leaf for t in tensors]
# --- unfilled: no_return
def unfilled(loss, tensors):
    numbers = []
    for number, t in enumerate(tensors):
        if not t.is_leaf:
            numbers.append(number)
# --- middle: accumulated_multiple
def middle(v):
    x = torch.tensor(v, requires_grad=True)
    u = 3 * x
    u.retain_grad()
    z = u ** 2
    z.backward(retain_graph=True)
    z.backward()
    return [u.grad, x.grad]
# --- middle: kept_other
def middle(v):
    x = torch.tensor(v, requires_grad=True)
    u = 3 * x
    z = u ** 2
    z.retain_grad()
    z.backward()
    return [z.grad, x.grad]
# --- middle: by_hand
def middle(v):
    x = torch.tensor(v, requires_grad=True)
    u = 3 * x
    z = u ** 2
    z.backward()
    return [2 * u, x.grad]
