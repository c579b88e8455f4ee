# --- ranks: as_listed
ranks = [1, 2, 3, 4, 5]
# --- ranks: called_listed
ranks = [3, 5, 2, 4, 1]
# --- ranks: forward
ranks = [1, 3, 5, 2, 4]
# --- ranks: prehook_first
ranks = [5, 3, 2, 4, 1]
# --- ranks: node_last
ranks = [5, 4, 1, 3, 2]
# --- ranks: kept_first
ranks = [4, 3, 1, 5, 2]
# --- ranks: pre_and_post
ranks = [5, 2, 1, 4, 3]
# --- ranks: tensors_first
ranks = [5, 4, 1, 2, 3]
# --- ranks: repeated
ranks = [4, 3, 1, 4, 2]
# --- ranks: from_zero
ranks = [4, 2, 0, 3, 1]
# --- ranks: count
ranks = [5, 3, 1, 4]
# --- ranks: node_first
ranks = [5, 1, 2, 4, 3]

# --- middle: retained
def middle(v):
    x = torch.tensor(v, requires_grad=True)
    s = x ** 2
    loss = 3 * s + s ** 2
    s.retain_grad()
    loss.backward()
    return s.grad
# --- middle: too_late
def middle(v):
    x = torch.tensor(v, requires_grad=True)
    s = x ** 2
    loss = 3 * s + s ** 2
    seen = []
    loss.backward()
    s.register_hook(seen.append)
    return seen[0]
# --- middle: no_backward
def middle(v):
    x = torch.tensor(v, requires_grad=True)
    s = x ** 2
    loss = 3 * s + s ** 2
    seen = []
    s.register_hook(seen.append)
    return seen[0]
# --- middle: no_hook
def middle(v):
    x = torch.tensor(v, requires_grad=True)
    s = x ** 2
    loss = 3 * s + s ** 2
    loss.backward()
    return x.grad
# --- middle: no_hook
def middle(v):
    x = torch.tensor(v, requires_grad=True)
    s = x ** 2
    loss = 3 * s + s ** 2
    return torch.autograd.grad(loss, s)[0]
# --- middle: hook_of_x
def middle(v):
    x = torch.tensor(v, requires_grad=True)
    s = x ** 2
    loss = 3 * s + s ** 2
    seen = []
    x.register_hook(seen.append)
    loss.backward()
    return seen[0]
# --- middle: hook_of_loss
def middle(v):
    x = torch.tensor(v, requires_grad=True)
    s = x ** 2
    loss = 3 * s + s ** 2
    seen = []
    loss.register_hook(seen.append)
    loss.backward()
    return seen[0]
# --- middle: whole_list
def middle(v):
    x = torch.tensor(v, requires_grad=True)
    s = x ** 2
    loss = 3 * s + s ** 2
    seen = []
    s.register_hook(seen.append)
    loss.backward()
    return seen
# --- middle: number_returned
def middle(v):
    x = torch.tensor(v, requires_grad=True)
    s = x ** 2
    loss = 3 * s + s ** 2
    seen = {}
    s.register_hook(lambda grad: seen.setdefault("s", grad.item()))
    loss.backward()
    return seen["s"]
# --- middle: handle
def middle(v):
    x = torch.tensor(v, requires_grad=True)
    s = x ** 2
    loss = 3 * s + s ** 2
    seen = s.register_hook(lambda grad: None)
    loss.backward()
    return seen
# --- middle: value
def middle(v):
    x = torch.tensor(v, requires_grad=True)
    s = x ** 2
    loss = 3 * s + s ** 2
    seen = []
    s.register_hook(lambda grad: seen.append(s.detach()))
    loss.backward()
    return seen[0]
# --- middle: right
def middle(v):
    x = torch.tensor(v, requires_grad=True)
    s = x ** 2
    loss = 3 * s + s ** 2
    seen = []

    def keep(grad):
        seen.append(grad)

    s.register_hook(keep)
    torch.autograd.grad(loss, x)
    return seen[0]

# --- halved: piled
def halved(v):
    w = torch.tensor(v, requires_grad=True)
    found = []
    for step in range(3):
        w.register_hook(lambda grad: grad / 2)
        w.grad = None
        (2 * w ** 2).backward()
        found.append(w.grad)
    return found
# --- halved: by_division
def halved(v):
    w = torch.tensor(v, requires_grad=True)
    found = []
    for step in range(3):
        w.grad = None
        (2 * w ** 2).backward()
        found.append(w.grad / 2)
    return found
