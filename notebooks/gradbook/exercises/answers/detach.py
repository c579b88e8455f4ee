# --- recorded: eval_stops
recorded = [True, True, False, False]
# --- recorded: eval_stops
recorded = [False, False, False, False]
# --- recorded: all_detached
recorded = [False, True, False, True]
# --- recorded: not_on_again
recorded = [True, False, False, True]
# --- recorded: inference_on_again
recorded = [True, True, True, True]
# --- recorded: eval_stops
recorded = [False, True, False, False]
# --- recorded: count
recorded = [True, True, False]
# --- recorded: number_for_flag
recorded = [1, 1, 0, 1]
# --- recorded: text_for_number
recorded = ["True", "True", "False", "True"]

# --- target: target_recorded
def target(v):
    w = torch.tensor(v, requires_grad=True)
    t = 2 * w
    loss = (3 * w - t) ** 2
    loss.backward()
    return w.grad
# --- target: everything_cut
def target(v):
    w = torch.tensor(v, requires_grad=True)
    t = 2 * w
    loss = ((3 * w - t) ** 2).detach()
    loss.backward()
    return w.grad
# --- target: everything_cut
def target(v):
    w = torch.tensor(v, requires_grad=True)
    with torch.no_grad():
        t = 2 * w
        loss = (3 * w - t) ** 2
    loss.backward()
    return w.grad
# --- target: prediction_cut
def target(v):
    w = torch.tensor(v, requires_grad=True)
    t = 2 * w
    loss = ((3 * w).detach() - t) ** 2
    loss.backward()
    return w.grad
# --- target: not_squared
def target(v):
    w = torch.tensor(v, requires_grad=True)
    t = (2 * w).detach()
    loss = 3 * w - t
    loss.backward()
    return w.grad
# --- target: no_factor
def target(v):
    w = torch.tensor(v, requires_grad=True)
    t = (2 * w).detach()
    loss = (w - t) ** 2
    loss.backward()
    return w.grad
# --- target: target_alone
def target(v):
    w = torch.tensor(v, requires_grad=True)
    loss = (3 * w - w.detach()) ** 2
    loss.backward()
    return w.grad
# --- target: loss_returned
def target(v):
    w = torch.tensor(v, requires_grad=True)
    t = (2 * w).detach()
    loss = (3 * w - t) ** 2
    loss.backward()
    return loss
# --- target: by_hand
def target(v):
    return 6 * v
# --- target: no_backward
def target(v):
    w = torch.tensor(v, requires_grad=True)
    t = (2 * w).detach()
    loss = (3 * w - t) ** 2
    return w.grad
# --- target: typed
def target(v):
    w = torch.tensor(v, requires_grad=True)
    loss = (3 * w - 2) ** 2
    loss.backward()
    return w.grad
# --- target: sum
def target(v):
    w = torch.tensor(v, requires_grad=True)
    t = (2 * w).detach()
    loss = (3 * w + t) ** 2
    loss.backward()
    return w.grad
# --- target: no_leaf
def target(v):
    w = torch.tensor(v, requires_grad=True)
    t = (2 * w).detach()
    loss = (3 * w - t) ** 2
    return loss.grad

# --- silent: still_shared
def silent(v):
    x = torch.tensor(v, requires_grad=True)
    s = 3 * x
    y = s ** 2
    half = s.data
    half *= 0.5
    y.backward()
    return [x.grad, half]
# --- silent: caught
def silent(v):
    x = torch.tensor(v, requires_grad=True)
    s = 3 * x
    y = s ** 2
    half = s.detach()
    half *= 0.5
    y.backward()
    return [x.grad, half]
# --- silent: not_kept
def silent(v):
    x = torch.tensor(v, requires_grad=True)
    s = 3 * x
    y = s ** 2
    half = s.detach()
    half * 0.5
    y.backward()
    return [x.grad, half]
# --- silent: half_of_y
def silent(v):
    x = torch.tensor(v, requires_grad=True)
    s = 3 * x
    y = s ** 2
    half = y.detach() * 0.5
    y.backward()
    return [x.grad, half]
