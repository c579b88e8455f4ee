# --- allowed: always
allowed = [True] * 5
# --- allowed: never
allowed = [False] * 5
# --- allowed: same_value
allowed = [True, True, False, True, False]
# --- allowed: exp_saves_input
allowed = [False, False, False, True, False]
# --- allowed: chunk_view
allowed = [True, False, False, True, True]
# --- allowed: relu_saves_input
allowed = [True, False, True, True, False]
# --- allowed: constant_saved
allowed = [True, False, False, False, False]
# --- allowed: inverted
allowed = [False, True, True, False, True]
# --- allowed: count
allowed = [True, False, False, True]
# --- allowed: number_for_flag
allowed = [1, 0, 0, 1, 0]

# --- masked: saved_changed
def masked(v):
    x = v.clone().requires_grad_()
    y = x ** 2
    z = y ** 2
    y[y > 5] = 0.
    (z.sum() + y.sum()).backward()
    return x.grad
# --- masked: changed_first
def masked(v):
    x = v.clone().requires_grad_()
    y = x ** 2
    y[y > 5] = 0.
    ((y ** 2).sum() + y.sum()).backward()
    return x.grad
# --- masked: data
def masked(v):
    x = v.clone().requires_grad_()
    y = x ** 2
    z = y ** 2
    y.data[y > 5] = 0.
    (z.sum() + y.sum()).backward()
    return x.grad
# --- masked: saved_changed
def masked(v):
    x = v.clone().requires_grad_()
    y = x ** 2
    z = y ** 2
    with torch.no_grad():
        y[y > 5] = 0.
    (z.sum() + y.sum()).backward()
    return x.grad
# --- masked: not_masked
def masked(v):
    x = v.clone().requires_grad_()
    y = x ** 2
    ((y ** 2).sum() + y.sum()).backward()
    return x.grad
# --- masked: mask_inverted
def masked(v):
    x = v.clone().requires_grad_()
    y = x ** 2
    kept = torch.where(y > 5, y, 0.)
    ((y ** 2).sum() + kept.sum()).backward()
    return x.grad
# --- masked: masked_by_x
def masked(v):
    x = v.clone().requires_grad_()
    y = x ** 2
    kept = torch.where(x > 5, 0., y)
    ((y ** 2).sum() + kept.sum()).backward()
    return x.grad
# --- masked: only_kept
def masked(v):
    x = v.clone().requires_grad_()
    y = x ** 2
    torch.where(y > 5, 0., y).sum().backward()
    return x.grad
# --- masked: partly_cut
def masked(v):
    x = v.clone().requires_grad_()
    y = x ** 2
    kept = torch.where(y > 5, 0., y.detach())
    ((y ** 2).sum() + kept.sum()).backward()
    return x.grad
# --- masked: by_hand
def masked(v):
    y = v ** 2
    return 4 * v ** 3 + torch.where(y > 5, 0., 2 * v)
# --- masked: no_scalar
def masked(v):
    x = v.clone().requires_grad_()
    y = x ** 2
    kept = torch.where(y > 5, 0., y)
    (y ** 2 + kept).backward()
    return x.grad

# --- powers: still_in_place
def powers(v):
    x = torch.tensor(v, requires_grad=True)
    h = torch.ones(4)
    for place in range(3):
        h[place + 1] = h[place] * x
    h.sum().backward()
    return x.grad
# --- powers: cut
def powers(v):
    x = torch.tensor(v, requires_grad=True)
    h = torch.ones(4)
    for place in range(3):
        h.data[place + 1] = h[place] * x
    h.sum().backward()
    return x.grad
# --- powers: rebuilt
def powers(v):
    x = torch.tensor(v, requires_grad=True)
    h = [1.]
    for place in range(3):
        h.append((h[-1] * x).item())
    torch.tensor(h).sum().backward()
    return x.grad
# --- powers: unrecorded
def powers(v):
    x = torch.tensor(v, requires_grad=True)
    h = torch.ones(4)
    with torch.no_grad():
        for place in range(3):
            h[place + 1] = h[place] * x
    h.sum().backward()
    return x.grad
# --- powers: partly_cut
def powers(v):
    x = torch.tensor(v, requires_grad=True)
    h = torch.ones(4)
    for place in range(3):
        h[place + 1] = h[place].detach().clone() * x
    h.sum().backward()
    return x.grad
# --- powers: last_only
def powers(v):
    x = torch.tensor(v, requires_grad=True)
    h = torch.tensor(1.)
    for place in range(3):
        h = h * x
    h.backward()
    return x.grad
# --- powers: one_short
def powers(v):
    x = torch.tensor(v, requires_grad=True)
    h = [torch.tensor(1.)]
    for place in range(2):
        h.append(h[-1] * x)
    torch.stack(h).sum().backward()
    return x.grad
# --- powers: one_more
def powers(v):
    x = torch.tensor(v, requires_grad=True)
    h = [torch.tensor(1.)]
    for place in range(4):
        h.append(h[-1] * x)
    torch.stack(h).sum().backward()
    return x.grad
