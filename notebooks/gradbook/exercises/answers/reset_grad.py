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
# --- three_values: second
answer = [2, 6, 3]
# --- three_values: emptied
answer = [2, 4, None]
# --- three_values: none
answer = [None, 2, 3]
# --- three_values: count
answer = [2, 4]
# --- three_values: order
answer = [3, 4, 2]
# --- three_values: overwritten
answer = [2, 2, 5]
# --- three_values: text_for_number
answer = ["2", "4", "3"]
# --- three_values: count
answer = [2, 4, 3, 0]
# --- three_values: third
answer = [2, 4, 5]
# --- three_values: second
answer = [2, 0, 3]
# --- three_values: third
answer = [2, 4, 6]
# --- three_values: first
answer = [4, 4, 3]
# --- three_values: first
answer = [1, 1, 1]
# --- three_values: multiplied_by_x
answer = [2, 4, 1]
# --- three_values: text_for_number
answer = '2 4 3'

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
# --- descend: step_outside_loop
def descend(start, steps):
    w = torch.tensor(start, requires_grad=True)
    for _ in range(steps):
        loss = (w - 3) ** 2
        loss.backward()
    with torch.no_grad():
        w -= 0.25 * w.grad
    return w
# --- descend: loss_returned
def descend(start, steps):
    w = torch.tensor(start, requires_grad=True)
    for _ in range(steps):
        loss = (w - 3) ** 2
        loss.backward()
        with torch.no_grad():
            w -= 0.25 * w.grad
        w.grad = None
    return loss
# --- descend: gradient_returned
def descend(start, steps):
    w = torch.tensor(start, requires_grad=True)
    for _ in range(steps):
        loss = (w - 3) ** 2
        loss.backward()
        with torch.no_grad():
            w -= 0.25 * w.grad
        w.grad = None
    return w.grad
# --- descend: no_return
def descend(start, steps):
    w = torch.tensor(start, requires_grad=True)
    for _ in range(steps):
        loss = (w - 3) ** 2
        loss.backward()
        with torch.no_grad():
            w -= 0.25 * w.grad
        w.grad = None
# --- descend: other_rate
def descend(start, steps):
    w = torch.tensor(start, requires_grad=True)
    for _ in range(steps):
        loss = (w - 3) ** 2
        loss.backward()
        with torch.no_grad():
            w -= 0.5 * w.grad
        w.grad = None
    return w
# --- descend: once_too_often
def descend(start, steps):
    w = torch.tensor(start, requires_grad=True)
    for _ in range(steps + 1):
        loss = (w - 3) ** 2
        loss.backward()
        with torch.no_grad():
            w -= 0.25 * w.grad
        w.grad = None
    return w
# --- descend: once_too_few
def descend(start, steps):
    w = torch.tensor(start, requires_grad=True)
    for _ in range(steps - 1):
        loss = (w - 3) ** 2
        loss.backward()
        with torch.no_grad():
            w -= 0.25 * w.grad
        w.grad = None
    return w
# --- descend: backward_without_parentheses
def descend(start, steps):
    w = torch.tensor(start, requires_grad=True)
    for _ in range(steps):
        loss = (w - 3) ** 2
        loss.backward
        with torch.no_grad():
            w -= 0.25 * w.grad
        w.grad = None
    return w
# --- descend: brackets
def descend(start, steps):
    w = torch.tensor(start, requires_grad=True)
    for _ in range(steps):
        loss = w - 3 ** 2
        loss.backward()
        with torch.no_grad():
            w -= 0.25 * w.grad
        w.grad = None
    return w
# --- descend: doubled
def descend(start, steps):
    w = torch.tensor(start, requires_grad=True)
    for _ in range(steps):
        loss = (w - 3) * 2
        loss.backward()
        with torch.no_grad():
            w -= 0.25 * w.grad
        w.grad = None
    return w
# --- descend: other_loss
def descend(start, steps):
    w = torch.tensor(start, requires_grad=True)
    for _ in range(steps):
        loss = (w + 3) ** 2
        loss.backward()
        with torch.no_grad():
            w -= 0.25 * w.grad
        w.grad = None
    return w
# --- descend: local_name
def descend(start, steps):
    w = torch.tensor(start, requires_grad=True)
    for _ in range(steps):
        loss = (w - 3) ** 2
        loss.backward()
        with torch.no_grad():
            w -= 0.25 * w.grad
        grad = None
    return w
# --- descend: emptied_outside_loop
def descend(start, steps):
    w = torch.tensor(start, requires_grad=True)
    for _ in range(steps):
        loss = (w - 3) ** 2
        loss.backward()
        with torch.no_grad():
            w -= 0.25 * w.grad
    w.grad = None
    return w
# --- descend: unknown_attribute
def descend(start, steps):
    w = torch.tensor(start, requires_grad=True)
    for _ in range(steps):
        loss = (w - 3) ** 2
        loss.backward()
        with torch.no_grad():
            w -= 0.25 * w.grad
        w.zero_grad()
    return w
# --- descend: grad_set_to_number
def descend(start, steps):
    w = torch.tensor(start, requires_grad=True)
    for _ in range(steps):
        loss = (w - 3) ** 2
        loss.backward()
        with torch.no_grad():
            w -= 0.25 * w.grad
        w.grad = 0
    return w
# --- descend: without_parentheses
def descend(start, steps):
    w = torch.tensor(start, requires_grad=True)
    for _ in range(steps):
        loss = (w - 3) ** 2
        loss.backward()
        with torch.no_grad():
            w -= 0.25 * w.grad
        w.grad.zero_
    return w
