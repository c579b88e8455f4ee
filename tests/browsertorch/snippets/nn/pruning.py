# --- smallest_weights
import torch.nn.utils.prune as prune
m = torch.nn.Linear(4, 2)
with torch.no_grad():
    m.weight.copy_(torch.tensor([[1., -2., 3., 4.], [-5., 6., 0.5, 8.]]))
print(prune.l1_unstructured(m, name="weight", amount=3) is m)
print([n for n, _ in m.named_parameters()], [n for n, _ in m.named_buffers()], m.weight_mask, m.weight, prune.is_pruned(m))
prune.l1_unstructured(m, name="weight", amount=0.2)
print(m.weight, sorted(m.state_dict()))
m(torch.ones(1, 4)).sum().backward()
print(m.weight_orig.grad)
prune.remove(m, "weight")
print([n for n, _ in m.named_parameters()], m.weight, prune.is_pruned(m))

# --- whole_rows_and_masks
import torch.nn.utils.prune as prune
m = torch.nn.Linear(2, 3)
with torch.no_grad():
    m.weight.copy_(torch.tensor([[1., 1.], [3., -3.], [0.5, 2.]]))
prune.ln_structured(m, "weight", amount=1, n=2, dim=0)
print(m.weight)
prune.custom_from_mask(m, "bias", torch.tensor([1, 0, 1]))
print(m.bias_mask, prune.identity(torch.nn.Linear(1, 1), "weight").weight_mask)

# --- several_layers_together
import torch.nn.utils.prune as prune
a, b = torch.nn.Linear(2, 1), torch.nn.Linear(1, 2)
with torch.no_grad():
    a.weight.copy_(torch.tensor([[1., 4.]])), b.weight.copy_(torch.tensor([[2.], [3.]]))
prune.global_unstructured([(a, "weight"), (b, "weight")], pruning_method=prune.L1Unstructured, amount=2)
a.weight, b.weight

# --- drawn_weights
import torch.nn.utils.prune as prune
torch.manual_seed(0)
m = prune.random_unstructured(torch.nn.Linear(4, 2), "weight", amount=0.5)
m.weight_mask, prune.random_structured(torch.nn.Linear(2, 4), "weight", amount=2, dim=0).weight_mask

# --- removed_twice
import torch.nn.utils.prune as prune
prune.remove(torch.nn.Linear(1, 1), "weight")

# --- too_much
import torch.nn.utils.prune as prune
prune.l1_unstructured(torch.nn.Linear(1, 1), "weight", amount=1.5)
