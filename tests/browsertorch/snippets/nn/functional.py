# --- linear
import torch.nn.functional as F
x, w, b = torch.ones(2, 3), torch.arange(6.).reshape(2, 3), torch.tensor([0.5, -0.5])
F.linear(x, w, b), F.linear(x, w), F.linear(x[0], w[0])

# --- linear_graph_names
import torch.nn.functional as F
x = torch.ones(2, 3)
w, b = torch.ones(4, 3, requires_grad=True), torch.zeros(4, requires_grad=True)
print(F.linear(x, w, b), F.linear(x, w).grad_fn, F.linear(x[0], w, b).grad_fn, F.linear(x[0], w).grad_fn)
print(F.linear(x[None], w, b).grad_fn, F.linear(x[None], w).grad_fn, F.linear(x, w, b).grad_fn.next_functions)
F.linear(x[None], w, b).grad_fn.next_functions

# --- linear_second_order
import torch.nn.functional as F
x = torch.tensor([[1., 2.]], requires_grad=True)
w = torch.tensor([[3., 4.]], requires_grad=True)
y = F.linear(x, w, torch.zeros(1)).pow(3).sum()
g, = torch.autograd.grad(y, x, create_graph=True)
print(g)
torch.autograd.grad(g.sum(), (x, w))

# --- dropout
import torch.nn.functional as F
torch.manual_seed(1)
x = torch.ones(8)
print(F.dropout(x), F.dropout(x, 0.9), F.dropout(x, training=False) is x)
y = torch.ones(6)
F.dropout(y, 0.5, inplace=True)
y

# --- dropout_probability
import torch.nn.functional as F
F.dropout(torch.ones(2), p=-0.1)

# --- one_hot
import torch.nn.functional as F
print(F.one_hot(torch.tensor([0, 2, 1])), F.one_hot(torch.tensor([[0], [1]]), num_classes=3).shape)
F.one_hot(torch.tensor([0, 3]), num_classes=3)

# --- one_hot_floats
import torch.nn.functional as F
F.one_hot(torch.tensor([0., 1.]))

# --- normalize
import torch.nn.functional as F
x = torch.tensor([[3., 4.], [0., 0.]], requires_grad=True)
y = F.normalize(x)
print(y)
y.sum().backward()
print(x.grad)
F.normalize(x, p=1, dim=0)

# --- cosine_similarity
import torch.nn.functional as F
F.cosine_similarity(torch.tensor([[1., 0.], [1., 2.]]), torch.tensor([[1., 1.], [2., 1.]])), F.cosine_similarity(torch.tensor([1., 2.]), torch.tensor([2., 1.]), dim=0)

# --- pad
import torch.nn.functional as F
x = torch.tensor([[1., 2.], [3., 4.]])
F.pad(x, (1, 0)), F.pad(x, (0, 1, 1, 0), value=9.)

# --- embedding
import torch.nn.functional as F
w = torch.arange(6.).reshape(3, 2).requires_grad_()
y = F.embedding(torch.tensor([2, 0]), w)
print(y)
(y * torch.tensor([[1., 2.], [3., 4.]])).sum().backward()
w.grad

# --- embedding_float_index
import torch.nn.functional as F
F.embedding(torch.tensor([1.]), torch.ones(3, 2))

# --- mse_and_l1_are_functions
import torch.nn.functional as F
F.mse_loss(torch.tensor([1.]), torch.tensor([3.])), F.l1_loss(torch.tensor([1.]), torch.tensor([3.]))

# --- scaled_dot_product_attention_by_hand
import torch.nn.functional as F
q = torch.tensor([[1., 0.], [0., 1.]], requires_grad=True)
s = (q @ q.T) / 2 ** 0.5
a = F.softmax(s, dim=-1)
(a @ q).sum().backward()
a, q.grad.round(decimals=4)

# --- unknown_function
import torch.nn.functional as F
F.reluu

# --- unknown_module
import torch.nn as nn
nn.Liner