# --- descend: other_emptied
def descend(start, steps):
    w = torch.tensor(start, requires_grad=True)
    for _ in range(steps):
        loss = (w - 3) ** 2
        loss.backward()
        with torch.no_grad():
            w -= 0.25 * w.grad
        loss.grad = None
    return w
# --- descend: not_kept
def descend(start, steps):
    w = torch.tensor(start, requires_grad=True)
    for _ in range(steps):
        loss = (w - 3) ** 2
        loss.backward()
        with torch.no_grad():
            w - 0.25 * w.grad
        w.grad = None
    return w
# --- descend: reassigned
def descend(start, steps):
    w = torch.tensor(start, requires_grad=True)
    for _ in range(steps):
        loss = (w - 3) ** 2
        loss.backward()
        with torch.no_grad():
            w =- 0.25 * w.grad
        w.grad = None
    return w
# --- descend: loss_for_gradient
def descend(start, steps):
    w = torch.tensor(start, requires_grad=True)
    for _ in range(steps):
        loss = (w - 3) ** 2
        loss.backward()
        with torch.no_grad():
            w -= 0.25 * loss
        w.grad = None
    return w
# --- descend: no_leaf
def descend(start, steps):
    w = torch.tensor(start, requires_grad=True)
    for _ in range(steps):
        loss = (w - 3) ** 2
        loss.backward()
        with torch.no_grad():
            w -= 0.25 * loss.grad
        w.grad = None
    return w
# --- descend: no_step
def descend(start, steps):
    w = torch.tensor(start, requires_grad=True)
    for _ in range(steps):
        loss = (w - 3) ** 2
        loss.backward()
        with torch.no_grad():
            w.grad -= 0.25 * w.grad
        w.grad = None
    return w
# --- descend: no_gradient
def descend(start, steps):
    w = torch.tensor(start, requires_grad=True)
    for _ in range(steps):
        loss = (w - 3) ** 2
        loss.backward()
        with torch.no_grad():
            w -= 0.25
        w.grad = None
    return w
# --- descend: backward_outside_loop
def descend(start, steps):
    w = torch.tensor(start, requires_grad=True)
    loss = (w - 3) ** 2
    loss.backward()
    for _ in range(steps):
        with torch.no_grad():
            w -= 0.25 * w.grad
    return w
# --- descend: never_emptied
def descend(start, steps):
    w = torch.tensor(start, requires_grad=True)
    for _ in range(steps):
        loss = (w - 3) ** 2
        loss.backward()
        w.data = w - 0.25 * w.grad
    return w
# --- descend: step_outside_loop
def descend(start, steps):
    w = torch.tensor(start, requires_grad=True)
    for _ in range(steps):
        w = torch.tensor(start, requires_grad=True)
        loss = (w - 3) ** 2
        loss.backward()
        with torch.no_grad():
            w -= 0.25 * w.grad
        w.grad = None
    return w
# --- descend: uphill
def descend(start, steps):
    w = torch.tensor(start, requires_grad=True)
    for _ in range(steps):
        w.grad = None
        loss = (w - 3) ** 2
        with torch.no_grad():
            loss.backward()
            w += 0.25 * w.grad
    return w
# --- descend: emptied_before_step
def descend(start, steps):
    w = torch.tensor(start, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=0.25)
    for _ in range(steps):
        loss = (w - 3) ** 2
        loss.backward()
        optimizer.zero_grad()
        optimizer.step()
    return w
# --- descend: optimizer_list
def descend(start, steps):
    w = torch.tensor(start, requires_grad=True)
    optimizer = torch.optim.SGD(w, lr=0.25)
    return w
# --- descend: number_for_tensor
def descend(start, steps):
    w = torch.tensor(start, requires_grad=True)
    for _ in range(steps):
        loss = (start - 3) ** 2
        loss.backward()
        with torch.no_grad():
            w -= 0.25 * w.grad
    return w
# --- descend: loop_in_block
def descend(start, steps):
    w = torch.tensor(start, requires_grad=True)
    with torch.no_grad():
        for _ in range(steps):
            loss = (w - 3) ** 2
        loss.backward()
    return w
# --- descend: flag_off
def descend(start, steps):
    w = torch.tensor(start, requires_grad=True)
    for _ in range(steps):
        loss = (w - 3) ** 2
        loss.backward()
        with torch.no_grad():
            w -= 0.25 * w.grad
        w.requires_grad = False
    return w
# --- descend: return_in_loop
def descend(start, steps):
    w = torch.tensor(start, requires_grad=True)
    for i in range(steps):
        loss = (w - 3) ** 2
        loss.backward()
        with torch.no_grad():
            w -= 0.25 * w.grad
            w.grad.zero_()
            return w
# --- descend: cut
def descend(start, steps):
    w = torch.tensor(start, requires_grad=True)
    for i in range(steps):
        loss = torch.tensor((w - 3) ** 2)
        loss.backward()
        with torch.no_grad():
            w -= 0.25 * w.grad
        w.grad = None
    return w
# --- descend: number_for_tensor
def descend(start, steps):
    w = torch.tensor(start, requires_grad=True)
    for i in range(steps):
        loss = (w.item() - 3) ** 2
        loss.backward()
    return w
# --- descend: cut
def descend(start, steps):
    w = torch.tensor(start, requires_grad=True)
    for i in range(steps):
        loss = (w.detach() - 3) ** 2
        loss.backward()
    return w
