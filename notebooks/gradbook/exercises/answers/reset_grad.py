# --- three_values: overwritten
answer = [2, 2, 3]
# --- three_values: not_emptied
answer = [2, 4, 7]
# --- three_values: values
answer = [1, 1, 3]
# --- three_values: values
answer = [1, 2, 3]
# --- three_values: emptied
answer = [2, 4, 0]
# --- three_values: squared
answer = [2, 8, 3]
# --- three_values: three_times
answer = [2, 6, 3]
# --- three_values: other_kind
answer = [2, 4, None]
# --- three_values: count
answer = [2, 4]
# --- three_values: order
answer = [3, 4, 2]
# --- three_values: overwritten
answer = [2, 2, 5]
# --- three_values: text_for_number
answer = ["2", "4", "3"]

# --- descend: never_emptied
def descend(start, steps):
    w = torch.tensor(start, requires_grad=True)
    for _ in range(steps):
        loss = (w - 3) ** 2
        loss.backward()
        with torch.no_grad():
            w -= 0.25 * w.grad
    return w
# --- descend: outside_loop
def descend(start, steps):
    w = torch.tensor(start, requires_grad=True)
    loss = (w - 3) ** 2
    for _ in range(steps):
        loss.backward()
        with torch.no_grad():
            w -= 0.25 * w.grad
        w.grad = None
    return w
# --- descend: cleared
def descend(start, steps):
    w = torch.tensor(start, requires_grad=True)
    for _ in range(steps):
        loss = (w - 3) ** 2
        loss.backward()
        w.grad = None
        with torch.no_grad():
            w -= 0.25 * w.grad
    return w
# --- descend: emptied_before_step
def descend(start, steps):
    w = torch.tensor(start, requires_grad=True)
    for _ in range(steps):
        loss = (w - 3) ** 2
        loss.backward()
        w.grad.zero_()
        with torch.no_grad():
            w -= 0.25 * w.grad
    return w
# --- descend: zero_on_none
def descend(start, steps):
    w = torch.tensor(start, requires_grad=True)
    for _ in range(steps):
        w.grad.zero_()
        loss = (w - 3) ** 2
        loss.backward()
        with torch.no_grad():
            w -= 0.25 * w.grad
    return w
# --- descend: reassigned
def descend(start, steps):
    w = torch.tensor(start, requires_grad=True)
    for _ in range(steps):
        loss = (w - 3) ** 2
        loss.backward()
        with torch.no_grad():
            w = w - 0.25 * w.grad
        w.grad = None
    return w
# --- descend: no_leaf
def descend(start, steps):
    w = torch.tensor(start, requires_grad=True)
    for _ in range(steps):
        loss = (w - 3) ** 2
        loss.backward()
        w = w - 0.25 * w.grad
    return w
# --- descend: leaf_in_place
def descend(start, steps):
    w = torch.tensor(start, requires_grad=True)
    for _ in range(steps):
        loss = (w - 3) ** 2
        loss.backward()
        w -= 0.25 * w.grad
        w.grad = None
    return w
# --- descend: no_grad_without_parentheses
def descend(start, steps):
    w = torch.tensor(start, requires_grad=True)
    for _ in range(steps):
        loss = (w - 3) ** 2
        loss.backward()
        with torch.no_grad:
            w -= 0.25 * w.grad
        w.grad = None
    return w
# --- descend: loop_in_block
def descend(start, steps):
    w = torch.tensor(start, requires_grad=True)
    with torch.no_grad():
        for _ in range(steps):
            loss = (w - 3) ** 2
            loss.backward()
            w -= 0.25 * w.grad
            w.grad = None
    return w
# --- descend: uphill
def descend(start, steps):
    w = torch.tensor(start, requires_grad=True)
    for _ in range(steps):
        loss = (w - 3) ** 2
        loss.backward()
        with torch.no_grad():
            w += 0.25 * w.grad
        w.grad = None
    return w
# --- descend: whole_gradient
def descend(start, steps):
    w = torch.tensor(start, requires_grad=True)
    for _ in range(steps):
        loss = (w - 3) ** 2
        loss.backward()
        with torch.no_grad():
            w -= w.grad
        w.grad = None
    return w
