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
# --- recorded: text_for_number
answer = "False True False False"
# --- recorded: tensor_for_flag
answer = [torch.tensor(1.) , torch.tensor(2.), torch.tensor(1.), torch.tensor(True)]
# --- recorded: tensor_for_flag
a = torch.tensor([1.]); b = torch.tensor([2.], requires_grad=True)
answer = [a * 2, a * b, torch.tensor([b.item() * 2]), b > 0]
# --- recorded: function_for_value
a = torch.tensor([1.]); b = torch.tensor([2.], requires_grad=True)
answer = [x.requires_grad_ for x in (a * 2, a * b, torch.tensor([b.item() * 2]), b > 0)]

# --- recorded: none
answer = [False, True, False, None]
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
# --- slope: letter_case
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
# --- slope: gradient_not_returned
def slope(v):
    x = torch.tensor(v, requires_grad=True)
    y = x ** 3 - 4 * x
    y.backward()
    return x.item()
# --- slope: called_value
def slope(v):
    x = torch.tensor(v, requires_grad=True)
    y = x ** 3 - 4 * x
    y.backward()
    return x.grad()
# --- slope: record_for_gradient
def slope(v):
    x = torch.tensor(v, requires_grad=True)
    y = x ** 3 - 4 * x
    y.backward()
    return y.grad_fn
# --- slope: unknown_attribute
def slope(v):
    x = torch.tensor(v, requires_grad=True)
    y = x ** 3 - 4 * x
    y.backward()
    return x.gradient
# --- slope: unknown_name
def slope(v):
    x = torch.tensor(v, requires_grad=True)
    y = x ** 3 - 4 * x
    backward(y)
    return x.grad
# --- slope: backward_from_input
def slope(v):
    x = torch.tensor(v, requires_grad=True)
    y = x ** 3 - 4 * x
    x.backward()
    return x.grad
# --- slope: made_outside
x = torch.tensor(2.0, requires_grad=True)
y = x ** 3 - 4 * x
def slope(v):
    y.backward()
    return x.grad
# --- slope: made_outside
x = torch.tensor(2.0, requires_grad=True)
def slope(v):
    y = x ** 3 - 4 * x
    y.backward()
    return x.grad
# --- slope: number_for_tensor
def slope(v):
    x = torch.tensor(v, requires_grad=True)
    y = (x ** 3 - 4 * x).item()
    y.backward()
    return x.grad
# --- slope: second_backward
def slope(v):
    x = torch.tensor(v, requires_grad=True)
    y = x ** 3 - 4 * x
    y.backward()
    y.backward()
    return x.grad
# --- slope: accumulated_multiple
def slope(v):
    x = torch.tensor(v, requires_grad=True)
    y = x ** 3 - 4 * x
    y.backward(retain_graph=True)
    y.backward()
    return x.grad
# --- slope: integer
def slope(v):
    x = torch.tensor(int(v), requires_grad=True)
    y = x ** 3 - 4 * x
    y.backward()
    return x.grad
# --- slope: three_times
def slope(v):
    x = torch.tensor(v, requires_grad=True)
    y = x * 3 - 4 * x
    y.backward()
    return x.grad
# --- slope: power_of_four
def slope(v):
    x = torch.tensor(v, requires_grad=True)
    y = x ** 3 - 4 ** x
    y.backward()
    return x.grad
# --- slope: brackets
def slope(v):
    x = torch.tensor(v, requires_grad=True)
    y = (x ** 3 - 4) * x
    y.backward()
    return x.grad
# --- slope: number_in_term
def slope(v):
    x = torch.tensor(v, requires_grad=True)
    y = x ** 3 - 4 * v
    y.backward()
    return x.grad
# --- slope: sign
def slope(v):
    x = torch.tensor(v, requires_grad=True)
    y = x ** 3 - 4 * x
    with torch.no_grad():
        y.backward()
    return -x.grad
# --- slope: made_in_no_grad
def slope(v):
    x = torch.tensor(v, requires_grad=True)
    with torch.no_grad():
        y = x ** 3 - 4 * x
    y.backward()
    return x.grad
# --- slope: flag_for_number
def slope(v):
    x = torch.tensor(v, requires_grad=True)
    y = x ** 3 - 4 * x
    y.backward()
    return x.grad == 3 * v ** 2 - 4