# --- descend: read_early
def descend(start, steps):
    w = torch.tensor(start, requires_grad=True)
    for i in range(steps):
        with torch.no_grad():
            w -= 0.25 * w.grad
        loss = (w - 3) ** 2
        loss.backward()
    return w
# --- descend: emptied_outside_loop
def descend(start, steps):
    w = torch.tensor(start, requires_grad=True)
    w.grad = torch.tensor(0.)
    for i in range(steps):
        loss = (w - 3) ** 2
        loss.backward()
        with torch.no_grad():
            w -= 0.25 * w.grad
    return w
# --- descend: no_return
def descend(start, steps):
    w = torch.tensor(start, requires_grad=True)
    for i in range(steps):
        loss = (w - 3) ** 2
        loss.backward()
        with torch.no_grad():
            w -= 0.25 * w.grad
            w.grad = None
        print(w)
# --- descend: outside_loop
def descend(start, steps):
    w = torch.tensor(start, requires_grad=True)
    loss = (w - 3) ** 2
    for i in range(steps):
        loss.backward(retain_graph=True)
        with torch.no_grad():
            w -= 0.25 * w.grad
        w.grad = None
    return w
# --- descend: value_emptied
def descend(start, steps):
    w = torch.tensor(start, requires_grad=True)
    for i in range(steps):
        loss = (w - 3) ** 2
        loss.backward()
        with torch.no_grad():
            w.sub_(0.25 * w.grad)
        w.zero_()
    return w
# --- descend: result_of_backward
def descend(start, steps):
    w = torch.tensor(start, requires_grad=True)
    for i in range(steps):
        loss = (w - 3) ** 2
        g = loss.backward()
        with torch.no_grad():
            w -= 0.25 * g
    return w
# --- descend: read_early
def descend(start, steps):
    w = torch.tensor(start, requires_grad=True)
    for i in range(steps):
        loss = (w - 3) ** 2
        g = w.grad
        loss.backward()
        with torch.no_grad():
            w -= 0.25 * g
    return w
# --- descend: letter_case
def descend(start, steps):
    w = torch.tensor(start, requires_grad=True)
    lr = 0.25
    for i in range(steps):
        loss = (w - 3) ** 2
        loss.backward()
        with torch.no_grad():
            w -= Lr * w.grad
    return w
# --- descend: number_iterated
def descend(start, steps):
    w = torch.tensor(start, requires_grad=True)
    for i in steps:
        pass
    return w
# --- descend: reassigned
def descend(start, steps):
    w = torch.tensor(start, requires_grad=True)
    for i in range(steps):
        loss = (w - 3) ** 2
        loss.backward()
        w = w.detach() - 0.25 * w.grad
    return w
# --- descend: power_sign
def descend(start, steps):
    w = torch.tensor(start, requires_grad=True)
    for i in range(steps):
        loss = (w - 3) ^ 2
        loss.backward()
    return w
# --- descend: called_value
def descend(start, steps):
    w = torch.tensor(start, requires_grad=True)
    for i in range(steps):
        loss = (w - 3) ** 2
        loss.backward()
        with torch.no_grad():
            w -= 0.25 * w.grad()
    return w
# --- descend: wrapped
def descend(start, steps):
    w = torch.tensor(start, requires_grad=True)
    ws = []
    for i in range(steps):
        loss = (w - 3) ** 2
        loss.backward()
        with torch.no_grad():
            w -= 0.25 * w.grad
        w.grad = None
        ws.append(w)
    return ws
# --- descend: arguments
def descend(start):
    w = torch.tensor(start, requires_grad=True)
    return w

# --- descend: no_step_call
def descend(start, steps):
    w = torch.tensor(start, requires_grad=True)
    opt = torch.optim.SGD([w], lr=0.25)
    for i in range(steps):
        opt.zero_grad()
        loss = (w - 3) ** 2
        loss.backward()
    return w
# --- descend: step_before_backward
def descend(start, steps):
    w = torch.tensor(start, requires_grad=True)
    opt = torch.optim.SGD([w], lr=0.25)
    for i in range(steps):
        opt.zero_grad()
        loss = (w - 3) ** 2
        opt.step()
        loss.backward()
    return w
# --- descend: right
def descend(start, steps):
    w = torch.nn.Parameter(torch.tensor(start))
    opt = torch.optim.SGD([w], lr=0.25)
    while steps:
        opt.zero_grad()
        ((w - 3) ** 2).backward()
        opt.step()
        steps -= 1
    return w.item()
# --- descend: right
def descend(start, steps):
    w = torch.tensor(start, requires_grad=True)
    for _ in range(steps):
        loss = (w - 3) ** 2
        g, = torch.autograd.grad(loss, w)
        w = (w - 0.25 * g).detach().requires_grad_()
    return w
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
# --- never_reset: without_parentheses
def never_reset(values):
    x = torch.tensor(0., requires_grad=True)
    slopes = []
    for value in values:
        with torch.no_grad():
            x.fill_(value)
        y = x ** 2
        y.backward()
        slopes.append(x.grad.item())
        x.grad.zero_
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
        slopes.append(x.grad)
    return slopes
# --- never_reset: read_early
def never_reset(values):
    x = torch.tensor(0., requires_grad=True)
    slopes = []
    for value in values:
        with torch.no_grad():
            x.fill_(value)
        y = x ** 2
        x.grad = None
        slopes.append(x.grad.item())
        y.backward()
    return slopes
