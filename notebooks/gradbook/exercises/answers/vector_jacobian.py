# --- weighted: ones
answer = [6, 15]
# --- weighted: plus_three
answer = [13, 21]
# --- weighted: square_kept
answer = [7, 30]
# --- weighted: square_not_doubled
answer = [7, 10]
# --- weighted: third_in_both
answer = [17, 15]
# --- weighted: partners_swapped
answer = [5, 17]
# --- weighted: third_dropped
answer = [7, 5]
# --- weighted: second_dropped
answer = [10, 18]
# --- weighted: first_only
answer = [10, 8]
# --- weighted: first_row
answer = [5, 4]
# --- weighted: count
answer = [40, -27, 25]
# --- weighted: count
answer = 38
# --- weighted: order
answer = [15, 7]
# --- weighted: count
answer = [7, 15, 1]
# --- weighted: sign
answer = [-7, -15]


# --- kept_mean: made_scalar
def kept_mean(v, kept):
    x = torch.tensor(v, requires_grad=True)
    y = x**3
    w = torch.tensor(kept)
    ((y * w).sum() / w.sum()).backward()
    return x.grad


# --- kept_mean: made_scalar
def kept_mean(v, kept):
    x = torch.tensor(v, requires_grad=True)
    y = x**3
    y[torch.tensor(kept) == 1].mean().backward()
    return x.grad


# --- kept_mean: list_given
def kept_mean(v, kept):
    x = torch.tensor(v, requires_grad=True)
    y = x**3
    y.backward(gradient=kept)
    return x.grad


# --- kept_mean: list_divided
def kept_mean(v, kept):
    x = torch.tensor(v, requires_grad=True)
    y = x**3
    weights = kept / sum(kept)
    y.backward(gradient=weights)
    return x.grad


# --- kept_mean: list_divided
def kept_mean(v, kept):
    x = torch.tensor(v, requires_grad=True)
    y = x**3
    weights = kept / kept.sum()
    y.backward(gradient=weights)
    return x.grad


# --- kept_mean: no_weights
def kept_mean(v, kept):
    x = torch.tensor(v, requires_grad=True)
    y = x**3
    weights = torch.tensor(kept) / sum(kept)
    y.backward()
    return x.grad


# --- kept_mean: one_number
def kept_mean(v, kept):
    x = torch.tensor(v, requires_grad=True)
    y = x**3
    y.backward(gradient=torch.tensor(1 / sum(kept)))
    return x.grad


# --- kept_mean: sum_of_kept
def kept_mean(v, kept):
    x = torch.tensor(v, requires_grad=True)
    y = x**3
    y.backward(gradient=torch.tensor(kept))
    return x.grad


# --- kept_mean: divided_by_all
def kept_mean(v, kept):
    x = torch.tensor(v, requires_grad=True)
    y = x**3
    y.backward(gradient=torch.tensor(kept) / len(kept))
    return x.grad


# --- kept_mean: nothing_left_out
def kept_mean(v, kept):
    x = torch.tensor(v, requires_grad=True)
    y = x**3
    y.backward(gradient=torch.ones_like(y))
    return x.grad


# --- kept_mean: mean_of_all
def kept_mean(v, kept):
    x = torch.tensor(v, requires_grad=True)
    y = x**3
    y.backward(gradient=torch.ones_like(y) / len(v))
    return x.grad


# --- kept_mean: left_out_asked
def kept_mean(v, kept):
    x = torch.tensor(v, requires_grad=True)
    y = x**3
    w = 1 - torch.tensor(kept)
    y.backward(gradient=w / w.sum())
    return x.grad


# --- kept_mean: square
def kept_mean(v, kept):
    x = torch.tensor(v, requires_grad=True)
    y = x**2
    w = torch.tensor(kept)
    y.backward(gradient=w / w.sum())
    return x.grad


# --- kept_mean: values_as_weights
def kept_mean(v, kept):
    x = torch.tensor(v, requires_grad=True)
    y = x**3
    w = torch.tensor(kept)
    y.backward(gradient=w * x.detach() / w.sum())
    return x.grad


# --- kept_mean: weights_returned
def kept_mean(v, kept):
    x = torch.tensor(v, requires_grad=True)
    y = x**3
    w = torch.tensor(kept)
    w = w / w.sum()
    y.backward(gradient=w)
    return w


# --- kept_mean: no_backward
def kept_mean(v, kept):
    x = torch.tensor(v, requires_grad=True)
    y = x**3
    w = torch.tensor(kept)
    w = w / w.sum()
    return x.grad


