# --- embedding_bag_modes
import torch.nn.functional as F
w = torch.tensor([[1., 2.], [3., 5.], [-1., 4.]])
for mode in ("sum", "mean", "max"):
    table = w.clone().requires_grad_()
    y = F.embedding_bag(torch.tensor([0, 2, 1, 1]), table, torch.tensor([0, 2, 2]), mode=mode)
    print(mode, y)
    (y * torch.tensor([1., 10.])).sum().backward()
    print(table.grad)

# --- embedding_bag_of_rows_with_weights
import torch.nn.functional as F
w = torch.arange(6.).view(3, 2).requires_grad_()
share = torch.tensor([[0.5, 2.], [1., 4.]], requires_grad=True)
y = F.embedding_bag(torch.tensor([[0, 1], [2, 2]]), w, mode="sum", per_sample_weights=share)
y.sum().backward()
y, w.grad, share.grad

# --- embedding_bag_options
import torch.nn.functional as F
w = torch.tensor([[3., 4.], [1., 0.], [0., 2.]])
print(F.embedding_bag(torch.tensor([0, 1, 2]), w, torch.tensor([0, 2, 3]), include_last_offset=True, mode="sum"))
print(F.embedding_bag(torch.tensor([[0, 1], [1, 1]]), w, padding_idx=1))
print(F.embedding_bag(torch.tensor([[0, 2]]), w.clone(), max_norm=1., mode="sum").round(decimals=3))

# --- embedding_bag_layer
torch.manual_seed(0)
bag = torch.nn.EmbeddingBag(4, 3, mode="sum", padding_idx=0)
print(bag, bag.weight[0], type(bag))
print(torch.nn.EmbeddingBag.from_pretrained(torch.eye(2))(torch.tensor([[0, 1, 1, 1]])))

# --- embedding_bag_without_offsets
torch.nn.EmbeddingBag(3, 2)(torch.tensor([0, 1]))

# --- embedding_bag_with_wrong_offsets
torch.nn.EmbeddingBag(3, 2)(torch.tensor([0, 1]), torch.tensor([[0]]))

# --- embedding_bag_weights_of_means
torch.nn.EmbeddingBag(3, 2)(torch.tensor([[0, 1]]), per_sample_weights=torch.ones(1, 2))

# --- embedding_max_norm
e = torch.nn.Embedding(3, 2, max_norm=1.)
with torch.no_grad():
    e.weight.copy_(torch.tensor([[3., 4.], [0., 0.5], [0., 8.]]))
print(e, e(torch.tensor([0, 1])).detach().round(decimals=4), e.weight.detach().round(decimals=4))

# --- embedding_scale_grad_by_freq
e = torch.nn.Embedding(3, 2, scale_grad_by_freq=True)
(e(torch.tensor([0, 0, 0, 2])) * 3).sum().backward()
e, e.weight.grad
