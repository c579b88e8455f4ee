"""Averages of a model's parameters over training: stochastic weight averaging and moving averages (torch.optim.swa_utils)."""

import copy
import math

from ..base.missing import no_attribute
from ..base.modes import no_grad
from ..nn.module import Module
from ..ops import public
from .lr_scheduler import LRScheduler
from .schedules import _for_each

tensor = public("tensor")


def get_swa_avg_fn():
    """The plain average."""
    return lambda averaged, now, count: averaged + (now - averaged) / (count + 1)


def get_ema_avg_fn(decay=0.999):
    """The moving average: decay · average + (1 - decay) · now."""
    _check_decay(decay)
    return lambda averaged, now, count: decay * averaged + (1 - decay) * now


def _check_decay(decay):
    if decay < 0.0 or decay > 1.0:
        raise ValueError(f"Invalid decay value {decay} provided. Please provide a value in [0,1] range.")


@no_grad()
def _averaged(averaged, now, count):
    for a, b in zip(averaged, now):
        a.lerp_(b, 1 / (int(count) + 1))


def get_swa_multi_avg_fn():
    """The plain average of all parameters, in place."""
    return _averaged


def get_ema_multi_avg_fn(decay=0.999):
    """The moving average of all parameters, in place."""
    _check_decay(decay)

    @no_grad()
    def moved(averaged, now, _):
        for a, b in zip(averaged, now):
            if a.is_floating_point() or a.is_complex():
                a.lerp_(b, 1 - decay)
            else:
                a.copy_(a * decay + b * (1 - decay))
    return moved


class AveragedModel(Module):
    """A copy of a model; update_parameters(model) lets it follow the average."""

    def __init__(self, model, device=None, avg_fn=None, multi_avg_fn=None, use_buffers=False):
        super().__init__()
        if avg_fn is not None and multi_avg_fn is not None:
            raise AssertionError("Only one of avg_fn and multi_avg_fn should be provided")
        self.module = copy.deepcopy(model)
        if device is not None:
            self.module = self.module.to(device)
        self.register_buffer("n_averaged", tensor(0))
        self.avg_fn, self.multi_avg_fn, self.use_buffers = avg_fn, multi_avg_fn, use_buffers

    def forward(self, *args, **kwargs):
        return self.module(*args, **kwargs)

    def update_parameters(self, model):
        """Let the average take in the model's parameters."""
        own, other = ([t.detach() for t in (*m.parameters(), *(m.buffers() if self.use_buffers else ()))] for m in (self.module, model))
        if self.n_averaged == 0:
            for a, b in zip(own, other):
                a.copy_(b)
        elif self.avg_fn is not None:
            for a, b in zip(own, other):
                a.copy_(self.avg_fn(a, b, self.n_averaged))
        else:
            (self.multi_avg_fn or _averaged)(own, other, self.n_averaged)
        if not self.use_buffers:
            for a, b in zip(self.module.buffers(), model.buffers()):
                a.detach().copy_(b.detach())
        self.n_averaged += 1


@no_grad()
def update_bn(loader, model, device=None):
    """Let batch normalisation's running means see all the data once."""
    momenta = {m: m.momentum for m in model.modules() if hasattr(m, "running_mean") and hasattr(m, "reset_running_stats")}
    if not momenta:
        return
    for m in momenta:
        m.reset_running_stats()
        m.momentum = None
    training = model.training
    model.train()
    for batch in loader:
        batch = batch[0] if isinstance(batch, (list, tuple)) else batch
        model(batch if device is None else batch.to(device))
    for m, momentum in momenta.items():
        m.momentum = momentum
    model.train(training)


class SWALR(LRScheduler):
    """From the present rate to swa_lr in anneal_epochs epochs, and there it stays."""

    def __init__(self, optimizer, swa_lr, anneal_epochs=10, anneal_strategy="cos", last_epoch=-1):
        for rate, group in zip(_for_each("swa_lr", optimizer, swa_lr), optimizer.param_groups):
            group["swa_lr"] = rate
        if anneal_strategy not in ("cos", "linear"):
            raise ValueError(f"anneal_strategy must be one of 'cos' or 'linear', instead got {anneal_strategy}")
        if not isinstance(anneal_epochs, int) or anneal_epochs < 0:
            raise ValueError(f"anneal_epochs must be equal or greater than 0, got {anneal_epochs}")
        self._anneal_strategy, self.anneal_epochs = anneal_strategy, anneal_epochs
        super().__init__(optimizer, last_epoch)

    def _share(self, step):
        t = max(0, min(1, step / max(1, self.anneal_epochs)))
        return t if self._anneal_strategy == "linear" else (1 - math.cos(math.pi * t)) / 2

    def get_lr(self):
        """The next rates of all groups."""
        step = self._step_count - 1
        if self.anneal_epochs == 0:
            step = max(1, step)
        before, now = self._share(step - 1), self._share(step)
        starts = [group["swa_lr"] if before == 1 else (group["lr"] - before * group["swa_lr"]) / (1 - before)
                  for group in self.optimizer.param_groups]
        return [group["swa_lr"] * now + start * (1 - now) for group, start in zip(self.optimizer.param_groups, starts)]


def __getattr__(name):
    raise no_attribute("optim.swa_utils", name)