# --- never_reset: other_emptied
def never_reset(values):
    x = torch.tensor(0., requires_grad=True)
    slopes = []
    for value in values:
        with torch.no_grad():
            x.fill_(value)
        y = x ** 2
        y.backward()
        slopes.append(x.grad.item())
        y.grad = None
    return slopes
# --- never_reset: return_in_loop
def never_reset(values):
    x = torch.tensor(0., requires_grad=True)
    slopes = []
    for value in values:
        with torch.no_grad():
            x.fill_(value)
        x.grad = None
        y = x ** 2
        y.backward()
        slopes.append(x.grad.item())
        return slopes
# --- never_reset: value_for_gradient
def never_reset(values):
    x = torch.tensor(0., requires_grad=True)
    slopes = []
    for value in values:
        with torch.no_grad():
            x.fill_(value)
        x.grad = None
        y = x ** 2
        y.backward()
        slopes.append(y.item())
    return slopes
# --- never_reset: values
def never_reset(values):
    x = torch.tensor(0., requires_grad=True)
    slopes = []
    for value in values:
        with torch.no_grad():
            x.fill_(value)
        x.grad = None
        y = x ** 2
        y.backward()
        slopes.append(x.item())
    return slopes
# --- never_reset: result_of_none
def never_reset(values):
    x = torch.tensor(0., requires_grad=True)
    slopes = []
    for value in values:
        with torch.no_grad():
            x.fill_(value)
        x.grad = None
        y = x ** 2
        y.backward()
        slopes = slopes.append(x.grad.item())
    return slopes
# --- never_reset: one_kept
def never_reset(values):
    x = torch.tensor(0., requires_grad=True)
    slopes = []
    for value in values:
        with torch.no_grad():
            x.fill_(value)
        x.grad = None
        y = x ** 2
        y.backward()
        slopes = [x.grad.item()]
    return slopes
# --- never_reset: function_for_value
def never_reset(values):
    x = torch.tensor(0., requires_grad=True)
    slopes = []
    for value in values:
        with torch.no_grad():
            x.fill_(value)
        x.grad = None
        y = x ** 2
        y.backward()
        slopes.append(x.grad.item)
    return slopes
# --- never_reset: thrown_away
def never_reset(values):
    x = torch.tensor(0., requires_grad=True)
    slopes = []
    for value in values:
        with torch.no_grad():
            x.fill_(value)
        x = None
        y = x ** 2
        y.backward()
        slopes.append(x.grad.item())
    return slopes
# --- never_reset: list_emptied
def never_reset(values):
    x = torch.tensor(0., requires_grad=True)
    slopes = []
    for value in values:
        with torch.no_grad():
            x.fill_(value)
        y = x ** 2
        y.backward()
        slopes.append(x.grad.item())
        slopes.clear()
    return slopes
# --- never_reset: read_early
def never_reset(values):
    x = torch.tensor(0., requires_grad=True)
    slopes = []
    for value in values:
        with torch.no_grad():
            x.fill_(value)
        x.grad = torch.tensor(None)
        y = x ** 2
        y.backward()
        slopes.append(x.grad.item())
    return slopes
# --- never_reset: no_leaf
def never_reset(values):
    x = torch.tensor(0., requires_grad=True)
    slopes = []
    for value in values:
        with torch.no_grad():
            x.fill_(value)
        x.grad = None
        x = x ** 2
        x.backward()
        slopes.append(x.grad.item())
    return slopes
# --- never_reset: cube
def never_reset(values):
    x = torch.tensor(0., requires_grad=True)
    slopes = []
    for value in values:
        with torch.no_grad():
            x.fill_(value)
        x.grad = None
        y = x ** 3
        y.backward()
        slopes.append(x.grad.item())
    return slopes
# --- never_reset: zero_on_none
def never_reset(values):
    x = torch.tensor(0., requires_grad=True)
    slopes = []
    for value in values:
        with torch.no_grad():
            x.fill_(value)
        x.grad.data.zero_()
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
        y = x ** 2
        y.zero_grad()
        y.backward()
        slopes.append(x.grad.item())
    return slopes
# --- never_reset: value_emptied
def never_reset(values):
    x = torch.tensor(0., requires_grad=True)
    slopes = []
    for value in values:
        with torch.no_grad():
            x.fill_(value)
        y = x ** 2
        y.backward()
        slopes.append(x.grad.item())
        x.zero_()
    return slopes
# --- never_reset: result_of_none
def never_reset(values):
    x = torch.tensor(0., requires_grad=True)
    slopes = []
    for value in values:
        with torch.no_grad():
            x.fill_(value)
        y = x ** 2
        y.backward()
        slopes.append(x.grad.item())
        del x.grad
    return slopes.reverse()
# --- never_reset: no_backward
def never_reset(values):
    x = torch.tensor(0., requires_grad=True)
    slopes = []
    for value in values:
        with torch.no_grad():
            x.fill_(value)
        x.grad = None
        y = x ** 2
        slopes.append(x.grad.item())
    return slopes
# --- never_reset: compared_for_assigned
def never_reset(values):
    x = torch.tensor(0., requires_grad=True)
    slopes = []
    for value in values:
        with torch.no_grad():
            x.fill_(value)
        x.grad == None
        y = x ** 2
        y.backward()
        slopes.append(x.grad.item())
    return slopes
# --- never_reset: made_in_no_grad
def never_reset(values):
    x = torch.tensor(0., requires_grad=True)
    slopes = []
    for value in values:
        with torch.no_grad():
            x.fill_(value)
        with torch.no_grad():
            y = x ** 2
        y.backward()
        slopes.append(x.grad.item())
    return slopes
