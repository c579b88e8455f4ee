# --- passes: most
passes = [1000, 300, 40, 16]
# --- passes: rows_only
passes = [1, 300, 30, 16]
# --- passes: columns_only
passes = [1000, 2, 40, 16]
# --- passes: swapped
passes = [1000, 300, 30, 16]
# --- passes: places
passes = [1000, 600, 1200, 16]
# --- passes: always_one
passes = [1, 1, 1, 16]
# --- passes: sum
passes = [1001, 302, 70, 16]
# --- passes: hessian_row
passes = [1, 2, 30, 4]
# --- passes: hessian_twice
passes = [1, 2, 30, 8]
# --- passes: hessian_halved
passes = [1, 2, 30, 10]
# --- passes: count
passes = [1, 2, 30]

# --- column: whole_table
def column(f, v, j):
    return torch.func.jacfwd(f)(torch.tensor(v))[:, j]
# --- column: many_calls
def column(f, v, j):
    x = torch.tensor(v)
    columns = []
    for direction in torch.eye(3):
        columns.append(torch.func.jvp(f, (x,), (direction,))[1])
    return columns[j]
# --- column: not_a_tuple
def column(f, v, j):
    x = torch.tensor(v)
    return torch.func.jvp(f, x, torch.eye(3)[j])[1]
# --- column: both_returned
def column(f, v, j):
    x = torch.tensor(v)
    return torch.func.jvp(f, (x,), (torch.eye(3)[j],))
# --- column: value
def column(f, v, j):
    x = torch.tensor(v)
    return torch.func.jvp(f, (x,), (torch.eye(3)[j],))[0]
# --- column: row
def column(f, v, j):
    y, ask = torch.func.vjp(f, torch.tensor(v))
    return ask(torch.eye(len(y))[j])[0]
# --- column: all_ones
def column(f, v, j):
    x = torch.tensor(v)
    y, rate = torch.func.jvp(f, (x,), (torch.ones(3),))
    return rate
# --- column: toward_x
def column(f, v, j):
    x = torch.tensor(v)
    y, rate = torch.func.jvp(f, (x,), (x,))
    return rate
# --- column: always_first
def column(f, v, j):
    x = torch.tensor(v)
    direction = torch.tensor([1., 0., 0.])
    return torch.func.jvp(f, (x,), (direction,))[1]
# --- column: one_before
def column(f, v, j):
    x = torch.tensor(v)
    return torch.func.jvp(f, (x,), (torch.eye(3)[j - 1],))[1]
# --- column: next_column
def column(f, v, j):
    x = torch.tensor(v)
    return torch.func.jvp(f, (x,), (torch.eye(3)[(j + 1) % 3],))[1]
# --- column: scaled
def column(f, v, j):
    x = torch.tensor(v)
    direction = torch.zeros(3)
    direction[j] = x[j]
    return torch.func.jvp(f, (x,), (direction,))[1]
# --- column: nothing_moves
def column(f, v, j):
    x = torch.tensor(v)
    return torch.func.jvp(f, (x,), (torch.zeros(3),))[1]
# --- column: whole_numbers
from torch.func import jvp
def column(f, v, j):
    x = torch.tensor(v)
    direction = torch.tensor(j)
    return jvp(f, (x,), (direction,))[1]

# --- bent: branches
def bent(xs):
    def one(x):
        return x ** 2 if x > 0 else -x
    return torch.func.vmap(torch.func.grad(one))(torch.tensor(xs))
# --- bent: item
def bent(xs):
    def one(x):
        if x.item() > 0:
            return x ** 2
        return -x
    return torch.func.vmap(torch.func.grad(one))(torch.tensor(xs))
# --- bent: batch_given
def bent(xs):
    def one(x):
        return torch.where(x > 0, x ** 2, -x)
    return torch.func.grad(one)(torch.tensor(xs))
# --- bent: no_vmap
def bent(xs):
    def one(x):
        if x > 0:
            return x ** 2
        return -x
    return torch.stack([torch.func.grad(one)(x) for x in torch.tensor(xs)])
# --- bent: no_grad_call
def bent(xs):
    def one(x):
        return torch.where(x > 0, 2 * x, -1.)
    return torch.func.vmap(one)(torch.tensor(xs))
