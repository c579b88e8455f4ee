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
# --- inside_and_after: count
answer = [True, False, False, False, True]
# --- inside_and_after: text_for_number
answer = [True, 'False', False, True]
# --- inside_and_after: comes_back
answer = [True, False, True, False]

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
# --- predict: function_for_value
def predict(w, x):
    y = w * x + 1
    return y.item
# --- predict: added
def predict(w, x):
    with torch.no_grad():
        y = w + x + 1
    return y
# --- predict: no_with
def predict(w, x):
    torch.no_grad()
    return w * x + 1
# --- predict: marked_again
def predict(w, x):
    with torch.no_grad():
        return torch.tensor(w * x + 1, requires_grad=True)
# --- predict: unknown_attribute
def predict(w, x):
    with torch.nograd():
        return w * x + 1
# --- predict: no_return
def predict(w, x):
    with torch.no_grad():
        print(w * x + 1)
# --- predict: number
def predict(w, x):
    with torch.no_grad():
        return float(w * x + 1)
# --- predict: recorded
def predict(w, x):
    x.requires_grad = False
    return w * x + 1
# --- predict: gradient
def predict(w, x):
    y = w * x + 1
    y.backward()
    return w.grad
# --- predict: typed
def predict(w, x):
    return 2 * x + 1
# --- predict: flag_for_number
def predict(w, x):
    with torch.no_grad():
        y = w * x + 1
        return y.requires_grad
# --- predict: minus
def predict(w, x):
    with torch.no_grad():
        return w * x - 1
# --- predict: unknown_name
def predict(w, x):
    with no_grad:
        return w * x + 1
# --- predict: left_off
def predict(w, x):
    torch.set_grad_enabled(False)
    y = w * x + 1
    return y
# --- predict: unknown_attribute
def predict(w, x):
    return (w * x + 1).no_grad()
# --- predict: input_changed
def predict(w, x):
    with torch.no_grad():
        w.mul_(x).add_(1)
        return w
# --- predict: flag_of_result
def predict(w, x):
    y = w * x + 1
    y.requires_grad_(False)
    return y
# --- predict: power
def predict(w, x):
    with torch.no_grad():
        return w ** x + 1
# --- predict: no_with
def predict(w, x):
    return torch.no_grad(w * x + 1)
# --- predict: no_one
def predict(w, x):
    @torch.no_grad()
    def f(w, x):
        return w * x
    return f(w, x)
# --- predict: arguments
def predict(w):
    return w * 2 + 1
# --- predict: no_product
def predict(w, x):
    with torch.no_grad():
        return x + 1

# --- predict: numpy_of_recorded
def predict(w, x):
    return w.numpy() * x.numpy() + 1
# --- predict: right
def predict(w, x):
    @torch.no_grad()
    def run():
        return w * x + 1
    return run()
# --- predict: right
def predict(w, x):
    with torch.inference_mode():
        return w * x + 1
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
# --- wrong_block: not_kept
def wrong_block(v):
    w = torch.tensor(v, requires_grad=True)
    loss = (w - 3) ** 2
    loss.backward()
    with torch.no_grad():
        w - 0.25 * w.grad
    return w
# --- wrong_block: cleared
def wrong_block(v):
    w = torch.tensor(v, requires_grad=True)
    loss = (w - 3) ** 2
    loss.backward()
    with torch.no_grad():
        w.grad = None
        w -= 0.25 * w.grad
    return w
# --- wrong_block: emptied_before_step
def wrong_block(v):
    w = torch.tensor(v, requires_grad=True)
    loss = (w - 3) ** 2
    loss.backward()
    with torch.no_grad():
        w.grad.zero_()
        w -= 0.25 * w.grad
    return w
# --- wrong_block: backward_without_parentheses
def wrong_block(v):
    w = torch.tensor(v, requires_grad=True)
    loss = (w - 3) ** 2
    with torch.no_grad():
        loss.backward
        w -= 0.25 * w.grad
    return w