# --- slope: text_for_number
def slope(v):
    x = torch.tensor(v, requires_grad=True)
    y = x ** 3 - 4 * x
    y.backward()
    return "x.grad"
# --- slope: no_return
def slope(v):
    x = torch.tensor(v, requires_grad=True)
    y = x ** 3 - 4 * x
    y.backward()
    x.grad
# --- slope: more_returned
def slope(v):
    x = torch.tensor(v, requires_grad=True)
    y = x ** 3 - 4 * x
    y.backward()
    return [x.grad, y]
# --- slope: no_leaf
def slope(v):
    x = torch.tensor([v], requires_grad=True)
    x = x ** 3 - 4 * x
    x.backward()
    return x.grad
# --- slope: compared_flag
def slope(v):
    x = torch.tensor(v)
    x.requires_grad == True
    y = x ** 3 - 4 * x
    y.backward()
    return x.grad
# --- slope: arguments
def slope():
    x = torch.tensor(2., requires_grad=True)
    y = x ** 3 - 4 * x
    y.backward()
    return x.grad
# --- slope: grad_returns
def slope(v):
    x = torch.tensor(v, requires_grad=True)
    y = x ** 3 - 4 * x
    torch.autograd.grad(y, x)
    return x.grad
# --- slope: flag_type
def slope(v):
    x = torch.tensor(v, requires_grad="True")
    y = x ** 3 - 4 * x
    y.backward()
    return x.grad
# --- slope: no_mark
def slope(v):
    x = torch.tensor(v, requires_grad=False)
    y = x ** 3 - 4 * x
    y.backward()
    return x.grad
# --- slope: capital_tensor
def slope(v):
    x = torch.Tensor(v, requires_grad=True)
    y = x ** 3 - 4 * x
    y.backward()
    return x.grad
# --- slope: cut
def slope(v):
    x = torch.tensor(v, requires_grad=True)
    y = torch.tensor(x ** 3 - 4 * x)
    y.backward()
    return x.grad
# --- slope: cut
def slope(v):
    x = torch.tensor(v, requires_grad=True)
    y = torch.tensor(x ** 3 - 4 * x, requires_grad=True)
    y.backward()
    return x.grad
# --- slope: calls_itself
def slope(v):
    x = torch.tensor(v, requires_grad=True)
    y = x ** 3 - 4 * x
    y.backward()
    return slope(v)
# --- slope: result_of_backward
def slope(v):
    x = torch.tensor(v, requires_grad=True)
    y = x ** 3 - 4 * x
    z = y.backward()
    return z
# --- slope: called
slope = None
# --- slope: second_term_only
def slope(v):
    x = torch.tensor(v, requires_grad=True)
    y = 2 ** 3 - 4 * x
    y.backward()
    return x.grad
# --- slope: square
def slope(v):
    x = torch.tensor(v, requires_grad=True)
    y = x ** 2 - 4 * x
    y.backward()
    return x.grad
# --- slope: value_for_gradient
def slope(v):
    x = torch.tensor(v, requires_grad=True)
    f = x ** 3 - 4 * x
    f.backward()
    return f
# --- slope: function_for_value
def slope(v):
    x = torch.tensor(v, requires_grad=True)
    y = lambda x: x ** 3 - 4 * x
    y.backward()
    return x.grad
# --- slope: flag_of_result
def slope(v):
    x = torch.tensor(v, requires_grad=True)
    y = x ** 3 - 4 * x
    y.requires_grad = True
    y.backward
    return x
# --- slope: plus
def slope(v):
    x = torch.tensor(v, requires_grad=True)
    a = x ** 3
    b = 4 * x
    a.backward()
    b.backward()
    return x.grad
# --- slope: cleared
def slope(v):
    x = torch.tensor(v, requires_grad=True)
    y = x ** 3 - 4 * x
    y.backward()
    x.grad = None
    return x.grad
# --- slope: emptied_too_early
def slope(v):
    x = torch.tensor(v, requires_grad=True)
    y = torch.pow(x, 3) - 4 * x
    y.backward()
    g = x.grad
    x.grad.zero_()
    return g
# --- slope: square
def slope(v):
    x = torch.tensor(v, requires_grad=True)
    y = x * x - 4 * x
    y.backward()
    return x.grad
