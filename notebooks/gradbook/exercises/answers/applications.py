# --- recorded: always
recorded = [True, True, True, True, True]
# --- recorded: never
recorded = [False, False, False, False, False]
# --- recorded: sign_recorded
recorded = [True, True, True, True, False]
# --- recorded: sample_recorded
recorded = [False, True, True, True, True]
# --- recorded: product_plain
recorded = [False, False, True, True, False]
# --- recorded: step_plain
recorded = [False, True, False, True, False]
# --- recorded: slope_plain
recorded = [False, True, True, False, False]
# --- recorded: first_only
recorded = [False, True, False, False, False]
# --- recorded: inverted
recorded = [True, False, False, False, True]
# --- recorded: count
recorded = [2, 3, 4]

# --- fooled: not_sign
def fooled(x, w, size):
    x = x.clone().requires_grad_()
    loss = ((w * x).sum() - 1) ** 2
    loss.backward()
    return x.detach() + size * x.grad
# --- fooled: downhill
def fooled(x, w, size):
    x = x.clone().requires_grad_()
    loss = ((w * x).sum() - 1) ** 2
    loss.backward()
    return x.detach() - size * x.grad.sign()
# --- fooled: weight_sign
def fooled(x, w, size):
    x = x.clone().requires_grad_()
    loss = ((w * x).sum() - 1) ** 2
    loss.backward()
    return x.detach() + size * w.sign()
# --- fooled: weight_sign
def fooled(x, w, size):
    x = x.clone().requires_grad_()
    (w * x).sum().backward()
    return x.detach() + size * x.grad.sign()
# --- fooled: score_moved
def fooled(x, w, size):
    x = x.clone().requires_grad_()
    (w * x).sum().backward()
    return x.detach() + size * x.grad
# --- fooled: change_only
def fooled(x, w, size):
    x = x.clone().requires_grad_()
    loss = ((w * x).sum() - 1) ** 2
    loss.backward()
    return size * x.grad.sign()
# --- fooled: sign_only
def fooled(x, w, size):
    x = x.clone().requires_grad_()
    loss = ((w * x).sum() - 1) ** 2
    loss.backward()
    return x.grad.sign()
# --- fooled: gradient_returned
def fooled(x, w, size):
    x = x.clone().requires_grad_()
    loss = ((w * x).sum() - 1) ** 2
    loss.backward()
    return x.grad
# --- fooled: no_size
def fooled(x, w, size):
    x = x.clone().requires_grad_()
    loss = ((w * x).sum() - 1) ** 2
    g = torch.autograd.grad(loss, x)[0]
    return x.detach() + g.sign()
# --- fooled: unmoved
def fooled(x, w, size):
    x = x.clone().requires_grad_()
    loss = ((w * x).sum() - 1) ** 2
    loss.backward()
    return x.detach()
# --- fooled: recorded
def fooled(x, w, size):
    x = x.clone().requires_grad_()
    loss = ((w * x).sum() - 1) ** 2
    loss.backward()
    return x + size * x.grad.sign()
# --- fooled: leaf_changed
def fooled(x, w, size):
    x = x.clone().requires_grad_()
    loss = ((w * x).sum() - 1) ** 2
    loss.backward()
    x += size * x.grad.sign()
    return x
# --- fooled: by_hand
def fooled(x, w, size):
    return x + size * (2 * ((w * x).sum() - 1) * w).sign()
# --- fooled: right
def fooled(x, w, size):
    x = x.clone().requires_grad_()
    loss = ((w * x).sum() - 1) ** 2
    g, = torch.autograd.grad(loss, x)
    with torch.no_grad():
        return x + size * torch.sign(g)
# --- fooled: recorded
def fooled(x, w, size):
    x = x.clone().requires_grad_()
    loss = ((w * x).sum() - 1) ** 2
    loss.backward()
    return x + size * x.grad.sign()
# --- fooled: clipped
def fooled(x, w, size):
    x = x.clone().requires_grad_()
    loss = ((w * x).sum() - 1) ** 2
    loss.backward()
    return (x + size * x.grad.sign()).clamp(0, 1).detach()
# --- fooled: unit_length
def fooled(x, w, size):
    x = x.clone().requires_grad_()
    loss = ((w * x).sum() - 1) ** 2
    loss.backward()
    return x.detach() + size * x.grad / x.grad.norm()