# --- halved: in_place
def halved(v):
    w = torch.tensor(v, requires_grad=True)

    def half(grad):
        grad /= 2

    w.register_hook(half)
    found = []
    for step in range(3):
        w.grad = None
        (2 * w ** 2).backward()
        found.append(w.grad)
    return found
# --- halved: removed_early
def halved(v):
    w = torch.tensor(v, requires_grad=True)
    found = []
    for step in range(3):
        handle = w.register_hook(lambda grad: grad / 2)
        w.grad = None
        handle.remove()
        (2 * w ** 2).backward()
        found.append(w.grad)
    return found
# --- halved: removed_once
def halved(v):
    w = torch.tensor(v, requires_grad=True)
    handle = w.register_hook(lambda grad: grad / 2)
    found = []
    for step in range(3):
        w.grad = None
        (2 * w ** 2).backward()
        handle.remove()
        found.append(w.grad)
    return found
# --- halved: not_emptied
def halved(v):
    w = torch.tensor(v, requires_grad=True)
    w.register_hook(lambda grad: grad / 2)
    found = []
    for step in range(3):
        (2 * w ** 2).backward()
        found.append(w.grad.item())
    return found
# --- halved: last_only
def halved(v):
    w = torch.tensor(v, requires_grad=True)
    w.register_hook(lambda grad: grad / 2)
    for step in range(3):
        w.grad = None
        (2 * w ** 2).backward()
    return w.grad
# --- halved: twice_halved
def halved(v):
    w = torch.tensor(v, requires_grad=True)
    w.register_hook(lambda grad: grad / 2)
    found = []
    for step in range(3):
        w.grad = None
        (2 * w ** 2).backward()
        found.append(w.grad / 2)
    return found
# --- halved: doubled
def halved(v):
    w = torch.tensor(v, requires_grad=True)
    w.register_hook(lambda grad: grad * 2)
    found = []
    for step in range(3):
        w.grad = None
        (2 * w ** 2).backward()
        found.append(w.grad)
    return found
# --- halved: right
def halved(v):
    w = torch.tensor(v, requires_grad=True)
    found = []
    for step in range(3):
        w.grad = None
        with w.register_hook(lambda grad: grad / 2):
            (2 * w ** 2).backward()
        found.append(w.grad)
    return found

# --- short: not_by_hook
def short(v):
    x = torch.tensor(v, requires_grad=True)
    (x ** 2).sum().backward()
    torch.nn.utils.clip_grad_norm_([x], 1.)
    return x.grad
# --- short: in_place
def short(v):
    def shorten(grad):
        if grad.norm() > 1:
            grad /= grad.norm()

    x = torch.tensor(v, requires_grad=True)
    x.register_hook(shorten)
    (x ** 2).sum().backward()
    return x.grad
# --- short: always
def short(v):
    x = torch.tensor(v, requires_grad=True)
    x.register_hook(lambda grad: grad / grad.norm())
    (x ** 2).sum().backward()
    return x.grad
# --- short: by_value
def short(v):
    x = torch.tensor(v, requires_grad=True)
    x.register_hook(lambda grad: grad.clamp(-1, 1))
    (x ** 2).sum().backward()
    return x.grad
# --- short: nothing_returned
def short(v):
    def shorten(grad):
        if grad.norm() > 1:
            grad = grad / grad.norm()

    x = torch.tensor(v, requires_grad=True)
    x.register_hook(shorten)
    (x ** 2).sum().backward()
    return x.grad
# --- short: square_of_norm
def short(v):
    def shorten(grad):
        norm = (grad ** 2).sum()
        if norm > 1:
            return grad / norm

    x = torch.tensor(v, requires_grad=True)
    x.register_hook(shorten)
    (x ** 2).sum().backward()
    return x.grad
# --- short: sum_for_norm
def short(v):
    def shorten(grad):
        norm = grad.abs().sum()
        if norm > 1:
            return grad / norm

    x = torch.tensor(v, requires_grad=True)
    x.register_hook(shorten)
    (x ** 2).sum().backward()
    return x.grad
# --- short: largest
def short(v):
    def shorten(grad):
        largest = grad.abs().max()
        if largest > 1:
            return grad / largest

    x = torch.tensor(v, requires_grad=True)
    x.register_hook(shorten)
    (x ** 2).sum().backward()
    return x.grad
