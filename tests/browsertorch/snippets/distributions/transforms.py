# --- transforms_there_and_back
from torch.distributions.transforms import *
torch.set_printoptions(precision=2)
x = torch.tensor([0.25, 0.5, 2.0])
for t in (ExpTransform(), SigmoidTransform(), TanhTransform(), SoftplusTransform(), AffineTransform(1.0, 2.0), AffineTransform(0.0, -2.0),
          PowerTransform(2.0), AbsTransform(), ComposeTransform([AffineTransform(1.0, 2.0), ExpTransform()]), ExpTransform().inv):
    y = t(x)
    print(t, y, t.inv(y), t.domain, t.codomain, t.bijective)
    if t.bijective:
        print(t.log_abs_det_jacobian(x, y), t.sign)

# --- transforms_of_vectors
from torch.distributions.transforms import *
torch.set_printoptions(precision=2)
x = torch.tensor([[0.25, 0.5], [1.0, 2.0]])
t = ComposeTransform([AffineTransform(torch.tensor([1.0, 2.0]), 3.0, event_dim=1), ExpTransform()])
print(t(x), t.log_abs_det_jacobian(x, t(x)), t.domain, t.codomain, t.inv, t.event_dim, t.forward_shape((2,)))
i = IndependentTransform(ExpTransform(), 1)
print(i, i(x), i.log_abs_det_jacobian(x, i(x)), i.domain, SoftmaxTransform()(x), SoftmaxTransform().inv(torch.ones(2)))
i(torch.tensor(1.0))

# --- equal_transforms
from torch.distributions.transforms import *
torch.set_printoptions(precision=2)
print(ExpTransform() == ExpTransform(), AffineTransform(1.0, 2.0) == AffineTransform(1.0, 2.0), AffineTransform(1.0, 2.0) == AffineTransform(1.0, 3.0))
print(ExpTransform() == TanhTransform(), ExpTransform().inv == ExpTransform().inv, identity_transform)
t = ExpTransform()
t.inv.inv is t

# --- cache
from torch.distributions.transforms import ExpTransform
t, x = ExpTransform(cache_size=1), torch.ones(2)
y = t(x)
t(x) is y, t.inv(y) is x, ExpTransform().inv(y) is x

# --- transformed_distribution
from torch.distributions import *
flows = [TransformedDistribution(Normal(torch.tensor([0.0, 1.0]), 1.0), [AffineTransform(1.0, 2.0), TanhTransform()]),
         TransformedDistribution(Uniform(0.0, 1.0), [SigmoidTransform().inv, AffineTransform(1.0, -2.0)]),
         TransformedDistribution(Normal(torch.zeros(3), 1.0), [ExpTransform(), SoftplusTransform()])]
for d in flows:
    torch.manual_seed(7)
    x = d.sample((2,))
    print(d, d.batch_shape, d.event_shape, x, d.support, d.has_rsample)
    print(d.log_prob(torch.tensor(0.75)), d.cdf(torch.tensor(0.75)), d.icdf(torch.tensor(0.75)), d.expand((2, *d.batch_shape)).sample().shape)

# --- flow_of_vectors
from torch.distributions import *
loc, scale = torch.tensor([1.0, 2.0], requires_grad=True), torch.tensor([0.5, 2.0], requires_grad=True)
d = TransformedDistribution(Normal(torch.zeros(2), 1.0), AffineTransform(loc, scale, event_dim=1))
print(d.batch_shape, d.event_shape, d.base_dist, d.support)
loss = -d.log_prob(torch.tensor([[1.0, 1.0], [0.5, 3.0]])).mean()
loss.backward()
loss, loc.grad, scale.grad

# --- log_normal
from torch.distributions import LogNormal
d = LogNormal(torch.tensor([0.0, 1.0]), 0.5)
torch.manual_seed(7)
print(d, d.loc, d.scale, d.mean, d.mode, d.variance, d.entropy(), d.sample((2,)), d.support)
d.log_prob(torch.tensor([1.0, 2.0])), d.cdf(torch.tensor(1.0)), d.expand((3, 2)).sample().shape

# --- independent
from torch.distributions import Independent, Normal
d = Independent(Normal(torch.zeros(2, 3), 1.0), 1)
torch.manual_seed(7)
d, d.batch_shape, d.event_shape, d.log_prob(torch.zeros(3)), d.entropy(), d.mean, d.variance, d.sample((2,)).shape, d.support, d.expand((4, 2))
