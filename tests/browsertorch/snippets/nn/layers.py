# --- linear
import torch.nn as nn
layer = nn.Linear(3, 2)
print(layer)
print(layer.weight)
print(layer.bias)
layer(torch.ones(1, 3))

# --- linear_vector_and_batches
import torch.nn as nn
layer = nn.Linear(2, 4)
print(layer(torch.ones(2)))
print(layer(torch.ones(3, 2)).shape, layer(torch.ones(5, 3, 2)).shape)
layer(torch.ones(1, 2)).grad_fn, layer(torch.ones(2)).grad_fn, layer(torch.ones(2, 2, 2)).grad_fn

# --- linear_without_bias
import torch.nn as nn
layer = nn.Linear(3, 1, bias=False)
print(layer, layer.bias)
y = layer(torch.ones(2, 3))
print(y)
y.sum().backward()
layer.weight.grad

# --- linear_gradients
import torch.nn as nn
layer = nn.Linear(2, 3)
x = torch.tensor([[1., 2.], [3., 4.]], requires_grad=True)
layer(x).sum().backward()
print(layer.weight.grad, layer.bias.grad)
x.grad

# --- linear_wrong_shape
import torch.nn as nn
nn.Linear(3, 2)(torch.ones(4, 5))

# --- linear_wrong_vector
import torch.nn as nn
nn.Linear(3, 2)(torch.ones(5))

# --- linear_wrong_dtype
import torch.nn as nn
nn.Linear(3, 2)(torch.ones(4, 3, dtype=torch.float64))

# --- linear_integers
import torch.nn as nn
nn.Linear(3, 2)(torch.ones(4, 3, dtype=torch.int64))

# --- linear_not_a_tensor
import torch.nn as nn
nn.Linear(3, 2)([1., 2., 3.])

# --- linear_initial_values
import torch.nn as nn
for n in (1, 2, 5, 20):
    layer = nn.Linear(n, 7)
    print(layer.weight.sum().item() != 0, f"{layer.weight[0, 0].item():.5f} {layer.bias[-1].item():.5f}")
nn.Linear(4, 4, dtype=torch.float64).weight

# --- dropout
import torch.nn as nn
torch.manual_seed(0)
drop = nn.Dropout(p=0.4)
x = torch.ones(10, requires_grad=True)
y = drop(x)
print(y)
y.sum().backward()
print(x.grad)
drop.eval()
print(drop(x) is x, drop(x), drop)
nn.Dropout(1.)(x), nn.Dropout(0.)(x)

# --- dropout_probability
import torch.nn as nn
nn.Dropout(1.5)

# --- embedding
import torch.nn as nn
emb = nn.Embedding(4, 3)
print(emb.weight)
y = emb(torch.tensor([[0, 2], [2, 3]]))
print(y)
y.sum().backward()
emb.weight.grad

# --- embedding_out_of_range
import torch.nn as nn
nn.Embedding(4, 3)(torch.tensor([4]))

# --- embedding_padding
import torch.nn as nn
emb = nn.Embedding(3, 2, padding_idx=0)
print(emb.weight[0])
emb(torch.tensor([0, 1])).sum().backward()
emb.weight.grad

# --- flatten
import torch.nn as nn
x = torch.zeros(2, 3, 4)
nn.Flatten()(x).shape, nn.Flatten(0)(x).shape, nn.Flatten(0, 1)(x).shape, nn.Unflatten(1, (3, 1))(x).shape

# --- identity_takes_anything
import torch.nn as nn
nn.Identity(54, unused=True)(torch.ones(2))

# --- layer_reprs
import torch.nn as nn
for m in (nn.Linear(2, 3, bias=False), nn.BatchNorm1d(4), nn.BatchNorm1d(4, affine=False, momentum=None), nn.LayerNorm(3), nn.LayerNorm([2, 3], elementwise_affine=False), nn.Embedding(5, 2), nn.Embedding(5, 2, padding_idx=0),
          nn.MSELoss(), nn.CrossEntropyLoss(), nn.L1Loss(reduction="sum"), nn.BCELoss(), nn.BCEWithLogitsLoss(), nn.NLLLoss(), nn.HuberLoss(), nn.SmoothL1Loss(), nn.KLDivLoss(), nn.Unflatten(1, (2, 3))):
    print(m)

# --- dropout_modes
import torch.nn as nn
m = nn.Dropout(0.5)
torch.manual_seed(0)
print(m(torch.ones(2, 5)))
m.train(); m.eval()
m(torch.ones(2))

# --- embedding_from_vectors
import torch.nn as nn
e = nn.Embedding.from_pretrained(torch.tensor([[1., 2.], [3., 4.]]))
e(torch.tensor([1, 0])), e.weight.requires_grad

# --- embedding_of_floats
import torch.nn as nn
e = nn.Embedding(3, 2)
e(torch.tensor([0.5]))

# --- flatten_of_a_vector
import torch.nn as nn
nn.Flatten()(torch.ones(3))

# --- linear_function_wrong_shape
import torch.nn.functional as F
F.linear(torch.ones(2, 3), torch.ones(2, 4))

# --- double_layer_of_the_wrong_shape
torch.nn.Linear(3, 2, dtype=torch.float64)(torch.ones(2, 5))

# --- unflatten_does_not_fit
torch.nn.Unflatten(1, (2, 2))(torch.ones(1, 6))

# --- embedding_index_too_large
import torch.nn as nn
emb = nn.Embedding(3, 2)
emb(torch.tensor([0, 5]))