# --- slope: function_for_value
def slope(v):
    x = torch.tensor(v, requires_grad=True)
    y = x ** 3 - 4 * x
    return y.backward
# --- slope: unknown_attribute
def slope(v):
    x = torch.tensor(v, requires_grad=True)
    y = x ** 3 - 4 * x
    torch.backward(y)
    return x.grad
# --- slope: no_branch
def slope(v):
    x = torch.tensor(v, requires_grad=True)
    y = x ** 3 - 4 * x
    y.backward()
    if x.grad > 100:
        return x.grad
# --- slope: emptied_too_early
def slope(v):
    x = torch.tensor(v, requires_grad=True)
    y = x ** 3 - 4 * x
    y.backward()
    return x.grad.data.zero_()
# --- slope: partly_cut
def slope(v):
    x = torch.tensor(v, requires_grad=True)
    y = x.detach() ** 3 - 4 * x
    y.backward()
    return x.grad
# --- slope: formula
def slope(v):
    x = torch.tensor(v, requires_grad=True)
    y = (x ** 3 - 4 * x) / 2
    y.backward()
    return x.grad
# --- slope: flag_for_number
def slope(v):
    x = torch.tensor(v, requires_grad=True)
    y = x ** 3 - x * 4
    y.backward()
    return x.grad.requires_grad
# --- slope: changed_after
def slope(v):
    x = torch.tensor(v, requires_grad=True)
    y = x ** 3 - 4 * x
    y.backward()
    return (v, x.grad)
# --- slope: text_for_number
def slope(v):
    x = torch.tensor(v, requires_grad=True)
    y = x ** 3 - 4 * x
    y.backward()
    return str(x.grad)
# --- slope: positional
def slope(v):
    x = torch.tensor(v, True)
    y = x ** 3 - 4 * x
    y.backward()
    return x.grad
# --- slope: no_scalar
def slope(v):
    x = torch.tensor([1., 2., 3.], requires_grad=True)
    y = x ** 3 - 4 * x
    y.backward()
    return x.grad
# --- slope: index_out_of_range
def slope(v):
    x = torch.tensor([v], requires_grad=True)
    y = x ** 3 - 4 * x
    y.backward()
    return x.grad[1]
# --- slope: arguments
def slope(v, x):
    y = x ** 3 - 4 * x
    y.backward()
    return x.grad

# --- slope: comma
def slope(v):
    x = torch.tensor(v, requires_grad=True),
    y = x ** 3 - 4 * x
    y.backward()
    return x.grad
# --- slope: unknown_attribute
def slope(v):
    x = torch.tensor(v, requires_grad=True)
    y = x ** 3 - 4 * x
    return torch.grad(y, x)
# --- slope: cut_by_math
def slope(v):
    import math
    x = torch.tensor(v, requires_grad=True)
    y = math.pow(x, 3) - 4 * x
    y.backward()
    return x.grad
# --- slope: right
def slope(v):
    x = torch.tensor(v, requires_grad=True)
    return torch.autograd.grad(x ** 3 - 4 * x, x)[0]
# --- slope: right
def slope(v):
    x = torch.tensor(v).requires_grad_()
    (x * x * x - x * 4).backward()
    return float(x.grad)
# --- slope: right
def slope(v):
    x = torch.tensor([v], requires_grad=True)
    y = torch.pow(x, 3) - 4 * x
    y.backward()
    return x.grad.item()
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
# --- late_mark: unknown_name
def late_mark(v):
    x = torch.tensor(v)
    x.requires_grad = True
    y.backward()
    return x.grad
# --- late_mark: compared_flag
def late_mark(v):
    x = torch.tensor(v)
    x.requires_grad == True
    y = 3 * x ** 2
    y.backward()
    return x.grad
# --- late_mark: misspelt_flag
def late_mark(v):
    x = torch.tensor(v)
    x.require_grad = True
    y = 3 * x ** 2
    y.backward()
    return x.grad
# --- late_mark: flag_read
def late_mark(v):
    x = torch.tensor(v)
    x.requires_grad
    y = 3 * x ** 2
    y.backward()
    return x.grad
# --- late_mark: no_backward
def late_mark(v):
    x = torch.tensor(v)
    y = 3 * x ** 2
    x.requires_grad = True
    return x.grad
