# --- mse
import torch.nn as nn
loss = nn.MSELoss()(torch.tensor([1., 2., 3.], requires_grad=True), torch.tensor([1., 1., 5.]))
print(loss)
loss.grad_fn, loss.item()

# --- mse_gradients
import torch.nn.functional as F
x = torch.tensor([1., 2., 3.], requires_grad=True)
t = torch.tensor([1., 1., 5.], requires_grad=True)
F.mse_loss(x, t).backward()
x.grad, t.grad

# --- mse_reductions
import torch.nn.functional as F
x, t = torch.tensor([[1., 2.], [3., 4.]], requires_grad=True), torch.zeros(2, 2)
print(F.mse_loss(x, t, reduction="sum"), F.mse_loss(x, t, reduction="none"))
F.mse_loss(x, t, reduction="none").mean(dim=1)

# --- mse_sizes_differ
import torch.nn.functional as F
F.mse_loss(torch.ones(3, 1), torch.zeros(3))

# --- mse_sizes_do_not_fit
import torch.nn.functional as F
F.mse_loss(torch.ones(3), torch.zeros(2))

# --- mse_wrong_reduction
import torch.nn.functional as F
F.mse_loss(torch.ones(3), torch.zeros(3), reduction="avg")

# --- mse_double_backward
import torch.nn.functional as F
x = torch.tensor([1., 2.], requires_grad=True)
g, = torch.autograd.grad(F.mse_loss(x, torch.zeros(2)), x, create_graph=True)
print(g)
torch.autograd.grad(g.sum(), x)

# --- mse_float_and_double
import torch.nn.functional as F
F.mse_loss(torch.ones(2), torch.zeros(2, dtype=torch.float64)), F.mse_loss(torch.ones(2), torch.tensor([1, 3]))

# --- mse_of_integers
import torch.nn.functional as F
F.mse_loss(torch.tensor([1, 2]), torch.tensor([0, 0]))

# --- l1
import torch.nn.functional as F
x = torch.tensor([1., -2., 3.], requires_grad=True)
loss = F.l1_loss(x, torch.tensor([1., 0., 0.]))
print(loss)
loss.backward()
print(x.grad)
F.l1_loss(x, torch.zeros(3), reduction="none"), F.l1_loss(x, torch.zeros(3), reduction="sum")

# --- l1_sizes_differ
import torch.nn as nn
nn.L1Loss()(torch.ones(2, 1), torch.zeros(2))

# --- smooth_l1
import torch.nn.functional as F
x = torch.tensor([0.5, -2., 3.], requires_grad=True)
loss = F.smooth_l1_loss(x, torch.zeros(3))
print(loss, F.smooth_l1_loss(x, torch.zeros(3), beta=0.25, reduction="none"))
loss.backward()
x.grad

# --- huber
import torch.nn as nn
x = torch.tensor([0.5, -2., 3.], requires_grad=True)
loss = nn.HuberLoss(delta=1.5)(x, torch.zeros(3))
print(loss)
loss.backward()
print(x.grad)
nn.HuberLoss(reduction="none")(x, torch.zeros(3))

# --- cross_entropy
import torch.nn as nn
x = torch.tensor([[2., 1., 0.], [0., 0., 3.]], requires_grad=True)
loss = nn.CrossEntropyLoss()(x, torch.tensor([0, 1]))
print(loss)
loss.backward()
print(x.grad)
loss.grad_fn, loss.grad_fn.next_functions

# --- cross_entropy_reductions
import torch.nn.functional as F
x = torch.tensor([[2., 1., 0.], [0., 0., 3.]], requires_grad=True)
print(F.cross_entropy(x, torch.tensor([0, 2]), reduction="none"))
F.cross_entropy(x, torch.tensor([0, 2]), reduction="sum")

# --- cross_entropy_one_sample
import torch.nn.functional as F
F.cross_entropy(torch.tensor([1., 2., 3.], requires_grad=True), torch.tensor(2))

# --- cross_entropy_weights
import torch.nn as nn
x = torch.tensor([[2., 1., 0.], [0., 0., 3.]], requires_grad=True)
loss = nn.CrossEntropyLoss(weight=torch.tensor([1., 2., 0.5]))(x, torch.tensor([1, 2]))
print(loss)
loss.backward()
x.grad