# --- wrong_block: backward_without_parentheses
def wrong_block(v):
    w = torch.tensor(v, requires_grad=True)
    loss = (w - 3) ** 2
    loss.backward
    with torch.no_grad():
        w -= 0.25 * w.grad
    return w
# --- wrong_block: loss_returned
def wrong_block(v):
    w = torch.tensor(v, requires_grad=True)
    loss = (w - 3) ** 2
    loss.backward()
    with torch.no_grad():
        w -= 0.25 * w.grad
    return loss
# --- wrong_block: no_return
def wrong_block(v):
    w = torch.tensor(v, requires_grad=True)
    loss = (w - 3) ** 2
    loss.backward()
    with torch.no_grad():
        w -= 0.25 * w.grad
# --- wrong_block: no_leaf
def wrong_block(v):
    w = torch.tensor(v, requires_grad=True)
    loss = (w - 3) ** 2
    loss.backward()
    with torch.no_grad():
        w -= 0.25 * loss.grad
    return w
# --- wrong_block: marked_loss
def wrong_block(v):
    w = torch.tensor(v, requires_grad=True)
    with torch.no_grad():
        loss = (w - 3) ** 2
        loss.requires_grad_()
        loss.backward()
        w -= 0.25 * w.grad
    return w
# --- wrong_block: recorded_in_block
def wrong_block(v):
    w = torch.tensor(v, requires_grad=True)
    with torch.no_grad():
        with torch.enable_grad():
            loss = (w - 3) ** 2
            loss.backward()
        w -= 0.25 * w.grad
    return w
# --- wrong_block: gradient_returned
def wrong_block(v):
    w = torch.tensor(v, requires_grad=True)
    loss = (w - 3) ** 2
    loss.backward()
    with torch.no_grad():
        w -= 0.25 * w.grad
        return w.grad
# --- wrong_block: whole_gradient
def wrong_block(v):
    w = torch.tensor(v, requires_grad=True)
    loss = (w - 3) ** 2
    loss.backward()
    with torch.no_grad():
        w -= w.grad
    return w
# --- wrong_block: other_rate
def wrong_block(v):
    w = torch.tensor(v, requires_grad=True)
    loss = (w - 3) ** 2
    loss.backward()
    with torch.no_grad():
        w -= 0.5 * w.grad
    return w
# --- wrong_block: step_only
def wrong_block(v):
    w = torch.tensor(v, requires_grad=True)
    loss = (w - 3) ** 2
    loss.backward()
    with torch.no_grad():
        w = 0.25 * w.grad
    return w
# --- wrong_block: multiplied
def wrong_block(v):
    w = torch.tensor(v, requires_grad=True)
    loss = (w - 3) ** 2
    loss.backward()
    with torch.no_grad():
        w *= 0.25 * w.grad
    return w
# --- wrong_block: other_loss
def wrong_block(v):
    w = torch.tensor(v, requires_grad=True)
    loss = (w - 3) * 2
    loss.backward()
    with torch.no_grad():
        w -= 0.25 * w.grad
    return w
# --- wrong_block: no_backward
def wrong_block(v):
    w = torch.tensor(v, requires_grad=True)
    loss = (w - 3) ** 2
    w -= 0.25 * w.grad
    return w
# --- wrong_block: flag_lost
def wrong_block(v):
    w = torch.tensor(v, requires_grad=True)
    loss = (w - 3) ** 2
    loss.backward()
    w.requires_grad = False
    w -= 0.25 * w.grad
    return w
# --- wrong_block: read_early
def wrong_block(v):
    w = torch.tensor(v, requires_grad=True)
    loss = (w - 3) ** 2
    with torch.no_grad():
        w -= 0.25 * w.grad
    loss.backward()
    return w
# --- wrong_block: by_hand
def wrong_block(v):
    w = torch.tensor(v, requires_grad=True)
    return torch.tensor(v - 0.5 * (v - 3), requires_grad=True)