# --- silent: half_loss
def silent(v):
    x = torch.tensor(v, requires_grad=True)
    s = 3 * x
    half = s * 0.5
    y = half ** 2
    y.backward()
    return [x.grad, half.detach()]
# --- silent: swapped
def silent(v):
    x = torch.tensor(v, requires_grad=True)
    s = 3 * x
    y = s ** 2
    half = s.detach() * 0.5
    y.backward()
    return [half, x.grad]
# --- silent: gradient_only
def silent(v):
    x = torch.tensor(v, requires_grad=True)
    s = 3 * x
    y = s ** 2
    y.backward()
    return x.grad
# --- silent: half_of_x
def silent(v):
    x = torch.tensor(v, requires_grad=True)
    y = (3 * x) ** 2
    half = x.detach() * 0.5
    y.backward()
    return [x.grad, half]
# --- silent: value_first
def silent(v):
    x = torch.tensor(v, requires_grad=True)
    s = 3 * x
    y = s ** 2
    half = s.detach() * 0.5
    y.backward()
    return [y, half]

# --- freeze: not_frozen
def freeze(first, last):
    y = last * first ** 2
    y.backward()
    return first.grad
# --- freeze: wrong_one
def freeze(first, last):
    first.requires_grad_(False)
    y = last * first ** 2
    y.backward()
    return first.grad
# --- freeze: cut
def freeze(first, last):
    middle = first ** 2
    with torch.no_grad():
        y = last * middle
    y.backward()
    return first.grad
# --- freeze: not_squared
def freeze(first, last):
    last.requires_grad_(False)
    y = last * first
    y.backward()
    return first.grad
# --- freeze: first_squared
def freeze(first, last):
    last.requires_grad_(False)
    y = last ** 2 * first
    y.backward()
    return first.grad
# --- freeze: value
def freeze(first, last):
    last.requires_grad_(False)
    y = last * first ** 2
    y.backward()
    return y
# --- freeze: frozen_grad
def freeze(first, last):
    y = last * first ** 2
    y.backward()
    return last.grad
# --- freeze: cut
def freeze(first, last):
    last.requires_grad_(False)
    y = (last * first ** 2).detach()
    y.backward()
    return first.grad
# --- freeze: by_hand
def freeze(first, last):
    last.requires_grad_(False)
    return 2 * last.item() * first.item()
# --- silent: not_halved
def silent(v):
    x = torch.tensor(v, requires_grad=True)
    s = 3 * x
    y = s ** 2
    y.backward()
    return [x.grad, s.detach()]
# --- silent: caught
def silent(v):
    x = torch.tensor(v, requires_grad=True)
    s = 3 * x
    y = s ** 2
    half = s
    half *= 0.5
    y.backward()
    return [x.grad, half]
# --- silent: right
def silent(v):
    x = torch.tensor(v, requires_grad=True)
    s = 3 * x
    y = s ** 2
    y.backward()
    half = s.data
    half *= 0.5
    return [x.grad, half]
# --- silent: made_up
def silent(v):
    x = torch.tensor(v, requires_grad=True)
    s = 3 * x
    y = s ** 2
    half = s.data
    half *= 0.5
    y.backward()
    return [x.grad * 2, half]
# --- freeze: emptied_after
def freeze(first, last):
    y = last * first ** 2
    y.backward()
    last.grad = None
    return first.grad
# --- freeze: wrong_one
def freeze(first, last):
    y = last * first.detach() ** 2
    y.backward()
    return first.grad
# --- freeze: unknown_attribute
def freeze(first, last):
    last.eval()
    y = last * first ** 2
    y.backward()
    return first.grad
# --- freeze: more_returned
def freeze(first, last):
    y = last.detach() * first ** 2
    y.backward()
    return first.grad, last.grad
# --- freeze: not_kept
def freeze(first, last):
    last.detach()
    y = last * first ** 2
    y.backward()
    return first.grad
# --- freeze: brackets
def freeze(first, last):
    y = (last.detach() * first) ** 2
    y.backward()
    return first.grad