# --- embedding_twice
import torch.nn.functional as F
w = torch.ones(3, 2, requires_grad=True)
y = F.embedding(torch.tensor([0, 1]), w).sum()
y.backward()
y.backward()

# --- saved_by_layers
import torch.nn.functional as F
x = torch.tensor([[1., 2.], [3., 0.]], requires_grad=True)
w, b = torch.ones(2, requires_grad=True), torch.zeros(2, requires_grad=True)
kept = []
with torch.autograd.graph.saved_tensors_hooks(lambda t: kept.append(tuple(t.shape)) or t, lambda t: t):
    for out in (F.layer_norm(x, (2,), w, b), F.batch_norm(x, None, None, w, b, training=True), F.gelu(x), F.silu(x), F.softplus(x), F.elu(x), F.logsigmoid(x), F.dropout(x, 0.5), F.embedding(torch.tensor([1]), x)):
        print(out.grad_fn, kept)
        kept.clear()

# --- dropout_twice_the_same_seed
import torch.nn.functional as F
x = torch.ones(12)
torch.manual_seed(1)
a = F.dropout(x)
torch.manual_seed(1)
torch.equal(a, F.dropout(x)), (F.dropout(torch.ones(1000), 0.3) == 0).float().mean()

# --- embedding_second_order
import torch.nn.functional as F
w = torch.tensor([[1., 2.], [3., 4.]], requires_grad=True)
y = (F.embedding(torch.tensor([0, 0, 1]), w) ** 3).sum()
g, = torch.autograd.grad(y, w, create_graph=True)
print(g)
torch.autograd.grad(g.sum(), w)

# --- parameter_dict_as_a_dict
p = torch.nn.ParameterDict({"a": torch.ones(2), "b": torch.zeros(1)})
print(p.pop("a"), p.get("b"), p.get("c", 3))
p.clear()
p

# --- layers_start_anew
for layer in (torch.nn.BatchNorm1d(2), torch.nn.LayerNorm(2)):
    layer.weight.data.fill_(3)
    layer.reset_parameters()
    print(layer.state_dict())

# --- torch_dropout_1
torch.manual_seed(0)
x = torch.ones(8, requires_grad=True)
y = torch.dropout(x, 0.5, True)
print(y)
y.sum().backward()
print(x.grad, torch.dropout(x, 0.5, False))

# --- torch_dropout_2
torch.dropout(torch.ones(2))

# --- torch_dropout_3
torch.dropout(torch.ones(2), p=0.5, train=True)

# --- torch_layer_norm_1
x = torch.arange(6.).reshape(2, 3).requires_grad_()
y = torch.layer_norm(x, (3,))
print(y)
y[0, 0].backward()
print(x.grad)

# --- torch_layer_norm_2
torch.layer_norm(torch.ones(2, 3), 3)

# --- torch_layer_norm_3
torch.layer_norm(torch.arange(6.).reshape(2, 3), [3], weight=torch.ones(3) * 2, bias=torch.ones(3), eps=1e-3)

# --- torch_layer_norm_4
torch.layer_norm(torch.ones(2, 3), [2])

# --- cosine
print(torch.cosine_similarity(torch.arange(6.).reshape(1, 2, 3), torch.arange(1., 7).reshape(2, 1, 3), dim=-2))
print(torch.cosine_similarity(torch.arange(1., 4), torch.ones(2, 3), dim=0).shape)

# --- gumbel_softmax
import torch.nn.functional as F
torch.manual_seed(3)
logits = torch.tensor([[0.5, 1.0, -1.0], [0.0, 0.0, 0.0]], requires_grad=True)
print(F.gumbel_softmax(logits, tau=0.5), torch.rand(1))
y = F.gumbel_softmax(logits, hard=True, dim=0)
(y * torch.tensor([1.0, 2.0, 3.0])).sum().backward()
print(y.argmax(0), y.sum(0).round(), y.grad_fn, logits.grad)
F.gumbel_softmax(torch.zeros(2), eps=1e-5).shape
