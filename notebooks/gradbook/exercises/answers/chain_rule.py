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
# --- cube_of_double: product
answer = [2, 12, 22]
# --- cube_of_double: value_of_x
answer = [2, 3, 5]
# --- cube_of_double: not_squared
answer = [2, 6, 8]
# --- cube_of_double: multiplied_early
answer = [2, 24, 48]
# --- cube_of_double: first_from_value
answer = [1, 3, 3]
# --- cube_of_double: value_of_z
answer = [2, 8, 10]
# --- cube_of_double: first
answer = [-2, -12, -24]
# --- cube_of_double: not_cubed
answer = [2, 4, 6]
# --- cube_of_double: text_for_number
answer = '2, 12, 24'
# --- cube_of_double: second
answer = [2, 2, 4]
# --- cube_of_double: first
answer = [0, 12, 0]
# --- cube_of_double: squared_all
answer = [2, 36, 72]
# --- cube_of_double: swapped
answer = [12, 24, 2]

# --- cube_of_double: formula_for_number
answer = ["2", "3u**2", "6u**2"]
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
# --- by_hand: value_returned
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
# --- by_hand: no_return
def by_hand(x):
    u = x ** 2 + 1
    z = u ** 2
    grad_u = 2 * u
    grad_x = grad_u * 2 * x
    print(grad_x)
# --- by_hand: not_doubled
def by_hand(x):
    u = x ** 2 + 1
    z = u ** 2
    grad_u = u * 2
    grad_x = grad_u * x
    return grad_x
# --- by_hand: z_for_u
def by_hand(x):
    u = x ** 2 + 1
    z = u ** 2
    grad_u = 2 * z
    grad_x = grad_u * 2 * x
    return grad_x
# --- by_hand: divided
def by_hand(x):
    u = x ** 2 + 1
    z = u ** 2
    grad_u = 2 * u
    grad_x = grad_u / (2 * x)
    return grad_x
# --- by_hand: z_for_u
def by_hand(x):
    u = x ** 2 + 1
    z = u ** 2
    grad_u = 2 * u
    grad_x = grad_u ** 2 * x
    return grad_x
# --- by_hand: u_dropped
def by_hand(x):
    u = x ** 2 + 1
    z = u ** 2
    grad_u = 2
    grad_x = grad_u * 2 * x
    return grad_x
# --- by_hand: x_not_differentiated
def by_hand(x):
    u = x ** 2 + 1
    z = u ** 2
    grad_u = 2 * u
    grad_x = grad_u * x ** 2
    return grad_x
# --- by_hand: u_not_differentiated
def by_hand(x):
    u = x ** 2 + 1
    z = u ** 2
    grad_u = u ** 2
    grad_x = grad_u * 2 * x
    return grad_x
# --- by_hand: number_for_tensor
def by_hand(x):
    u = x ** 2 + 1
    z = u ** 2
    grad_u = 2 * u
    grad_x = x.grad
    return grad_x
# --- by_hand: inside_not_differentiated
def by_hand(x):
    u = x ** 2 + 1
    z = u ** 2
    grad_u = 2 * u * 1.0
    grad_x = grad_u * (x ** 2 + 1)
    return grad_x
# --- by_hand: returned
def by_hand(x):
    u = x ** 2 + 1
    z = u ** 2
    grad_u = 2 * u
    grad_x = grad_u * 2 * x
    return [grad_u, grad_x]
# --- by_hand: subtracted
def by_hand(x):
    u = x ** 2 + 1
    z = u ** 2
    grad_u = 2 * u
    grad_x = grad_u - 2 * x
    return grad_x
# --- by_hand: not_multiplied_by_x
def by_hand(x):
    u = x ** 2 + 1
    z = u ** 2
    grad_x = 2 * (x ** 2 + 1) * 2
    return grad_x
# --- by_hand: empty
def by_hand(x):
    u = x ** 2 + 1
    z = u ** 2
    grad_u = ...
    grad_x = grad_u * 2 * x
    return grad_x
# --- by_hand: sign
def by_hand(x):
    u = x ** 2 + 1
    z = u ** 2
    grad_u = torch.tensor(2 * u)
    grad_x = grad_u * 2 * x
    return -grad_x
