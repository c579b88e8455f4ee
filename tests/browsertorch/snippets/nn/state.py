# --- state_dict
import torch.nn as nn
model = nn.Sequential(nn.Linear(2, 1), nn.BatchNorm1d(1))
print(model.state_dict())
list(model.state_dict())

# --- load_state_dict
import torch.nn as nn
a, b = nn.Linear(2, 2), nn.Linear(2, 2)
print(b.load_state_dict(a.state_dict()))
print(torch.equal(a.weight, b.weight), a.weight is b.weight)
state = a.state_dict()
with torch.no_grad():
    a.weight.zero_()
state["weight"]

# --- load_state_dict_wrong_keys
import torch.nn as nn
nn.Linear(2, 2).load_state_dict({"weight": torch.zeros(2, 2), "other": torch.zeros(1)})

# --- load_state_dict_wrong_shape
import torch.nn as nn
nn.Sequential(nn.Linear(2, 2)).load_state_dict({"0.weight": torch.zeros(2, 3), "0.bias": torch.zeros(2)})

# --- load_state_dict_not_strict
import torch.nn as nn
nn.Linear(2, 2).load_state_dict({"weight": torch.zeros(2, 2), "other": torch.zeros(1)}, strict=False)

# --- load_state_dict_not_a_dict
import torch.nn as nn
nn.Linear(2, 2).load_state_dict([1])

# --- state_shares_memory
import torch.nn as nn
a = nn.Linear(2, 1)
s = a.state_dict()
s["weight"].zero_()
a.weight

# --- state_of_ones
import torch.nn as nn
a = nn.Sequential(nn.Linear(2, 1), nn.Linear(1, 1))
a.load_state_dict({k: torch.ones_like(v) for k, v in a.state_dict().items()})
a[0].weight, a[1].bias

# --- state_of_another_network
import torch.nn as nn
a = nn.Sequential(nn.Linear(2, 1))
a.load_state_dict({"weight": torch.ones(1, 2), "bias": torch.ones(1)})

# --- copy_into_a_weight
import torch.nn as nn
m = nn.Linear(2, 2)
m.weight.copy_(torch.zeros(2, 2))

# --- copies_of_empty_layers
import copy
layer = torch.nn.Linear(3, 0)
copy.deepcopy(layer).load_state_dict(layer.state_dict())