# --- short: number_returned
def short(v):
    x = torch.tensor(v, requires_grad=True)
    x.register_hook(lambda grad: grad.norm().item())
    (x ** 2).sum().backward()
    return x.grad
# --- short: norm_returned
def short(v):
    x = torch.tensor(v, requires_grad=True)
    x.register_hook(lambda grad: grad.norm())
    (x ** 2).sum().backward()
    return x.grad
# --- short: inverted
def short(v):
    def shorten(grad):
        norm = grad.norm()
        if norm < 1:
            return grad / norm

    x = torch.tensor(v, requires_grad=True)
    x.register_hook(shorten)
    (x ** 2).sum().backward()
    return x.grad
# --- short: short_values
def short(v):
    x = torch.tensor(v, requires_grad=True)

    def shorten(grad):
        norm = x.detach().norm()
        if norm > 1:
            return grad / norm

    x.register_hook(shorten)
    (x ** 2).sum().backward()
    return x.grad
# --- short: right
def short(v):
    x = torch.tensor(v, requires_grad=True)
    x.register_hook(lambda grad: grad / grad.norm().clamp(min=1))
    (x ** 2).sum().backward()
    return x.grad
# --- middle: not_kept
def middle(v):
    x = torch.tensor(v, requires_grad=True)
    s = x ** 2
    loss = 3 * s + s ** 2
    seen = []
    def hook(grad):
        return grad
    s.register_hook(hook)
    loss.backward()
    return seen[0]
# --- middle: called_early
def middle(v):
    x = torch.tensor(v, requires_grad=True)
    s = x ** 2
    loss = 3 * s + s ** 2
    seen = []
    s.register_hook(seen.append())
    loss.backward()
    return seen[0]
# --- middle: hook_of_x
def middle(v):
    x = torch.tensor(v, requires_grad=True)
    s = x ** 2
    loss = 3 * s + s ** 2
    seen = []
    s.register_hook(lambda grad: seen.append(grad))
    loss.backward()
    return x.grad
# --- middle: grad_read
def middle(v):
    x = torch.tensor(v, requires_grad=True)
    s = x ** 2
    loss = 3 * s + s ** 2
    seen = []
    s.register_hook(seen.append)
    loss.backward()
    return s.grad
# --- middle: from_s
def middle(v):
    x = torch.tensor(v, requires_grad=True)
    s = x ** 2
    loss = 3 * s + s ** 2
    seen = []
    s.register_hook(seen.append)
    s.backward()
    return seen[0]
# --- middle: after_leaf
def middle(v):
    x = torch.tensor(v, requires_grad=True)
    s = x ** 2
    loss = 3 * s + s ** 2
    seen = []
    s.register_post_accumulate_grad_hook(lambda t: seen.append(t.grad))
    loss.backward()
    return seen[0]
# --- middle: right
def middle(v):
    x = torch.tensor(v, requires_grad=True)
    s = x ** 2
    loss = 3 * s + s ** 2
    seen = []
    s.grad_fn.register_hook(lambda gi, go: seen.append(go[0]))
    loss.backward()
    return seen[0]
# --- middle: grad_inputs
def middle(v):
    x = torch.tensor(v, requires_grad=True)
    s = x ** 2
    loss = 3 * s + s ** 2
    seen = []
    s.grad_fn.register_hook(lambda gi, go: seen.append(gi[0]))
    loss.backward()
    return seen[0]
# --- middle: not_kept
def middle(v):
    x = torch.tensor(v, requires_grad=True)
    s = x ** 2
    loss = 3 * s + s ** 2
    seen = []
    def hook(grad):
        seen = grad
    s.register_hook(hook)
    loss.backward()
    return seen
# --- middle: hook_called
def middle(v):
    x = torch.tensor(v, requires_grad=True)
    s = x ** 2
    loss = 3 * s + s ** 2
    seen = []
    s.register_hook(seen.append(s.grad))
    loss.backward()
    return seen[0]
# --- halved: right
def halved(v):
    w = torch.tensor(v, requires_grad=True)
    found = []
    for step in range(3):
        handle = w.register_hook(lambda grad: grad / 2)
        w.grad = None
        (2 * w ** 2).backward()
        handle.remove()
        found.append(w.grad)
    return found
# --- halved: hooked_late
def halved(v):
    w = torch.tensor(v, requires_grad=True)
    found = []
    for step in range(3):
        w.grad = None
        (2 * w ** 2).backward()
        found.append(w.grad)
    w.register_hook(lambda grad: grad / 2)
    return found