# --- cross_entropy_ignore_index
import torch.nn.functional as F
x = torch.tensor([[2., 1.], [0., 1.], [1., 1.]], requires_grad=True)
loss = F.cross_entropy(x, torch.tensor([0, -100, 1]))
print(loss, F.cross_entropy(x, torch.tensor([0, 1, 1]), ignore_index=1))
loss.backward()
print(x.grad)
F.cross_entropy(x, torch.tensor([-100, -100, -100]))

# --- cross_entropy_label_smoothing
import torch.nn as nn
x = torch.tensor([[2., 1., 0.], [0., 0., 3.]], requires_grad=True)
loss = nn.CrossEntropyLoss(label_smoothing=0.1)(x, torch.tensor([0, 1]))
print(loss)
loss.backward()
print(x.grad)
nn.CrossEntropyLoss(label_smoothing=0.2, reduction="none")(x, torch.tensor([0, 1]))

# --- cross_entropy_probabilities
import torch.nn.functional as F
x = torch.tensor([[2., 1., 0.], [0., 0., 3.]], requires_grad=True)
t = torch.tensor([[0.5, 0.5, 0.], [0., 0., 1.]])
loss = F.cross_entropy(x, t)
print(loss)
loss.backward()
print(x.grad)
F.cross_entropy(x, t, reduction="none"), F.cross_entropy(x, t, label_smoothing=0.1), F.cross_entropy(x, t, reduction="sum")

# --- cross_entropy_images
import torch.nn.functional as F
x = torch.arange(12.).reshape(1, 3, 2, 2).requires_grad_()
loss = F.cross_entropy(x / 10, torch.tensor([[[0, 1], [2, 0]]]))
print(loss)
loss.backward()
x.grad

# --- cross_entropy_target_too_large
import torch.nn.functional as F
F.cross_entropy(torch.zeros(2, 3), torch.tensor([0, 3]))

# --- cross_entropy_target_floats
import torch.nn.functional as F
F.cross_entropy(torch.zeros(2, 3), torch.tensor([0., 1.]))

# --- cross_entropy_target_int32
import torch.nn.functional as F
F.cross_entropy(torch.zeros(2, 3), torch.tensor([0, 1], dtype=torch.int32))

# --- cross_entropy_batch_differs
import torch.nn.functional as F
F.cross_entropy(torch.zeros(2, 3), torch.tensor([0, 1, 2]))

# --- cross_entropy_column_target
import torch.nn.functional as F
F.cross_entropy(torch.zeros(2, 3), torch.tensor([[0], [1]]))

# --- cross_entropy_swapped
import torch.nn.functional as F
F.cross_entropy(torch.tensor([0, 1]), torch.zeros(2, 3))

# --- cross_entropy_double_backward
import torch.nn.functional as F
x = torch.tensor([[1., 2.]], requires_grad=True)
g, = torch.autograd.grad(F.cross_entropy(x, torch.tensor([0])), x, create_graph=True)
print(g)
torch.autograd.grad(g[0, 0], x)

# --- nll
import torch.nn.functional as F
x = torch.log_softmax(torch.tensor([[1., 2.], [3., 1.]], requires_grad=True), dim=1)
print(x)
loss = F.nll_loss(x, torch.tensor([1, 0]))
print(loss)
torch.nn.NLLLoss(reduction="sum")(x, torch.tensor([1, 0]))

# --- bce
import torch.nn as nn
x = torch.tensor([0.2, 0.8, 0.5], requires_grad=True)
loss = nn.BCELoss()(x, torch.tensor([0., 1., 1.]))
print(loss)
loss.backward()
print(x.grad)
nn.BCELoss(reduction="none")(x, torch.tensor([0., 1., 1.])), nn.BCELoss(weight=torch.tensor([1., 2., 3.]), reduction="sum")(x, torch.tensor([0., 1., 1.]))

# --- bce_extremes
import torch.nn.functional as F
F.binary_cross_entropy(torch.tensor([0., 1.]), torch.tensor([1., 1.]))