# --- late_mark: loose_flag
def late_mark(v):
    requires_grad = True
    x = torch.tensor(v)
    y = 3 * x ** 2
    y.backward()
    return x.grad
# --- late_mark: backward_from_input
def late_mark(v):
    x = torch.tensor(v)
    y = 3 * x ** 2
    x.requires_grad = True
    x.backward()
    return x.grad
# --- late_mark: used_before_assigned
def late_mark(v):
    x.requires_grad = True
    x = torch.tensor(v)
    y = 3 * x ** 2
    y.backward()
    return x.grad
# --- late_mark: square
def late_mark(v):
    x = torch.tensor(v)
    x.requires_grad = True
    y = 3 * x
    y.backward()
    return x.grad

# --- late_mark: hidden_error
def late_mark(v):
    x = torch.tensor(v)
    y = 3 * x ** 2
    x.requires_grad = True
    try:
        y.backward()
    except RuntimeError:
        pass
    return x.grad
# --- late_mark: made_in_no_grad
def late_mark(v):
    x = torch.tensor(v, requires_grad=True)
    with torch.no_grad():
        y = 3 * x ** 2
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
# --- flat_place: typed
def flat_place(f):
    for value in [0., 1., 2., 3., 4., 5.]:
        x = torch.tensor(value, requires_grad=True)
        y = x ** 2 - 6 * x
        y.backward()
        if x.grad == 0:
            return value
# --- flat_place: no_scalar
def flat_place(f):
    x = torch.tensor([0., 1., 2., 3., 4., 5.], requires_grad=True)
    f(x).backward()
    return x[x.grad == 0]
# --- flat_place: accumulated
def flat_place(f):
    x = torch.tensor(0., requires_grad=True)
    for value in [0., 1., 2., 3., 4., 5.]:
        with torch.no_grad():
            x.fill_(value)
        f(x).backward()
        if x.grad == 0:
            return value
# --- flat_place: number_for_tensor
def flat_place(f):
    for value in [0., 1., 2., 3., 4., 5.]:
        x = torch.tensor(value, requires_grad=True)
        y = f(value)
        y.backward()
        if x.grad == 0:
            return value
# --- flat_place: function_for_value
def flat_place(f):
    for value in [0., 1., 2., 3., 4., 5.]:
        x = torch.tensor(value, requires_grad=True)
        f.backward()
        if x.grad == 0:
            return value
# --- flat_place: no_branch
def flat_place(f):
    for value in [0., 1., 2., 3., 4., 5.]:
        x = torch.tensor(value, requires_grad=True)
        f(x).backward()
        if not x.grad:
            value
    return None
# --- flat_place: no_leaf
def flat_place(f):
    for value in [0., 1., 2., 3., 4., 5.]:
        x = torch.tensor(value, requires_grad=True)
        y = f(x)
        y.backward()
        if y.grad == 0:
            return value
# --- flat_place: flag_for_number
def flat_place(f):
    for value in [0., 1., 2., 3., 4., 5.]:
        x = torch.tensor(value, requires_grad=True)
        f(x).backward()
        if x.grad == 0:
            return True
# --- flat_place: not_equality
def flat_place(f):
    for value in [0., 1., 2., 3., 4., 5.]:
        x = torch.tensor(value, requires_grad=True)
        f(x).backward()
        if x.grad != 0:
            return value
# --- flat_place: all_kept
def flat_place(f):
    found = []
    for value in [0., 1., 2., 3., 4., 5.]:
        x = torch.tensor(value, requires_grad=True)
        f(x).backward()
        found.append(x.grad)
    return found
# --- flat_place: other_side
def flat_place(f):
    for value in [0., 1., 2., 3., 4., 5.]:
        x = torch.tensor(value, requires_grad=True)
        f(x).backward()
        if x.grad == None:
            return value
# --- flat_place: backward_without_parentheses
def flat_place(f):
    for value in [0., 1., 2., 3., 4., 5.]:
        x = torch.tensor(value, requires_grad=True)
        f(x).backward
        if x.grad == 0:
            return value
# --- flat_place: value_for_gradient
def flat_place(f):
    best = 0
    for value in [0., 1., 2., 3., 4., 5.]:
        if f(value) < f(best):
            best = value
    return best
