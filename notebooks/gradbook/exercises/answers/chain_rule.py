# --- cube_of_double: value_of_x
answer = [2, 3, 6]
# --- cube_of_double: not_squared
answer = [2, 6, 12]
# --- cube_of_double: value_of_z
answer = [2, 8, 16]
# --- cube_of_double: not_cubed
answer = [2, 4, 8]
# --- cube_of_double: added
answer = [2, 12, 14]
# --- cube_of_double: last_only
answer = [2, 12, 12]
# --- cube_of_double: count
answer = [2, 12]
# --- cube_of_double: count
answer = 24
# --- cube_of_double: swapped
answer = [12, 2, 24]
# --- cube_of_double: order
answer = [24, 12, 2]
# --- cube_of_double: first_from_value
answer = [1, 12, 12]
# --- cube_of_double: text_for_number
answer = ["2", "12", "24"]
# --- cube_of_double: product
answer = [2, 12, 6]

# --- by_hand: outer_only
def by_hand(x):
    u = x ** 2 + 1
    z = u ** 2
    grad_u = 2 * u
    grad_x = grad_u
    return grad_x
# --- by_hand: inner_only
def by_hand(x):
    u = x ** 2 + 1
    z = u ** 2
    grad_u = 2 * u
    grad_x = 2 * x
    return grad_x
# --- by_hand: outer_only
def by_hand(x):
    u = x ** 2 + 1
    z = u ** 2
    grad_u = 2 * u
    grad_x = grad_u * 2 * x
    return grad_u
# --- by_hand: added
def by_hand(x):
    u = x ** 2 + 1
    z = u ** 2
    grad_u = 2 * u
    grad_x = grad_u + 2 * x
    return grad_x
# --- by_hand: x_for_u
def by_hand(x):
    u = x ** 2 + 1
    z = u ** 2
    grad_u = 2 * x
    grad_x = grad_u * 2 * x
    return grad_x
# --- by_hand: u_for_x
def by_hand(x):
    u = x ** 2 + 1
    z = u ** 2
    grad_u = 2 * u
    grad_x = grad_u * 2 * u
    return grad_x
# --- by_hand: not_multiplied_by_x
def by_hand(x):
    u = x ** 2 + 1
    z = u ** 2
    grad_u = 2 * u
    grad_x = grad_u * 2
    return grad_x
# --- by_hand: constant_kept
def by_hand(x):
    u = x ** 2 + 1
    z = u ** 2
    grad_u = 2 * u
    grad_x = grad_u * (2 * x + 1)
    return grad_x
# --- by_hand: value
def by_hand(x):
    u = x ** 2 + 1
    z = u ** 2
    return z
# --- by_hand: number_for_tensor
def by_hand(x):
    u = x ** 2 + 1
    z = u ** 2
    z.backward()
    return x.grad
# --- by_hand: by_autograd
def by_hand(x):
    x = torch.tensor(x, requires_grad=True)
    u = x ** 2 + 1
    z = u ** 2
    z.backward()
    return x.grad
# --- by_hand: no_return
def by_hand(x):
    u = x ** 2 + 1
    z = u ** 2
    grad_u = 2 * u
    grad_x = grad_u * 2 * x
# --- by_hand: power_sign
def by_hand(x):
    u = x ^ 2 + 1
    grad_u = 2 * u
    return grad_u * 2 * x
# --- by_hand: called_value
def by_hand(x):
    u = x ** 2 + 1
    grad_u = 2 * u
    return grad_u(2 * x)
# --- by_hand: not_doubled
def by_hand(x):
    u = x ** 2 + 1
    grad_u = u
    return grad_u * 2 * x

# --- wrong_place: unchanged
def wrong_place(x):
    u = 3 * x
    v = u ** 2
    grad_v = 1.0
    grad_u = grad_v * 2 * x
    grad_x = grad_u * 3
    return grad_x
# --- wrong_place: made_up_elsewhere
def wrong_place(x):
    u = 3 * x
    v = u ** 2
    grad_v = 1.0
    grad_u = grad_v * 2 * x
    grad_x = grad_u * 9
    return grad_x
# --- wrong_place: formula
def wrong_place(x):
    return 18 * x
