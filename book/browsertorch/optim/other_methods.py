"""Adadelta, Adamax, NAdam, RAdam, Rprop, ASGD: how one parameter changes in a step, in Tensor operations."""

import numpy as np

from ..core.tensor import Tensor, wrap
from .methods import _counted, _number, _zeros
from .optimizer import Optimizer, check


def _prepared(lr, options, betas=None):
    """The options, checked in torch's order: what each of these methods has."""
    if isinstance(lr, Tensor) and lr.numel() != 1:
        raise ValueError("Tensor lr must be 1-element")
    check(0.0 <= lr, "learning rate", lr)
    if "rho" in options:
        check(0.0 <= options["rho"] <= 1.0, "rho value", options["rho"])
    if "eps" in options:
        check(0.0 <= options["eps"], "epsilon value", options["eps"])
    for place, beta in enumerate(betas or ()):
        check(0.0 <= beta < 1.0, f"beta parameter at index {place}", beta)
    for name in ("weight_decay", "momentum_decay"):
        if name in options:
            check(0.0 <= options[name], f"{name} value", options[name])
    return dict(lr=lr, **({} if betas is None else {"betas": betas}), **options)


def _count():
    return wrap(np.zeros((), np.float32))


def _decayed(param, grad, group):
    """The gradient, with the weight's own share added; or the weight shrunk."""
    grad, decay = wrap(grad), group["weight_decay"]
    if decay and group.get("decoupled_weight_decay"):
        param.mul_(1 - _number(group["lr"]) * decay)
    elif decay:
        grad = grad.add(param, alpha=decay)
    return grad


class _InTensors(Optimizer):
    """Tensor operations silence numpy themselves."""

    _run = staticmethod(lambda update, *args: update(*args))


class Adadelta(_InTensors):
    """p ← p - lr · g · √(d + eps) / √(v + eps), with running means v of g² and d of the steps' squares (Zeiler 2012)."""

    def __init__(self, params, lr=1.0, rho=0.9, eps=1e-6, weight_decay=0, foreach=None, *, capturable=False, maximize=False,
                 differentiable=False):
        super().__init__(params, _prepared(lr, dict(rho=rho, eps=eps, weight_decay=weight_decay, maximize=maximize, capturable=capturable,
                                                    foreach=foreach, differentiable=differentiable)))

    def _update(self, param, grad, state, group):
        if not state:
            state.update(step=_count(), square_avg=_zeros(param), acc_delta=_zeros(param))
        _counted(state)
        rho, eps, grad = group["rho"], group["eps"], _decayed(param, grad, group)
        square, steps = state["square_avg"], state["acc_delta"]
        square.mul_(rho).addcmul_(grad, grad, value=1 - rho)
        delta = steps.add(eps).sqrt_().div_(square.add(eps).sqrt_()).mul_(grad)
        steps.mul_(rho).addcmul_(delta, delta, value=1 - rho)
        param.add_(delta, alpha=-_number(group["lr"]))


class Adamax(_InTensors):
    """p ← p - lr · m̂ / u with the running mean m of g and the decaying maximum u of |g| (Kingma and Ba 2014)."""

    def __init__(self, params, lr=2e-3, betas=(0.9, 0.999), eps=1e-8, weight_decay=0, foreach=None, *, maximize=False,
                 differentiable=False, capturable=False):
        super().__init__(params, _prepared(lr, dict(eps=eps, weight_decay=weight_decay, foreach=foreach, maximize=maximize,
                                                    differentiable=differentiable, capturable=capturable), betas))

    def _update(self, param, grad, state, group):
        if not state:
            state.update(step=_count(), exp_avg=_zeros(param), exp_inf=_zeros(param))
        step, (beta1, beta2), grad = _counted(state), group["betas"], _decayed(param, grad, group)
        mean, largest = state["exp_avg"], state["exp_inf"]
        mean.lerp_(grad, 1 - beta1)
        largest.copy_(largest.mul_(beta2).maximum(grad.abs().add_(group["eps"])))
        param.addcdiv_(mean, largest, value=-(_number(group["lr"]) / (1 - beta1**step)))


class NAdam(_InTensors):
    """Adam that looks one step ahead, as Nesterov's momentum does (Dozat 2016)."""

    def __init__(self, params, lr=2e-3, betas=(0.9, 0.999), eps=1e-8, weight_decay=0, momentum_decay=4e-3, decoupled_weight_decay=False, *,
                 foreach=None, maximize=False, capturable=False, differentiable=False):
        super().__init__(params, _prepared(lr, dict(eps=eps, weight_decay=weight_decay, momentum_decay=momentum_decay,
                                                    decoupled_weight_decay=decoupled_weight_decay, maximize=maximize, foreach=foreach,
                                                    capturable=capturable, differentiable=differentiable), betas))

    def _update(self, param, grad, state, group):
        if not state:
            state.update(step=_count(), mu_product=wrap(np.ones((), np.float32)), exp_avg=_zeros(param), exp_avg_sq=_zeros(param))
        step, (beta1, beta2), lr = _counted(state), group["betas"], _number(group["lr"])
        grad, mean, square, product = _decayed(param, grad, group), state["exp_avg"], state["exp_avg_sq"], state["mu_product"]
        now, following = (beta1 * (1.0 - 0.5 * 0.96 ** (n * group["momentum_decay"])) for n in (step, step + 1))
        product *= now
        mean.lerp_(grad, 1 - beta1)
        square.mul_(beta2).addcmul_(grad, grad, value=1 - beta2)
        divisor = square.div(1 - beta2**step).sqrt().add_(group["eps"])
        param.addcdiv_(grad, divisor, value=-lr * (1.0 - now) / (1.0 - product.item()))
        param.addcdiv_(mean, divisor, value=(-lr * following) / (1.0 - product.item() * following))


