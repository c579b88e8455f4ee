# --- inside_and_after: switched_off
answer = [False, False, False, True]
# --- inside_and_after: comes_back
answer = [True, False, True, True]
# --- inside_and_after: recorded_inside
answer = [True, True, True, True]
# --- inside_and_after: stays_off
answer = [True, False, False, False]
# --- inside_and_after: switched_off
answer = [False, False, False, False]
# --- inside_and_after: switched_off
answer = [False, False, True, True]
# --- inside_and_after: recorded_inside
answer = [True, True, False, True]
# --- inside_and_after: inverted
answer = [False, True, True, False]
# --- inside_and_after: count
answer = [True, False, True]
# --- inside_and_after: number_for_flag
answer = [1, 0, 0, 1]
# --- inside_and_after: text_for_number
answer = ["True", "False", "False", "True"]

# --- predict: recorded
def predict(w, x):
    return w * x + 1
# --- predict: number
def predict(w, x):
    return (w * x + 1).item()
# --- predict: no_one
def predict(w, x):
    with torch.no_grad():
        return w * x
# --- predict: no_grad_without_parentheses
def predict(w, x):
    with torch.no_grad:
        return w * x + 1
# --- predict: flag_lost
def predict(w, x):
    w.requires_grad_(False)
    return w * x + 1
# --- predict: flag_lost
def predict(w, x):
    w.requires_grad = False
    y = w * x + 1
    return y
# --- predict: outside_block
def predict(w, x):
    with torch.no_grad():
        w
    return w * x + 1
# --- predict: outside_block
def predict(w, x):
    y = w * x + 1
    with torch.no_grad():
        return y
# --- predict: no_return
def predict(w, x):
    with torch.no_grad():
        y = w * x + 1
# --- predict: unknown_name
def predict(w, x):
    with no_grad():
        return w * x + 1
# --- predict: flag_of_result
def predict(w, x):
    y = w * x + 1
    y.requires_grad = False
    return y
# --- predict: leaf_in_place
def predict(w, x):
    w *= x
    w += 1
    return w
# --- predict: input_changed
def predict(w, x):
    with torch.no_grad():
        w *= x
        w += 1
    return w
# --- predict: brackets
def predict(w, x):
    with torch.no_grad():
        return w * (x + 1)
# --- predict: marked_again
def predict(w, x):
    with torch.no_grad():
        y = w * x + 1
    y.requires_grad = True
    return y

# --- wrong_block: loss_in_block
def wrong_block(v):
    w = torch.tensor(v, requires_grad=True)
    with torch.no_grad():
        loss = (w - 3) ** 2
        loss.backward()
        w -= 0.25 * w.grad
    return w
# --- wrong_block: loss_in_block
def wrong_block(v):
    w = torch.tensor(v, requires_grad=True)
    with torch.no_grad():
        loss = (w - 3) ** 2
    loss.backward()
    with torch.no_grad():
        w -= 0.25 * w.grad
    return w
# --- wrong_block: leaf_in_place
def wrong_block(v):
    w = torch.tensor(v, requires_grad=True)
    loss = (w - 3) ** 2
    loss.backward()
    w -= 0.25 * w.grad
    return w
# --- wrong_block: backward_in_block
def wrong_block(v):
    w = torch.tensor(v, requires_grad=True)
    loss = (w - 3) ** 2
    with torch.no_grad():
        loss.backward()
        w -= 0.25 * w.grad
    return w
# --- wrong_block: new_tensor
def wrong_block(v):
    w = torch.tensor(v, requires_grad=True)
    loss = (w - 3) ** 2
    loss.backward()
    w = w - 0.25 * w.grad
    return w
# --- wrong_block: reassigned
def wrong_block(v):
    w = torch.tensor(v, requires_grad=True)
    loss = (w - 3) ** 2
    loss.backward()
    with torch.no_grad():
        w = w - 0.25 * w.grad
    return w
# --- wrong_block: marked_loss
def wrong_block(v):
    w = torch.tensor(v, requires_grad=True)
    with torch.no_grad():
        loss = (w - 3) ** 2
    loss.requires_grad = True
    loss.backward()
    with torch.no_grad():
        w -= 0.25 * w.grad
    return w
