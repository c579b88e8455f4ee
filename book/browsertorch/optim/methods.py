"""SGD, Adam, AdamW, RMSprop, Adagrad: how one parameter changes in a step.

All work on numpy arrays and round where torch's kernels do; `scaled_add` is torch's add(alpha=…), and so on.
"""

import numpy as np

from ..base.rounding import fma
from ..core.tensor import Tensor, wrap
from .optimizer import Optimizer, check


def scaled_add(a, b, alpha):
    """a + alpha · b."""
    return fma(b, b.dtype.type(alpha), a)


def add_product(a, b, value):
    """a + value · b²."""
    return fma(b.dtype.type(value) * b, b, a)


def add_quotient(a, b, c, value):
    """a + value · b / c."""
    return a + b.dtype.type(value) * b / c


def interpolate(a, b, weight):
    """The way from a to b, by the share `weight`."""
    weight = a.dtype.type(weight)
    if abs(weight) < 0.5:
        return fma(b - a, weight, a)
    return fma(b - a, weight - 1, b)


def _zeros(param):
    return wrap(np.zeros_like(param._a))


def _counted(state):
    """The number of this step, from 1."""
    state["step"]._a[...] += 1
    return state["step"].item()


def _number(value):
    return value.item() if isinstance(value, Tensor) else value


def _check_rate(lr):
    if isinstance(lr, Tensor) and lr.numel() != 1:
        raise ValueError("Tensor lr must be 1-element")


class SGD(Optimizer):
    """p ← p - lr · g; with momentum g is replaced by b ← momentum · b + (1 - dampening) · g."""

    def __init__(self, params, lr=1e-3, momentum=0, dampening=0, weight_decay=0, nesterov=False, *, maximize=False,
                 foreach=None, differentiable=False, fused=None):
        _check_rate(lr)
        check(not lr < 0.0, "learning rate", lr)
        check(not momentum < 0.0, "momentum value", momentum)
        check(not weight_decay < 0.0, "weight_decay value", weight_decay)
        if nesterov and (momentum <= 0 or dampening != 0):
            raise ValueError("Nesterov momentum requires a momentum and zero dampening")
        super().__init__(params, dict(lr=lr, momentum=momentum, dampening=dampening, weight_decay=weight_decay,
                                      nesterov=nesterov, maximize=maximize, foreach=foreach, differentiable=differentiable,
                                      fused=fused))

    def _update(self, param, grad, state, group):
        momentum = group["momentum"]
        if group["weight_decay"]:
            grad = scaled_add(grad, param._a, group["weight_decay"])
        if momentum:
            buffer = state.get("momentum_buffer")
            if buffer is None:
                buffer = state["momentum_buffer"] = wrap(grad.copy())
            else:
                buffer._a[...] = scaled_add(buffer._a * buffer._a.dtype.type(momentum), grad, 1 - group["dampening"])
            grad = scaled_add(grad, buffer._a, momentum) if group["nesterov"] else buffer._a
        param._a[...] = scaled_add(param._a, grad, -_number(group["lr"]))


class Adam(Optimizer):
    """p ← p - lr · m̂ / (√v̂ + eps) with running means m of g and v of g² (Kingma and Ba 2014)."""

    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8, weight_decay=0, amsgrad=False, *, foreach=None,
                 maximize=False, capturable=False, differentiable=False, fused=None, decoupled_weight_decay=False):
        if isinstance(lr, Tensor) and foreach and not capturable:
            raise ValueError("lr as a Tensor is not supported for capturable=False and foreach=True")
        _check_rate(lr)
        check(0.0 <= lr, "learning rate", lr)
        check(0.0 <= eps, "epsilon value", eps)
        for place in (0, 1):
            check(0.0 <= betas[place] < 1.0, f"beta parameter at index {place}", betas[place])
        check(0.0 <= weight_decay, "weight_decay value", weight_decay)
        super().__init__(params, dict(lr=lr, betas=betas, eps=eps, weight_decay=weight_decay, amsgrad=amsgrad,
                                      maximize=maximize, foreach=foreach, capturable=capturable, differentiable=differentiable,
                                      fused=fused, decoupled_weight_decay=decoupled_weight_decay))

    def _update(self, param, grad, state, group):
        lr, (beta1, beta2), decay = group["lr"], map(_number, group["betas"]), group["weight_decay"]
        if isinstance(lr, Tensor):
            lr = lr._a      # its dtype rounds what is made of it
        number = param._a.dtype.type
        if not state:
            state.update(step=wrap(np.zeros((), np.float32)), exp_avg=_zeros(param), exp_avg_sq=_zeros(param))
            if group["amsgrad"]:
                state["max_exp_avg_sq"] = _zeros(param)
        step = _counted(state)
        if decay and group["decoupled_weight_decay"]:
            param._a[...] *= number(1 - lr * decay)
            param._counter[0] += 1
        elif decay:
            grad = scaled_add(grad, param._a, decay)
        mean, square = state["exp_avg"]._a, state["exp_avg_sq"]._a
        mean[...] = interpolate(mean, grad, 1 - beta1)
        square[...] = add_product(square * number(beta2), grad, 1 - beta2)
        if group["amsgrad"]:
            largest = state["max_exp_avg_sq"]._a
            largest[...] = np.maximum(largest, square)
            square = largest
        correction = (1 - beta2**step) ** 0.5
        denominator = np.sqrt(square) / number(correction) + number(group["eps"])
        param._a[...] = add_quotient(param._a, mean, denominator, -(lr / (1 - beta1**step)))


