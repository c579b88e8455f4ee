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
# --- two_slopes: differentiated_both
answer = [12, 1]
# --- two_slopes: text_for_number
answer = ["2xy", "x²"]
# --- two_slopes: sign
answer = [-12, -4]

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
# --- one_step: unmoved
def one_step(x, y):
    a = torch.tensor(x, requires_grad=True)
    b = torch.tensor(y, requires_grad=True)
    (a ** 2 + 2 * b ** 2).backward()
    x - 0.25 * a.grad
    y - 0.25 * b.grad
    return [x, y]
