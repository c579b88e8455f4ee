# --- two_slopes: y_dropped
answer = [4, 4]
# --- two_slopes: not_doubled
answer = [6, 4]
# --- two_slopes: y_kept
answer = [12, 12]
# --- two_slopes: x_of_y
answer = [12, 2]
# --- two_slopes: points_swapped
answer = [12, 9]
# --- two_slopes: order
answer = [4, 12]
# --- two_slopes: count
answer = 16
# --- two_slopes: count
answer = [12]
# --- two_slopes: x_dropped
answer = [12, 1]
# --- two_slopes: formula_for_number
answer = ["2xy", "x²"]
# --- two_slopes: sign
answer = [-12, -4]
# --- two_slopes: second
answer = [12, 6]
# --- two_slopes: first
answer = [3, 4]
# --- two_slopes: y_dropped
answer = [4, 3]
# --- two_slopes: point
answer = [2, 3]
# --- two_slopes: first
answer = [36, 4]
# --- two_slopes: second
answer = [12, 0]
# --- two_slopes: not_doubled
answer = [6, 12]
# --- two_slopes: text_for_number
answer = ['12', 4]

# --- two_slopes: all_added
answer = [16, 16]
# --- two_slopes: x_dropped
answer = [12, 3]
# --- two_slopes: added
answer = [7, 4]
# --- sum_of_cubes: no_scalar
def sum_of_cubes(v):
    x = torch.tensor(v, requires_grad=True)
    y = x ** 3
    y.backward()
    return x.grad
# --- sum_of_cubes: mean
def sum_of_cubes(v):
    x = torch.tensor(v, requires_grad=True)
    y = (x ** 3).mean()
    y.backward()
    return x.grad
# --- sum_of_cubes: cube_of_sum
def sum_of_cubes(v):
    x = torch.tensor(v, requires_grad=True)
    y = torch.sum(x) ** 3
    y.backward()
    return x.grad
# --- sum_of_cubes: no_mark
def sum_of_cubes(v):
    x = torch.tensor(v)
    y = torch.sum(x ** 3)
    y.backward()
    return x.grad
# --- sum_of_cubes: no_backward
def sum_of_cubes(v):
    x = torch.tensor(v, requires_grad=True)
    y = torch.sum(x ** 3)
    return x.grad
# --- sum_of_cubes: list_for_tensor
def sum_of_cubes(v):
    y = torch.sum(v ** 3)
    y.backward()
    return v.grad
# --- sum_of_cubes: power_sign
def sum_of_cubes(v):
    x = torch.tensor(v, requires_grad=True)
    y = torch.sum(x ^ 3)
    y.backward()
    return x.grad
# --- sum_of_cubes: value_for_gradient
def sum_of_cubes(v):
    x = torch.tensor(v, requires_grad=True)
    y = torch.sum(x ** 3)
    y.backward()
    return y
# --- sum_of_cubes: by_hand
def sum_of_cubes(v):
    x = torch.tensor(v, requires_grad=True)
    return 3 * x ** 2
# --- sum_of_cubes: one_element
def sum_of_cubes(v):
    x = torch.tensor(v, requires_grad=True)
    y = x ** 3
    y[0].backward()
    return x.grad
# --- sum_of_cubes: three_times
def sum_of_cubes(v):
    x = torch.tensor(v, requires_grad=True)
    y = torch.sum(3 * x)
    y.backward()
    return x.grad
# --- sum_of_cubes: function_for_value
def sum_of_cubes(v):
    x = torch.tensor(v, requires_grad=True)
    y = (x ** 3).sum
    y.backward()
    return x.grad
# --- sum_of_cubes: cube_of_slope
def sum_of_cubes(v):
    x = torch.tensor(v, requires_grad=True)
    y = torch.sum(x ** 3)
    y.backward()
    return x.grad.sum()
# --- sum_of_cubes: cube_of_sum
def sum_of_cubes(v):
    x = torch.tensor(v, requires_grad=True)
    y = sum(x) ** 3
    y.backward()
    return x.grad
# --- sum_of_cubes: no_power
def sum_of_cubes(v):
    x = torch.tensor(v, requires_grad=True)
    y = torch.sum(x)
    y.backward()
    return x.grad
# --- sum_of_cubes: square
def sum_of_cubes(v):
    x = torch.tensor(v, requires_grad=True)
    y = torch.sum(x ** 2)
    y.backward()
    return x.grad
# --- sum_of_cubes: gradient_shape
def sum_of_cubes(v):
    x = torch.tensor(v, requires_grad=True)
    y = x ** 3
    y.backward(torch.ones(3))
    return x.grad
# --- sum_of_cubes: backward_without_parentheses
def sum_of_cubes(v):
    x = torch.tensor(v, requires_grad=True)
    y = (x ** 3).sum()
    y.backward
    return x.grad