# --- bce_outside_zero_one
import torch.nn.functional as F
F.binary_cross_entropy(torch.tensor([1.5, 0.5]), torch.tensor([1., 1.]))

# --- bce_sizes_differ
import torch.nn.functional as F
F.binary_cross_entropy(torch.tensor([[0.5], [0.5]]), torch.tensor([1., 1.]))

# --- bce_integer_target
import torch.nn.functional as F
F.binary_cross_entropy(torch.tensor([0.5, 0.5]), torch.tensor([1, 0]))

# --- bce_with_logits
import torch.nn as nn
x = torch.tensor([-1., 0., 2.], requires_grad=True)
t = torch.tensor([0., 1., 1.])
loss = nn.BCEWithLogitsLoss()(x, t)
print(loss)
loss.backward()
print(x.grad)
print(nn.BCEWithLogitsLoss(reduction="none")(x, t))
nn.BCEWithLogitsLoss(pos_weight=torch.tensor([2.]))(x, t), nn.BCEWithLogitsLoss(weight=torch.tensor([1., 2., 3.]))(x, t)

# --- bce_with_logits_sizes_differ
import torch.nn.functional as F
F.binary_cross_entropy_with_logits(torch.zeros(2, 1), torch.zeros(2))

# --- kl_div
import torch.nn.functional as F
x = torch.tensor([[1., 2., 3.]], requires_grad=True)
p = F.log_softmax(x, dim=1)
q = torch.tensor([[0.2, 0.3, 0.5]])
print(F.kl_div(p, q, reduction="batchmean"), F.kl_div(p, q, reduction="sum"))
F.kl_div(p, q, reduction="batchmean").backward()
print(x.grad)
F.kl_div(p, q.log(), log_target=True, reduction="none")

# --- kl_div_mean_warns
import torch.nn.functional as F
F.kl_div(torch.tensor([[-1., -0.5]]), torch.tensor([[0.4, 0.6]]))

# --- loss_size_average
import torch.nn as nn
nn.MSELoss(size_average=False)(torch.ones(2), torch.zeros(2))

# --- own_loss
def my_loss(pred, target):
    return ((pred - target) ** 2).mean()
x = torch.tensor([1., 2.], requires_grad=True)
print(my_loss(x, torch.zeros(2)), torch.nn.functional.mse_loss(x, torch.zeros(2)))

# --- loss_needs_tensors
import torch.nn.functional as F
F.mse_loss([1., 2.], torch.zeros(2))

# --- mse_number_target
import torch.nn.functional as F
F.mse_loss(torch.zeros(2), 1.)

# --- loss_without_grad
import torch.nn.functional as F
F.mse_loss(torch.ones(2), torch.zeros(2)).backward()

# --- grad_fn_names
import torch.nn.functional as F
x = torch.tensor([0.2, 0.4], requires_grad=True)
t = torch.tensor([0., 1.])
for f in (F.mse_loss, F.l1_loss, F.smooth_l1_loss, F.huber_loss, F.binary_cross_entropy, F.binary_cross_entropy_with_logits):
    print(f.__name__, f(x, t).grad_fn, f(x, t, reduction="none").grad_fn)

# --- nll_twice
import torch.nn.functional as F
x = torch.zeros(2, 3, requires_grad=True)
loss = F.nll_loss(x, torch.tensor([0, 1]))
loss.backward()
loss.backward()

# --- target_changed_in_place
import torch.nn.functional as F
x = torch.zeros(2, 3, requires_grad=True)
t = torch.tensor([0, 1])
loss = F.cross_entropy(x, t)
t[0] = 2
loss.backward()

# --- saved_by_losses
import torch.nn.functional as F
x = torch.tensor([[1., 2.], [3., 0.]], requires_grad=True)
y = torch.tensor([[0.5, 0.5], [0., 1.]])
kept = []
with torch.autograd.graph.saved_tensors_hooks(lambda t: kept.append((tuple(t.shape), t.dtype)) or t, lambda t: t):
    for loss in (F.mse_loss(x, y), F.cross_entropy(x, torch.tensor([0, 1])), F.binary_cross_entropy_with_logits(x, y), F.huber_loss(x, y), F.cross_entropy(x, y)):
        print(loss.grad_fn, kept)
        kept.clear()