# --- never_reset: flag_off
def never_reset(values):
    x = torch.tensor(0., requires_grad=True)
    slopes = []
    for value in values:
        with torch.no_grad():
            x.fill_(value)
        x.requires_grad = False
        y = x ** 2
        y.backward()
        slopes.append(x.grad.item())
    return slopes
# --- never_reset: last_only
def never_reset(values):
    x = torch.tensor(0., requires_grad=True)
    for value in values:
        with torch.no_grad():
            x.fill_(value)
        x.grad = None
        y = x ** 2
        y.backward()
    return x.grad

# --- never_reset: value_emptied
def never_reset(values):
    x = torch.tensor(0., requires_grad=True)
    slopes = []
    for value in values:
        with torch.no_grad():
            x.fill_(value)
        y = x ** 2
        y.backward()
        slopes.append(x.grad.item())
        with torch.no_grad():
            x.zero_()
    return slopes
# --- never_reset: list_emptied
def never_reset(values):
    x = torch.tensor(0., requires_grad=True)
    slopes = []
    for value in values:
        slopes.clear()
        with torch.no_grad():
            x.fill_(value)
        y = x ** 2
        y.backward()
        slopes.append(x.grad.item())
    return slopes
# --- never_reset: right
def never_reset(values):
    x = torch.tensor(0., requires_grad=True)
    slopes = []
    for value in values:
        if x.grad is not None:
            x.grad.zero_()
        with torch.no_grad():
            x.fill_(value)
        y = x ** 2
        y.backward()
        slopes.append(x.grad.item())
    return slopes
# --- in_pieces: emptied
def in_pieces(data, size):
    w = torch.tensor(1., requires_grad=True)
    for start in range(0, len(data), size):
        w.grad = None
        torch.sum((w * data[start:start + size]) ** 2).backward()
    return w.grad
# --- in_pieces: last_piece
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
# --- in_pieces: emptied
def in_pieces(data, size):
    w = torch.tensor(1., requires_grad=True)
    for start in range(0, len(data), size):
        piece = data[start:start + size]
        loss = ((w * piece) ** 2).sum()
        loss.backward()
        w.grad.zero_()
    return w.grad
# --- in_pieces: cleared
def in_pieces(data, size):
    w = torch.tensor(1., requires_grad=True)
    for start in range(0, len(data), size):
        piece = data[start:start + size]
        loss = ((w * piece) ** 2).sum()
        loss.backward()
        w.grad = None
    return w.grad
# --- in_pieces: first_elements
def in_pieces(data, size):
    w = torch.tensor(1., requires_grad=True)
    for start in range(0, len(data), size):
        piece = data[start]
        loss = ((w * piece) ** 2).sum()
        loss.backward()
    return w.grad
# --- in_pieces: overlapping
def in_pieces(data, size):
    w = torch.tensor(1., requires_grad=True)
    for start in range(len(data)):
        piece = data[start:start + size]
        loss = ((w * piece) ** 2).sum()
        loss.backward()
    return w.grad
# --- in_pieces: brackets
def in_pieces(data, size):
    w = torch.tensor(1., requires_grad=True)
    for start in range(0, len(data), size):
        piece = data[start:start + size]
        loss = (w * piece ** 2).sum()
        loss.backward()
    return w.grad
# --- in_pieces: no_square
def in_pieces(data, size):
    w = torch.tensor(1., requires_grad=True)
    for start in range(0, len(data), size):
        piece = data[start:start + size]
        loss = (w * piece).sum()
        loss.backward()
    return w.grad
# --- in_pieces: gradient_not_returned
def in_pieces(data, size):
    w = torch.tensor(1., requires_grad=True)
    for start in range(0, len(data), size):
        piece = data[start:start + size]
        loss = ((w * piece) ** 2).sum()
        loss.backward()
    return w
# --- in_pieces: value_for_gradient
def in_pieces(data, size):
    w = torch.tensor(1., requires_grad=True)
    for start in range(0, len(data), size):
        piece = data[start:start + size]
        loss = ((w * piece) ** 2).sum()
        loss.backward()
    return loss
# --- in_pieces: no_leaf
def in_pieces(data, size):
    w = torch.tensor(1., requires_grad=True)
    for start in range(0, len(data), size):
        piece = data[start:start + size]
        loss = ((w * piece) ** 2).sum()
        loss.backward()
    return loss.grad
# --- in_pieces: w_changed
def in_pieces(data, size):
    w = torch.tensor(1., requires_grad=True)
    for start in range(0, len(data), size):
        piece = data[start:start + size]
        loss = ((w * piece) ** 2).sum()
        loss.backward()
        with torch.no_grad():
            w -= 0.25 * w.grad
    return w.grad
# --- in_pieces: made_in_no_grad
def in_pieces(data, size):
    w = torch.tensor(1., requires_grad=True)
    for start in range(0, len(data), size):
        piece = data[start:start + size]
        with torch.no_grad():
            loss = ((w * piece) ** 2).sum()
        loss.backward()
    return w.grad
# --- in_pieces: accumulated_by_hand
def in_pieces(data, size):
    w = torch.tensor(1., requires_grad=True)
    total = 0
    for start in range(0, len(data), size):
        piece = data[start:start + size]
        loss = ((w * piece) ** 2).sum()
        loss.backward()
        total += w.grad
    return total
# --- in_pieces: backward_without_parentheses
def in_pieces(data, size):
    w = torch.tensor(1., requires_grad=True)
    for start in range(0, len(data), size):
        piece = data[start:start + size]
        loss = ((w * piece) ** 2).sum()
        loss.backward
    return w.grad