# --- descend: by_hand
def descend(start, steps):
    w = start
    for _ in range(steps):
        w = w - 0.25 * 2 * (w - 3)
    return w
# --- descend: no_backward
def descend(start, steps):
    w = torch.tensor(start, requires_grad=True)
    for _ in range(steps):
        loss = (w - 3) ** 2
        with torch.no_grad():
            w -= 0.25 * w.grad
        w.grad = None
    return w
# --- descend: number_iterated
def descend(start, steps):
    w = torch.tensor(start, requires_grad=True)
    for _ in steps:
        loss = (w - 3) ** 2
        loss.backward()
        with torch.no_grad():
            w -= 0.25 * w.grad
        w.grad = None
    return w
# --- descend: return_in_loop
def descend(start, steps):
    w = torch.tensor(start, requires_grad=True)
    for _ in range(steps):
        loss = (w - 3) ** 2
        loss.backward()
        with torch.no_grad():
            w -= 0.25 * w.grad
        w.grad = None
        return w
# --- descend: gradient_returned
def descend(start, steps):
    w = torch.tensor(start, requires_grad=True)
    for _ in range(steps):
        w.grad = None
        loss = (w - 3) ** 2
        loss.backward()
        with torch.no_grad():
            w -= 0.25 * w.grad
    return w.grad

# --- never_reset: accumulated
def never_reset(values):
    x = torch.tensor(0., requires_grad=True)
    slopes = []
    for value in values:
        with torch.no_grad():
            x.fill_(value)
        y = x ** 2
        y.backward()
        slopes.append(x.grad.item())
    return slopes
# --- never_reset: same_object
def never_reset(values):
    x = torch.tensor(0., requires_grad=True)
    slopes = []
    for value in values:
        with torch.no_grad():
            x.fill_(value)
        y = x ** 2
        y.backward()
        slopes.append(x.grad)
        x.grad.zero_()
    return slopes
# --- never_reset: same_object
def never_reset(values):
    x = torch.tensor(0., requires_grad=True)
    slopes = []
    for value in values:
        with torch.no_grad():
            x.fill_(value)
        y = x ** 2
        y.backward()
        slopes.append(x.grad)
    return slopes
# --- never_reset: emptied_too_early
def never_reset(values):
    x = torch.tensor(0., requires_grad=True)
    slopes = []
    for value in values:
        with torch.no_grad():
            x.fill_(value)
        y = x ** 2
        y.backward()
        x.grad.zero_()
        slopes.append(x.grad.item())
    return slopes
# --- never_reset: cleared
def never_reset(values):
    x = torch.tensor(0., requires_grad=True)
    slopes = []
    for value in values:
        with torch.no_grad():
            x.fill_(value)
        y = x ** 2
        y.backward()
        x.grad = None
        slopes.append(x.grad.item())
    return slopes
# --- never_reset: zero_on_none
def never_reset(values):
    x = torch.tensor(0., requires_grad=True)
    slopes = []
    for value in values:
        with torch.no_grad():
            x.fill_(value)
        x.grad.zero_()
        y = x ** 2
        y.backward()
        slopes.append(x.grad.item())
    return slopes
# --- never_reset: emptied_outside_loop
def never_reset(values):
    x = torch.tensor(0., requires_grad=True)
    slopes = []
    x.grad = None
    for value in values:
        with torch.no_grad():
            x.fill_(value)
        y = x ** 2
        y.backward()
        slopes.append(x.grad.item())
    return slopes
# --- never_reset: emptied_outside_loop
def never_reset(values):
    x = torch.tensor(0., requires_grad=True)
    slopes = []
    for value in values:
        with torch.no_grad():
            x.fill_(value)
        y = x ** 2
        y.backward()
        slopes.append(x.grad.item())
    x.grad = None
    return slopes
# --- never_reset: subtracted
def never_reset(values):
    x = torch.tensor(0., requires_grad=True)
    slopes = []
    for value in values:
        with torch.no_grad():
            x.fill_(value)
        y = x ** 2
        y.backward()
        slopes.append(x.grad.item() - sum(slopes))
    return slopes
# --- never_reset: by_hand
def never_reset(values):
    return [2 * value for value in values]