# --- sum_of_cubes: sum_not_kept
def sum_of_cubes(v):
    x = torch.tensor(v, requires_grad=True)
    y = x ** 3
    y.sum()
    y.backward()
    return x.grad
# --- sum_of_cubes: no_leaf
def sum_of_cubes(v):
    x = torch.tensor(v, requires_grad=True)
    y = torch.sum(x ** 3)
    y.backward()
    return y.grad
# --- sum_of_cubes: changed_after
def sum_of_cubes(v):
    x = torch.tensor(v, requires_grad=True)
    y = torch.sum(x ** 3)
    y.backward()
    return x.grad[0]
# --- sum_of_cubes: no_return
def sum_of_cubes(v):
    x = torch.tensor(v, requires_grad=True)
    y = torch.sum(x ** 3)
    y.backward()
    print(x.grad)
# --- sum_of_cubes: number_for_tensor
def sum_of_cubes(v):
    x = torch.tensor(v, requires_grad=True)
    y = torch.sum(x ** 3).item()
    y.backward()
    return x.grad
# --- sum_of_cubes: one_element
def sum_of_cubes(v):
    x = torch.tensor(v, requires_grad=True)
    y = 0
    for item in x:
        y = item ** 3
    y.backward()
    return x.grad
# --- sum_of_cubes: element_by_element
def sum_of_cubes(v):
    x = torch.tensor(v, requires_grad=True)
    y = x ** 3
    for item in y:
        item.backward()
    return x.grad
# --- sum_of_cubes: backward_from_input
def sum_of_cubes(v):
    x = torch.tensor(v, requires_grad=True)
    y = torch.sum(x ** 3)
    x.backward()
    return x.grad
# --- sum_of_cubes: product
def sum_of_cubes(v):
    x = torch.tensor(v, requires_grad=True)
    y = (x ** 3).prod()
    y.backward()
    return x.grad
# --- sum_of_cubes: mean
def sum_of_cubes(v):
    x = torch.tensor(v, requires_grad=True)
    y = torch.sum(x ** 3) / len(v)
    y.backward()
    return x.grad
# --- sum_of_cubes: derivative_again
def sum_of_cubes(v):
    x = torch.tensor(v, requires_grad=True)
    y = torch.sum(3 * x ** 2)
    y.backward()
    return x.grad
# --- sum_of_cubes: dimension
def sum_of_cubes(v):
    x = torch.tensor(v, requires_grad=True)
    y = torch.sum(x, 3)
    y.backward()
    return x.grad
# --- sum_of_cubes: function_for_value
def sum_of_cubes(v):
    x = torch.tensor(v, requires_grad=True)
    y = torch.sum(x ** 3)
    y.backward()
    return x.grad.tolist
# --- sum_of_cubes: changed_after
def sum_of_cubes(v):
    x = torch.tensor(v, requires_grad=True)
    y = torch.sum(x ** 3)
    y.backward()
    return x.grad.mean()
# --- sum_of_cubes: leaf_unused
def sum_of_cubes(v):
    x = torch.tensor(v, requires_grad=True)
    y = torch.sum(torch.tensor(v) ** 3)
    y.backward()
    return x.grad
# --- sum_of_cubes: unknown_name
def sum_of_cubes(v):
    x = torch.tensor(v, requires_grad=True)
    y = math.sum(x ** 3)
    y.backward()
    return x.grad
# --- sum_of_cubes: cube_of_slope
def sum_of_cubes(v):
    x = torch.tensor(v, requires_grad=True)
    return 3 * x ** 2 if False else torch.sum(3 * x ** 2)
# --- sum_of_cubes: unknown_keyword
def sum_of_cubes(v):
    x = torch.tensor(v, requires_grads=True)
    y = torch.sum(x ** 3)
    y.backward()
    return x.grad

# --- sum_of_cubes: number_for_tensor
def sum_of_cubes(v):
    import math
    x = torch.tensor(v, requires_grad=True)
    y = math.fsum(x ** 3)
    y.backward()
    return x.grad
# --- sum_of_cubes: right
def sum_of_cubes(v):
    xs = [torch.tensor(e, requires_grad=True) for e in v]
    sum(x ** 3 for x in xs).backward()
    return [x.grad.item() for x in xs]
# --- no_scalar: no_scalar
def no_scalar(v):
    x = torch.tensor(v, requires_grad=True)
    y = 3 * x ** 2
    y.backward()
    return x.grad
# --- no_scalar: mean
def no_scalar(v):
    x = torch.tensor(v, requires_grad=True)
    y = torch.mean(3 * x ** 2)
    y.backward()
    return x.grad
# --- no_scalar: one_element
def no_scalar(v):
    x = torch.tensor(v, requires_grad=True)
    y = 3 * x ** 2
    y[0].backward()
    return x.grad
