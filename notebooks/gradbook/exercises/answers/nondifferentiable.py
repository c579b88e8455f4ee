# --- chosen: clamp_off
chosen = [0, 0, 0.5, 1, 0.5, 1]
# --- chosen: clamp_half
chosen = [0, 0.5, 0.5, 1, 0.5, 1]
# --- chosen: maximum_off
chosen = [0, 1, 0, 1, 0.5, 1]
# --- chosen: maximum_on
chosen = [0, 1, 1, 1, 0.5, 1]
# --- chosen: stairs
chosen = [0, 1, 0.5, 0, 0.5, 1]
# --- chosen: all_shared
chosen = [0, 1, 0.5, 1, 0.5, 0.5]
# --- chosen: none_shared
chosen = [0, 1, 0.5, 1, 1, 1]
# --- chosen: swapped
chosen = [0, 1, 0.5, 1, 1, 0.5]
# --- chosen: last_chosen
chosen = [0, 1, 0.5, 1, 0.5, 0]
# --- chosen: right_slope
chosen = [1, 1, 0.5, 1, 0.5, 1]
# --- chosen: like_relu
chosen = [0, 0, 0, 0, 0.5, 1]
# --- chosen: stairs
chosen = [0, 1, 0.5, 0, 0.5, 0.5]
# --- chosen: clamp_off
chosen = [0, 0, 0.5, 0, 0.5, 1]
# --- chosen: count
chosen = [0, 1, 0.5, 1]

# --- floored: stairs
def floored(v):
    x = torch.tensor(v, requires_grad=True)
    q = x.floor()
    loss = (q - 5) ** 2
    loss.backward()
    return x.grad
# --- floored: stairs
def floored(v):
    x = torch.tensor(v, requires_grad=True)
    q = x.detach() + (x.floor() - x.detach())
    loss = (q - 5) ** 2
    loss.backward()
    return x.grad
# --- floored: stairs
def floored(v):
    x = torch.tensor(v, requires_grad=True)
    q = x + (x.floor() - x)
    loss = (q - 5) ** 2
    loss.backward()
    return x.grad
# --- floored: all_detached
def floored(v):
    x = torch.tensor(v, requires_grad=True)
    q = x.floor().detach()
    loss = (q - 5) ** 2
    loss.backward()
    return x.grad
# --- floored: line_value
def floored(v):
    x = torch.tensor(v, requires_grad=True)
    q = x
    loss = (q - 5) ** 2
    loss.backward()
    return x.grad
# --- floored: doubled_value
def floored(v):
    x = torch.tensor(v, requires_grad=True)
    q = x + x.floor().detach()
    loss = (q - 5) ** 2
    loss.backward()
    return x.grad
# --- floored: rounded
def floored(v):
    x = torch.tensor(v, requires_grad=True)
    q = x + (x.round() - x).detach()
    loss = (q - 5) ** 2
    loss.backward()
    return x.grad
# --- floored: toward_zero
def floored(v):
    x = torch.tensor(v, requires_grad=True)
    q = x + (x.trunc() - x).detach()
    loss = (q - 5) ** 2
    loss.backward()
    return x.grad
# --- floored: raised
def floored(v):
    x = torch.tensor(v, requires_grad=True)
    q = x + (x.ceil() - x).detach()
    loss = (q - 5) ** 2
    loss.backward()
    return x.grad
# --- floored: subtracted
def floored(v):
    x = torch.tensor(v, requires_grad=True)
    q = x + (x - x.floor()).detach()
    loss = (q - 5) ** 2
    loss.backward()
    return x.grad
# --- floored: minus_line
def floored(v):
    x = torch.tensor(v, requires_grad=True)
    q = (x.floor() + x).detach() - x
    loss = (q - 5) ** 2
    loss.backward()
    return x.grad
# --- floored: loss_lost
def floored(v):
    x = torch.tensor(v, requires_grad=True)
    q = x + (x.floor() - x).detach()
    loss = q - 5
    loss.backward()
    return x.grad
# --- floored: right
def floored(v):
    x = torch.tensor(v, requires_grad=True)
    q = x - (x - x.floor()).detach()
    loss = (q - 5) ** 2
    loss.backward()
    return x.grad

# --- logged: still
def logged(v):
    x = torch.tensor(v, requires_grad=True)
    y = torch.where(x > 1, x.log(), x - 1)
    y.sum().backward()
    return x.grad
# --- logged: value_patched
def logged(v):
    x = torch.tensor(v, requires_grad=True)
    y = torch.where(x > 1, x.log().nan_to_num(), x - 1)
    y.sum().backward()
    return x.grad
# --- logged: hidden
def logged(v):
    x = torch.tensor(v, requires_grad=True)
    y = torch.where(x > 1, x.log(), x - 1)
    y.sum().backward()
    return x.grad.nan_to_num()
# --- logged: hidden
def logged(v):
    x = torch.tensor(v, requires_grad=True)
    y = torch.where(x > 1, x.log(), x - 1)
    y.sum().backward()
    return torch.where(x.grad.isnan(), 1., x.grad)
# --- logged: if_used
def logged(v):
    x = torch.tensor(v, requires_grad=True)
    if x > 1:
        y = x.log()
    else:
        y = x - 1
    y.sum().backward()
    return x.grad
# --- logged: moved
def logged(v):
    x = torch.tensor(v, requires_grad=True)
    y = torch.where(x > 1, (x + 1e-6).log(), x - 1)
    y.sum().backward()
    return x.grad