# --- fooled: input_sign
def fooled(x, w, size):
    x = x.clone().requires_grad_()
    loss = ((w * x).sum() - 1) ** 2
    loss.backward()
    return x.detach() + size * x.sign()
# --- fooled: loss_sign
def fooled(x, w, size):
    x = x.clone().requires_grad_()
    loss = ((w * x).sum() - 1) ** 2
    loss.backward()
    return x.detach() + size * loss.sign()

# --- start: steps_constant
def start(v):
    first = torch.tensor(v, requires_grad=True)
    w = first
    for step in range(2):
        loss = (w - 1) ** 2
        g, = torch.autograd.grad(loss, w)
        w = w - 0.125 * g
    return torch.autograd.grad((w - 2) ** 2, first)[0]
# --- start: steps_constant
def start(v):
    first = torch.tensor(v, requires_grad=True)
    w = first
    for step in range(2):
        loss = (w - 1) ** 2
        g, = torch.autograd.grad(loss, w, retain_graph=True)
        w = w - 0.125 * g
    return torch.autograd.grad((w - 2) ** 2, first)[0]
# --- start: partly_cut
def start(v):
    first = torch.tensor(v, requires_grad=True)
    w = first
    for step in range(2):
        loss = (w - 1) ** 2
        g, = torch.autograd.grad(loss, w, create_graph=True)
        w = w - 0.125 * g.detach()
    return torch.autograd.grad((w - 2) ** 2, first)[0]
# --- start: one_recorded
def start(v):
    first = torch.tensor(v, requires_grad=True)
    w = first
    for step in range(2):
        loss = (w - 1) ** 2
        g, = torch.autograd.grad(loss, w, create_graph=step == 0)
        w = w - 0.125 * g
    return torch.autograd.grad((w - 2) ** 2, first)[0]
# --- start: one_step
def start(v):
    first = torch.tensor(v, requires_grad=True)
    loss = (first - 1) ** 2
    g, = torch.autograd.grad(loss, first, create_graph=True)
    w = first - 0.125 * g
    return torch.autograd.grad((w - 2) ** 2, first)[0]
# --- start: no_step
def start(v):
    first = torch.tensor(v, requires_grad=True)
    return torch.autograd.grad((first - 2) ** 2, first)[0]
# --- start: inner_loss
def start(v):
    first = torch.tensor(v, requires_grad=True)
    w = first
    for step in range(2):
        loss = (w - 1) ** 2
        g, = torch.autograd.grad(loss, w, create_graph=True)
        w = w - 0.125 * g
    return torch.autograd.grad((w - 1) ** 2, first)[0]
# --- start: path_only
def start(v):
    first = torch.tensor(v, requires_grad=True)
    w = first
    for step in range(2):
        loss = (w - 1) ** 2
        g, = torch.autograd.grad(loss, w, create_graph=True)
        w = w - 0.125 * g
    return torch.autograd.grad(w, first)[0]
# --- start: uphill
def start(v):
    first = torch.tensor(v, requires_grad=True)
    w = first
    for step in range(2):
        loss = (w - 1) ** 2
        g, = torch.autograd.grad(loss, w, create_graph=True)
        w = w + 0.125 * g
    return torch.autograd.grad((w - 2) ** 2, first)[0]
# --- start: value
def start(v):
    first = torch.tensor(v, requires_grad=True)
    w = first
    for step in range(2):
        loss = (w - 1) ** 2
        g, = torch.autograd.grad(loss, w, create_graph=True)
        w = w - 0.125 * g
    torch.autograd.grad((w - 2) ** 2, first, retain_graph=True)
    return (w - 2) ** 2
# --- start: place
def start(v):
    first = torch.tensor(v, requires_grad=True)
    w = first
    for step in range(2):
        loss = (w - 1) ** 2
        g, = torch.autograd.grad(loss, w, create_graph=True)
        w = w - 0.125 * g
    return w
# --- start: cut
def start(v):
    first = torch.tensor(v, requires_grad=True)
    w = first
    for step in range(2):
        loss = (w - 1) ** 2
        g, = torch.autograd.grad(loss, w, create_graph=True)
        w = (w - 0.125 * g).detach().requires_grad_()
    return torch.autograd.grad((w - 2) ** 2, first)[0]