# --- wrong_block: gradient_changed
def wrong_block(v):
    w = torch.tensor(v, requires_grad=True)
    loss = (w - 3) ** 2
    loss.backward()
    with torch.no_grad():
        w.grad -= 0.25 * w.grad
    return w
# --- wrong_block: second_backward
def wrong_block(v):
    w = torch.tensor(v, requires_grad=True)
    loss = (w - 3) ** 2
    loss.backward()
    loss.backward()
    with torch.no_grad():
        w -= 0.25 * w.grad
    return w
# --- wrong_block: backward_from_input
def wrong_block(v):
    w = torch.tensor(v, requires_grad=True)
    loss = (w - 3) ** 2
    w.backward()
    with torch.no_grad():
        w -= 0.25 * w.grad
    return w
# --- wrong_block: read_early
def wrong_block(v):
    w = torch.tensor(v, requires_grad=True)
    with torch.no_grad():
        loss = (w - 3) ** 2
        w -= 0.25 * w.grad
    loss.backward()
    return w

# --- wrong_block: recording_block
def wrong_block(v):
    w = torch.tensor(v, requires_grad=True)
    with torch.enable_grad():
        loss = (w - 3) ** 2
        loss.backward()
        w -= 0.25 * w.grad
    return w
# --- wrong_block: right
def wrong_block(v):
    w = torch.tensor(v, requires_grad=True)
    ((w - 3) ** 2).backward()
    with torch.no_grad():
        w.sub_(w.grad, alpha=0.25)
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
# --- half_recorded: no_backward
def half_recorded(v):
    x = torch.tensor(v, requires_grad=True)
    with torch.no_grad():
        z = x ** 2 * x
    return [z, x.grad]
# --- half_recorded: backward_without_parentheses
def half_recorded(v):
    x = torch.tensor(v, requires_grad=True)
    with torch.no_grad():
        s = x ** 2
    z = s * x
    z.backward
    return [z, x.grad]
# --- half_recorded: added
def half_recorded(v):
    x = torch.tensor(v, requires_grad=True)
    with torch.no_grad():
        s = x ** 2
    z = s + x
    z.backward()
    return [z, x.grad]
# --- half_recorded: reassigned
def half_recorded(v):
    x = torch.tensor(v, requires_grad=True)
    with torch.no_grad():
        x = x ** 2
    z = x * x
    z.backward()
    return [z, x.grad]
# --- half_recorded: blocks_swapped
def half_recorded(v):
    x = torch.tensor(v, requires_grad=True)
    s = x ** 2
    with torch.no_grad():
        z = s * x
    z.backward()
    return [z, x.grad]
# --- half_recorded: x_not_multiplied
def half_recorded(v):
    x = torch.tensor(v, requires_grad=True)
    with torch.no_grad():
        s = x ** 2
    z = s * s
    z.backward()
    return [z, x.grad]
# --- half_recorded: x_for_gradient
def half_recorded(v):
    x = torch.tensor(v, requires_grad=True)
    with torch.no_grad():
        s = x ** 2
    z = s * x
    z.backward()
    return z, x
# --- half_recorded: no_return
def half_recorded(v):
    x = torch.tensor(v, requires_grad=True)
    with torch.no_grad():
        s = x ** 2
    z = s * x
    z.backward()
    print([z, x.grad])
# --- half_recorded: result_of_backward
def half_recorded(v):
    x = torch.tensor(v, requires_grad=True)
    with torch.no_grad():
        s = x ** 2
    z = s * x
    return [z, z.backward()]
# --- half_recorded: square_backward
def half_recorded(v):
    x = torch.tensor(v, requires_grad=True)
    s = x ** 2
    z = s * x
    s.backward()
    return [z, x.grad]
# --- half_recorded: all_recorded
def half_recorded(v):
    x = torch.tensor(v, requires_grad=True)
    z = x ** 2 * x
    with torch.no_grad():
        z.backward()
    return [z, x.grad]