# --- saved_attributes
import torch.nn.functional as F
x = torch.zeros(2, 3, requires_grad=True)
f = F.nll_loss(x, torch.tensor([0, 1])).grad_fn
f._saved_target, f._saved_total_weight, f._saved_weight

# --- loss_of_a_changed_prediction
import torch.nn.functional as F
x = torch.ones(3, requires_grad=True)
y = x * 2
loss = F.mse_loss(y, torch.zeros(3))
y.add_(1)
loss.backward()

# --- mixed_dtypes_of_losses
x, t = torch.tensor([0.5, 0.25], requires_grad=True), torch.tensor([1.0, 0.0], dtype=torch.float64)
for loss in (torch.nn.functional.mse_loss, torch.nn.functional.smooth_l1_loss, torch.nn.functional.huber_loss):
    value = loss(x, t)
    print(value)
    try:
        print(torch.autograd.grad(value, x, create_graph=True))
    except RuntimeError as error:
        print(error)

# --- nll_gradient_is_recorded
x = torch.tensor([[0.25, 0.75], [0.5, 0.5]], requires_grad=True)
(g,) = torch.autograd.grad(torch.nn.functional.nll_loss(x, torch.tensor([0, -100]), reduction="sum"), x, create_graph=True)
print(g, torch.autograd.grad((g * g).sum(), x))
torch.nn.functional.nll_loss(x, torch.tensor([0, -100]), reduction="none")

# --- nll_of_sequences
x = torch.arange(12.0).reshape(2, 3, 2).div(10).requires_grad_()
t = torch.tensor([[0, 1], [2, 0]])
print(torch.nn.functional.nll_loss(x, t), torch.nn.functional.cross_entropy(x, t, reduction="none"))
torch.autograd.grad(torch.nn.functional.nll_loss(x, t), x, create_graph=True)

# --- wrong_inputs_of_losses
F = torch.nn.functional
x, t = torch.tensor([0.5, 0.25]), torch.tensor([1, 0])
for f in (lambda: F.nll_loss(x, t), lambda: F.nll_loss(x, [1]), lambda: F.cross_entropy(1.0, 2.0), lambda: F.kl_div(x, t),
          lambda: F.kl_div(x, 2.0), lambda: F.cross_entropy(x, x, weight=torch.ones(3)), lambda: F.huber_loss(x, x, size_average=False),
          lambda: F.binary_cross_entropy(x, x, weight=torch.ones(3))):
    try:
        print(f())
    except (RuntimeError, ValueError, TypeError) as error:
        print(type(error).__name__, error)

# --- cross_entropy_of_nothing
print(torch.nn.functional.nll_loss(torch.ones(0, 3), torch.ones(0, dtype=torch.int64)))

# --- values_given_to_the_loss_class
torch.nn.MSELoss(torch.ones(2), torch.zeros(2))

# --- losses_wrong
import torch.nn.functional as F
x, y = torch.ones(2, 3), torch.tensor([0, 1])
for f in (lambda: F.smooth_l1_loss(x, x, beta=-1.), lambda: F.huber_loss(x, x, delta=0.), lambda: F.cross_entropy(x, 1),
          lambda: F.cross_entropy(x, torch.ones(3, dtype=torch.long)), lambda: F.cross_entropy(x, y, weight=torch.ones(2)),
          lambda: F.cross_entropy(x, x.long()), lambda: F.cross_entropy(x, x, ignore_index=1), lambda: F.cross_entropy(x, y, label_smoothing=2.),
          lambda: F.hardtanh(x, 1., 0.), lambda: F.gelu(x, approximate="none of these"), lambda: F.pad(x, (1,)), lambda: F.one_hot(torch.tensor([-1])),
          lambda: F.one_hot(torch.tensor([], dtype=torch.long))):
    try:
        print(f())
    except Exception as error:
        print(type(error).__name__, error)