# --- no_scalar: sum_not_kept
def no_scalar(v):
    x = torch.tensor(v, requires_grad=True)
    y = 3 * x ** 2
    y.sum()
    y.backward()
    return x.grad
# --- no_scalar: square_of_sum
def no_scalar(v):
    x = torch.tensor(v, requires_grad=True)
    y = 3 * torch.sum(x) ** 2
    y.backward()
    return x.grad
# --- no_scalar: factor
def no_scalar(v):
    x = torch.tensor(v, requires_grad=True)
    y = torch.sum(x ** 2)
    y.backward()
    return x.grad
# --- no_scalar: x_summed
def no_scalar(v):
    x = torch.tensor(v, requires_grad=True)
    y = 3 * x ** 2
    x.sum().backward()
    return x.grad
# --- no_scalar: item_of_many
def no_scalar(v):
    x = torch.tensor(v, requires_grad=True)
    y = 3 * x ** 2
    y.item().backward()
    return x.grad
# --- no_scalar: by_hand
def no_scalar(v):
    return [6 * item for item in v]
# --- no_scalar: number_for_tensor
def no_scalar(v):
    x = torch.tensor(v, requires_grad=True)
    y = torch.sum(3 * x ** 2).item()
    y.backward()
    return x.grad
# --- no_scalar: second_backward
def no_scalar(v):
    x = torch.tensor(v, requires_grad=True)
    y = torch.sum(3 * x ** 2)
    y.backward()
    y.backward()
    return x.grad
# --- no_scalar: gradient_shape
def no_scalar(v):
    x = torch.tensor(v, requires_grad=True)
    y = torch.sum(3 * x ** 2)
    y.backward(torch.ones(len(v)))
    return x.grad
# --- no_scalar: gradient_shape
def no_scalar(v):
    x = torch.tensor(v, requires_grad=True)
    y = 3 * x ** 2
    y.backward(torch.tensor(1.))
    return x.grad
# --- no_scalar: gradient_type
def no_scalar(v):
    x = torch.tensor(v, requires_grad=True)
    y = 3 * x ** 2
    y.backward(1)
    return x.grad
# --- no_scalar: mean
def no_scalar(v):
    x = torch.tensor(v, requires_grad=True)
    y = 3 * x ** 2
    y = y.mean()
    y.backward()
    return x.grad
# --- no_scalar: element_by_element
def no_scalar(v):
    x = torch.tensor(v, requires_grad=True)
    y = 3 * x ** 2
    y[0].backward()
    y[1].backward()
    return x.grad
# --- no_scalar: backward_without_parentheses
def no_scalar(v):
    x = torch.tensor(v, requires_grad=True)
    y = 3 * x ** 2
    y.sum().backward
    return x.grad
# --- no_scalar: square_of_sum
def no_scalar(v):
    x = torch.tensor(v, requires_grad=True)
    y = torch.sum(3 * x) ** 2
    y.backward()
    return x.grad
# --- no_scalar: sum_not_kept
def no_scalar(v):
    x = torch.tensor(v, requires_grad=True)
    y = 3 * x ** 2
    torch.sum(y)
    y.backward()
    return x.grad
# --- no_scalar: no_backward
def no_scalar(v):
    x = torch.tensor(v, requires_grad=True)
    y = 3 * x ** 2
    y = sum(y)
    return x.grad
# --- no_scalar: element_by_element
def no_scalar(v):
    x = torch.tensor(v, requires_grad=True)
    y = 3 * x ** 2
    for i in range(len(y)):
        y[i].backward()
    return x.grad
# --- no_scalar: cut
def no_scalar(v):
    x = torch.tensor(v, requires_grad=True)
    y = 3 * x ** 2
    y = torch.tensor(sum(y))
    y.backward()
    return x.grad
# --- no_scalar: formula
def no_scalar(v):
    x = torch.tensor(v, requires_grad=True)
    y = 3 * torch.sum(x ** 2) / 2
    y.backward()
    return x.grad
# --- no_scalar: given_x
def no_scalar(v):
    x = torch.tensor(v, requires_grad=True)
    y = 3 * x ** 2
    y.backward(x)
    return x.grad
# --- no_scalar: function_for_value
def no_scalar(v):
    x = torch.tensor(v, requires_grad=True)
    y = 3 * x ** 2
    y.sum.backward()
    return x.grad
# --- no_scalar: value_for_gradient
def no_scalar(v):
    x = torch.tensor(v, requires_grad=True)
    y = 3 * x ** 2
    y = y.sum()
    y.backward()
    return y
# --- no_scalar: summed_too_late
def no_scalar(v):
    x = torch.tensor(v, requires_grad=True)
    y = torch.sum(3 * x ** 2)
    y.backward()
    return torch.sum(x.grad)