# --- start: right
def start(v):
    first = torch.tensor(v, requires_grad=True)
    step = torch.func.grad(lambda w: (w - 1) ** 2)
    w = first - 0.125 * step(first)
    w = w - 0.125 * step(w)
    ((w - 2) ** 2).backward()
    return first.grad
# --- start: steps_constant
def start(v):
    first = torch.tensor(v, requires_grad=True)
    w = first
    for step in range(2):
        loss = (w - 1) ** 2
        g, = torch.autograd.grad(loss, w, retain_graph=True)
        w = w - 0.125 * g
    return torch.autograd.grad((w - 2) ** 2, first)[0]
# --- start: to_start
def start(v):
    first = torch.tensor(v, requires_grad=True)
    w = first
    for step in range(2):
        loss = (w - 1) ** 2
        g, = torch.autograd.grad(loss, first, create_graph=True)
        w = w - 0.125 * g
    return torch.autograd.grad((w - 2) ** 2, first)[0]
# --- start: last_place
def start(v):
    first = torch.tensor(v, requires_grad=True)
    w = first
    for step in range(2):
        loss = (w - 1) ** 2
        g, = torch.autograd.grad(loss, w, create_graph=True)
        w = w - 0.125 * g
    return torch.autograd.grad((w - 2) ** 2, w)[0]
# --- start: middle_grad
def start(v):
    first = torch.tensor(v, requires_grad=True)
    w = first
    for step in range(2):
        loss = (w - 1) ** 2
        loss.backward(create_graph=True)
        w = w - 0.125 * w.grad
    return torch.autograd.grad((w - 2) ** 2, first)[0]
# --- start: start_twice
def start(v):
    first = torch.tensor(v, requires_grad=True)
    w = first
    for step in range(2):
        loss = (first - 1) ** 2
        g, = torch.autograd.grad(loss, first, create_graph=True)
        w = w - 0.125 * g
    return torch.autograd.grad((w - 2) ** 2, first)[0]
# --- start: outer_loss
def start(v):
    first = torch.tensor(v, requires_grad=True)
    w = first
    for step in range(2):
        loss = (w - 2) ** 2
        g, = torch.autograd.grad(loss, w, create_graph=True)
        w = w - 0.125 * g
    return torch.autograd.grad((w - 2) ** 2, first)[0]
# --- start: in_place
def start(v):
    first = torch.tensor(v, requires_grad=True)
    w = first
    for step in range(2):
        loss = (w - 1) ** 2
        g, = torch.autograd.grad(loss, w, create_graph=True)
        w -= 0.125 * g
    return torch.autograd.grad((w - 2) ** 2, first)[0]
# --- start: unrecorded
def start(v):
    first = torch.tensor(v, requires_grad=True)
    w = first
    for step in range(2):
        with torch.no_grad():
            w = w - 0.125 * 2 * (w - 1)
    return torch.autograd.grad((w - 2) ** 2, first)[0]
# --- start: recorded_last
def start(v):
    first = torch.tensor(v, requires_grad=True)
    w = first
    for step in range(2):
        loss = (w - 1) ** 2
        g, = torch.autograd.grad(loss, w)
        w = w - 0.125 * g
    return torch.autograd.grad((w - 2) ** 2, first, create_graph=True)[0]

# --- policy: no_log
def policy(scores, pulled, got):
    theta = scores.clone().requires_grad_()
    chance = torch.softmax(theta, 0)[pulled]
    return torch.autograd.grad((chance * got).mean(), theta)[0]
# --- policy: downhill
def policy(scores, pulled, got):
    theta = scores.clone().requires_grad_()
    log_prob = torch.log_softmax(theta, 0)[pulled]
    return torch.autograd.grad(-(log_prob * got).mean(), theta)[0]
# --- policy: no_reward
def policy(scores, pulled, got):
    theta = scores.clone().requires_grad_()
    log_prob = torch.log_softmax(theta, 0)[pulled]
    return torch.autograd.grad(log_prob.mean(), theta)[0]
# --- policy: summed
def policy(scores, pulled, got):
    theta = scores.clone().requires_grad_()
    log_prob = torch.log_softmax(theta, 0)[pulled]
    return torch.autograd.grad((log_prob * got).sum(), theta)[0]
# --- policy: apart
def policy(scores, pulled, got):
    theta = scores.clone().requires_grad_()
    log_prob = torch.log_softmax(theta, 0)[pulled]
    return torch.autograd.grad(log_prob.mean() * got.mean(), theta)[0]