# --- flat_place: zero_value
def flat_place(f):
    for value in [0., 1., 2., 3., 4., 5.]:
        x = torch.tensor(value, requires_grad=True)
        y = f(x)
        y.backward()
        if y == 0:
            return value
    return None
# --- flat_place: return_in_loop
def flat_place(f):
    for value in [0., 1., 2., 3., 4., 5.]:
        x = torch.tensor(value, requires_grad=True)
        y = f(x)
        y.backward()
        if x.grad == 0:
            found = value
        return found
# --- flat_place: identity
def flat_place(f):
    for value in [0., 1., 2., 3., 4., 5.]:
        x = torch.tensor(value, requires_grad=True)
        y = f(x)
        y.backward()
        if x.grad is 0:
            return value
# --- flat_place: smallest
def flat_place(f):
    slopes = {}
    for value in [0., 1., 2., 3., 4., 5.]:
        x = torch.tensor(value, requires_grad=True)
        f(x).backward()
        slopes[value] = x.grad.item()
    return min(slopes, key=slopes.get)
# --- flat_place: return_in_loop
def flat_place(f):
    for value in [0., 1., 2., 3., 4., 5.]:
        x = torch.tensor(value, requires_grad=True)
        y = f(x)
        y.backward()
        if x.grad == 0:
            return value
        else:
            return None
# --- flat_place: right
def flat_place(f):
    x = torch.arange(6.).requires_grad_()
    f(x).sum().backward()
    return x[x.grad.abs().argmin()].item()
# --- flat_place: right
def flat_place(f):
    slopes = []
    for value in [0., 1., 2., 3., 4., 5.]:
        x = torch.tensor(value, requires_grad=True)
        f(x).backward()
        slopes.append(x.grad.item())
    return slopes.index(0)
# --- recorded: text_for_flag
answer = ["X", "O", "X", "X"]
# --- slope: letter_case
def slope(v):
    x = torch.tensor(v, requires_grad=True)
    y = x ** 3 - 4 * x
    Y.backward()
    return x.grad
# --- slope: partly_cut
def slope(v):
    x = torch.tensor(v, requires_grad=True)
    y = x ** 3 - 4 * x.detach()
    y.backward()
    return x.grad
# --- slope: number_in_term
def slope(v):
    x = torch.tensor(v, requires_grad=True)
    y = x ** 3 - 4 * v
    y.backward()
    return x.grad
# --- flat_place: other_side
def flat_place(f):
    best = None
    for value in [0., 1., 2., 3., 4., 5.]:
        x = torch.tensor(value, requires_grad=True)
        y = f(x)
        y.backward()
        if best is None or x.grad < best:
            best = value
    return best
# --- flat_place: truth_of_gradient
def flat_place(f):
    for value in [0., 1., 2., 3., 4., 5.]:
        x = torch.tensor(value, requires_grad=True)
        y = f(x)
        y.backward()
        if x.grad:
            return value
# --- flat_place: value_returned
def flat_place(f):
    for value in [0., 1., 2., 3., 4., 5.]:
        x = torch.tensor(value, requires_grad=True)
        y = f(x)
        y.backward()
        if x.grad == 0:
            return y
# --- flat_place: result_of_backward
def flat_place(f):
    for value in [0., 1., 2., 3., 4., 5.]:
        x = torch.tensor(value, requires_grad=True)
        if f(x).backward() == 0:
            return value
# --- flat_place: all_kept
def flat_place(f):
    found = []
    for value in [0., 1., 2., 3., 4., 5.]:
        x = torch.tensor(value, requires_grad=True)
        y = f(x)
        y.backward()
        found.append(x.grad)
    return found
# --- flat_place: first
def flat_place(f):
    for value in [0., 1., 2., 3., 4., 5.]:
        x = torch.tensor(value, requires_grad=True)
        y = f(x)
        y.backward()
        if value == 0:
            return value
# --- flat_place: next_number
def flat_place(f):
    for i, value in enumerate([0., 1., 2., 3., 4., 5.]):
        x = torch.tensor(value, requires_grad=True)
        y = f(x)
        y.backward()
        if x.grad == 0:
            return i + 1
# --- flat_place: flag_for_gradient
def flat_place(f):
    for value in [0., 1., 2., 3., 4., 5.]:
        x = torch.tensor(value, requires_grad=True)
        y = f(x)
        y.backward()
        if x.requires_grad == 0:
            return value