class AdamW(Adam):
    """Adam whose weight decay shrinks the parameter itself (Loshchilov and Hutter 2017)."""

    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8, weight_decay=1e-2, amsgrad=False, *, maximize=False,
                 foreach=None, capturable=False, differentiable=False, fused=None):
        super().__init__(params, lr, betas, eps, weight_decay, amsgrad, foreach=foreach, maximize=maximize,
                         capturable=capturable, differentiable=differentiable, fused=fused, decoupled_weight_decay=True)


class RMSprop(Optimizer):
    """p ← p - lr · g / (√v + eps) with the running mean v of g² (Hinton 2012)."""

    def __init__(self, params, lr=1e-2, alpha=0.99, eps=1e-8, weight_decay=0, momentum=0, centered=False, capturable=False,
                 foreach=None, maximize=False, differentiable=False):
        _check_rate(lr)
        check(0.0 <= lr, "learning rate", lr)
        check(0.0 <= eps, "epsilon value", eps)
        check(0.0 <= momentum, "momentum value", momentum)
        check(0.0 <= weight_decay, "weight_decay value", weight_decay)
        check(0.0 <= alpha, "alpha value", alpha)
        super().__init__(params, dict(lr=lr, momentum=momentum, alpha=alpha, eps=eps, centered=centered,
                                      weight_decay=weight_decay, capturable=capturable, foreach=foreach, maximize=maximize,
                                      differentiable=differentiable))

    def _update(self, param, grad, state, group):
        alpha, lr, momentum = group["alpha"], _number(group["lr"]), group["momentum"]
        number = param._a.dtype.type
        if not state:
            state.update(step=wrap(np.zeros((), np.float32)), square_avg=_zeros(param))
            if momentum > 0:
                state["momentum_buffer"] = _zeros(param)
            if group["centered"]:
                state["grad_avg"] = _zeros(param)
        _counted(state)
        if group["weight_decay"]:
            grad = scaled_add(grad, param._a, group["weight_decay"])
        square = state["square_avg"]._a
        square[...] = add_product(square * number(alpha), grad, 1 - alpha)
        average = square
        if group["centered"]:
            mean = state["grad_avg"]._a
            mean[...] = interpolate(mean, grad, 1 - alpha)
            average = add_product(square, mean, -1)
        average = np.sqrt(average) + number(group["eps"])
        if momentum > 0:
            buffer = state["momentum_buffer"]._a
            buffer[...] = add_quotient(buffer * number(momentum), grad, average, 1.0)
            param._a[...] = scaled_add(param._a, buffer, -lr)
        else:
            param._a[...] = add_quotient(param._a, grad, average, -lr)


class Adagrad(Optimizer):
    """p ← p - lr · g / (√Σg² + eps) (Duchi et al. 2011)."""

    def __init__(self, params, lr=1e-2, lr_decay=0, weight_decay=0, initial_accumulator_value=0, eps=1e-10, foreach=None, *,
                 maximize=False, differentiable=False, fused=None):
        _check_rate(lr)
        check(0.0 <= lr, "learning rate", lr)
        check(0.0 <= lr_decay, "lr_decay value", lr_decay)
        check(0.0 <= weight_decay, "weight_decay value", weight_decay)
        check(0.0 <= initial_accumulator_value, "initial_accumulator_value value", initial_accumulator_value)
        check(0.0 <= eps, "epsilon value", eps)
        super().__init__(params, dict(lr=lr, lr_decay=lr_decay, eps=eps, weight_decay=weight_decay,
                                      initial_accumulator_value=initial_accumulator_value, foreach=foreach, maximize=maximize,
                                      differentiable=differentiable, fused=fused))
        for group in self.param_groups:
            for param in group["params"]:
                start = np.full_like(param._a, initial_accumulator_value)
                self.state[param].update(step=wrap(np.zeros((), np.float32)), sum=wrap(start))

    def _update(self, param, grad, state, group):
        step = _counted(state)
        if group["weight_decay"]:
            grad = scaled_add(grad, param._a, group["weight_decay"])
        lr = _number(group["lr"]) / (1 + (step - 1) * group["lr_decay"])
        total = state["sum"]._a
        total[...] = add_product(total, grad, 1)
        param._a[...] = add_quotient(param._a, grad, np.sqrt(total) + total.dtype.type(group["eps"]), -lr)