# --- in_pieces: no_backward
def in_pieces(data, size):
    w = torch.tensor(1., requires_grad=True)
    for start in range(0, len(data), size):
        piece = data[start:start + size]
        loss = ((w * piece) ** 2).sum()
    return w.grad
# --- in_pieces: comma
def in_pieces(data, size):
    w = torch.tensor(1., requires_grad=True)
    for start in range(0, len(data), size):
        piece = data[start, start + size]
        loss = ((w * piece) ** 2).sum()
        loss.backward()
    return w.grad
# --- in_pieces: short_piece
def in_pieces(data, size):
    w = torch.tensor(1., requires_grad=True)
    for start in range(0, len(data), size):
        piece = data[start:start + size - 1]
        loss = ((w * piece) ** 2).sum()
        loss.backward()
    return w.grad
# --- in_pieces: no_return
def in_pieces(data, size):
    w = torch.tensor(1., requires_grad=True)
    for start in range(0, len(data), size):
        piece = data[start:start + size]
        loss = ((w * piece) ** 2).sum()
        loss.backward()
    print(w.grad)
# --- in_pieces: number_for_tensor
def in_pieces(data, size):
    w = torch.tensor(1., requires_grad=True)
    for start in range(0, len(data), size):
        loss = ((w * data[start:start + size]) ** 2).sum().item()
        loss.backward()
    return w.grad
# --- in_pieces: power_sign
def in_pieces(data, size):
    w = torch.tensor(1., requires_grad=True)
    for start in range(0, len(data), size):
        piece = data[start:start + size]
        loss = ((w * piece) ^ 2).sum()
        loss.backward()
    return w.grad
# --- in_pieces: added
def in_pieces(data, size):
    w = torch.tensor(1., requires_grad=True)
    for start in range(0, len(data), size):
        piece = data[start:start + size]
        loss = ((w + piece) ** 2).sum()
        loss.backward()
    return w.grad
# --- in_pieces: divided
def in_pieces(data, size):
    w = torch.tensor(1., requires_grad=True)
    for start in range(0, len(data), size):
        piece = data[start:start + size]
        loss = ((w * piece) ** 2).sum() / size
        loss.backward()
    return w.grad
# --- in_pieces: divided
def in_pieces(data, size):
    w = torch.tensor(1., requires_grad=True)
    for start in range(0, len(data), size):
        piece = data[start:start + size]
        loss = ((w * piece) ** 2).sum()
        loss.backward()
    return w.grad / size
# --- in_pieces: changed_after
def in_pieces(data, size):
    w = torch.tensor(1., requires_grad=True)
    for piece in data.split(size):
        loss = torch.sum((w * piece) ** 2)
        loss.backward()
    return w.grad * 2
# --- in_pieces: from_start_to_size
def in_pieces(data, size):
    w = torch.tensor(1., requires_grad=True)
    for start in range(0, len(data), size):
        piece = data[start:size + size]
        loss = ((w * piece) ** 2).sum()
        loss.backward()
    return w.grad
# --- in_pieces: backward_from_input
def in_pieces(data, size):
    w = torch.tensor(1., requires_grad=True)
    for start in range(0, len(data), size):
        piece = data[start:start + size]
        w.backward()
    return w.grad
# --- in_pieces: to_the_end
def in_pieces(data, size):
    w = torch.tensor(1., requires_grad=True)
    for start in range(0, len(data), size):
        torch.sum((w * data[start:]) ** 2).backward()
    return w.grad
# --- in_pieces: no_data
def in_pieces(data, size):
    w = torch.tensor(1., requires_grad=True)
    for start in range(0, len(data), size):
        for item in data[start:start + size]:
            (w ** 2).backward()
    return w.grad
# --- in_pieces: loss_returned
def in_pieces(data, size):
    w = torch.tensor(1., requires_grad=True)
    total = 0
    for start in range(0, len(data), size):
        loss = ((w * data[start:start + size]) ** 2).sum()
        loss.backward()
        total += loss.item()
    return total
# --- in_pieces: whole_each_time
def in_pieces(data, size):
    w = torch.tensor(1., requires_grad=True)
    for start in range(0, len(data), size):
        piece = data[start:start + size]
        loss = (w * data ** 2).sum()
        loss.backward()
    return w.grad
# --- in_pieces: right
def in_pieces(data, size):
    w = torch.tensor(1., requires_grad=True)
    for piece in data.split(size):
        ((w * piece) ** 2).sum().backward()
    return w.grad.item()
# --- never_reset: thrown_away
def never_reset(values):
    x = torch.tensor(0., requires_grad=True)
    slopes = []
    for value in values:
        with torch.no_grad():
            x.fill_(value)
        y = x ** 2
        y.backward()
        slopes.append(x.grad.item())
        x = None
    return slopes
# --- descend: not_kept
def descend(start, steps):
    w = torch.tensor(start, requires_grad=True)
    for _ in range(steps):
        loss = (w - 3) ** 2
        loss.backward()
        with torch.no_grad():
            w.sub(0.25 * w.grad)
        w.grad = None
    return w
# --- never_reset: other_emptied
def never_reset(values):
    x = torch.tensor(0., requires_grad=True)
    slopes = []
    for value in values:
        with torch.no_grad():
            x.fill_(value)
        y = x ** 2
        y.backward()
        slopes.append(x.grad.item())
        y = None
    return slopes
