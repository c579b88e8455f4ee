"""torch.amp: half precision where there is none. Programs written for a GPU run as they do on a computer without one: switched off."""

import functools
import warnings

from .base.missing import missing, no_attribute
from .core.tensor import Tensor
from .ops import public

full, isfinite = public("full"), public("isfinite")


class autocast:
    """Context manager and decorator. Switched on for "cuda" it says that there is none; for "cpu" it would need bfloat16."""

    def __init__(self, device_type, dtype=None, enabled=True, cache_enabled=None):
        if not isinstance(device_type, str):
            raise ValueError(f"Expected `device_type` of type `str`, got: `{type(device_type)}`")
        if device_type not in ("cuda", "cpu"):
            raise RuntimeError(f"User specified an unsupported autocast device_type '{device_type}'")
        if device_type == "cuda" and enabled:
            warnings.warn("CUDA is not available or torch_xla is imported. Disabling autocast.", stacklevel=3 if type(self) is not autocast else 2)
        elif enabled:
            raise missing("torch.autocast('cpu')")

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        return False

    def __call__(self, function):
        @functools.wraps(function)
        def decorated(*args, **kwargs):
            return function(*args, **kwargs)
        return decorated


def is_autocast_enabled(device_type="cuda"):
    """Never, here."""
    return False


def is_autocast_available(device_type):
    """For "cpu" and "cuda", as in torch."""
    return device_type in ("cpu", "cuda")


class GradScaler:
    """Multiplies the loss, so that small gradients of half precision do not become 0, and divides the gradients again."""

    def __init__(self, device="cuda", init_scale=2.0**16, growth_factor=2.0, backoff_factor=0.5, growth_interval=2000, enabled=True):
        self._enabled = enabled
        if enabled and device == "cuda":
            warnings.warn("torch.cuda.amp.GradScaler is enabled, but CUDA is not available.  Disabling.",
                          stacklevel=3 if type(self) is not GradScaler else 2)
            self._enabled = False
        if self._enabled:
            if growth_factor <= 1.0:
                raise AssertionError("The growth factor must be > 1.0.")
            if backoff_factor >= 1.0:
                raise AssertionError("The backoff factor must be < 1.0.")
        self._init_scale, self._growth_factor, self._backoff_factor = init_scale, growth_factor, backoff_factor
        self._growth_interval, self._growth_tracker, self._scale = growth_interval, 0, None
        self._seen = {}      # optimizer -> whether its gradients are finite, once they were divided; since the last update()

    def is_enabled(self):
        """Does it do anything?"""
        return self._enabled

    def get_scale(self):
        """The factor."""
        return (self._init_scale if self._scale is None else self._scale.item()) if self._enabled else 1.0

    def scale(self, outputs):
        """The tensor, or each tensor of an iterable, times the factor."""
        if not self._enabled:
            return outputs
        if self._scale is None:
            self._scale = full((), self._init_scale)
        if isinstance(outputs, Tensor):
            return outputs * self._scale
        if not hasattr(outputs, "__iter__"):
            raise ValueError("outputs must be a Tensor or an iterable of Tensors")
        return type(outputs)(map(self.scale, outputs)) if isinstance(outputs, (list, tuple)) else map(self.scale, outputs)

    def unscale_(self, optimizer):
        """Divide the gradients of an optimizer's parameters, for instance to clip them before step()."""
        if not self._enabled:
            return
        if self._scale is None:
            raise AssertionError("Attempted unscale_ but _scale is None.  This may indicate your script did not use scaler.scale(loss or outputs) "
                                 "earlier in the iteration.")
        if optimizer in self._seen:
            raise RuntimeError("unscale_() has already been called on this optimizer since the last update()."
                               if self._seen[optimizer] is not None else "unscale_() is being called after step().")
        grads = [p.grad for group in optimizer.param_groups for p in group["params"] if p.grad is not None]
        for g in grads:
            g.detach().mul_(1 / self._scale)
        self._seen[optimizer] = all(bool(isfinite(g).all()) for g in grads)

    def step(self, optimizer, *args, **kwargs):
        """optimizer.step(), unless a gradient is infinite or NaN."""
        if not self._enabled:
            return optimizer.step(*args, **kwargs)
        if "closure" in kwargs:
            raise RuntimeError("Closure use is not currently supported if GradScaler is enabled.")
        if self._seen.get(optimizer, 0) is None:
            raise RuntimeError("step() has already been called since the last update().")
        if optimizer not in self._seen:
            self.unscale_(optimizer)
        finite = self._seen[optimizer]
        result = optimizer.step(*args, **kwargs) if finite else None
        self._seen[optimizer] = None
        self._finite = getattr(self, "_finite", True) and finite
        return result

    def update(self, new_scale=None):
        """A smaller factor after infinite gradients, a larger one after growth_interval steps without."""
        if not self._enabled:
            return
        if self._scale is None:
            raise AssertionError("Attempted update but _scale is None.  This may indicate your script did not use scaler.scale(loss or outputs) "
                                 "earlier in the iteration.")
        if new_scale is not None:
            self._scale.fill_(new_scale)
        elif not self._seen:
            raise AssertionError("No inf checks were recorded prior to update.")
        elif not self._finite:
            self._scale.mul_(self._backoff_factor)
            self._growth_tracker = 0
        else:
            self._growth_tracker += 1
            if self._growth_tracker == self._growth_interval:
                self._scale.mul_(self._growth_factor)
                self._growth_tracker = 0
        self._seen, self._finite = {}, True

    def state_dict(self):
        """What to save; nothing while switched off."""
        if not self._enabled:
            return {}
        return {"scale": self.get_scale(), "growth_factor": self._growth_factor, "backoff_factor": self._backoff_factor,
                "growth_interval": self._growth_interval, "_growth_tracker": self._growth_tracker}

    def load_state_dict(self, state_dict):
        """Take over a saved state."""
        if not self._enabled:
            return
        if len(state_dict) == 0:
            raise RuntimeError("The source state dict is empty, possibly because it was saved from a disabled instance of GradScaler.")
        self._init_scale, self._growth_tracker = state_dict["scale"], state_dict["_growth_tracker"]
        self._growth_factor, self._backoff_factor = state_dict["growth_factor"], state_dict["backoff_factor"]
        self._growth_interval = state_dict["growth_interval"]
        if self._scale is not None:
            self._scale.fill_(self._init_scale)


autocast.__module__, GradScaler.__module__ = "torch.amp.autocast_mode", "torch.amp.grad_scaler"


def __getattr__(name):
    raise no_attribute("amp", name)
