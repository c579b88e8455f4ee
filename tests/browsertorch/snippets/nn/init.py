# --- initialisers
import torch.nn as nn
torch.manual_seed(0)
w = torch.empty(3, 4)
for f in (nn.init.uniform_, nn.init.normal_, nn.init.zeros_, nn.init.ones_, nn.init.xavier_uniform_, nn.init.xavier_normal_, nn.init.kaiming_uniform_, nn.init.kaiming_normal_, nn.init.eye_):
    print(f.__name__, f(w))
nn.init.constant_(w, 3.5)

# --- initialiser_gain
import torch.nn as nn
print(nn.init.calculate_gain("relu"), nn.init.calculate_gain("tanh"), nn.init.calculate_gain("leaky_relu", 0.2))
nn.init.xavier_uniform_(torch.empty(2, 2), gain=nn.init.calculate_gain("relu"))

# --- initialiser_needs_two_dims
import torch.nn as nn
nn.init.xavier_uniform_(torch.empty(3))

# --- initialiser_of_a_parameter
import torch.nn as nn
layer = nn.Linear(2, 1)
print(nn.init.zeros_(layer.bias))
nn.init.normal_(layer.weight, mean=1., std=0.1)

# --- orthogonal
import torch.nn as nn
w = nn.init.orthogonal_(torch.empty(3, 3))
torch.allclose(w @ w.T, torch.eye(3), atol=1e-5)

# --- init_corners
from torch import nn
torch.manual_seed(0)
print(nn.init.orthogonal_(torch.empty(2, 3)), nn.init.calculate_gain("sigmoid"), nn.init.calculate_gain("selu"), nn.init.zeros_(torch.empty(0)))
nn.init.uniform_(torch.empty(0, 3))
nn.init.orthogonal_(torch.empty(3))

# --- kaiming_modes
import torch.nn as nn
torch.manual_seed(0)
w = torch.empty(2, 3)
print(nn.init.kaiming_uniform_(w, mode="fan_out", nonlinearity="relu"))
print(nn.init.kaiming_normal_(w, nonlinearity="tanh"))
nn.init.kaiming_normal_(w, nonlinearity="gelu")

# --- kaiming_wrong_mode
import torch.nn as nn
nn.init.kaiming_uniform_(torch.empty(2, 2), mode="fan")

# --- init_of_leaves
import torch.nn as nn
nn.init.normal_(torch.empty(2, requires_grad=True)), nn.init.uniform_(torch.empty(2), -1, 1), nn.init.constant_(torch.empty(2), 7)

# --- eye_of_a_vector
import torch.nn as nn
nn.init.eye_(torch.empty(2))

# --- trunc_normal
torch.manual_seed(0)
w = torch.empty(40)
print(torch.nn.init.trunc_normal_(w, std=0.5) is w, ((w >= -2) & (w <= 2)).all(), w[:4])
print(torch.nn.init.trunc_normal_(w, a=1., b=1.5)[:3], ((w >= 1) & (w <= 1.5)).all())

# --- dirac_and_sparse
torch.manual_seed(0)
print(torch.nn.init.dirac_(torch.empty(2, 2, 3)), torch.nn.init.dirac_(torch.empty(4, 1, 1, 3), groups=2)[:, 0, 0])
print((torch.nn.init.sparse_(torch.empty(4, 3), 0.5) == 0).sum(0))

# --- old_names
torch.manual_seed(0)
for name in "constant eye kaiming_normal kaiming_uniform normal orthogonal uniform xavier_normal xavier_uniform".split():
    print(name, getattr(torch.nn.init, name)(torch.empty(2, 2), *[0.5] * (name == "constant")))
p = torch.nn.Parameter(torch.ones(2))
p.sum().backward()
print(torch.nn.utils.clip_grad_norm([p], 1.0), p.grad)
torch.nn.init.xavier_uniform(torch.empty(2))

# --- fans_as_a_layer_of_ones_own_asks_for_them
from torch.nn import init
torch.manual_seed(0)
weight, bias = torch.empty(2, 3), torch.empty(2)
init.kaiming_uniform_(weight, a=5 ** 0.5)
fan_in, _ = init._calculate_fan_in_and_fan_out(weight)
print(init.uniform_(bias, -1 / fan_in ** 0.5, 1 / fan_in ** 0.5), weight)
print(init._calculate_fan_in_and_fan_out(torch.empty(4, 3, 5, 5)), init._calculate_correct_fan(weight, "FAN_OUT"))
for f in (lambda: init._calculate_fan_in_and_fan_out(bias), lambda: init._calculate_correct_fan(weight, "x"), lambda: init.kaiming_normal_(weight, mode="X")):
    try:
        print(f())
    except ValueError as error:
        print(error)