# --- powers: linear
def powers(v):
    x = torch.tensor(v, requires_grad=True)
    h = [torch.tensor(1.)]
    for place in range(3):
        h.append(h[0] * x)
    torch.stack(h).sum().backward()
    return x.grad
# --- powers: by_hand
def powers(v):
    return 1 + 2 * v + 3 * v ** 2
# --- powers: right
def powers(v):
    x = torch.tensor(v, requires_grad=True)
    h = torch.ones(4)
    for place in range(3):
        h[place + 1] = h[place].clone() * x
    h.sum().backward()
    return x.grad

# --- culprits: values
def culprits(t, steps):
    found = []
    for number, step in enumerate(steps):
        before = t.clone()
        step(t)
        if not torch.equal(t, before):
            found.append(number)
    return found
# --- culprits: identity
def culprits(t, steps):
    found = []
    for number, step in enumerate(steps):
        before = t.data_ptr()
        step(t)
        if t.data_ptr() != before:
            found.append(number)
    return found
# --- culprits: not_called
def culprits(t, steps):
    found = []
    for number, step in enumerate(steps):
        before = t._version
        if t._version > before:
            found.append(number)
    return found
# --- culprits: since_start
def culprits(t, steps):
    found = []
    start = t._version
    for number, step in enumerate(steps):
        step(t)
        if t._version > start:
            found.append(number)
    return found
# --- culprits: from_one
def culprits(t, steps):
    found = []
    for number, step in enumerate(steps, start=1):
        before = t._version
        step(t)
        if t._version > before:
            found.append(number)
    return found
# --- culprits: how_many
def culprits(t, steps):
    before = t._version
    for step in steps:
        step(t)
    return t._version - before
# --- culprits: flags
def culprits(t, steps):
    found = []
    for step in steps:
        before = t._version
        step(t)
        found.append(t._version > before)
    return found
# --- culprits: first_only
def culprits(t, steps):
    for number, step in enumerate(steps):
        before = t._version
        step(t)
        if t._version > before:
            return [number]
    return []
# --- culprits: last_only
def culprits(t, steps):
    found = []
    for number, step in enumerate(steps):
        before = t._version
        step(t)
        if t._version > before:
            found = [number]
    return found
# --- culprits: innocent
def culprits(t, steps):
    found = []
    for number, step in enumerate(steps):
        before = t._version
        step(t)
        if t._version == before:
            found.append(number)
    return found
# --- culprits: versions
def culprits(t, steps):
    found = []
    for step in steps:
        before = t._version
        step(t)
        if t._version > before:
            found.append(t._version)
    return found
# --- culprits: everyone
def culprits(t, steps):
    found = []
    for number, step in enumerate(steps):
        step(t)
        found.append(number)
    return found
# --- masked: only_square
def masked(v):
    x = v.clone().requires_grad_()
    y = x ** 2
    (y ** 2).sum().backward()
    return x.grad
# --- masked: not_squared
def masked(v):
    x = v.clone().requires_grad_()
    y = x ** 2
    z = y.masked_fill(y > 5, 0)
    (y.sum() + z.sum()).backward()
    return x.grad
# --- culprits: copy_watched
def culprits(t, steps):
    found = []
    for i, step in enumerate(steps):
        c = t.clone()
        before = c._version
        step(c)
        if c._version > before:
            found.append(i)
    return found
# --- powers: written_to_copy
def powers(v):
    x = torch.tensor(v, requires_grad=True)
    h = torch.ones(4)
    for place in range(3):
        h.clone()[place + 1] = h[place] * x
    h.sum().backward()
    return x.grad
# --- powers: powers_written
def powers(v):
    x = torch.tensor(v, requires_grad=True)
    (1 + x + x ** 2 + x ** 3).backward()
    return x.grad
# --- powers: cut_by_item
def powers(v):
    x = torch.tensor(v, requires_grad=True)
    h = torch.ones(4)
    for place in range(3):
        h[place + 1] = h[place].item() * x
    h.sum().backward()
    return x.grad
# --- culprits: functions
def culprits(t, steps):
    found = []
    for i, step in enumerate(steps):
        c = t.clone()
        before = c._version
        step(c)
        if c._version != before + 0:
            found.append(step)
    return found
# --- culprits: overwritten
def culprits(t, steps):
    found = []
    for i, step in enumerate(steps):
        before = t._version
        t = step(t)
        if t._version != before:
            found.append(i)
    return found
# --- culprits: unknown_attribute
def culprits(t, steps):
    found = []
    for i, step in enumerate(steps):
        before = t.version
        step(t)
        if t.version != before:
            found.append(i)
    return found
# --- masked: masked_in_both
def masked(v):
    x = v.clone().requires_grad_()
    y = x ** 2
    m = torch.where(y > 5, 0., y)
    ((m ** 2).sum() + m.sum()).backward()
    return x.grad