# --- by_hand: cube
def by_hand(x):
    u = x ** 2 + 1
    z = u ** 2
    grad_u = 3 * u ** 2
    grad_x = grad_u * 2 * x
    return grad_x
# --- by_hand: value_of_u
def by_hand(x):
    u = x ** 2 + 1
    z = u ** 2
    grad_u = 2 * u
    return u
# --- by_hand: doubled_twice
def by_hand(x):
    u = x ** 2 + 1
    z = u ** 2
    grad_u = 2 * u * 2 * x
    grad_x = grad_u * 2 * x
    return grad_x

# --- by_hand: right
def by_hand(x):
    return 4 * x * (x * x + 1)
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
# --- wrong_place: letter_case
def wrong_place(x):
    u = 3 * x
    v = u ** 2
    grad_v = 1.0
    grad_u = grad_v * 2 * U
    grad_x = grad_u * 3
    return grad_x
# --- wrong_place: last_line_dropped
def wrong_place(x):
    u = 3 * x
    v = u ** 2
    grad_v = 1.0
    grad_u = grad_v * 2 * x * 3
    grad_x = grad_u
    return grad_x
# --- wrong_place: made_up_elsewhere
def wrong_place(x):
    u = 3 * x
    v = u ** 2
    grad_v = 1.0
    grad_u = grad_v * 2 * x
    grad_x = grad_u * 3 * 3
    return grad_x
# --- wrong_place: u_dropped
def wrong_place(x):
    u = 3 * x
    v = u ** 2
    grad_v = 1.0
    grad_u = grad_v * 2
    grad_x = grad_u * 3
    return grad_x
# --- wrong_place: three_for_two
def wrong_place(x):
    u = 3 * x
    v = u ** 2
    grad_v = 1.0
    grad_u = grad_v * 3 * u
    grad_x = grad_u * 3
    return grad_x
# --- wrong_place: start
def wrong_place(x):
    u = 3 * x
    v = u ** 2
    grad_v = v
    grad_u = grad_v * 2 * x
    grad_x = grad_u * 3
    return grad_x
# --- wrong_place: added
def wrong_place(x):
    u = 3 * x
    v = u ** 2
    grad_v = 1.0
    grad_u = grad_v * 2 * u
    grad_x = grad_u + 3
    return grad_x
# --- wrong_place: not_differentiated
def wrong_place(x):
    u = 3 * x
    v = u ** 2
    grad_v = 1.0
    grad_u = grad_v * u ** 2
    grad_x = grad_u * 3
    return grad_x
# --- wrong_place: x_in_the_last_line
def wrong_place(x):
    u = 3 * x
    v = u ** 2
    grad_v = 1.0
    grad_u = grad_v * 2 * x
    grad_x = grad_u * 3 * u
    return grad_x
# --- wrong_place: no_return
def wrong_place(x):
    u = 3 * x
    v = u ** 2
    grad_v = 1.0
    grad_u = grad_v * 2 * u
    grad_x = grad_u * 3
# --- wrong_place: used_before_assigned
def wrong_place(x):
    u = 3 * x
    v = u ** 2
    grad_v = 1.0
    grad_u = grad_v * 2 * grad_x
    grad_x = grad_u * 3
    return grad_x
# --- wrong_place: u_dropped
def wrong_place(x):
    u = 3 * x
    v = u ** 2
    grad_v = 1.0
    grad_u = grad_v * 2 * u
    grad_x = grad_v * 3
    return grad_x
# --- wrong_place: formula
def wrong_place(x):
    x = torch.tensor(x, requires_grad=True)
    u = 3 * x
    v = u ** 2
    v.backward()
    return x.grad
# --- wrong_place: value_returned
def wrong_place(x):
    u = 3 * x
    v = u ** 2
    grad_v = 1.0
    grad_u = grad_v * 2 * u
    grad_x = grad_u * 3
    return v

# --- wrong_place: right
def wrong_place(x):
    u = 3 * x
    grad_u = u + u
    return grad_u * 3
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
# --- doubled: in_place
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
# --- doubled: not_kept
def doubled(n):
    x = torch.tensor(1., requires_grad=True)
    y = x
    for _ in range(n):
        y * 2
    y.backward()
    return x.grad
