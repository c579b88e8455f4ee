# --- response_norm_and_shuffle
x = torch.arange(1., 9.).view(1, 4, 2)
print(torch.nn.LocalResponseNorm(2), torch.nn.LocalResponseNorm(2, alpha=1., beta=1.)(x).round(decimals=3))
print(torch.nn.functional.local_response_norm(x.view(1, 4, 2, 1), 3, alpha=1., beta=1.).flatten().round(decimals=3))
print(torch.nn.ChannelShuffle(2), torch.nn.ChannelShuffle(2)(x))

# --- shuffle_into_unequal_groups
torch.nn.functional.channel_shuffle(torch.ones(1, 4, 2), 3)

# --- fold_and_unfold_as_layers
x = torch.arange(16.).view(1, 1, 4, 4)
parts = torch.nn.Unfold(2, stride=2)
whole = torch.nn.Fold((4, 4), 2, stride=2)
parts, whole, parts(x), torch.equal(whole(parts(x)), x)

# --- feature_alpha_dropout
torch.manual_seed(0)
d = torch.nn.FeatureAlphaDropout(0.5)
y = d(torch.ones(2, 3, 4))
print(d, (y == y[:, :, :1]).all(), d.eval()(torch.ones(1, 1, 2)))

# --- data_parallel_without_gpus
m = torch.nn.DataParallel(torch.nn.Linear(2, 1, bias=False))
print(m, list(m.state_dict()), m.module, m(torch.zeros(1, 2)), type(m))

# --- distances_of_pairs
x = torch.tensor([[0., 0.], [3., 4.], [0., 1.]], requires_grad=True)
d = torch.pdist(x)
d[0].backward()
d, x.grad

# --- activations_in_place
import torch.nn.functional as F
x = torch.tensor([-2., 0.5])
F.elu_(x.clone()), F.leaky_relu_(x.clone(), 0.5), F.hardtanh_(x.clone()), F.threshold_(x.clone(), 0., 7.), F.rrelu_(x.clone(), 0.5, 0.5)

# --- star_imports
from torch.nn import *
from torch.optim.lr_scheduler import *
print(Linear(1, 1), Conv2d(1, 1, 1), CosineAnnealingWarmRestarts.__name__, functional.relu(torch.tensor(-1.)))

# --- metadata_of_a_state
net = torch.nn.Sequential(torch.nn.Linear(1, 1), torch.nn.BatchNorm1d(1))
print([(name, said["version"]) for name, said in net.state_dict()._metadata.items()])

# --- batch_norm_drawn_in
from torch import nn
from torch.nn.utils.fusion import fuse_conv_bn_eval, fuse_linear_bn_eval
torch.manual_seed(0)
conv, bn = nn.Conv2d(1, 2, 2).eval(), nn.BatchNorm2d(2).eval()
bn.running_mean.fill_(0.5), bn.running_var.fill_(4.)
both = fuse_conv_bn_eval(conv, bn)
x = torch.rand(1, 1, 3, 3)
print(both, torch.allclose(both(x), bn(conv(x)), atol=1e-5))
line, bn = nn.Linear(2, 3).eval(), nn.BatchNorm1d(3).eval()
print(torch.allclose(fuse_linear_bn_eval(line, bn)(torch.ones(1, 2)), bn(line(torch.ones(1, 2))), atol=1e-5))

# --- drawn_in_while_training
torch.nn.utils.fuse_conv_bn_eval(torch.nn.Conv2d(1, 1, 1), torch.nn.BatchNorm2d(1))

# --- mask_of_another_batch
x = torch.zeros(2, 3, 4)
torch.nn.MultiheadAttention(4, 2, batch_first=True)(x, x, x, key_padding_mask=torch.zeros(3, 2, dtype=torch.bool))

# --- inplace_by_mistake
torch.nn.ReLU(0.1)(torch.tensor([-1., 2.]))