# --- never_reset: grad_set_to_number
def never_reset(values):
    x = torch.tensor(0., requires_grad=True)
    slopes = []
    for value in values:
        with torch.no_grad():
            x.fill_(value)
        x.grad = 0
        y = x ** 2
        y.backward()
        slopes.append(x.grad.item())
    return slopes
# --- never_reset: unknown_attribute
def never_reset(values):
    x = torch.tensor(0., requires_grad=True)
    slopes = []
    for value in values:
        with torch.no_grad():
            x.fill_(value)
        x.zero_grad()
        y = x ** 2
        y.backward()
        slopes.append(x.grad.item())
    return slopes
# --- never_reset: local_name
def never_reset(values):
    x = torch.tensor(0., requires_grad=True)
    slopes = []
    for value in values:
        with torch.no_grad():
            x.fill_(value)
        y = x ** 2
        y.backward()
        slopes.append(x.grad.item())
        grad = None
    return slopes

# --- in_pieces: emptied
def in_pieces(data, size):
    w = torch.tensor(1., requires_grad=True)
    for start in range(0, len(data), size):
        w.grad = None
        torch.sum((w * data[start:start + size]) ** 2).backward()
    return w.grad
# --- in_pieces: emptied
def in_pieces(data, size):
    w = torch.tensor(1., requires_grad=True)
    for start in range(0, len(data), size):
        loss = torch.sum((w * data[start:start + size]) ** 2)
    loss.backward()
    return w.grad
# --- in_pieces: no_scalar
def in_pieces(data, size):
    w = torch.tensor(1., requires_grad=True)
    for start in range(0, len(data), size):
        ((w * data[start:start + size]) ** 2).backward()
    return w.grad
# --- in_pieces: whole_each_time
def in_pieces(data, size):
    w = torch.tensor(1., requires_grad=True)
    for start in range(0, len(data), size):
        torch.sum((w * data) ** 2).backward()
    return w.grad
# --- in_pieces: not_in_pieces
def in_pieces(data, size):
    w = torch.tensor(1., requires_grad=True)
    torch.sum((w * data) ** 2).backward()
    return w.grad
# --- in_pieces: not_in_pieces
def in_pieces(data, size):
    w = torch.tensor(1., requires_grad=True)
    total = 0
    for start in range(0, len(data), size):
        total = total + torch.sum((w * data[start:start + size]) ** 2)
    total.backward()
    return w.grad
# --- in_pieces: mean
def in_pieces(data, size):
    w = torch.tensor(1., requires_grad=True)
    for start in range(0, len(data), size):
        torch.mean((w * data[start:start + size]) ** 2).backward()
    return w.grad
# --- in_pieces: same_piece
def in_pieces(data, size):
    w = torch.tensor(1., requires_grad=True)
    for start in range(0, len(data), size):
        torch.sum((w * data[:size]) ** 2).backward()
    return w.grad
# --- in_pieces: first_elements
def in_pieces(data, size):
    w = torch.tensor(1., requires_grad=True)
    for start in range(0, len(data), size):
        torch.sum((w * data[start]) ** 2).backward()
    return w.grad
# --- in_pieces: from_start_to_size
def in_pieces(data, size):
    w = torch.tensor(1., requires_grad=True)
    for start in range(0, len(data), size):
        torch.sum((w * data[start:size]) ** 2).backward()
    return w.grad
# --- in_pieces: by_hand
def in_pieces(data, size):
    return torch.tensor(110.)
# --- in_pieces: square_of_sum
def in_pieces(data, size):
    w = torch.tensor(1., requires_grad=True)
    for start in range(0, len(data), size):
        (torch.sum(w * data[start:start + size]) ** 2).backward()
    return w.grad
# --- in_pieces: return_in_loop
def in_pieces(data, size):
    w = torch.tensor(1., requires_grad=True)
    for start in range(0, len(data), size):
        torch.sum((w * data[start:start + size]) ** 2).backward()
        return w.grad
# --- in_pieces: no_return
def in_pieces(data, size):
    w = torch.tensor(1., requires_grad=True)
    for start in range(0, len(data), size):
        torch.sum((w * data[start:start + size]) ** 2).backward()