# --- doubled: multiplied_by_index
def doubled(n):
    x = torch.tensor(1., requires_grad=True)
    y = x
    for i in range(n):
        y = y * i
    y.backward()
    return x.grad
# --- doubled: squared
def doubled(n):
    x = torch.tensor(1., requires_grad=True)
    y = x
    for _ in range(n):
        y = y ** 2
    y.backward()
    return x.grad
# --- doubled: added_two
def doubled(n):
    x = torch.tensor(1., requires_grad=True)
    y = x
    for _ in range(n):
        y = y + 2
    y.backward()
    return x.grad
# --- doubled: in_place
def doubled(n):
    x = torch.tensor(1., requires_grad=True)
    y = x
    for _ in range(n):
        y *= 2
    y.backward()
    return x.grad
# --- doubled: once_too_few
def doubled(n):
    x = torch.tensor(1., requires_grad=True)
    y = x
    for _ in range(n - 1):
        y = y * 2
    y.backward()
    return x.grad
# --- doubled: multiplied_by_x
def doubled(n):
    x = torch.tensor(1., requires_grad=True)
    y = x ** n
    y.backward()
    return x.grad
# --- doubled: backward_without_parentheses
def doubled(n):
    x = torch.tensor(1., requires_grad=True)
    y = x * 2 ** n
    y.backward
    return x.grad
# --- doubled: number_for_tensor
def doubled(n):
    x = torch.tensor(1., requires_grad=True)
    y = 1.
    for _ in range(n):
        y = y * 2
    y.backward()
    return x.grad
# --- doubled: backward_in_loop
def doubled(n):
    x = torch.tensor(1., requires_grad=True)
    for _ in range(n):
        y = x * 2
        y.backward()
    return x.grad
# --- doubled: gradient_not_returned
def doubled(n):
    x = torch.tensor(1., requires_grad=True)
    y = x
    for _ in range(n):
        y = y * 2
    y.backward()
    return x
# --- doubled: value_for_gradient
def doubled(n):
    x = torch.tensor(1., requires_grad=True)
    y = x
    for _ in range(n):
        y = y * 2
    y.backward()
    return y.item()
# --- doubled: started_again
def doubled(n):
    x = torch.tensor(1., requires_grad=True)
    y = x
    for _ in range(n):
        y = 2 * x
    y.backward()
    return x.grad
# --- doubled: made_in_no_grad
def doubled(n):
    x = torch.tensor(1., requires_grad=True)
    y = x
    with torch.no_grad():
        for _ in range(n):
            y = y * 2
    y.backward()
    return x.grad
# --- doubled: by_hand
def doubled(n):
    x = torch.tensor(1., requires_grad=True)
    y = x
    for _ in range(n):
        y = y + y
    return 2 ** n
# --- doubled: number_for_tensor
def doubled(n):
    x = torch.tensor(1., requires_grad=True)
    y = x
    for _ in range(n):
        y = y.item() * 2
    y.backward()
    return x.grad
# --- doubled: multiplied_by_x
def doubled(n):
    x = torch.tensor(1., requires_grad=True)
    y = x
    for _ in range(n):
        y = y * x * 2
    y.backward()
    return x.grad
# --- doubled: once_too_often
def doubled(n):
    x = torch.tensor(1., requires_grad=True)
    y = x
    for _ in range(n + 1):
        y = y * 2
    y.backward()
    return x.grad
# --- doubled: once_too_few
def doubled(n):
    x = torch.tensor(1., requires_grad=True)
    y = x
    for _ in range(n - 1):
        y = y * 2
    y.backward()
    return x.grad
# --- doubled: backward_in_loop
def doubled(n):
    x = torch.tensor(1., requires_grad=True)
    y = x
    for i in range(n):
        y = y * 2
        y.backward()
    return x.grad
# --- doubled: right
def doubled(n):
    x = y = torch.tensor(1., requires_grad=True)
    while n > 0:
        y = y + y
        n -= 1
    y.backward()
    return x.grad
# --- doubled: right
def doubled(n):
    x = torch.tensor(1., requires_grad=True)
    leaf = x
    for _ in range(n):
        x = x * 2
    x.backward()
    return leaf.grad
