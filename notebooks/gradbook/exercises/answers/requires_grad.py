# --- recorded: item
answer = [False, True, True, False]
# --- recorded: flag
answer = [False, True, False, True]
# --- recorded: item_and_flag
answer = [False, True, True, True]
# --- recorded: both_needed
answer = [False, False, False, False]
# --- recorded: spreads_everywhere
answer = [True, True, False, False]
# --- recorded: spreads_everywhere
answer = [True, True, True, True]
# --- recorded: a_and_b
answer = [True, False, False, False]
# --- recorded: inverted
answer = [True, False, True, True]
# --- recorded: both_needed
answer = [False, False, True, False]
# --- recorded: number_for_flag
answer = [0, 1, 0, 0]
# --- recorded: text_for_number
answer = ["False", "True", "False", "False"]
# --- recorded: count
answer = [False, True, False]
# --- recorded: count
answer = True
# --- recorded: empty
answer = [False, True, ..., False]

# --- slope: no_mark
def slope(v):
    x = torch.tensor(v)
    y = x ** 3 - 4 * x
    y.backward()
    return x.grad
# --- slope: no_backward
def slope(v):
    x = torch.tensor(v, requires_grad=True)
    y = x ** 3 - 4 * x
    return x.grad
# --- slope: backward_without_parentheses
def slope(v):
    x = torch.tensor(v, requires_grad=True)
    y = x ** 3 - 4 * x
    y.backward
    return x.grad
# --- slope: power_sign
def slope(v):
    x = torch.tensor(v, requires_grad=True)
    y = x ^ 3 - 4 * x
    y.backward()
    return x.grad
# --- slope: called_value
def slope(v):
    x = torch.tensor(v, requires_grad=True)
    y = x ** 3 - 4(x)
    y.backward()
    return x.grad
# --- slope: unknown_name
def slope(v):
    x = torch.tensor(v, requires_grad=True)
    y = x ** 3 - 4 * X
    y.backward()
    return x.grad
# --- slope: by_hand
def slope(v):
    return 3 * v ** 2 - 4
# --- slope: by_hand
def slope(v):
    x = torch.tensor(v, requires_grad=True)
    y = x ** 3 - 4 * x
    return 3 * x ** 2 - 4
# --- slope: first_term_only
def slope(v):
    x = torch.tensor(v, requires_grad=True)
    y = x ** 3 - 4
    y.backward()
    return x.grad
# --- slope: plus
def slope(v):
    x = torch.tensor(v, requires_grad=True)
    y = x ** 3 + 4 * x
    y.backward()
    return x.grad
# --- slope: derivative_again
def slope(v):
    x = torch.tensor(v, requires_grad=True)
    y = 3 * x ** 2 - 4
    y.backward()
    return x.grad
# --- slope: value_for_gradient
def slope(v):
    x = torch.tensor(v, requires_grad=True)
    y = x ** 3 - 4 * x
    y.backward()
    return y
# --- slope: gradient_not_returned
def slope(v):
    x = torch.tensor(v, requires_grad=True)
    y = x ** 3 - 4 * x
    y.backward()
    return x
# --- slope: result_of_backward
def slope(v):
    x = torch.tensor(v, requires_grad=True)
    y = x ** 3 - 4 * x
    return y.backward()
# --- slope: no_return
def slope(v):
    x = torch.tensor(v, requires_grad=True)
    y = x ** 3 - 4 * x
    y.backward()
    print(x.grad)
# --- slope: no_leaf
def slope(v):
    x = torch.tensor(v, requires_grad=True)
    y = x ** 3 - 4 * x
    y.backward()
    return y.grad
# --- slope: read_early
def slope(v):
    x = torch.tensor(v, requires_grad=True)
    y = x ** 3 - 4 * x
    g = x.grad
    y.backward()
    return g
# --- slope: unknown_keyword
def slope(v):
    x = torch.tensor(v, require_grad=True)
    y = x ** 3 - 4 * x
    y.backward()
    return x.grad
# --- slope: called
def slope(v):
    x = torch.tensor(v, requires_grad=True)
    y = x ** 3 - 4 * x
    y.backward()
    return x.grad