# --- wrong_place: value_of_v
def wrong_place(x):
    u = 3 * x
    v = u ** 2
    grad_v = 1.0
    grad_u = grad_v * 2 * v
    grad_x = grad_u * 3
    return grad_x
# --- wrong_place: u_in_the_last_line
def wrong_place(x):
    u = 3 * x
    v = u ** 2
    grad_v = 1.0
    grad_u = grad_v * 2 * x
    grad_x = grad_u * u
    return grad_x
# --- wrong_place: x_in_the_last_line
def wrong_place(x):
    u = 3 * x
    v = u ** 2
    grad_v = 1.0
    grad_u = grad_v * 2 * u
    grad_x = grad_u * 3 * x
    return grad_x
# --- wrong_place: two_dropped
def wrong_place(x):
    u = 3 * x
    v = u ** 2
    grad_v = 1.0
    grad_u = grad_v * u
    grad_x = grad_u * 3
    return grad_x
# --- wrong_place: start
def wrong_place(x):
    u = 3 * x
    v = u ** 2
    grad_v = 3.0
    grad_u = grad_v * 2 * x
    grad_x = grad_u * 3
    return grad_x
# --- wrong_place: last_line_dropped
def wrong_place(x):
    u = 3 * x
    v = u ** 2
    grad_v = 1.0
    grad_u = grad_v * 2 * u
    grad_x = grad_u * 3
    return grad_u
# --- wrong_place: three_dropped
def wrong_place(x):
    u = 3 * x
    v = u ** 2
    grad_v = 1.0
    grad_u = grad_v * 2 * x
    return grad_u
# --- wrong_place: unknown_name
def wrong_place(x):
    u = 3 * x
    v = u ** 2
    grad_v = 1.0
    grad_u = grad_v * 2 * U
    grad_x = grad_u * 3
    return grad_x

# --- doubled: started_again
def doubled(n):
    x = torch.tensor(1., requires_grad=True)
    for _ in range(n):
        y = x * 2
    y.backward()
    return x.grad
# --- doubled: no_leaf
def doubled(n):
    x = torch.tensor(1., requires_grad=True)
    for _ in range(n):
        x = x * 2
    x.backward()
    return x.grad
# --- doubled: leaf_in_place
def doubled(n):
    x = torch.tensor(1., requires_grad=True)
    for _ in range(n):
        x *= 2
    x.backward()
    return x.grad
# --- doubled: by_hand
def doubled(n):
    return 2. ** n
# --- doubled: value_for_gradient
def doubled(n):
    x = torch.tensor(1., requires_grad=True)
    y = x
    for _ in range(n):
        y = y * 2
    y.backward()
    return y
# --- doubled: no_leaf
def doubled(n):
    x = torch.tensor(1., requires_grad=True)
    y = x
    for _ in range(n):
        y = y * 2
    y.backward()
    return y.grad
# --- doubled: backward_in_loop
def doubled(n):
    x = torch.tensor(1., requires_grad=True)
    y = x
    for _ in range(n):
        y = y * 2
        y.backward()
    return x.grad
# --- doubled: counted
def doubled(n):
    x = torch.tensor(1., requires_grad=True)
    y = x * 2 * n
    y.backward()
    return x.grad
# --- doubled: used_before_assigned
def doubled(n):
    x = torch.tensor(1., requires_grad=True)
    for _ in range(n):
        y = y * 2
    y.backward()
    return x.grad
# --- doubled: once_too_often
def doubled(n):
    x = torch.tensor(1., requires_grad=True)
    y = x * 2
    for _ in range(n):
        y = y * 2
    y.backward()
    return x.grad
# --- doubled: number_iterated
def doubled(n):
    x = torch.tensor(1., requires_grad=True)
    y = x
    for _ in n:
        y = y * 2
    y.backward()
    return x.grad
# --- doubled: return_in_loop
def doubled(n):
    x = torch.tensor(1., requires_grad=True)
    y = x
    for _ in range(n):
        y = y * 2
        y.backward()
        return x.grad
# --- doubled: no_backward
def doubled(n):
    x = torch.tensor(1., requires_grad=True)
    y = x
    for _ in range(n):
        y = y * 2
    return x.grad