# --- no_scalar: item_of_many
def no_scalar(v):
    x = torch.tensor(v, requires_grad=True)
    y = 3 * x ** 2
    float(y).backward()
    return x.grad
# --- no_scalar: doubled
def no_scalar(v):
    x = torch.tensor(v, requires_grad=True)
    y = torch.sum(3 * x * 2)
    y.backward()
    return x.grad
# --- no_scalar: weighted
def no_scalar(v):
    x = torch.tensor(v, requires_grad=True)
    y = 3 * x ** 2
    y.backward(torch.ones(len(v)) * 2)
    return x.grad
# --- no_scalar: square_dropped
def no_scalar(v):
    x = torch.tensor(v, requires_grad=True)
    y = torch.sum(3 * x)
    y.backward()
    return x.grad

# --- no_scalar: number_for_tensor
def no_scalar(v):
    x = torch.tensor(v, requires_grad=True)
    y = sum((3 * x ** 2).tolist())
    y.backward()
    return x.grad
# --- no_scalar: right
def no_scalar(v):
    x = torch.tensor(v, requires_grad=True)
    y = 3 * x ** 2
    y.backward(torch.ones_like(y))
    return x.grad.tolist()
# --- no_scalar: right
def no_scalar(v):
    x = torch.tensor(v, requires_grad=True)
    y = 3 * x ** 2
    for e in y:
        e.backward(retain_graph=True)
    return x.grad
# --- one_step: uphill
def one_step(x, y):
    a = torch.tensor(x, requires_grad=True)
    b = torch.tensor(y, requires_grad=True)
    (a ** 2 + 2 * b ** 2).backward()
    return [x + 0.25 * a.grad.item(), y + 0.25 * b.grad.item()]
# --- one_step: whole_gradient
def one_step(x, y):
    a = torch.tensor(x, requires_grad=True)
    b = torch.tensor(y, requires_grad=True)
    (a ** 2 + 2 * b ** 2).backward()
    return [x - a.grad.item(), y - b.grad.item()]
# --- one_step: gradient_only
def one_step(x, y):
    a = torch.tensor(x, requires_grad=True)
    b = torch.tensor(y, requires_grad=True)
    (a ** 2 + 2 * b ** 2).backward()
    return [a.grad, b.grad]
# --- one_step: by_hand
def one_step(x, y):
    return [x - 0.25 * 2 * x, y - 0.25 * 4 * y]
# --- one_step: number_for_tensor
def one_step(x, y):
    z = x ** 2 + 2 * y ** 2
    z.backward()
    return [x - 0.25 * x.grad, y - 0.25 * y.grad]
# --- one_step: no_backward
def one_step(x, y):
    a = torch.tensor(x, requires_grad=True)
    b = torch.tensor(y, requires_grad=True)
    z = a ** 2 + 2 * b ** 2
    return [x - 0.25 * a.grad, y - 0.25 * b.grad]
# --- one_step: no_mark
def one_step(x, y):
    a = torch.tensor(x)
    b = torch.tensor(y)
    (a ** 2 + 2 * b ** 2).backward()
    return [x - 0.25 * a.grad, y - 0.25 * b.grad]
# --- one_step: no_mark
def one_step(x, y):
    a = torch.tensor(x, requires_grad=True)
    b = torch.tensor(y)
    (a ** 2 + 2 * b ** 2).backward()
    return [x - 0.25 * a.grad, y - 0.25 * b.grad]
# --- one_step: factor
def one_step(x, y):
    a = torch.tensor(x, requires_grad=True)
    b = torch.tensor(y, requires_grad=True)
    (a ** 2 + b ** 2).backward()
    return [x - 0.25 * a.grad, y - 0.25 * b.grad]
# --- one_step: gradients_swapped
def one_step(x, y):
    a = torch.tensor(x, requires_grad=True)
    b = torch.tensor(y, requires_grad=True)
    (a ** 2 + 2 * b ** 2).backward()
    return [x - 0.25 * b.grad, y - 0.25 * a.grad]
# --- one_step: leaf_in_place
def one_step(x, y):
    a = torch.tensor(x, requires_grad=True)
    b = torch.tensor(y, requires_grad=True)
    (a ** 2 + 2 * b ** 2).backward()
    a -= 0.25 * a.grad
    b -= 0.25 * b.grad
    return [a, b]
# --- one_step: one_gradient
def one_step(x, y):
    a = torch.tensor(x, requires_grad=True)
    b = torch.tensor(y, requires_grad=True)
    (a ** 2 + 2 * b ** 2).backward()
    return [x - 0.25 * a.grad, y - 0.25 * a.grad]
# --- one_step: not_kept
def one_step(x, y):
    a = torch.tensor(x, requires_grad=True)
    b = torch.tensor(y, requires_grad=True)
    (a ** 2 + 2 * b ** 2).backward()
    x - 0.25 * a.grad
    y - 0.25 * b.grad
    return [x, y]