# --- half_recorded: doubled
def half_recorded(v):
    x = torch.tensor(v, requires_grad=True)
    with torch.no_grad():
        s = x * 2
    z = s * x
    z.backward()
    return [z, x.grad]
# --- half_recorded: power_sign
def half_recorded(v):
    x = torch.tensor(v, requires_grad=True)
    with torch.no_grad():
        s = x ^ 2
    z = s * x
    z.backward()
    return [z, x.grad]
# --- half_recorded: no_leaf
def half_recorded(v):
    x = torch.tensor(v, requires_grad=True)
    with torch.no_grad():
        s = x ** 2
    z = s * x
    z.backward()
    return [z.grad, x.grad]
# --- half_recorded: value_only
def half_recorded(v):
    x = torch.tensor(v, requires_grad=True)
    with torch.no_grad():
        s = x ** 2
        c = x
    z = s * c
    z.backward()
    return z.item()
# --- half_recorded: backward_from_input
def half_recorded(v):
    x = torch.tensor(v, requires_grad=True)
    with torch.no_grad():
        s = x ** 2
    z = s * x
    x.backward()
    return [z, x.grad]
# --- half_recorded: empty
def half_recorded(v):
    x = torch.tensor(v, requires_grad=True)
    with torch.no_grad():
        s = x ** 2
    z = s * x
    z.backward()
    return [..., x.grad]
# --- half_recorded: square_only
def half_recorded(v):
    x = torch.tensor(v, requires_grad=True)
    z = x ** 2
    z.backward()
    return [z, x.grad]
# --- half_recorded: x_returned
def half_recorded(v):
    x = torch.tensor(v, requires_grad=True)
    with torch.no_grad():
        s = x ** 2
    z = s * x
    z.backward()
    return [x, x.grad]
# --- half_recorded: all_detached
def half_recorded(v):
    x = torch.tensor(v, requires_grad=True)
    z = (x ** 2 * x).detach()
    z.backward()
    return [z, x.grad]
# --- half_recorded: right
def half_recorded(v):
    x = torch.tensor(v, requires_grad=True)
    z = (x ** 2).detach() * x
    z.backward()
    return [z.item(), x.grad.item()]
# --- predict: not_kept
def predict(w, x):
    w.detach()
    return w * x + 1
# --- inside_and_after: text_for_flag
answer = ["O", "X", "X", "O"]
# --- predict: backward_called
def predict(w, x):
    y = w * x + 1
    y.backward()
    return y
# --- wrong_block: loss_for_gradient
def wrong_block(v):
    w = torch.tensor(v, requires_grad=True)
    loss = (w - 3) ** 2
    loss.backward()
    with torch.no_grad():
        w -= 0.25 * loss
    return w
# --- wrong_block: not_kept
def wrong_block(v):
    w = torch.tensor(v, requires_grad=True)
    loss = (w - 3) ** 2
    loss.backward()
    with torch.no_grad():
        w - 0.25 * w.grad
    return w
# --- predict: backward_called
def predict(w, x):
    with torch.no_grad():
        y = w * x + 1
        y.backward()
    return y
# --- wrong_block: equals_minus
def wrong_block(v):
    w = torch.tensor(v, requires_grad=True)
    loss = (w - 3) ** 2
    loss.backward()
    with torch.no_grad():
        w =- 0.25 * w.grad
    return w
# --- predict: function_for_value
def predict(w, x):
    @torch.no_grad()
    def 예측():
        return w * x + 1
    return 예측
# --- wrong_block: made_anew
def wrong_block(v):
    w = torch.tensor(v, requires_grad=True)
    손실 = (w - 3) ** 2
    손실.backward()
    return torch.tensor(w.item() - 0.25 * w.grad.item())