# --- bent: sides_swapped
def bent(xs):
    def one(x):
        return torch.where(x > 0, -x, x ** 2)
    return torch.func.vmap(torch.func.grad(one))(torch.tensor(xs))
# --- bent: only_square
def bent(xs):
    def one(x):
        return x ** 2
    return torch.func.vmap(torch.func.grad(one))(torch.tensor(xs))
# --- bent: only_minus
def bent(xs):
    def one(x):
        return -x
    return torch.func.vmap(torch.func.grad(one))(torch.tensor(xs))
# --- bent: sign_kept
def bent(xs):
    def one(x):
        return torch.where(x > 0, x ** 2, x)
    return torch.func.vmap(torch.func.grad(one))(torch.tensor(xs))
# --- bent: constant_side
def bent(xs):
    def one(x):
        return torch.where(x > 0, x ** 2, -1.)
    return torch.func.vmap(torch.func.grad(one))(torch.tensor(xs))
# --- bent: slopes_inside
def bent(xs):
    def one(x):
        return torch.where(x > 0, 2 * x, torch.tensor(-1.))
    return torch.func.vmap(torch.func.grad(one))(torch.tensor(xs))
# --- bent: summed
def bent(xs):
    def one(x):
        return torch.where(x > 0, x ** 2, -x)
    return torch.func.vmap(torch.func.grad(one))(torch.tensor(xs)).sum()
# --- bent: not_tensors
from torch.func import grad, vmap
def bent(xs):
    def one(x):
        return torch.where(xs[0] > 0, x ** 2, -x)

    return vmap(grad(one))(torch.tensor(xs))

# --- newton: solve_swapped
def newton(f, v):
    x = torch.tensor(v)
    g, H = torch.func.grad(f)(x), torch.func.hessian(f)(x)
    return x - torch.linalg.solve(g, H)
# --- newton: function_given
def newton(f, v):
    x = torch.tensor(v)
    return x - torch.linalg.solve(torch.func.hessian(f), torch.func.grad(f))
# --- newton: uphill
def newton(f, v):
    x = torch.tensor(v)
    g, H = torch.func.grad(f)(x), torch.func.hessian(f)(x)
    return x + torch.linalg.solve(H, g)
# --- newton: step_only
def newton(f, v):
    x = torch.tensor(v)
    g, H = torch.func.grad(f)(x), torch.func.hessian(f)(x)
    return torch.linalg.solve(H, g)
# --- newton: gradient_step
def newton(f, v):
    x = torch.tensor(v)
    return x - torch.func.grad(f)(x)
# --- newton: times_hessian
def newton(f, v):
    x = torch.tensor(v)
    g, H = torch.func.grad(f)(x), torch.func.hessian(f)(x)
    return x - H @ g
# --- newton: diagonal_only
def newton(f, v):
    x = torch.tensor(v)
    g, H = torch.func.grad(f)(x), torch.func.hessian(f)(x)
    return x - g / H.diagonal()
# --- newton: divided
def newton(f, v):
    x = torch.tensor(v)
    g, H = torch.func.grad(f)(x), torch.func.hessian(f)(x)
    return x - g / H
# --- newton: gradient
def newton(f, v):
    x = torch.tensor(v)
    return torch.func.grad(f)(x)
# --- newton: hessian
def newton(f, v):
    x = torch.tensor(v)
    return torch.func.hessian(f)(x)
# --- newton: not_kept
def newton(f, v):
    x = torch.tensor(v)
    g, H = torch.func.grad(f)(x), torch.func.hessian(f)(x)
    x - torch.linalg.solve(H, g)
    return x
# --- newton: point_solved
def newton(f, v):
    x = torch.tensor(v)
    return x - torch.linalg.solve(torch.func.hessian(f)(x), x)
# --- newton: not_moved
def newton(f, v):
    x = torch.tensor(v)
    step = torch.linalg.solve(torch.func.hessian(f)(x), torch.func.grad(f)(x))
    new = x - step
    return x
# --- newton: plain_list
from torch.func import grad, hessian
def newton(f, v):
    x = torch.tensor(v)
    d = torch.linalg.solve(hessian(f)(x), grad(f)(x))
    return v - d.tolist()
# --- column: all_ones
def column(f, v, j):
    x = torch.tensor(v)
    direction = torch.ones_like(x)
    return torch.func.jvp(f, (x,), (direction,))[1][j]
