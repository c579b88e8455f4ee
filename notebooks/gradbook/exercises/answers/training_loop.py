# --- moved: by_hand_ignored
moved = [False, False, False, True]
# --- moved: emptied_moves
moved = [True, True, False, True]
# --- moved: new_tensor_moves
moved = [True, False, True, True]
# --- moved: number_stops
moved = [True, False, False, False]
# --- moved: always
moved = [True, True, True, True]
# --- moved: both_move
moved = [True, True, True, False]
# --- moved: inverted
moved = [False, True, True, False]
# --- moved: by_hand_ignored
moved = [False, False, False, False]
# --- moved: count
moved = [True, False, False]

# --- losses: tensors_kept
def losses(rate, steps):
    w = torch.tensor(1., requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=rate)
    kept = []
    for step in range(steps):
        optimizer.zero_grad()
        loss = (w - 3) ** 2
        loss.backward()
        optimizer.step()
        kept.append(loss)
    return kept
# --- losses: item_too_early
def losses(rate, steps):
    w = torch.tensor(1., requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=rate)
    kept = []
    for step in range(steps):
        optimizer.zero_grad()
        loss = ((w - 3) ** 2).item()
        loss.backward()
        optimizer.step()
        kept.append(loss)
    return kept
# --- losses: never_emptied
def losses(rate, steps):
    w = torch.tensor(1., requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=rate)
    kept = []
    for step in range(steps):
        loss = (w - 3) ** 2
        loss.backward()
        optimizer.step()
        kept.append(loss.item())
    return kept
# --- losses: no_step_call
def losses(rate, steps):
    w = torch.tensor(1., requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=rate)
    kept = []
    for step in range(steps):
        optimizer.zero_grad()
        loss = (w - 3) ** 2
        loss.backward()
        kept.append(loss.item())
    return kept
# --- losses: emptied_first
def losses(rate, steps):
    w = torch.tensor(1., requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=rate)
    kept = []
    for step in range(steps):
        loss = (w - 3) ** 2
        loss.backward()
        optimizer.zero_grad()
        optimizer.step()
        kept.append(loss.item())
    return kept
# --- losses: after_step
def losses(rate, steps):
    w = torch.tensor(1., requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=rate)
    kept = []
    for step in range(steps):
        optimizer.zero_grad()
        loss = (w - 3) ** 2
        loss.backward()
        optimizer.step()
        kept.append(((w - 3) ** 2).item())
    return kept
# --- losses: weights_kept
def losses(rate, steps):
    w = torch.tensor(1., requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=rate)
    kept = []
    for step in range(steps):
        optimizer.zero_grad()
        loss = (w - 3) ** 2
        loss.backward()
        kept.append(w.item())
        optimizer.step()
    return kept
# --- losses: last_only
def losses(rate, steps):
    w = torch.tensor(1., requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=rate)
    for step in range(steps):
        optimizer.zero_grad()
        loss = (w - 3) ** 2
        loss.backward()
        optimizer.step()
    return loss.item()
# --- losses: nothing_kept
def losses(rate, steps):
    w = torch.tensor(1., requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=rate)
    kept = []
    for step in range(steps):
        optimizer.zero_grad()
        loss = (w - 3) ** 2
        loss.backward()
        optimizer.step()
    return kept
# --- losses: running_total
def losses(rate, steps):
    w = torch.tensor(1., requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=rate)
    kept, total = [], 0.
    for step in range(steps):
        optimizer.zero_grad()
        loss = (w - 3) ** 2
        loss.backward()
        optimizer.step()
        total += loss.item()
        kept.append(total)
    return kept

# --- slope: still_flat
def slope(answers):
    inputs = torch.tensor([[-1.5], [-0.5], [0.5], [1.5]])
    model = torch.nn.Linear(1, 1)
    torch.nn.init.zeros_(model.weight)
    torch.nn.init.zeros_(model.bias)
    optimizer = torch.optim.SGD(model.parameters(), lr=0.25)
    for step in range(20):
        optimizer.zero_grad()
        error = model(inputs) - torch.tensor(answers)
        (error ** 2).mean().backward()
        optimizer.step()
    return model.weight
# --- slope: still_flat
def slope(answers):
    inputs = torch.tensor([[-1.5], [-0.5], [0.5], [1.5]])
    model = torch.nn.Linear(1, 1)
    torch.nn.init.zeros_(model.weight)
    torch.nn.init.zeros_(model.bias)
    optimizer = torch.optim.SGD(model.parameters(), lr=0.25)
    for step in range(20):
        optimizer.zero_grad()
        error = model(inputs).squeeze(1) - torch.tensor(answers).unsqueeze(1)
        (error ** 2).mean().backward()
        optimizer.step()
    return model.weight