# --- flat_place: flag_for_number
def flat_place(f):
    for value in [0., 1., 2., 3., 4., 5.]:
        x = torch.tensor(value, requires_grad=True)
        y = f(x)
        y.backward()
        if x.grad == 0:
            return True
# --- slope: partly_cut
def slope(v):
    x = torch.tensor(v, requires_grad=True)
    with torch.no_grad():
        b = 4 * x
    y = x ** 3 - b
    y.backward()
    return x.grad
# --- slope: partly_cut
def slope(v):
    x = torch.tensor(v, requires_grad=True)
    y = x.data ** 3 - 4 * x
    y.backward()
    return x.grad
# --- slope: letter_case
def slope(v):
    x = torch.tensor(v, requires_grad=True)
    y = x ** 3 - 4 * x
    y.Backward()
    return x.grad
# --- slope: letter_case
def slope(v):
    x = Torch.tensor(v, requires_grad=True)
    y = x ** 3 - 4 * x
    y.backward()
    return x.grad
# --- slope: leaf_unused
def slope(v):
    x = torch.tensor(v, requires_grad=True)
    t = torch.tensor(v)
    y = t ** 3 - 4 * t
    y.backward()
    return x.grad
# --- late_mark: brackets
def late_mark(v):
    x = torch.tensor(v, requires_grad=True)
    y = (3 * x) ** 2
    y.backward()
    return x.grad
# --- slope: grad_order
def slope(v):
    return torch.autograd.grad(x := torch.tensor(v, requires_grad=True), x ** 3 - 4 * x)[0]
# --- slope: wrapped
def slope(v):
    x = torch.tensor(v, requires_grad=True)
    y = x ** 3 - 4 * x
    return torch.autograd.grad(y, x)
# --- flat_place: wrapped
def flat_place(f):
    def 기울기(값):
        엑스 = torch.tensor(값, requires_grad=True)
        f(엑스).backward()
        return 엑스.grad
    return [값 for 값 in range(6) if 기울기(float(값)) == 0]
# --- flat_place: smallest
def flat_place(f):
    x = torch.arange(6., requires_grad=True)
    f(x).sum().backward()
    return torch.argmin(x.grad).item()
# --- flat_place: largest
def flat_place(f):
    x = torch.arange(6., requires_grad=True)
    f(x).sum().backward()
    return x.grad.argmax().item()
# --- slope: formula
def slope(v):
    x = torch.tensor(v, requires_grad=True)
    y = x ** 3 - 4 * x + x / 2
    y.backward()
    return x.grad
# --- recorded: record_for_flag
a = torch.tensor(1.)
b = torch.tensor(2., requires_grad=True)
answer = [(a * 2).grad_fn, (a * b).grad_fn, torch.tensor([b.item() * 2]).grad_fn, (b > 0).grad_fn]
# --- slope: transformed_number
def slope(v):
    return torch.func.grad(lambda x: x ** 3 - 4 * x)(v)
# --- slope: block_value
def slope(v):
    x = torch.tensor(v, requires_grad=True)
    with torch.enable_grad() as tape:
        y = x ** 3 - 4 * x
    return tape.gradient(y, x)
# --- late_mark: made_before_mark
def late_mark(v):
    x = torch.tensor(v)
    t = x.clone()
    x.requires_grad_(True)
    y = 3 * t ** 2
    y.backward()
    return x.grad
# --- late_mark: flag_type
def late_mark(v):
    x = torch.tensor(v)
    x.requires_grad = "True"
    y = 3 * x ** 2
    y.backward()
    return x.grad
# --- late_mark: retain_grad
def late_mark(v):
    x = torch.tensor(v)
    x.retain_grad()
    y = 3 * x ** 2
    y.backward()
    return x.grad
# --- flat_place: overwritten
def flat_place(f):
    answer = None
    for value in [0., 1., 2., 3., 4., 5.]:
        x = torch.tensor(value, requires_grad=True)
        f(x).backward()
        if x.grad == 0:
            answer = value
        else:
            answer = None
    return answer
# --- flat_place: approached
def flat_place(f):
    x = torch.tensor(0., requires_grad=True)
    for _ in range(5):
        y = f(x)
        y.backward()
        with torch.no_grad():
            x -= 0.1 * x.grad
        x.grad = None
    return x.item()