# --- one_step: tensor_for_gradient
def one_step(x, y):
    a = torch.tensor(x, requires_grad=True)
    b = torch.tensor(y, requires_grad=True)
    z = a ** 2 + 2 * b ** 2
    z.backward()
    return [x - 0.25 * a, y - 0.25 * b]
# --- one_step: one_point
def one_step(x, y):
    a = torch.tensor(x, requires_grad=True)
    b = torch.tensor(y, requires_grad=True)
    z = a ** 2 + 2 * b ** 2
    z.backward()
    return x - 0.25 * a.grad, x - 0.25 * b.grad
# --- one_step: backward_without_parentheses
def one_step(x, y):
    a = torch.tensor(x, requires_grad=True)
    b = torch.tensor(y, requires_grad=True)
    z = a ** 2 + 2 * b ** 2
    z.backward
    return [x - 0.25 * a.grad, y - 0.25 * b.grad]
# --- one_step: count
def one_step(x, y):
    a = torch.tensor(x, requires_grad=True)
    b = torch.tensor(y, requires_grad=True)
    z = a ** 2 + 2 * b ** 2
    z.backward()
    return [a - a.grad / 4]
# --- one_step: step_only
def one_step(x, y):
    a = torch.tensor(x, requires_grad=True)
    b = torch.tensor(y, requires_grad=True)
    z = a ** 2 + 2 * b ** 2
    z.backward()
    return [0.25 * a.grad, 0.25 * b.grad]
# --- one_step: no_leaf
def one_step(x, y):
    a = torch.tensor(x, requires_grad=True)
    b = torch.tensor(y, requires_grad=True)
    z = a ** 2 + 2 * b ** 2
    z.backward()
    return [x - 0.25 * z.grad, y - 0.25 * z.grad]
# --- one_step: no_return
def one_step(x, y):
    a = torch.tensor(x, requires_grad=True)
    b = torch.tensor(y, requires_grad=True)
    z = a ** 2 + 2 * b ** 2
    z.backward()
    a = a - 0.25 * a.grad
    b = b - 0.25 * b.grad
# --- one_step: number_for_tensor
def one_step(x, y):
    a = torch.tensor(x, requires_grad=True)
    b = torch.tensor(y, requires_grad=True)
    z = x ** 2 + 2 * y ** 2
    z.backward()
    return [x - 0.25 * a.grad, y - 0.25 * b.grad]
# --- one_step: brackets
def one_step(x, y):
    a = torch.tensor(x, requires_grad=True)
    b = torch.tensor(y, requires_grad=True)
    z = a ** 2 + (2 * b) ** 2
    z.backward()
    return [x - 0.25 * a.grad, y - 0.25 * b.grad]
# --- one_step: product
def one_step(x, y):
    a = torch.tensor(x, requires_grad=True)
    b = torch.tensor(y, requires_grad=True)
    z = a ** 2 * 2 * b ** 2
    z.backward()
    return [x - 0.25 * a.grad, y - 0.25 * b.grad]
# --- one_step: square_dropped
def one_step(x, y):
    a = torch.tensor(x, requires_grad=True)
    b = torch.tensor(y, requires_grad=True)
    z = a ** 2 + 2 * b
    z.backward()
    return [x - 0.25 * a.grad, y - 0.25 * b.grad]
# --- one_step: brackets
def one_step(x, y):
    a = torch.tensor(x, requires_grad=True)
    b = torch.tensor(y, requires_grad=True)
    z = 2 * (a ** 2 + b ** 2)
    z.backward()
    return [x - 0.25 * a.grad, y - 0.25 * b.grad]
# --- one_step: other_rate
def one_step(x, y):
    a = torch.tensor(x, requires_grad=True)
    b = torch.tensor(y, requires_grad=True)
    z = a ** 2 + 2 * b ** 2
    z.backward()
    return [x - 0.5 * a.grad, y - 0.5 * b.grad]
# --- one_step: order
def one_step(x, y):
    a = torch.tensor(x, requires_grad=True)
    b = torch.tensor(y, requires_grad=True)
    z = a ** 2 + 2 * b ** 2
    z.backward()
    return [y - 0.25 * b.grad, x - 0.25 * a.grad]
# --- one_step: whole_gradient
def one_step(x, y):
    a = torch.tensor(x, requires_grad=True)
    b = torch.tensor(y, requires_grad=True)
    (a ** 2).backward()
    (2 * b ** 2).backward()
    return [x - a.grad, y - b.grad]
# --- one_step: backward_from_input
def one_step(x, y):
    a = torch.tensor(x, requires_grad=True)
    b = torch.tensor(y, requires_grad=True)
    z = a ** 2 + 2 * b ** 2
    a.backward()
    b.backward()
    return [x - 0.25 * a.grad, y - 0.25 * b.grad]