# --- slope: row_of_answers
def slope(answers):
    inputs = torch.tensor([[-1.5], [-0.5], [0.5], [1.5]])
    model = torch.nn.Linear(1, 1)
    torch.nn.init.zeros_(model.weight)
    torch.nn.init.zeros_(model.bias)
    optimizer = torch.optim.SGD(model.parameters(), lr=0.25)
    for step in range(20):
        optimizer.zero_grad()
        error = model(inputs) - torch.tensor(answers).unsqueeze(0)
        (error ** 2).mean().backward()
        optimizer.step()
    return model.weight
# --- slope: right
def slope(answers):
    inputs = torch.tensor([[-1.5], [-0.5], [0.5], [1.5]])
    model = torch.nn.Linear(1, 1)
    torch.nn.init.zeros_(model.weight)
    torch.nn.init.zeros_(model.bias)
    optimizer = torch.optim.SGD(model.parameters(), lr=0.25)
    for step in range(20):
        optimizer.zero_grad()
        error = model(inputs).squeeze(1) - torch.tensor(answers)
        (error ** 2).mean().backward()
        optimizer.step()
    return model.weight
# --- slope: bias_returned
def slope(answers):
    inputs = torch.tensor([[-1.5], [-0.5], [0.5], [1.5]])
    model = torch.nn.Linear(1, 1)
    torch.nn.init.zeros_(model.weight)
    torch.nn.init.zeros_(model.bias)
    optimizer = torch.optim.SGD(model.parameters(), lr=0.25)
    for step in range(20):
        optimizer.zero_grad()
        error = model(inputs) - torch.tensor(answers).unsqueeze(1)
        (error ** 2).mean().backward()
        optimizer.step()
    return model.bias
# --- slope: no_step_call
def slope(answers):
    inputs = torch.tensor([[-1.5], [-0.5], [0.5], [1.5]])
    model = torch.nn.Linear(1, 1)
    torch.nn.init.zeros_(model.weight)
    torch.nn.init.zeros_(model.bias)
    optimizer = torch.optim.SGD(model.parameters(), lr=0.25)
    for step in range(20):
        optimizer.zero_grad()
        error = model(inputs) - torch.tensor(answers).unsqueeze(1)
        (error ** 2).mean().backward()
    return model.weight
# --- slope: inputs_flattened
def slope(answers):
    inputs = torch.tensor([-1.5, -0.5, 0.5, 1.5])
    model = torch.nn.Linear(1, 1)
    torch.nn.init.zeros_(model.weight)
    torch.nn.init.zeros_(model.bias)
    optimizer = torch.optim.SGD(model.parameters(), lr=0.25)
    for step in range(20):
        optimizer.zero_grad()
        error = model(inputs) - torch.tensor(answers)
        (error ** 2).mean().backward()
        optimizer.step()
    return model.weight
# --- slope: list_has_none
def slope(answers):
    inputs = torch.tensor([[-1.5], [-0.5], [0.5], [1.5]])
    model = torch.nn.Linear(1, 1)
    torch.nn.init.zeros_(model.weight)
    torch.nn.init.zeros_(model.bias)
    optimizer = torch.optim.SGD(model.parameters(), lr=0.25)
    for step in range(20):
        optimizer.zero_grad()
        error = model(inputs) - answers.unsqueeze(1)
        (error ** 2).mean().backward()
        optimizer.step()
    return model.weight
# --- slope: not_averaged
def slope(answers):
    inputs = torch.tensor([[-1.5], [-0.5], [0.5], [1.5]])
    model = torch.nn.Linear(1, 1)
    torch.nn.init.zeros_(model.weight)
    torch.nn.init.zeros_(model.bias)
    optimizer = torch.optim.SGD(model.parameters(), lr=0.25)
    for step in range(20):
        optimizer.zero_grad()
        error = model(inputs) - torch.tensor(answers).unsqueeze(1)
        (error ** 2).backward()
        optimizer.step()
    return model.weight
# --- slope: sizes_differ
def slope(answers):
    inputs = torch.tensor([[-1.5], [-0.5], [0.5], [1.5]])
    model = torch.nn.Linear(1, 1)
    torch.nn.init.zeros_(model.weight)
    torch.nn.init.zeros_(model.bias)
    optimizer = torch.optim.SGD(model.parameters(), lr=0.25)
    for step in range(20):
        optimizer.zero_grad()
        error = model(inputs) - torch.tensor(answers).reshape(2, 2)
        (error ** 2).mean().backward()
        optimizer.step()
    return model.weight