class RAdam(_InTensors):
    """Adam that starts as momentum, until the running mean of g² can be trusted (Liu et al. 2019)."""

    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8, weight_decay=0, decoupled_weight_decay=False, *, foreach=None,
                 maximize=False, capturable=False, differentiable=False):
        super().__init__(params, _prepared(lr, dict(eps=eps, weight_decay=weight_decay, maximize=maximize, foreach=foreach,
                                                    capturable=capturable, decoupled_weight_decay=decoupled_weight_decay,
                                                    differentiable=differentiable), betas))

    def _update(self, param, grad, state, group):
        if not state:
            state.update(step=_count(), exp_avg=_zeros(param), exp_avg_sq=_zeros(param))
        step, (beta1, beta2), lr = _counted(state), group["betas"], _number(group["lr"])
        grad, mean, square = _decayed(param, grad, group), state["exp_avg"], state["exp_avg_sq"]
        mean.lerp_(grad, 1 - beta1)
        square.mul_(beta2).addcmul_(grad, grad, value=1 - beta2)
        share = 1 - beta2**step
        longest = 2 / (1 - beta2) - 1
        length = longest - 2 * step * beta2**step / share
        update = mean / (1 - beta1**step) * lr
        if length > 5.0:
            rectified = ((length - 4) * (length - 2) * longest / ((longest - 4) * (longest - 2) * length)) ** 0.5
            update = update * (share**0.5 / square.sqrt().add_(group["eps"])) * rectified
        param.add_(update, alpha=-1.0)


class Rprop(_InTensors):
    """Each number goes against the sign of its gradient, in steps that grow while the sign stays (Riedmiller and Braun 1993)."""

    def __init__(self, params, lr=1e-2, etas=(0.5, 1.2), step_sizes=(1e-6, 50), *, capturable=False, foreach=None, maximize=False,
                 differentiable=False):
        options = _prepared(lr, dict(etas=etas, step_sizes=step_sizes, foreach=foreach, maximize=maximize, differentiable=differentiable,
                                     capturable=capturable))
        if not 0.0 < etas[0] < 1.0 < etas[1]:
            raise ValueError(f"Invalid eta values: {etas[0]}, {etas[1]}")
        super().__init__(params, options)

    def _update(self, param, grad, state, group):
        if not state:
            state.update(step=_count(), prev=_zeros(param), step_size=wrap(np.full_like(grad, _number(group["lr"]))))
        _counted(state)
        down, up = map(grad.dtype.type, group["etas"])
        before, size = state["prev"], state["step_size"]
        turned = np.sign(grad * before._a)
        size.mul_(wrap(np.where(turned > 0, up, np.where(turned < 0, down, grad.dtype.type(1))))).clamp_(*group["step_sizes"])
        grad = wrap(np.where(turned < 0, grad.dtype.type(0), grad))
        param.addcmul_(grad.sign(), size, value=-1)
        before.copy_(grad)


class ASGD(_InTensors):
    """SGD that also keeps the average of the parameters, in state["ax"] (Polyak and Juditsky 1992)."""

    def __init__(self, params, lr=1e-2, lambd=1e-4, alpha=0.75, t0=1e6, weight_decay=0, foreach=None, maximize=False, differentiable=False,
                 capturable=False):
        super().__init__(params, _prepared(lr, dict(lambd=lambd, alpha=alpha, t0=t0, weight_decay=weight_decay, foreach=foreach,
                                                    maximize=maximize, differentiable=differentiable, capturable=capturable)))

    def _update(self, param, grad, state, group):
        lr, lambd = _number(group["lr"]), group["lambd"]
        if not state:
            state.update(step=_count(), eta=wrap(np.array(lr, np.float32)), mu=wrap(np.ones((), np.float32)), ax=_zeros(param))
        step, grad, eta, average = _counted(state), _decayed(param, grad, group), state["eta"].item(), state["ax"]
        param.mul_(1 - lambd * eta).add_(grad, alpha=-eta)
        if state["mu"].item() == 1:
            average.copy_(param)
        else:
            average.add_(param.sub(average).mul_(state["mu"]))
        state["eta"]._a[...] = lr / (1 + lambd * lr * step) ** group["alpha"]
        state["mu"]._a[...] = 1 / max(1, step - group["t0"])


for _class in (Adadelta, Adamax, NAdam, RAdam, Rprop, ASGD):     # a class says where torch keeps it
    _class.__module__ = "torch.optim." + _class.__name__.lower()
del _class