# --- one_step: multiplied
def one_step(x, y):
    a = torch.tensor(x, requires_grad=True)
    b = torch.tensor(y, requires_grad=True)
    z = a ** 2 + 2 * b ** 2
    z.backward()
    return [x * 0.25 * a.grad, y * 0.25 * b.grad]
# --- one_step: reversed
def one_step(x, y):
    a = torch.tensor(x, requires_grad=True)
    b = torch.tensor(y, requires_grad=True)
    z = a ** 2 + 2 * b ** 2
    z.backward()
    return [a.grad - 0.25 * x, b.grad - 0.25 * y]
# --- one_step: count
def one_step(x, y):
    a = torch.tensor(x, requires_grad=True)
    b = torch.tensor(y, requires_grad=True)
    z = a ** 2 + 2 * b ** 2
    z.backward()
    return z - 0.25 * a.grad
# --- one_step: multiplied
def one_step(x, y):
    a = torch.tensor(x, requires_grad=True)
    b = torch.tensor(y, requires_grad=True)
    z = a ** 2 + 2 * b ** 2
    z.backward()
    return [(x - 0.25) * a.grad, (y - 0.25) * b.grad]
# --- one_step: reassigned
def one_step(x, y):
    a = torch.tensor(x, requires_grad=True)
    b = torch.tensor(y, requires_grad=True)
    z = a ** 2 + 2 * b ** 2
    z.backward()
    with torch.no_grad():
        a = a - 0.25 * a.grad
        b = b - 0.25 * a.grad
    return [a, b]
# --- one_step: minus
def one_step(x, y):
    a = torch.tensor(x, requires_grad=True)
    b = torch.tensor(y, requires_grad=True)
    z = a ** 2 - 2 * b ** 2
    z.backward()
    return [x - 0.25 * a.grad, y - 0.25 * b.grad]
# --- one_step: other_rate
def one_step(x, y):
    a = torch.tensor(x, requires_grad=True)
    b = torch.tensor(y, requires_grad=True)
    z = a ** 2 + 2 * b ** 2
    z.backward()
    return [x - 0.025 * a.grad, y - 0.025 * b.grad]
# --- one_step: one_moved
def one_step(x, y):
    a = torch.tensor(x, requires_grad=True)
    b = torch.tensor(y, requires_grad=True)
    z = a ** 2 + 2 * b ** 2
    z.backward()
    return [x - 0.25 * a.grad, y]
# --- one_step: no_gradient
def one_step(x, y):
    a = torch.tensor(x, requires_grad=True)
    b = torch.tensor(y, requires_grad=True)
    z = a ** 2 + 2 * b ** 2
    z.backward()
    return [x - 0.25, y - 0.25]
# --- one_step: power_sign
def one_step(x, y):
    a = torch.tensor(x, requires_grad=True)
    b = torch.tensor(y, requires_grad=True)
    z = a ^ 2 + 2 * b ^ 2
    z.backward()
    return [x - 0.25 * a.grad, y - 0.25 * b.grad]
# --- one_step: arguments
def one_step(p):
    a = torch.tensor(p, requires_grad=True)
    return a
# --- one_step: no_scalar
def one_step(x, y):
    p = torch.tensor([x, y], requires_grad=True)
    z = p ** 2 + 2 * p ** 2
    z.backward()
    return p - 0.25 * p.grad
# --- one_step: factor
def one_step(x, y):
    p = torch.tensor([x, y], requires_grad=True)
    z = (p ** 2).sum()
    z.backward()
    return p - 0.25 * p.grad
# --- one_step: value_returned
def one_step(x, y):
    a = torch.tensor(x, requires_grad=True)
    b = torch.tensor(y, requires_grad=True)
    z = a ** 2 + 2 * b ** 2
    z.backward()
    return z
# --- one_step: backward_twice
def one_step(x, y):
    a = torch.tensor(x, requires_grad=True)
    b = torch.tensor(y, requires_grad=True)
    z = a ** 2 + 2 * b ** 2
    z.backward(retain_graph=True)
    dx = a.grad
    z.backward()
    dy = b.grad
    return [x - 0.25 * dx, y - 0.25 * dy]
# --- one_step: right
def one_step(x, y):
    p = torch.tensor([x, y], requires_grad=True)
    (p[0] ** 2 + 2 * p[1] ** 2).backward()
    return (p.detach() - p.grad / 4).tolist()
# --- one_step: right
def one_step(x, y):
    x = torch.tensor(x, requires_grad=True); y = torch.tensor(y, requires_grad=True)
    o = torch.optim.SGD([x, y], lr=.25)
    (x ** 2 + 2 * y ** 2).backward()
    o.step()
    return x, y