# --- never_reset: detached_for_emptied
def never_reset(values):
    x = torch.tensor(0., requires_grad=True)
    slopes = []
    for value in values:
        with torch.no_grad():
            x.fill_(value)
        y = x ** 2
        y.backward()
        slopes.append(x.grad.item())
        x.grad.detach()
    return slopes
# --- in_pieces: leaf_unused
def in_pieces(data, size):
    w = torch.tensor(1., requires_grad=True)
    for start in range(0, len(data), size):
        loss = (data[start:start + size] ** 2).sum()
        loss.backward()
    return w.grad
# --- descend: other_emptied
def descend(start, steps):
    w = torch.tensor(start, requires_grad=True)
    for i in range(steps):
        loss = (w - 3) ** 2
        loss.backward()
        with torch.no_grad():
            w -= 0.25 * w.grad
        loss = None
    return w
# --- descend: not_kept
def descend(start, steps):
    w = torch.tensor(start, requires_grad=True)
    for i in range(steps):
        loss = (w - 3) ** 2
        loss.backward()
        with torch.no_grad():
            w - 0.25 * w.grad
        w.grad = None
    return w
# --- in_pieces: divided
def in_pieces(data, size):
    w = torch.tensor(1., requires_grad=True)
    조각들 = torch.split(data, size)
    for 조각 in 조각들:
        (torch.sum((w * 조각) ** 2) / len(조각들)).backward()
    return w.grad