# --- rolled: optimizer_used
def rolled(start, m, steps):
    w = torch.tensor(start, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=0.125, momentum=m)
    for step in range(steps):
        optimizer.zero_grad()
        ((w - 1) ** 2).backward()
        optimizer.step()
    return w
# --- rolled: piled
def rolled(start, m, steps):
    w = torch.tensor(start, requires_grad=True)
    v = 0.
    for step in range(steps):
        ((w - 1) ** 2).backward()
        v = m * v + w.grad
        with torch.no_grad():
            w -= 0.125 * v
    return w
# --- rolled: no_momentum
def rolled(start, m, steps):
    w = torch.tensor(start, requires_grad=True)
    for step in range(steps):
        w.grad = None
        ((w - 1) ** 2).backward()
        with torch.no_grad():
            w -= 0.125 * w.grad
    return w
# --- rolled: all_kept
def rolled(start, m, steps):
    w = torch.tensor(start, requires_grad=True)
    v = 0.
    for step in range(steps):
        w.grad = None
        ((w - 1) ** 2).backward()
        v = v + w.grad
        with torch.no_grad():
            w -= 0.125 * v
    return w
# --- rolled: averaged
def rolled(start, m, steps):
    w = torch.tensor(start, requires_grad=True)
    v = 0.
    for step in range(steps):
        w.grad = None
        ((w - 1) ** 2).backward()
        v = m * v + (1 - m) * w.grad
        with torch.no_grad():
            w -= 0.125 * v
    return w
# --- rolled: looking_ahead
def rolled(start, m, steps):
    w = torch.tensor(start, requires_grad=True)
    v = 0.
    for step in range(steps):
        w.grad = None
        ((w - 1) ** 2).backward()
        v = m * v + w.grad
        with torch.no_grad():
            w -= 0.125 * (w.grad + m * v)
    return w
# --- rolled: late
def rolled(start, m, steps):
    w = torch.tensor(start, requires_grad=True)
    v = 0.
    for step in range(steps):
        w.grad = None
        ((w - 1) ** 2).backward()
        with torch.no_grad():
            w -= 0.125 * v
        v = m * v + w.grad
    return w
# --- rolled: uphill
def rolled(start, m, steps):
    w = torch.tensor(start, requires_grad=True)
    v = 0.
    for step in range(steps):
        w.grad = None
        ((w - 1) ** 2).backward()
        v = m * v + w.grad
        with torch.no_grad():
            w += 0.125 * v
    return w
# --- rolled: no_rate
def rolled(start, m, steps):
    w = torch.tensor(start, requires_grad=True)
    v = 0.
    for step in range(steps):
        w.grad = None
        ((w - 1) ** 2).backward()
        v = m * v + w.grad
        with torch.no_grad():
            w -= v
    return w
# --- rolled: return_in_loop
def rolled(start, m, steps):
    w = torch.tensor(start, requires_grad=True)
    v = 0.
    for step in range(steps):
        w.grad = None
        ((w - 1) ** 2).backward()
        v = m * v + w.grad
        with torch.no_grad():
            w -= 0.125 * v
        return w
# --- rolled: right
def rolled(start, m, steps):
    w = torch.tensor(start, requires_grad=True)
    v = 0.
    for step in range(steps):
        w.grad = None
        ((w - 1) ** 2).backward()
        v = m * v + 0.125 * w.grad
        with torch.no_grad():
            w -= v
    return w
# --- rolled: unmoved
def rolled(start, m, steps):
    w = torch.tensor(start, requires_grad=True)
    v = 0.
    for step in range(steps):
        w.grad = None
        ((w - 1) ** 2).backward()
        v = m * v + w.grad
    return w
# --- losses: remade
def losses(rate, steps):
    kept = []
    for step in range(steps):
        w = torch.tensor(1., requires_grad=True)
        optimizer = torch.optim.SGD([w], lr=rate)
        optimizer.zero_grad()
        loss = (w - 3) ** 2
        loss.backward()
        optimizer.step()
        kept.append(loss.item())
    return kept
# --- losses: emptied_first
def losses(rate, steps):
    w = torch.tensor(1., requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=rate)
    kept = []
    for step in range(steps):
        loss = (w - 3) ** 2
        loss.backward()
        optimizer.zero_grad()
        optimizer.step()
        kept.append(loss.item())
    return kept