# --- logged: moved
def logged(v):
    x = torch.tensor(v, requires_grad=True)
    y = torch.where(x > 1, x.log1p(), x - 1)
    y.sum().backward()
    return x.grad
# --- logged: half_safe
def logged(v):
    x = torch.tensor(v, requires_grad=True)
    y = torch.where(x > 1, x.clamp(min=0).log(), x - 1)
    y.sum().backward()
    return x.grad
# --- logged: masked
def logged(v):
    x = torch.tensor(v, requires_grad=True)
    y = (x > 1) * x.log() + (x <= 1) * (x - 1)
    y.sum().backward()
    return x.grad
# --- logged: clipped
def logged(v):
    x = torch.tensor(v, requires_grad=True)
    y = x.clamp(min=1.000001).log()
    y.sum().backward()
    return x.grad
# --- logged: chosen_inside
def logged(v):
    x = torch.tensor(v, requires_grad=True)
    safe = torch.where(x > 1, x, 1.)
    y = torch.where(x > 1, safe.log(), safe - 1)
    y.sum().backward()
    return x.grad
# --- logged: absolute
def logged(v):
    x = torch.tensor(v, requires_grad=True)
    y = torch.where(x > 1, x.abs().log(), x - 1)
    y.sum().backward()
    return x.grad
# --- logged: inverted
def logged(v):
    x = torch.tensor(v, requires_grad=True)
    safe = torch.where(x > 1, 1., x)
    y = torch.where(x > 1, safe.log(), x - 1)
    y.sum().backward()
    return x.grad
# --- logged: always_line
def logged(v):
    x = torch.tensor(v, requires_grad=True)
    y = torch.where(x > 100, torch.zeros_like(x), x - 1)
    y.sum().backward()
    return x.grad
# --- logged: right
def logged(v):
    x = torch.tensor(v, requires_grad=True)
    safe = torch.where(x > 1, x, 0.)
    y = torch.where(x > 1, safe.log(), x - 1)
    y.sum().backward()
    return x.grad
# --- logged: right
def logged(v):
    x = torch.tensor(v, requires_grad=True)
    y = torch.where(x > 1, x.clamp(min=0.5).log(), x - 1)
    y.sum().backward()
    return x.grad
# --- logged: right
def logged(v):
    x = torch.tensor(v, requires_grad=True)
    y = x[x > 1].log().sum() + (x[x <= 1] - 1).sum()
    y.backward()
    return x.grad

# --- entropy: ready_made
def entropy(x, k):
    return x.logsumexp(0) - x[k]
# --- entropy: through_softmax
def entropy(x, k):
    return -x.softmax(dim=0)[k].log()
# --- entropy: overflow
def entropy(x, k):
    return x.exp().sum().log() - x[k]
# --- entropy: cut
def entropy(x, k):
    return -(x.softmax(dim=0)[k] + 1e-8).log()
# --- entropy: number_returned
def entropy(x, k):
    m = x.max()
    return (m + (x - m).exp().sum().log() - x[k]).item()
# --- entropy: backward_called
def entropy(x, k):
    m = x.max()
    loss = m + (x - m).exp().sum().log() - x[k]
    loss.backward()
    return loss
# --- entropy: max_pair
def entropy(x, k):
    m = x.max(dim=0)
    return m + (x - m).exp().sum().log() - x[k]
# --- entropy: copied
def entropy(x, k):
    x = torch.tensor(x, requires_grad=True)
    m = x.max()
    return m + (x - m).exp().sum().log() - x[k]
# --- entropy: log_of_each
def entropy(x, k):
    p = (x - x.max()).exp()
    return -(p / p.sum()).log()[k]
# --- entropy: number_taken
def entropy(x, k):
    m = x.max()
    return m + (x - m).exp().sum().log() - k
# --- entropy: taken_twice
def entropy(x, k):
    m = x.max().detach()
    return (x - m).exp().sum().log() - x[k] - m
# --- entropy: not_added_back
def entropy(x, k):
    m = x.max().detach()
    return (x - m).exp().sum().log() - x[k]
# --- entropy: answer_left_out
def entropy(x, k):
    m = x.max()
    return m + (x - m).exp().sum().log()
# --- entropy: answer_added
def entropy(x, k):
    m = x.max()
    return m + (x - m).exp().sum().log() + x[k]
# --- entropy: sign
def entropy(x, k):
    m = x.max()
    return x[k] - m - (x - m).exp().sum().log()
# --- entropy: detached
def entropy(x, k):
    x = x.detach()
    m = x.max()
    return m + (x - m).exp().sum().log() - x[k]
# --- entropy: first_answer
def entropy(x, k):
    m = x.max()
    return m + (x - m).exp().sum().log() - x[0]
# --- entropy: averaged
def entropy(x, k):
    m = x.max()
    return m + (x - m).exp().mean().log() - x[k]
# --- entropy: right
def entropy(x, k):
    m = x.max()
    return m + (x - m).exp().sum().log() - x[k]
# --- entropy: right
def entropy(x, k):
    shifted = x - x.max()
    return shifted.exp().sum().log() - shifted[k]
# --- entropy: not_added_back
def entropy(x, k):
    m = x.max()
    return (x - m).exp().sum().log() - x[k]
# --- entropy: no_log
def entropy(x, k):
    m = x.max()
    return m + (x - m).exp().sum() - x[k]
