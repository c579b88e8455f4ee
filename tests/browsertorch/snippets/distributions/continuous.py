# --- normal
from torch.distributions import Normal
d = Normal(torch.tensor([0.0, 1.0]), torch.tensor([1.0, 2.0]))
print(d, d.batch_shape, d.event_shape, d.mean, d.mode, d.variance, d.stddev, d.entropy())
torch.manual_seed(7)
print(d.sample(), d.sample((3,)), d.rsample((2, 2)), torch.rand(1))
print(d.log_prob(torch.tensor([0.2, 0.3])), d.cdf(torch.tensor(0.7)), d.icdf(torch.tensor(0.7)))
d.expand((3, 2)), Normal(0.0, 1.0), Normal(0, 1).sample().dtype, d.perplexity(), Normal.arg_constraints, d.has_rsample

# --- rsample_lets_gradients_through
from torch.distributions import Exponential, Laplace, LogNormal, Normal, Uniform
torch.set_printoptions(precision=2)
for make in (Normal, lambda a, b: Uniform(a, a + b), Laplace, LogNormal, lambda a, b: Exponential(a)):
    a, b = torch.tensor([0.5, 1.5], requires_grad=True), torch.tensor([0.75, 1.25], requires_grad=True)
    torch.manual_seed(1)
    x = make(a, b).rsample((3,))
    x.square().sum().backward()
    print(x.grad_fn, a.grad, b.grad)

# --- sample_cuts_them_off
from torch.distributions import Normal
loc = torch.zeros(2, requires_grad=True)
d = Normal(loc, 1.0)
print(d, d.sample().requires_grad, d.rsample().requires_grad, Normal(loc.expand(3, 2), 1.0))
d.log_prob(torch.ones(2)).sum().backward()
loc.grad

# --- uniform
from torch.distributions import Uniform
d = Uniform(torch.tensor([0.0, 1.0]), 3.0)
print(d, d.mean, d.mode, d.variance, d.stddev, d.entropy(), d.support)
torch.manual_seed(7)
print(d.sample((2,)), Uniform(0, 1).sample((3,)))
d.log_prob(torch.tensor([0.5, 3.0])), d.cdf(torch.tensor([0.5, 2.5])), d.icdf(torch.tensor(0.5))

# --- exponential_and_laplace
from torch.distributions import Exponential, Laplace
for d in (Exponential(torch.tensor([0.2, 3.0])), Exponential(2.0), Laplace(torch.tensor([0.2, 3.0]), 1.0)):
    torch.manual_seed(7)
    print(d, d.mean, d.mode, d.variance, d.stddev, d.entropy(), d.sample((2,)))
    print(d.log_prob(torch.tensor(0.25)), d.cdf(torch.tensor(0.25)), d.icdf(torch.tensor(0.25)))

# --- gamma_numbers_are_torchs
from torch.distributions import Beta, Chi2, Dirichlet, Gamma
for d in (Gamma(torch.tensor([0.2, 3.0, 12.0]), 2.0), Gamma(torch.tensor([0.3, 5.0], dtype=torch.float64), 1.0), Beta(torch.tensor([0.2, 3.0]), 2.0),
          Beta(2.0, 2.0), Chi2(torch.tensor([1.0, 4.0])), Dirichlet(torch.tensor([[0.2, 3.0, 1.0], [1.0, 1.0, 1.0]]))):
    torch.manual_seed(7)
    print(d, d.batch_shape, d.event_shape, d.sample((2,)), torch.rand(1))
    print(d.mean, d.mode, d.variance, d.entropy(), d.expand((2, *d.batch_shape)).sample().shape)

# --- gamma_densities
from torch.distributions import Beta, Chi2, Dirichlet, Gamma
print(Gamma(2.0, 3.0).log_prob(torch.tensor([0.5, 2.0])), Gamma(2.0, 3.0).cdf(torch.tensor([0.5, 2.0])))
print(Beta(2.0, 3.0).log_prob(torch.tensor([0.25, 0.5])), Chi2(4.0).log_prob(torch.tensor(3.0)))
a = torch.tensor([2.0, 3.0, 5.0], requires_grad=True)
d = Dirichlet(a)
print(d.log_prob(torch.tensor([0.2, 0.3, 0.5])))
torch.autograd.grad(d.log_prob(torch.tensor([0.2, 0.3, 0.5])), a), Dirichlet(torch.tensor([0.2, 0.5])).mode

# --- gamma_rsample
from torch.distributions import Gamma
a, rate = torch.tensor([0.5, 2.0, 6.0], requires_grad=True), torch.tensor(2.0, requires_grad=True)
torch.manual_seed(3)
x = Gamma(a, rate).rsample()
x.sum().backward()
print(x.grad_fn)
[f"{g:.2f}" for g in a.grad], rate.grad

# --- multivariate_normal
from torch.distributions import MultivariateNormal
C = torch.tensor([[2.0, 0.5], [0.5, 1.0]])
for d in (MultivariateNormal(torch.zeros(2), C), MultivariateNormal(torch.zeros(3, 2), precision_matrix=C),
          MultivariateNormal(torch.zeros(2), scale_tril=torch.linalg.cholesky(C))):
    torch.manual_seed(7)
    print(d, d.batch_shape, d.event_shape, d.sample((2,)))
    print(d.mean, (4 * d.variance).round(), d.entropy(), d.log_prob(torch.tensor([1.0, 2.0])))
    print(d.covariance_matrix, d.scale_tril, d.precision_matrix)
d.expand((2,)).sample().shape

# --- multivariate_normal_gradients
from torch.distributions import MultivariateNormal, kl_divergence
mu, C = torch.zeros(2, requires_grad=True), torch.tensor([[2.0, 0.5], [0.5, 1.0]], requires_grad=True)
d = MultivariateNormal(mu, C)
print(torch.autograd.grad(d.log_prob(torch.ones(3, 2)).sum(), [mu, C], retain_graph=True))
other = MultivariateNormal(torch.ones(2), torch.eye(2))
print(kl_divergence(d, other), torch.autograd.grad(kl_divergence(d, other), [mu, C]))
L = torch.tensor([[1.0, 0.0], [0.5, 2.0]], requires_grad=True)
torch.manual_seed(2)
torch.autograd.grad(MultivariateNormal(mu, scale_tril=L).rsample((4,)).square().sum(), [mu, L])

# --- vae_step
from torch import nn
from torch.distributions import Independent, Normal, kl_divergence
torch.manual_seed(23)
x = torch.rand(6, 3)
enc, dec = nn.Linear(3, 4), nn.Linear(2, 3)
mean, log_var = enc(x).chunk(2, dim=1)
post = Independent(Normal(mean, (0.5 * log_var).exp()), 1)
prior = Independent(Normal(torch.zeros(2), torch.ones(2)), 1)
loss = ((dec(post.rsample()) - x).square().sum(1) + kl_divergence(post, prior)).mean()
loss.backward()
print(post, loss, enc.weight.grad)