# --- sum_of_cubes: list_of_tensors
def sum_of_cubes(v):
    x = [torch.tensor(e, requires_grad=True) for e in v]
    y = sum(e ** 3 for e in x)
    y.backward()
    return x.grad
# --- one_step: partly_cut
def one_step(x, y):
    a = torch.tensor(x, requires_grad=True)
    b = torch.tensor(y, requires_grad=True)
    z = a ** 2 + 2 * b * b.detach()
    z.backward()
    return [x - 0.25 * a.grad, y - 0.25 * b.grad]
# --- sum_of_cubes: partly_cut
def sum_of_cubes(v):
    x = torch.tensor(v, requires_grad=True)
    y = (x ** 2 * x.detach()).sum()
    y.backward()
    return x.grad
# --- sum_of_cubes: right
def sum_of_cubes(v):
    x = torch.tensor([v], requires_grad=True)
    y = (x ** 3).sum()
    y.backward()
    return x.grad
# --- sum_of_cubes: elements_unused
def sum_of_cubes(v):
    x = torch.tensor(v, requires_grad=True)
    y = x[0] ** 3 + x[1] ** 3
    y.backward()
    return x.grad
# --- one_step: value_for_gradient
def one_step(x, y):
    z = x ** 2 + 2 * y ** 2
    return [x - 0.25 * z, y - 0.25 * z]
# --- one_step: not_kept
def one_step(x, y):
    a = torch.tensor(x, requires_grad=True)
    b = torch.tensor(y, requires_grad=True)
    z = a ** 2 + 2 * b ** 2
    z.backward()
    a - 0.25 * a.grad
    b - 0.25 * b.grad
    return [a, b]
# --- one_step: unmoved
def one_step(x, y):
    a = torch.tensor(x, requires_grad=True)
    b = torch.tensor(y, requires_grad=True)
    (a ** 2 + 2 * b ** 2).backward()
    new_x, new_y = x - 0.25 * a.grad, y - 0.25 * b.grad
    return [x, y]
# --- sum_of_cubes: tensor_of_tensors
def sum_of_cubes(v):
    x = torch.tensor([torch.tensor(a, requires_grad=True) for a in v])
    y = torch.sum(x ** 3)
    y.backward()
    return x.grad
# --- no_scalar: no_leaf
def no_scalar(v):
    x = torch.tensor(v, requires_grad=True)
    grads = []
    for i in range(len(v)):
        xi = x[i]
        yi = 3 * xi ** 2
        yi.backward()
        grads.append(xi.grad)
    return grads
# --- sum_of_cubes: sorted
def sum_of_cubes(v):
    x = torch.tensor(sorted(v), requires_grad=True)
    (x ** 3).sum().backward()
    return x.grad
# --- sum_of_cubes: number_for_tensor
def sum_of_cubes(v):
    x = torch.tensor(v, requires_grad=True)
    y = (x.detach().numpy() ** 3).sum()
    y.backward()
    return x.grad
# --- one_step: leaf_unused
def one_step(x, y):
    a = torch.tensor(x, requires_grad=True)
    b = torch.tensor(y, requires_grad=True)
    (a ** 2).backward()
    return [x - 0.25 * a.grad.item(), y - 0.25 * b.grad.item()]
# --- one_step: walked_on
def one_step(x, y):
    p = torch.tensor([x, y], requires_grad=True)
    for _ in range(2):
        z = p[0] ** 2 + 2 * p[1] ** 2
        z.backward()
        with torch.no_grad():
            p -= 0.25 * p.grad
        p.grad = None
    return p.tolist()
# --- sum_of_cubes: transformed_number
def sum_of_cubes(v):
    return torch.func.grad(lambda x: (x ** 3).sum())(v)
# --- sum_of_cubes: collected_in_leaf
def sum_of_cubes(v):
    x = torch.tensor(v, requires_grad=True)
    total = torch.zeros(1, requires_grad=True)
    for e in x:
        total += e ** 3
    total.backward()
    return x.grad
# --- no_scalar: weighted
def no_scalar(v):
    x = torch.tensor(v, requires_grad=True)
    y = 3 * x ** 2
    y.backward(torch.zeros_like(x))
    return x.grad
# --- one_step: gradients_added
def one_step(x, y):
    a = torch.tensor(x, requires_grad=True)
    b = torch.tensor(y, requires_grad=True)
    z = a ** 2 + 2 * b ** 2
    z.backward()
    step = 0.25 * (a.grad + b.grad)
    return [x - step.item(), y - step.item()]
# --- one_step: normalized
def one_step(x, y):
    p = torch.tensor([x, y], requires_grad=True)
    (p[0] ** 2 + 2 * p[1] ** 2).backward()
    g = p.grad / p.grad.norm()
    return (p - 0.25 * g).tolist()