# --- in_pieces: rest_dropped
def in_pieces(data, size):
    w = torch.tensor(1., requires_grad=True)
    for i in range(len(data) // size):
        piece = data[i * size:(i + 1) * size]
        ((w * piece) ** 2).sum().backward()
    return w.grad
# --- three_values: same_object
x = torch.tensor(1., requires_grad=True)
answer = []
y = x ** 2
y.backward()
answer.append(x.grad)
y = x ** 2
y.backward()
answer.append(x.grad)
x.grad = None
y = 3 * x
y.backward()
answer.append(x.grad)
# --- descend: other_optimizer
def descend(start, steps):
    w = torch.tensor(start, requires_grad=True)
    opt = torch.optim.Adam([w], lr=0.25)
    for _ in range(steps):
        opt.zero_grad()
        ((w - 3) ** 2).backward()
        opt.step()
    return w
# --- descend: other_optimizer
def descend(start, steps):
    w = torch.tensor(start, requires_grad=True)
    opt = torch.optim.SGD([w], lr=0.25, momentum=0.9)
    for _ in range(steps):
        opt.zero_grad()
        ((w - 3) ** 2).backward()
        opt.step()
    return w
# --- descend: left_early
def descend(start, steps):
    w = torch.tensor(start, requires_grad=True)
    for _ in range(steps):
        loss = (w - 3) ** 2
        if loss.item() < 2:
            break
        loss.backward()
        with torch.no_grad():
            w -= 0.25 * w.grad
        w.grad = None
    return w
# --- descend: later_steps
def descend(start, steps):
    w = torch.tensor(start, requires_grad=True)
    lr = 0.25
    for i in range(steps):
        loss = (w - 3) ** 2
        loss.backward()
        with torch.no_grad():
            w -= lr * w.grad
        w.grad = None
        lr = lr * 0.5
    return w
# --- descend: times
def descend(start, steps):
    w = torch.tensor(start, requires_grad=True)
    while steps > 0:
        loss = (w - 3) ** 2
        loss.backward()
        with torch.no_grad():
            w -= 0.25 * w.grad
        w.grad = None
        steps -= 2
    return w
# --- never_reset: emptied_outside_loop
def never_reset(values):
    x = torch.tensor(0., requires_grad=True)
    opt = torch.optim.SGD([x], lr=1.)
    opt.zero_grad()
    slopes = []
    for value in values:
        with torch.no_grad():
            x.fill_(value)
        y = x ** 2
        y.backward()
        slopes.append(x.grad.item())
    return slopes
# --- never_reset: cut
def never_reset(values):
    x = torch.tensor(0., requires_grad=True)
    slopes = []
    for value in values:
        with torch.no_grad():
            x.fill_(value)
        y = x ** 2
        y.backward()
        slopes.append(x.grad.item())
        x = x.detach()
    return slopes
# --- in_pieces: loop_not_entered
def in_pieces(data, size):
    w = torch.tensor(1., requires_grad=True)
    for piece in torch.chunk(data, size)[:-1]:
        ((w * piece) ** 2).sum().backward()
    return w.grad
# --- in_pieces: loss_accumulated
def in_pieces(data, size):
    w = torch.tensor(1., requires_grad=True)
    total = torch.tensor(0.)
    for start in range(0, len(data), size):
        total += ((w * data[start:start + size]) ** 2).sum()
        total.backward(retain_graph=True)
    return w.grad
# --- in_pieces: other_tensor
def in_pieces(data, size):
    w = torch.tensor(1., requires_grad=True)
    for start in range(0, len(data), size):
        piece = data[start:start + size]
        loss = ((w * piece) ** 2).sum()
        loss.backward()
    return data.grad
# --- descend: gradient_returned
def descend(start, steps):
    w = torch.tensor(start, requires_grad=True)
    for _ in range(steps):
        손실 = (w - 3) ** 2
        손실.backward()
        w = w.detach() - 0.25 * w.grad
        w.requires_grad = True
        손실 = 0
    return w.grad
# --- descend: backward_from_input
def descend(start, steps):
    w = torch.tensor(start, requires_grad=True)
    for _ in range(steps):
        loss = (w - 3) ** 2
        w.backward()
        with torch.no_grad():
            w -= 0.25 * w.grad
        w.grad = None
    return w
# --- descend: gradient_returned
def descend(start, steps):
    w = torch.tensor(start, requires_grad=True)
    for _ in range(steps):
        loss = (w - 3) ** 2
        loss.backward()
        w.data.sub_(0.25 * w.grad)
        w.grad.zero_()
    return w.grad
# --- in_pieces: long_piece
def in_pieces(data, size):
    w = torch.tensor(1., requires_grad=True)
    for start in range(0, len(data), size):
        piece = data[start:start + size + 1]
        loss = ((w * piece) ** 2).sum()
        loss.backward()
    return w.grad
# --- in_pieces: first_dropped
def in_pieces(data, size):
    w = torch.tensor(1., requires_grad=True)
    for start in range(1, len(data), size):
        piece = data[start:start + size]
        loss = ((w * piece) ** 2).sum()
        loss.backward()
    return w.grad
# --- descend: other_rate
def descend(start, steps):
    w = torch.tensor(start, requires_grad=True)
    for i in range(steps):
        loss = (w - 3) ** 2
        loss.backward()
        with torch.no_grad():
            w -= 0.25 * i * w.grad
        w.grad = None
    return w
# --- descend: no_mark
def descend(start, steps):
    w = torch.tensor(start)
    for i in range(steps):
        loss = (w - 3) ** 2
        loss.backward()
        with torch.no_grad():
            w -= 0.25 * w.grad
        w.grad = None
    return w
# --- descend: once_too_few
def descend(start, steps):
    w = torch.tensor(start, requires_grad=True)
    for i in range(1, steps):
        loss = (w - 3) ** 2
        loss.backward()
        w.data -= 0.25 * w.grad.data
        w.grad.data.zero_()
    return w
# --- never_reset: not_filled
def never_reset(values):
    x = torch.tensor(0., requires_grad=True)
    slopes = []
    for value in values:
        x.grad = None
        y = x ** 2
        y.backward()
        slopes.append(x.grad.item())
    return slopes
# --- never_reset: last_only
def never_reset(values):
    x = torch.tensor(0., requires_grad=True)
    slopes = []
    for value in values:
        with torch.no_grad():
            x.fill_(value)
        x.grad = None
        y = x ** 2
        y.backward()
        slopes = x.grad.item()
    return slopes
# --- in_pieces: cut
def in_pieces(data, size):
    w = torch.tensor(1., requires_grad=True)
    for start in range(0, len(data), size):
        piece = data[start:start + size]
        ((w.detach() * piece) ** 2).sum().backward()
    return w.grad
# --- descend: loss_accumulated
def descend(start, steps):
    w = torch.tensor(start, requires_grad=True)
    total = 0
    for _ in range(steps):
        loss = (w - 3) ** 2
        total = total + loss
        total.backward()
        with torch.no_grad():
            w -= 0.25 * w.grad
        w.grad = None
    return w
# --- descend: gradients_collected
def descend(start, steps):
    w = torch.tensor(start, requires_grad=True)
    속도 = 0
    for _ in range(steps):
        loss = (w - 3) ** 2
        loss.backward()
        속도 = 속도 + w.grad
        with torch.no_grad():
            w -= 0.25 * 속도
        w.grad = None
    return w
# --- descend: value_emptied
def descend(start, steps):
    w = torch.tensor(start, requires_grad=True)
    for i in range(steps):
        loss = (w - 3) ** 2
        loss.backward()
        with torch.no_grad():
            w -= 0.25 * w.grad
            w.zero_()
    return w
# --- never_reset: halved
def never_reset(values):
    x = torch.tensor(0., requires_grad=True)
    slopes = []
    for value in values:
        with torch.no_grad():
            x.fill_(value)
        y = x ** 2
        y.backward()
        slopes.append(x.grad.item() / 2)
        x.grad = None
    return slopes
# --- never_reset: added_up
def never_reset(values):
    x = torch.tensor(0., requires_grad=True)
    slopes = []
    for value in values:
        with torch.no_grad():
            x.add_(value)
        x.grad = None
        y = x ** 2
        y.backward()
        slopes.append(x.grad.item())
    return slopes
# --- never_reset: made_anew
def never_reset(values):
    x = torch.tensor(0., requires_grad=True)
    slopes = []
    for value in values:
        x = torch.tensor(value)
        y = x ** 2
        y.backward()
        slopes.append(x.grad.item())
    return slopes
# --- in_pieces: step_twice
def in_pieces(data, size):
    w = torch.tensor(1., requires_grad=True)
    for start in range(0, len(data), size):
        piece = data[start * size:(start + 1) * size]
        loss = ((w * piece) ** 2).sum()
        loss.backward()
    return w.grad
# --- in_pieces: short_last
def in_pieces(data, size):
    w = torch.tensor(1., requires_grad=True)
    for start in range(0, len(data), size):
        for i in range(size):
            ((w * data[start + i]) ** 2).backward()
    return w.grad
# --- in_pieces: accumulated_by_hand
def in_pieces(data, size):
    w = torch.tensor(1., requires_grad=True)
    total = 0
    for start in range(0, len(data), size):
        loss = ((w * data[start:start + size]) ** 2).sum()
        loss.backward()
        total += w.grad
    return total
# --- in_pieces: power_of_sum
def in_pieces(data, size):
    w = torch.tensor(1., requires_grad=True)
    for start in range(0, len(data), size):
        loss = (w * data[start:start + size]).mean() ** 2
        loss.backward()
    return w.grad