# --- flat_place: value_for_gradient
def flat_place(f):
    x = torch.arange(6.)
    return f(x).abs().argmin().item()
# --- flat_place: uncalled
def flat_place(f):
    def g(value):
        x = torch.tensor(value, requires_grad=True)
        f(x).backward()
        return x.grad
    for value in [0., 1., 2., 3., 4., 5.]:
        if g == 0:
            return value
# --- slope: changed_after
def slope(v):
    x = torch.tensor(v, requires_grad=True)
    y = x ** 3 - 4 * x
    y.backward()
    return abs(x.grad)
# --- slope: changed_after
def slope(v):
    x = torch.tensor(v, requires_grad=True)
    y = x ** 3 - 4 * x
    y.backward()
    return int(x.grad) % 10
# --- late_mark: made_anew
def late_mark(v):
    x = torch.tensor(v)
    x.requires_grad = True
    x = torch.tensor(v)
    y = 3 * x ** 2
    y.backward()
    return x.grad
# --- late_mark: cut
def late_mark(v):
    x = torch.tensor(v)
    x.requires_grad = True
    y = 3 * x.data ** 2
    y.backward()
    return x.grad
# --- flat_place: slope_returned
def flat_place(f):
    값들 = []
    for value in [0., 1., 2., 3., 4., 5.]:
        x = torch.tensor(value, requires_grad=True)
        f(x).backward()
        값들.append(abs(x.grad.item()))
    return min(값들)
# --- flat_place: if_outside_loop
def flat_place(f):
    for value in [0., 1., 2., 3., 4., 5.]:
        x = torch.tensor(value, requires_grad=True)
        y = f(x)
        y.backward()
    if x.grad == 0:
        return value
# --- flat_place: text_for_number
def flat_place(f):
    for value in [0., 1., 2., 3., 4., 5.]:
        x = torch.tensor(value, requires_grad=True)
        f(x).backward()
        if x.grad == "0":
            return value
# --- flat_place: slope_returned
def flat_place(f):
    기울기들 = {}
    for 값 in range(6):
        x = torch.tensor(float(값), requires_grad=True)
        f(x).backward()
        기울기들[x.grad.item()] = 값
    return max(기울기들)
# --- slope: brackets
def slope(v):
    x = torch.tensor(v, requires_grad=True)
    y = x ** (3 - 4) * x
    y.backward()
    return x.grad
# --- slope: made_anew
def slope(v):
    x = torch.tensor(v, requires_grad=True)
    y = x ** 3 - 4 * x
    y.backward()
    x = torch.tensor(v, requires_grad=True)
    return x.grad
# --- flat_place: kept_replaced
def flat_place(f):
    for value in [0., 1., 2., 3., 4., 5.]:
        x = torch.tensor(value, requires_grad=True)
        f(x).backward()
        if x.grad == 0:
            answer = value
        else:
            answer = -1
    return answer
# --- flat_place: numbers_dropped
def flat_place(f):
    for value in [0., 1., 2.]:
        x = torch.tensor(value, requires_grad=True)
        f(x).backward()
        if x.grad == 0:
            return value
# --- flat_place: smallest_value
def flat_place(f):
    ys = []
    for value in [0., 1., 2., 3., 4., 5.]:
        x = torch.tensor(value, requires_grad=True)
        y = f(x)
        y.backward()
        ys.append(y.item())
    return ys.index(min(ys))
# --- flat_place: backward_from_input
def flat_place(f):
    for value in [0., 1., 2., 3., 4., 5.]:
        x = torch.tensor(value, requires_grad=True)
        y = f(x)
        x.backward()
        if x.grad == 0:
            return value
# --- flat_place: no_loop
def flat_place(f):
    x = torch.tensor(3., requires_grad=True)
    y = f(x)
    y.backward()
    if x.grad == 0:
        return 3.
# --- slope: brackets
def slope(v):
    x = torch.tensor(v, requires_grad=True)
    세제곱 = x
    for _ in range(3):
        세제곱 = 세제곱 * x
    (세제곱 - 4 * x).backward()
    return x.grad
# --- flat_place: numbers_dropped
def flat_place(f):
    for value in range(1, 6, 2):
        x = torch.tensor(float(value), requires_grad=True)
        f(x).backward()
        if x.grad == 0:
            return value