# --- losses: step_given
def losses(rate, steps):
    w = torch.tensor(1., requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=rate)
    kept = []
    for step in range(steps):
        optimizer.zero_grad()
        loss = (w - 3) ** 2
        loss.backward()
        optimizer.step(loss)
        kept.append(loss.item())
    return kept
# --- losses: no_backward
def losses(rate, steps):
    w = torch.tensor(1., requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=rate)
    kept = []
    for step in range(steps):
        optimizer.zero_grad()
        loss = (w - 3) ** 2
        optimizer.step()
        kept.append(loss.item())
    return kept
# --- losses: no_step
def losses(rate, steps):
    w = torch.tensor(1., requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=rate)
    kept = []
    for step in range(steps):
        optimizer.zero_grad()
        loss = (w - 3) ** 2
        loss.backward()
        kept.append(loss.item())
    optimizer.step()
    return kept
# --- slope: ran_away
def slope(answers):
    inputs = torch.tensor([[-1.5], [-0.5], [0.5], [1.5]])
    model = torch.nn.Linear(1, 1)
    torch.nn.init.zeros_(model.weight)
    torch.nn.init.zeros_(model.bias)
    optimizer = torch.optim.SGD(model.parameters(), lr=0.25)
    for step in range(20):
        optimizer.zero_grad()
        error = model(inputs).squeeze(1) - torch.tensor(answers)
        (error ** 2).sum().backward()
        optimizer.step()
    return model.weight
# --- slope: grad_returned
def slope(answers):
    inputs = torch.tensor([[-1.5], [-0.5], [0.5], [1.5]])
    model = torch.nn.Linear(1, 1)
    torch.nn.init.zeros_(model.weight)
    torch.nn.init.zeros_(model.bias)
    optimizer = torch.optim.SGD(model.parameters(), lr=0.25)
    for step in range(20):
        optimizer.zero_grad()
        error = model(inputs).squeeze(1) - torch.tensor(answers)
        (error ** 2).mean().backward()
        optimizer.step()
    return model.weight.grad
# --- rolled: rate_twice
def rolled(start, m, steps):
    w = torch.tensor(start, requires_grad=True)
    v = 0.
    for step in range(steps):
        w.grad = None
        ((w - 1) ** 2).backward()
        v = m * v + 0.125 * w.grad
        with torch.no_grad():
            w -= 0.125 * v
    return w
# --- rolled: new_eased
def rolled(start, m, steps):
    w = torch.tensor(start, requires_grad=True)
    v = 0.
    for step in range(steps):
        w.grad = None
        ((w - 1) ** 2).backward()
        v = v + m * w.grad
        with torch.no_grad():
            w -= 0.125 * v
    return w
# --- rolled: all_eased
def rolled(start, m, steps):
    w = torch.tensor(start, requires_grad=True)
    v = 0.
    for step in range(steps):
        w.grad = None
        ((w - 1) ** 2).backward()
        v = m * (v + w.grad)
        with torch.no_grad():
            w -= 0.125 * v
    return w
# --- rolled: other_loss
def rolled(start, m, steps):
    w = torch.tensor(start, requires_grad=True)
    v = 0.
    for step in range(steps):
        w.grad = None
        ((w - 3) ** 2).backward()
        v = m * v + w.grad
        with torch.no_grad():
            w -= 0.125 * v
    return w
# --- rolled: speed_returned
def rolled(start, m, steps):
    w = torch.tensor(start, requires_grad=True)
    v = 0.
    for step in range(steps):
        w.grad = None
        ((w - 1) ** 2).backward()
        v = m * v + w.grad
        with torch.no_grad():
            w -= 0.125 * v
    return v
# --- rolled: one_gradient
def rolled(start, m, steps):
    w = torch.tensor(start, requires_grad=True)
    v = 0.
    ((w - 1) ** 2).backward()
    for step in range(steps):
        v = m * v + w.grad
        with torch.no_grad():
            w -= 0.125 * v
    return w
# --- slope: row_of_answers
def slope(answers):
    inputs = torch.tensor([[-1.5], [-0.5], [0.5], [1.5]])
    model = torch.nn.Linear(1, 1)
    torch.nn.init.zeros_(model.weight)
    torch.nn.init.zeros_(model.bias)
    optimizer = torch.optim.SGD(model.parameters(), lr=0.25)
    for step in range(20):
        optimizer.zero_grad()
        error = model(inputs) - torch.tensor([answers])
        (error ** 2).mean().backward()
        optimizer.step()
    return model.weight