# --- wrong_block: by_hand
def wrong_block(v):
    w = torch.tensor(v, requires_grad=True)
    with torch.no_grad():
        loss = (w - 3) ** 2
        w -= 0.25 * 2 * (w - 3)
    return w
# --- wrong_block: uphill
def wrong_block(v):
    w = torch.tensor(v, requires_grad=True)
    loss = (w - 3) ** 2
    loss.backward()
    with torch.no_grad():
        w += 0.25 * w.grad
    return w
# --- wrong_block: flag_lost
def wrong_block(v):
    w = torch.tensor(v, requires_grad=True)
    loss = (w - 3) ** 2
    loss.backward()
    with torch.no_grad():
        w -= 0.25 * w.grad
    return w.detach()
# --- wrong_block: number
def wrong_block(v):
    w = torch.tensor(v, requires_grad=True)
    loss = (w - 3) ** 2
    loss.backward()
    with torch.no_grad():
        w -= 0.25 * w.grad
    return w.item()
# --- wrong_block: no_grad_without_parentheses
def wrong_block(v):
    w = torch.tensor(v, requires_grad=True)
    loss = (w - 3) ** 2
    loss.backward()
    with torch.no_grad:
        w -= 0.25 * w.grad
    return w
# --- wrong_block: no_backward
def wrong_block(v):
    w = torch.tensor(v, requires_grad=True)
    loss = (w - 3) ** 2
    with torch.no_grad():
        w -= 0.25 * w.grad
    return w
# --- wrong_block: no_step
def wrong_block(v):
    w = torch.tensor(v, requires_grad=True)
    loss = (w - 3) ** 2
    loss.backward()
    with torch.no_grad():
        w - 0.25 * w.grad
    return w

# --- half_recorded: all_recorded
def half_recorded(v):
    x = torch.tensor(v, requires_grad=True)
    z = x ** 2 * x
    z.backward()
    return [z, x.grad]
# --- half_recorded: all_in_block
def half_recorded(v):
    x = torch.tensor(v, requires_grad=True)
    with torch.no_grad():
        s = x ** 2
        z = s * x
    z.backward()
    return [z, x.grad]
# --- half_recorded: other_half
def half_recorded(v):
    x = torch.tensor(v, requires_grad=True)
    s = x ** 2
    with torch.no_grad():
        c = x * 1
    z = s * c
    z.backward()
    return [z, x.grad]
# --- half_recorded: no_backward
def half_recorded(v):
    x = torch.tensor(v, requires_grad=True)
    with torch.no_grad():
        s = x ** 2
    z = s * x
    return [z, x.grad]
# --- half_recorded: by_hand
def half_recorded(v):
    return [v ** 3, v ** 2]
# --- half_recorded: no_grad_without_parentheses
def half_recorded(v):
    x = torch.tensor(v, requires_grad=True)
    with torch.no_grad:
        s = x ** 2
    z = s * x
    z.backward()
    return [z, x.grad]
# --- half_recorded: gradient_only
def half_recorded(v):
    x = torch.tensor(v, requires_grad=True)
    with torch.no_grad():
        s = x ** 2
    z = s * x
    z.backward()
    return x.grad
# --- half_recorded: swapped
def half_recorded(v):
    x = torch.tensor(v, requires_grad=True)
    with torch.no_grad():
        s = x ** 2
    z = s * x
    z.backward()
    return [x.grad, z]
# --- half_recorded: no_leaf
def half_recorded(v):
    x = torch.tensor(v, requires_grad=True)
    with torch.no_grad():
        s = x ** 2
    z = s * x
    z.backward()
    return [z, z.grad]
# --- half_recorded: square_returned
def half_recorded(v):
    x = torch.tensor(v, requires_grad=True)
    with torch.no_grad():
        s = x ** 2
    z = s * x
    z.backward()
    return [s, x.grad]
# --- half_recorded: made_in_no_grad
def half_recorded(v):
    x = torch.tensor(v, requires_grad=True)
    with torch.no_grad():
        s = x ** 2
    s.backward()
    return [s, x.grad]