# --- kept_mean: by_hand
def kept_mean(v, kept):
    x, w = torch.tensor(v), torch.tensor(kept)
    return 3 * x**2 * w / w.sum()
# --- kept_mean: nothing_left_out
def kept_mean(v, kept):
    x = torch.tensor(v, requires_grad=True)
    y = x ** 3
    weights = torch.ones_like(y) / sum(kept)
    y.backward(gradient=weights)
    return x.grad
# --- kept_mean: weighted_after
def kept_mean(v, kept):
    x = torch.tensor(v, requires_grad=True)
    y = x ** 3
    y.backward(gradient=torch.ones_like(y))
    return x.grad * torch.tensor(kept) / sum(kept)


# --- first_share: still_ones
def first_share(v):
    x = torch.tensor(v, requires_grad=True)
    y = x / x.sum()
    y.backward(torch.ones_like(y))
    return x.grad


# --- first_share: still_ones
def first_share(v):
    x = torch.tensor(v, requires_grad=True)
    y = x / x.sum()
    y.sum().backward()
    return x.grad


# --- first_share: two_only
def first_share(v):
    x = torch.tensor(v, requires_grad=True)
    y = x / x.sum()
    y.backward(torch.tensor([1.0, 0.0]))
    return x.grad


# --- first_share: list_given
def first_share(v):
    x = torch.tensor(v, requires_grad=True)
    y = x / x.sum()
    y.backward([1.0] + [0.0] * (len(v) - 1))
    return x.grad


# --- first_share: number_given
def first_share(v):
    x = torch.tensor(v, requires_grad=True)
    y = x / x.sum()
    y.backward(1.0)
    return x.grad


# --- first_share: no_weights
def first_share(v):
    x = torch.tensor(v, requires_grad=True)
    y = x / x.sum()
    y.backward()
    return x.grad


# --- first_share: last_share
def first_share(v):
    x = torch.tensor(v, requires_grad=True)
    y = x / x.sum()
    y[-1].backward()
    return x.grad


# --- first_share: second_share
def first_share(v):
    x = torch.tensor(v, requires_grad=True)
    y = x / x.sum()
    w = torch.zeros_like(y)
    w[1] = 1.0
    y.backward(w)
    return x.grad


# --- first_share: others_asked
def first_share(v):
    x = torch.tensor(v, requires_grad=True)
    y = x / x.sum()
    w = torch.ones_like(y)
    w[0] = 0.0
    y.backward(w)
    return x.grad


# --- first_share: one_component
def first_share(v):
    x = torch.tensor(v, requires_grad=True)
    y = x / x.sum()
    w = torch.zeros_like(y)
    w[0] = 1.0
    y.backward(w)
    return x.grad[0]


# --- first_share: own_only
def first_share(v):
    found = []
    for i in range(len(v)):
        x = torch.tensor(v, requires_grad=True)
        (x / x.sum())[i].backward()
        found.append(x.grad[i].item())
    return found


# --- first_share: weights_by_money
def first_share(v):
    x = torch.tensor(v, requires_grad=True)
    y = x / x.sum()
    y.backward(x.detach())
    return x.grad


# --- first_share: sum_dropped
def first_share(v):
    x = torch.tensor(v, requires_grad=True)
    x[0].backward()
    return x.grad


# --- first_share: sum_cut
def first_share(v):
    x = torch.tensor(v, requires_grad=True)
    y = x / sum(v)
    y[0].backward()
    return x.grad


# --- first_share: value_for_gradient
def first_share(v):
    x = torch.tensor(v, requires_grad=True)
    y = x / x.sum()
    w = torch.zeros_like(y)
    w[0] = 1.0
    y.backward(w)
    return y
# --- first_share: no_sum
def first_share(v):
    x = torch.tensor(v, requires_grad=True)
    y = x / x.mean()
    y[0].backward()
    return x.grad


# --- jacobian: not_batched
def jacobian(f, v):
    x = torch.tensor(v, requires_grad=True)
    y = f(x)
    return torch.autograd.grad(y, x, torch.eye(len(y)))[0]


# --- jacobian: wrong_size
def jacobian(f, v):
    x = torch.tensor(v, requires_grad=True)
    y = f(x)
    return torch.autograd.grad(y, x, torch.eye(3), is_grads_batched=True)[0]


# --- jacobian: wrong_size
def jacobian(f, v):
    x = torch.tensor(v, requires_grad=True)
    y = f(x)
    return torch.autograd.grad(y, x, torch.eye(len(v)), is_grads_batched=True)[0]