# --- losses_with_weights
import torch.nn.functional as F
x = torch.tensor([[1., 2., .5], [.1, .2, .3]], requires_grad=True)
y, w = torch.tensor([0, 2]), torch.tensor([1., 2., 3.])
p = torch.tensor([[.1, .2, .7], [.3, .3, .4]])
for loss in (F.cross_entropy(x, y, weight=w, reduction="sum"), F.cross_entropy(x, y, weight=w), F.cross_entropy(x, p, weight=w),
             F.nll_loss(x, y, weight=w, reduction="none").sum(), F.cross_entropy(x, y, weight=w, label_smoothing=.1), F.smooth_l1_loss(x, p, beta=0.),
             F.binary_cross_entropy_with_logits(x, p), F.binary_cross_entropy_with_logits(x, p, pos_weight=w), F.gelu(x, approximate="tanh").sum()):
    g, = torch.autograd.grad(loss, x, create_graph=True)
    h, = torch.autograd.grad(g.sum(), x, allow_unused=True)
    print(loss, g, None if h is None else [[f"{v:.4f}" for v in row] for row in (h + 1).tolist()])

# --- cross_entropy_shapes
import torch.nn as nn
loss = nn.CrossEntropyLoss()
print(loss(torch.zeros(3), torch.tensor(1)), loss(torch.zeros(2, 4), torch.tensor([1, 2])))
loss(torch.zeros(2, 4), torch.tensor([[1], [2]]))

# --- cross_entropy_of_a_list
import torch.nn as nn
nn.CrossEntropyLoss()(torch.zeros(2, 4), [1, 2])

# --- mse_of_a_number
import torch.nn as nn
nn.MSELoss()(torch.zeros(2), 0.)

# --- mse_layer_of_integers
import torch.nn as nn
nn.MSELoss()(torch.zeros(2, dtype=torch.int64), torch.zeros(2, dtype=torch.int64))

# --- bce_logits_of_integers
import torch.nn as nn
crit = nn.BCEWithLogitsLoss()
crit(torch.zeros(2, 1, requires_grad=True), torch.tensor([[1], [0]]))

# --- bce_logits_of_a_column
import torch.nn as nn
crit = nn.BCEWithLogitsLoss()
crit(torch.zeros(2, 1, requires_grad=True), torch.tensor([[1], [0]]).float())

# --- l1_of_integers
import torch.nn as nn
nn.L1Loss()(torch.tensor([1, 2]), torch.tensor([1, 3]))

# --- nll_names
import torch.nn as nn
nn.NLLLoss()(torch.zeros(2, 3, requires_grad=True), torch.tensor([0, 1])), nn.NLLLoss(reduction="none")(torch.zeros(2, 3), torch.tensor([0, 1]))

# --- cross_entropy_wrong_reduction
import torch.nn.functional as F
F.cross_entropy(torch.zeros(2, 3), torch.tensor([0, 1]), reduction="avg")

# --- one_hot_products
import torch.nn.functional as F
F.one_hot(torch.arange(3)), F.one_hot(torch.arange(3) % 2, 4).float() @ torch.ones(4)

# --- softmax_rows
import torch.nn as nn
x = torch.randn(2, 3, requires_grad=True)
y = nn.Softmax(dim=1)(x)
torch.allclose(y.sum(dim=1), torch.ones(2)), y.sum().backward(), x.grad.abs().max() < 1e-6

# --- cross_entropy_by_hand
import torch.nn.functional as F
logits = torch.tensor([[2.0, 0.5, -1.0]], requires_grad=True)
loss = F.cross_entropy(logits, torch.tensor([0]))
loss.backward()
print(loss, logits.grad, F.softmax(logits, 1))

# --- mse_of_column_and_row
import torch.nn as nn
model = nn.Linear(1, 1)
loss = nn.MSELoss()
loss(model(torch.ones(3, 1)), torch.ones(3))

# --- cross_entropy_of_float_targets
import torch.nn as nn
nn.CrossEntropyLoss()(torch.randn(3, 5), torch.tensor([1., 0., 4.]))

# --- bce_of_no_probability
import torch.nn as nn
nn.BCELoss()(torch.tensor([0.5, 1.2]), torch.tensor([1., 0.]))

# --- nll_target_too_large
import torch.nn as nn
nn.NLLLoss()(torch.randn(3, 5), torch.tensor([1, 0, 7]))