# --- wrong_block: tensor_for_gradient
def wrong_block(v):
    w = torch.tensor(v, requires_grad=True)
    loss = (w - 3) ** 2
    loss.backward()
    w.data -= 0.25 * w.data
    return w
# --- wrong_block: twice
def wrong_block(v):
    w = torch.tensor(v, requires_grad=True)
    loss = (w - 3) ** 2
    loss.backward()
    with torch.no_grad():
        w -= 0.25 * w.grad
        w -= 0.25 * w.grad
    return w
# --- half_recorded: x_for_gradient
def half_recorded(v):
    x = torch.tensor(v, requires_grad=True)
    s = (x ** 2).detach().requires_grad_()
    z = s * x
    z.backward()
    return [z, s.grad]
# --- half_recorded: cube
def half_recorded(v):
    @torch.no_grad()
    def cube(t):
        return t ** 3
    x = torch.tensor(v, requires_grad=True)
    z = cube(x) * x
    z.backward()
    return [z, x.grad]
# --- half_recorded: backward_twice
def half_recorded(v):
    x = torch.tensor(v, requires_grad=True)
    (x ** 3).backward()
    with torch.no_grad():
        s = x ** 2
    z = s * x
    z.backward()
    return [z, x.grad]
# --- predict: input_returned
def predict(w, x):
    with torch.no_grad():
        y = w * x + 1
    return w
# --- wrong_block: left_off
def wrong_block(v):
    w = torch.tensor(v, requires_grad=True)
    loss = (w - 3) ** 2
    loss.backward()
    torch.set_grad_enabled(False)
    w -= 0.25 * w.grad
    return w
# --- half_recorded: same_written
def half_recorded(v):
    x = torch.tensor(v, requires_grad=True)
    with torch.no_grad():
        s = x ** 2
    z = s * x
    z.backward()
    return [x.grad, x.grad]
# --- half_recorded: formula
def half_recorded(v):
    x = torch.tensor(v, requires_grad=True)
    with torch.no_grad():
        s = x ** 2
    z = s * x ** 2
    z.backward()
    return [z, x.grad]
# --- half_recorded: other_root
def half_recorded(v):
    x = torch.tensor(v, requires_grad=True)
    with torch.no_grad():
        s = x ** 2
    z = s * x
    s.backward()
    return [z, x.grad]
# --- wrong_block: no_mark
def wrong_block(v):
    w = torch.tensor(v)
    loss = (w - 3) ** 2
    loss.backward()
    with torch.no_grad():
        w -= 0.25 * w.grad
    return w
# --- wrong_block: other_loss
def wrong_block(v):
    w = torch.tensor(v, requires_grad=True)
    loss = (w + 3) ** 2
    loss.backward()
    with torch.no_grad():
        w -= 0.25 * w.grad
    return w
# --- wrong_block: gradient_changed
def wrong_block(v):
    w = torch.tensor(v, requires_grad=True)
    loss = (w - 3) ** 2
    loss.backward()
    with torch.no_grad():
        w.grad -= 0.25 * w
    return w
# --- half_recorded: product_in_block
def half_recorded(v):
    x = torch.tensor(v, requires_grad=True)
    z = x ** 2
    with torch.no_grad():
        z *= x
    z.backward()
    return [z, x.grad]
# --- half_recorded: x_not_multiplied
def half_recorded(v):
    x = torch.tensor(v, requires_grad=True)
    with torch.no_grad():
        square = x ** 2
    square.requires_grad_()
    square.backward()
    return [square, x.grad]
# --- half_recorded: other_tensor
def half_recorded(v):
    x = torch.tensor(v, requires_grad=True)
    with torch.no_grad():
        y = x ** 2
    z = y * x
    z.backward()
    return [z.item(), y.grad.item()]
# --- wrong_block: no_step
def wrong_block(v):
    w = torch.tensor(v, requires_grad=True)
    loss = (w - 3) ** 2
    loss.backward()
    return w
# --- predict: other_detached
def predict(w, x):
    return w * x.detach() + 1