# --- jacobian: wrong_size
def jacobian(f, v):
    rows = []
    for i in range(3):
        x = torch.tensor(v, requires_grad=True)
        f(x)[i].backward()
        rows.append(x.grad)
    return torch.stack(rows)


# --- jacobian: no_weights
def jacobian(f, v):
    x = torch.tensor(v, requires_grad=True)
    f(x).backward()
    return x.grad


# --- jacobian: second_time
def jacobian(f, v):
    x = torch.tensor(v, requires_grad=True)
    y = f(x)
    rows = []
    for i in range(len(y)):
        rows.append(torch.autograd.grad(y[i], x)[0])
    return torch.stack(rows)


# --- jacobian: list_returned
def jacobian(f, v):
    x = torch.tensor(v, requires_grad=True)
    rows = []
    for i in range(len(f(x))):
        x.grad = None
        f(x)[i].backward()
        rows.append(x.grad)
    return rows


# --- jacobian: tuple_returned
def jacobian(f, v):
    x = torch.tensor(v, requires_grad=True)
    y = f(x)
    return torch.autograd.grad(y, x, torch.eye(len(y)), is_grads_batched=True)


# --- jacobian: ones
def jacobian(f, v):
    x = torch.tensor(v, requires_grad=True)
    y = f(x)
    y.backward(torch.ones_like(y))
    return x.grad


# --- jacobian: accumulated_rows
def jacobian(f, v):
    x = torch.tensor(v, requires_grad=True)
    rows = []
    for i in range(len(f(x))):
        f(x)[i].backward()
        rows.append(x.grad.clone())
    return torch.stack(rows)


# --- jacobian: same_object
def jacobian(f, v):
    x = torch.tensor(v, requires_grad=True)
    rows = []
    for i in range(len(f(x))):
        f(x)[i].backward()
        rows.append(x.grad)
    return torch.stack(rows)


# --- jacobian: last_row
def jacobian(f, v):
    x = torch.tensor(v, requires_grad=True)
    rows = []
    for i in range(len(f(x))):
        if x.grad is not None:
            x.grad.zero_()
        f(x)[i].backward()
        rows.append(x.grad)
    return torch.stack(rows)


# --- jacobian: transposed
def jacobian(f, v):
    x = torch.tensor(v, requires_grad=True)
    y = f(x)
    return torch.autograd.grad(y, x, torch.eye(len(y)), is_grads_batched=True)[0].T


# --- jacobian: flat
def jacobian(f, v):
    x = torch.tensor(v, requires_grad=True)
    y = f(x)
    return torch.autograd.grad(y, x, torch.eye(len(y)), is_grads_batched=True)[0].flatten()


# --- jacobian: first_row_only
def jacobian(f, v):
    x = torch.tensor(v, requires_grad=True)
    f(x)[0].backward()
    return x.grad


# --- jacobian: last_row_only
def jacobian(f, v):
    x = torch.tensor(v, requires_grad=True)
    for i in range(len(f(x))):
        x.grad = None
        f(x)[i].backward()
    return x.grad


# --- jacobian: row_missing
def jacobian(f, v):
    rows = []
    for i in range(len(f(torch.tensor(v))) - 1):
        x = torch.tensor(v, requires_grad=True)
        f(x)[i].backward()
        rows.append(x.grad)
    return torch.stack(rows)


# --- jacobian: rows_added
def jacobian(f, v):
    x = torch.tensor(v, requires_grad=True)
    y = f(x)
    return torch.autograd.grad(y, x, torch.eye(len(y)), is_grads_batched=True)[0].sum(1)


# --- jacobian: return_in_loop
def jacobian(f, v):
    rows = []
    for i in range(len(f(torch.tensor(v)))):
        x = torch.tensor(v, requires_grad=True)
        f(x)[i].backward()
        rows.append(x.grad)
        return torch.stack(rows)
# --- jacobian: tensor_of_tensors
def jacobian(f, v):
    x = torch.tensor(v, requires_grad=True)
    y = f(x)
    rows = []
    for i in range(len(y)):
        g, = torch.autograd.grad(y[i], x, retain_graph=True)
        rows.append(g)
    return torch.tensor(rows)
# --- jacobian: tuple_for_tensor
def jacobian(f, v):
    x = torch.tensor(v, requires_grad=True)
    y = f(x)
    return torch.stack([torch.autograd.grad(each, x, retain_graph=True) for each in y])
# --- jacobian: number_for_tensor
def jacobian(f, v):
    x = torch.tensor(v, requires_grad=True)
    y = f(v)
    return torch.stack([torch.autograd.grad(each, x, retain_graph=True)[0] for each in y])