# --- by_hand: value_of_z
def by_hand(x):
    u = x ** 2 + 1
    z = u ** 2
    grad_u = z * 2 * u
    grad_x = grad_u * 2 * x
    return grad_x
# --- doubled: x_added
def doubled(n):
    x = torch.tensor(1., requires_grad=True)
    y = x
    for i in range(n):
        y = y + x
    y.backward()
    return x.grad
# --- doubled: x_added
def doubled(n):
    x = torch.tensor(1., requires_grad=True)
    y = 0
    for i in range(n):
        y = y + x
    y.backward()
    return x.grad
# --- by_hand: brackets
def by_hand(x):
    u = x ** 2 + 1
    z = u ** 2
    grad_u = 2 * x ** 2 + 1
    grad_x = grad_u * 2 * x
    return grad_x
# --- wrong_place: last_line_changed
def wrong_place(x):
    u = 3 * x
    v = u ** 2
    grad_v = 1.0
    grad_u = grad_v * 2 * u
    grad_x = grad_u * x
    return grad_x
# --- wrong_place: line_kept
def wrong_place(x):
    u = 3 * x
    v = u ** 2
    grad_v = 1.0
    grad_u = grad_v * 2 * x
    grad_x = grad_u * 6
    return grad_x
# --- wrong_place: line_changed
def wrong_place(x):
    u = x
    v = u ** 2
    grad_v = 1.0
    grad_u = grad_v * 2 * u
    grad_x = grad_u * 3
    return grad_x
# --- by_hand: first_factor
def by_hand(x):
    u = x ** 2 + 1
    z = u ** 2
    grad_u = 2 * u + 1
    grad_x = grad_u * 2 * x
    return grad_x
# --- by_hand: second_factor
def by_hand(x):
    u = x ** 2 + 1
    z = u ** 2
    grad_u = 2 * u
    grad_x = grad_u * (2 * x + 2)
    return grad_x
# --- wrong_place: grad_u
def wrong_place(x):
    u = 3 * x
    v = u ** 2
    grad_v = 1.0
    grad_u = grad_v * 2 * u + x
    grad_x = grad_u * 3
    return grad_x
# --- cube_of_double: power_sign
answer = [2, 3 * 2 ^ 2, 2 * 3 * 2 ^ 2]
# --- cube_of_double: value_of_z
answer = [2, 12, 8]
# --- by_hand: not_local
def by_hand(x):
    z = lambda t: (t ** 2 + 1) ** 2
    h = 0.5
    return (z(x + h) - z(x - h)) / (2 * h)
# --- by_hand: comma
def by_hand(x):
    u = x ** 2 + 1
    grad_u = 2 * u,
    grad_x = grad_u * 2 * x
    return grad_x
# --- by_hand: line_changed
def by_hand(x):
    u = x ** 2 + 1
    u = 2 * x
    grad_u = 2 * u
    grad_x = grad_u * u
    return grad_x
# --- doubled: half_recorded
def doubled(n):
    x = torch.tensor(1., requires_grad=True)
    y = x.clone()
    for _ in range(n):
        y.data *= 2
    y.backward()
    return x.grad
# --- doubled: gradient_doubled
def doubled(n):
    x = torch.tensor(1., requires_grad=True)
    y = x * 2
    y.backward()
    g = x.grad
    for _ in range(n):
        g = g * 2
    return g
# --- doubled: no_loop
def doubled(n):
    x = torch.tensor(1., requires_grad=True)
    y = x * 1
    for _ in range(n):
        z = y * 2
    y.backward()
    return x.grad
# --- doubled: other_formula
def doubled(n):
    x = torch.tensor(1., requires_grad=True)
    y = (2 * x) ** n
    y.backward()
    return x.grad
# --- doubled: backward_too_early
def doubled(n):
    x = torch.tensor(1., requires_grad=True)
    y = x * 1
    y.backward()
    for _ in range(n):
        y = y * 2
    return x.grad
# --- doubled: only_once
def doubled(n):
    x = torch.tensor(float(n), requires_grad=True)
    y = x * 2
    y.backward()
    return x.grad