# --- policy: baseline
def policy(scores, pulled, got):
    theta = scores.clone().requires_grad_()
    log_prob = torch.log_softmax(theta, 0)[pulled]
    return torch.autograd.grad(
        (log_prob * (got - got.mean())).mean(), theta)[0]
# --- policy: first_power
def policy(scores, pulled, got):
    theta = scores.clone().requires_grad_()
    log_prob = torch.log_softmax(theta, 0)[pulled]
    return torch.autograd.grad((log_prob * got ** 2).mean(), theta)[0]
# --- policy: reward_only
def policy(scores, pulled, got):
    theta = scores.clone().requires_grad_()
    return torch.autograd.grad(got.mean(), theta)[0]
# --- policy: reward_only
def policy(scores, pulled, got):
    theta = scores.clone().requires_grad_()
    log_prob = torch.log_softmax(theta.detach(), 0)[pulled]
    return torch.autograd.grad((log_prob * got).mean(), theta)[0]
# --- policy: scores_not_log
def policy(scores, pulled, got):
    theta = scores.clone().requires_grad_()
    return torch.autograd.grad((theta[pulled] * got).mean(), theta)[0]
# --- policy: tuple
def policy(scores, pulled, got):
    theta = scores.clone().requires_grad_()
    log_prob = torch.log_softmax(theta, 0)[pulled]
    return torch.autograd.grad((log_prob * got).mean(), theta)
# --- policy: no_scalar
def policy(scores, pulled, got):
    theta = scores.clone().requires_grad_()
    log_prob = torch.log_softmax(theta, 0)[pulled]
    return torch.autograd.grad(log_prob * got, theta)[0]
# --- policy: right
def policy(scores, pulled, got):
    theta = scores.clone().requires_grad_()
    log_prob = torch.softmax(theta, 0).log()[pulled]
    (log_prob * got).mean().backward()
    return theta.grad
# --- policy: not_picked
def policy(scores, pulled, got):
    theta = scores.clone().requires_grad_()
    p = torch.softmax(theta, 0)
    return torch.autograd.grad((p * got).mean(), theta)[0]
# --- policy: not_picked
def policy(scores, pulled, got):
    theta = scores.clone().requires_grad_()
    log_prob = torch.log_softmax(theta, 0)
    return torch.autograd.grad((log_prob * got).mean(), theta)[0]
# --- policy: picked_first
def policy(scores, pulled, got):
    theta = scores.clone().requires_grad_()
    log_prob = torch.log_softmax(theta[pulled], 0)
    return torch.autograd.grad((log_prob * got).mean(), theta)[0]
# --- policy: to_scores
def policy(scores, pulled, got):
    theta = scores.clone().requires_grad_()
    log_prob = torch.log_softmax(theta, 0)[pulled]
    return torch.autograd.grad((log_prob * got).mean(), scores)[0]
# --- policy: log_of_scores
def policy(scores, pulled, got):
    theta = scores.clone().requires_grad_()
    log_prob = torch.log(theta)[pulled]
    return torch.autograd.grad((log_prob * got).mean(), theta)[0]
# --- policy: machines
def policy(scores, pulled, got):
    theta = scores.clone().requires_grad_()
    log_prob = torch.log_softmax(theta, 0)[pulled]
    return torch.autograd.grad((log_prob * got).sum() / len(scores), theta)[0]
# --- policy: pulled_again
def policy(scores, pulled, got):
    theta = scores.clone().requires_grad_()
    torch.manual_seed(0)
    pulled = torch.multinomial(torch.softmax(theta, 0), len(got), replacement=True)
    log_prob = torch.log_softmax(theta, 0)[pulled]
    return torch.autograd.grad((log_prob * got).mean(), theta)[0]
# --- policy: right
def policy(scores, pulled, got):
    theta = scores.clone().requires_grad_()
    log_prob = torch.log_softmax(theta, 0)[pulled]
    (log_prob * got).mean().backward()
    return theta.grad
# --- fooled: still_marked
def fooled(x, w, size):
    x = x.clone().requires_grad_()
    loss = ((w * x).sum() - 1) ** 2
    loss.backward()
    with torch.no_grad():
        x += size * x.grad.sign()
    return x