check.slope(slope(2.0))
# --- slope: number_for_tensor
def slope(v):
    y = v ** 3 - 4 * v
    y.backward()
    return v.grad
# --- slope: empty
def slope(v):
    x = torch.tensor(v, requires_grad=True)
    y = ...
    y.backward()
    return x.grad

# --- late_mark: late_mark
def late_mark(v):
    x = torch.tensor(v)
    y = 3 * x ** 2
    x.requires_grad = True
    y.backward()
    return x.grad
# --- late_mark: no_mark
def late_mark(v):
    x = torch.tensor(v)
    y = 3 * x ** 2
    y.backward()
    return x.grad
# --- late_mark: marked_result
def late_mark(v):
    x = torch.tensor(v)
    y = 3 * x ** 2
    y.requires_grad = True
    y.backward()
    return x.grad
# --- late_mark: late_mark
def late_mark(v):
    x = torch.tensor(v)
    y = 3 * x ** 2
    x.requires_grad_()
    y.backward()
    return x.grad
# --- late_mark: no_backward
def late_mark(v):
    x = torch.tensor(v)
    x.requires_grad = True
    y = 3 * x ** 2
    return x.grad
# --- late_mark: by_hand
def late_mark(v):
    return 6 * v
# --- late_mark: factor
def late_mark(v):
    x = torch.tensor(v, requires_grad=True)
    y = x ** 2
    y.backward()
    return x.grad
# --- late_mark: read_early
def late_mark(v):
    x = torch.tensor(v)
    x.requires_grad = True
    y = 3 * x ** 2
    return x.grad
    y.backward()
# --- late_mark: used_before_assigned
def late_mark(v):
    x = torch.tensor(v)
    x.requires_grad = True
    y.backward()
    y = 3 * x ** 2
    return x.grad
# --- late_mark: unknown_attribute
def late_mark(v):
    x = torch.tensor(v)
    x.requires_grad = True
    y = 3 * x ** 2
    y.backwards()
    return x.grad
# --- late_mark: marked_result
def late_mark(v):
    x = torch.tensor(v)
    y = 3 * x ** 2
    x.requires_grad = True
    y.requires_grad = True
    y.backward()
    return x.grad

# --- flat_place: called
flat_place = 3
# --- flat_place: typed
def flat_place(f):
    return 3.
# --- flat_place: slope_returned
def flat_place(f):
    for value in [0., 1., 2., 3., 4., 5.]:
        x = torch.tensor(value, requires_grad=True)
        f(x).backward()
        if x.grad == 0:
            return x.grad
# --- flat_place: last
def flat_place(f):
    for value in [0., 1., 2., 3., 4., 5.]:
        x = torch.tensor(value, requires_grad=True)
        f(x).backward()
    return value
# --- flat_place: integer
def flat_place(f):
    for value in range(6):
        x = torch.tensor(value, requires_grad=True)
        f(x).backward()
        if x.grad == 0:
            return value
# --- flat_place: zero_value
def flat_place(f):
    for value in [5., 4., 3., 2., 1., 0.]:
        x = torch.tensor(value, requires_grad=True)
        y = f(x)
        y.backward()
        if y == 0:
            return value
# --- flat_place: no_backward
def flat_place(f):
    for value in [0., 1., 2., 3., 4., 5.]:
        x = torch.tensor(value, requires_grad=True)
        y = f(x)
        if x.grad == 0:
            return value
# --- flat_place: no_return
def flat_place(f):
    for value in [0., 1., 2., 3., 4., 5.]:
        x = torch.tensor(value, requires_grad=True)
        f(x).backward()
        if x.grad == 0:
            print(value)
# --- flat_place: no_mark
def flat_place(f):
    for value in [0., 1., 2., 3., 4., 5.]:
        x = torch.tensor(value)
        f(x).backward()
        if x.grad == 0:
            return value
# --- flat_place: return_in_loop
def flat_place(f):
    for value in [0., 1., 2., 3., 4., 5.]:
        x = torch.tensor(value, requires_grad=True)
        f(x).backward()
        if x.grad == 0:
            answer = value
        return value