# --- one_step: no_backward
def one_step(x, y):
    a = torch.nn.Parameter(torch.tensor(x))
    b = torch.nn.Parameter(torch.tensor(y))
    opt = torch.optim.SGD([a, b], lr=0.25)
    opt.zero_grad()
    loss = a ** 2 + 2 * b ** 2
    opt.step()
    return [a.item(), b.item()]
# --- sum_of_cubes: no_leaf
def sum_of_cubes(v):
    x = torch.tensor(v, requires_grad=True)
    y = 0
    for x in x:
        y = y + x ** 3
    y.backward()
    return x.grad
# --- sum_of_cubes: last_element
def sum_of_cubes(v):
    x = torch.tensor(v, requires_grad=True)
    for i in range(len(v) - 1):
        (x[i] ** 3).backward()
    return x.grad
# --- sum_of_cubes: made_in_no_grad
def sum_of_cubes(v):
    x = torch.tensor(v, requires_grad=True)
    with torch.no_grad():
        세제곱 = x ** 3
    y = 세제곱.sum()
    y.backward()
    return x.grad
# --- no_scalar: part_of_input
def no_scalar(v):
    x = torch.tensor(sum(v), requires_grad=True)
    y = 3 * x ** 2
    y.backward()
    return x.grad
# --- no_scalar: gradient_type
def no_scalar(v):
    x = torch.tensor(v, requires_grad=True)
    y = 3 * x ** 2
    y.backward([1.] * len(v))
    return x.grad
# --- no_scalar: summed_too_late
def no_scalar(v):
    x = torch.tensor(v, requires_grad=True)
    y = 3 * x ** 2
    y.backward().sum()
    return x.grad
# --- no_scalar: part_of_input
def no_scalar(v):
    x = torch.tensor(v[0], requires_grad=True)
    y = 3 * x ** 2
    y.backward()
    return x.grad
# --- no_scalar: other_root
def no_scalar(v):
    x = torch.tensor(v, requires_grad=True)
    y = 3 * x ** 2
    total = y.sum()
    y.backward()
    return x.grad
# --- no_scalar: power_of_sum
def no_scalar(v):
    x = torch.tensor(v, requires_grad=True)
    y = 3 * x.mean() ** 2
    y.backward()
    return x.grad
# --- no_scalar: no_sum
def no_scalar(v):
    x = torch.tensor(v, requires_grad=True)
    y = 3 * x ** 2
    y.norm().backward()
    return x.grad
# --- no_scalar: no_sum
def no_scalar(v):
    x = torch.tensor(v, requires_grad=True)
    y = 3 * x ** 2
    y.prod().backward()
    return x.grad
# --- one_step: other_rate
def one_step(x, y):
    p = torch.tensor([x, y], requires_grad=True)
    (p[0] ** 2 + 2 * p[1] ** 2).backward()
    return (p.detach() - 2.5 * p.grad).tolist()
# --- sum_of_cubes: backward_in_loop
def sum_of_cubes(v):
    x = torch.tensor(v, requires_grad=True)
    y = 0
    for e in x:
        y = y + e ** 3
        y.backward(retain_graph=True)
    return x.grad
# --- sum_of_cubes: index_out_of_range
def sum_of_cubes(v):
    x = torch.tensor(v, requires_grad=True)
    y = x[0] ** 3 + x[1] ** 3 + x[2] ** 3
    y.backward()
    return x.grad
# --- sum_of_cubes: no_backward
def sum_of_cubes(v):
    xs = [torch.tensor(e, requires_grad=True) for e in v]
    total = sum(x ** 3 for x in xs)
    return [x.grad for x in xs]
# --- sum_of_cubes: summed_too_late
def sum_of_cubes(v):
    x = torch.tensor(v, requires_grad=True)
    y = x ** 3
    y.backward()
    total = y.sum()
    return x.grad
# --- sum_of_cubes: power_of_sum
def sum_of_cubes(v):
    x = torch.tensor(v, requires_grad=True)
    y = x.mean() ** 3
    y.backward()
    return x.grad
# --- sum_of_cubes: part_of_input
def sum_of_cubes(v):
    x = torch.tensor(sum(v), requires_grad=True)
    y = x ** 3
    y.backward()
    return x.grad
# --- one_step: text_for_number
def one_step(x, y):
    a = torch.tensor(x, requires_grad=True)
    b = torch.tensor(y, requires_grad=True)
    (a ** 2 + 2 * b ** 2).backward()
    return [x - "0.25" * a.grad, y - "0.25" * b.grad]
# --- one_step: tuple_for_tensor
def one_step(x, y):
    a = torch.tensor(x, requires_grad=True)
    b = torch.tensor(y, requires_grad=True)
    g = torch.autograd.grad(a ** 2 + 2 * b ** 2, [a, b])
    return [x - 0.25 * g, y - 0.25 * g]