# --- halved: both_places
def halved(v):
    w = torch.tensor(v, requires_grad=True)
    w.register_hook(lambda grad: grad / 2)
    found = []
    for step in range(3):
        w.register_hook(lambda grad: grad / 2)
        w.grad = None
        (2 * w ** 2).backward()
        found.append(w.grad)
    return found
# --- halved: no_hook
def halved(v):
    w = torch.tensor(v, requires_grad=True)
    found = []
    for step in range(3):
        w.grad = None
        (2 * w ** 2).backward()
        found.append(w.grad)
    return found
# --- halved: hooked_late
def halved(v):
    w = torch.tensor(v, requires_grad=True)
    found = []
    for step in range(3):
        w.grad = None
        (2 * w ** 2).backward()
        w.register_hook(lambda grad: grad / 2)
        found.append(w.grad)
    return found
# --- halved: without_parentheses
def halved(v):
    w = torch.tensor(v, requires_grad=True)
    found = []
    for step in range(3):
        handle = w.register_hook(lambda grad: grad / 2)
        w.grad = None
        (2 * w ** 2).backward()
        found.append(w.grad)
        handle.remove
    return found
# --- halved: not_emptied
def halved(v):
    w = torch.tensor(v, requires_grad=True)
    w.register_hook(lambda grad: grad / 2)
    found = []
    for step in range(3):
        (2 * w ** 2).backward()
        found.append(w.grad)
    return found
# --- short: element_compared
def short(v):
    x = torch.tensor(v, requires_grad=True)
    x.register_hook(lambda g: g / g.norm() if g > 1 else g)
    (x ** 2).sum().backward()
    return x.grad
# --- short: mean
def short(v):
    x = torch.tensor(v, requires_grad=True)
    x.register_hook(lambda g: g / g.norm() if g.norm() > 1 else g)
    (x ** 2).mean().backward()
    return x.grad
# --- short: hook_of_square
def short(v):
    x = torch.tensor(v, requires_grad=True)
    y = x ** 2
    y.register_hook(lambda g: g / g.norm() if g.norm() > 1 else g)
    y.sum().backward()
    return x.grad
# --- short: one_added
def short(v):
    x = torch.tensor(v, requires_grad=True)
    x.register_hook(lambda g: g / (g.norm() + 1) if g.norm() > 1 else g)
    (x ** 2).sum().backward()
    return x.grad
# --- short: no_argument
def short(v):
    x = torch.tensor(v, requires_grad=True)
    def h():
        return x.grad / x.grad.norm()
    x.register_hook(h)
    (x ** 2).sum().backward()
    return x.grad
# --- short: grad_read
def short(v):
    x = torch.tensor(v, requires_grad=True)
    def h(grad):
        n = x.grad.norm()
        return x.grad / n if n > 1 else x.grad
    x.register_hook(h)
    (x ** 2).sum().backward()
    return x.grad
# --- short: right
def short(v):
    x = torch.tensor(v, requires_grad=True)
    def h(t):
        n = t.grad.norm()
        if n > 1: t.grad = t.grad / n
    x.register_post_accumulate_grad_hook(h)
    (x ** 2).sum().backward()
    return x.grad
# --- short: called_early
def short(v):
    x = torch.tensor(v, requires_grad=True)
    def shorten(grad):
        norm = grad.norm()
        if norm > 1:
            return grad / norm
    x.register_hook(shorten(x.grad))
    (x ** 2).sum().backward()
    return x.grad
# --- short: hooked_late
def short(v):
    x = torch.tensor(v, requires_grad=True)
    (x ** 2).sum().backward()
    x.register_hook(lambda g: g / g.norm() if g.norm() > 1 else g)
    return x.grad
# --- short: not_shortened
def short(v):
    x = torch.tensor(v, requires_grad=True)
    def cut(grad):
        if grad.norm() > 1:
            grad / grad.norm()
        return grad
    x.register_hook(cut)
    (x ** 2).sum().backward()
    return x.grad
# --- short: by_value
def short(v):
    x = torch.tensor(v, requires_grad=True)
    x.register_hook(lambda g: g.clamp(max=1))
    (x ** 2).sum().backward()
    return x.grad
# --- short: right
def short(v):
    x = torch.tensor(v, requires_grad=True)
    @x.register_hook
    def _(g):
        n = torch.sqrt((g * g).sum())
        if n > 1:
            return g.div(n)
    x.dot(x).backward()
    return x.grad
