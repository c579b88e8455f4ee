"""load_state_dict: copying a saved state into a module, with a list of everything that does not fit."""

from collections import namedtuple

from ..base.modes import no_grad
from ..core.tensor import Tensor
from .parameter import Parameter


class IncompatibleKeys(namedtuple("IncompatibleKeys", ["missing_keys", "unexpected_keys"])):
    """What load_state_dict returns: the keys it did not find, and those it had no use for."""

    __slots__ = ()

    def __repr__(self):
        if not self.missing_keys and not self.unexpected_keys:
            return "<All keys matched successfully>"
        return "_" + super().__repr__()


def load(module, state_dict, strict, assign):
    """Module.load_state_dict."""
    if not hasattr(state_dict, "items"):
        raise TypeError(f"Expected state_dict to be dict-like, got {type(state_dict)}.")
    missing, problems, known = [], [], set()
    for path, part in module.named_modules(remove_duplicate=False):
        for place in (part._parameters, part._buffers):
            for name, own in place.items():
                if own is None or name in part._non_persistent_buffers_set:
                    continue
                key = f"{path}.{name}" if path else name
                known.add(key)
                if key in state_dict:
                    problems += _copy(place, name, own, key, state_dict[key], assign)
                elif name != "num_batches_tracked" or version(state_dict, path) >= 2:      # of old states it was not part
                    missing.append(key)
    unexpected = [key for key in state_dict if key not in known]
    if strict:
        lists = [f"{title} key(s) in state_dict: " + ", ".join(f'"{key}"' for key in keys) + ". "
                 for title, keys in (("Missing", missing), ("Unexpected", unexpected)) if keys]
        problems = lists + problems
    if problems:
        raise RuntimeError(f"Error(s) in loading state_dict for {type(module).__name__}:\n\t" + "\n\t".join(problems))
    return IncompatibleKeys(missing, unexpected)


def version(state_dict, path):
    """What state_dict() wrote of a module's version; 1 where it says nothing."""
    return getattr(state_dict, "_metadata", {}).get(path, {}).get("version", 1)


def _copy(place, name, own, key, new, assign):
    """Copy one tensor; the list of what is wrong with it."""
    if not isinstance(new, Tensor):
        return [f'While copying the parameter named "{key}", expected torch.Tensor or Tensor-like object from checkpoint '
                f"but received {type(new)}"]
    if hasattr(own, "materialize"):      # of a lazy layer
        own.materialize(new.shape)
    if own.shape != new.shape:
        return [f"size mismatch for {key}: copying a param with shape {new.shape} from checkpoint, the shape in current model "
                f"is {own.shape}."]
    with no_grad():
        if assign:
            place[name] = Parameter(new, own.requires_grad) if isinstance(own, Parameter) else new
        else:
            if own.is_meta and new.is_cpu:
                from ..ops.meta import not_assigned    # late: it is in the second archive
                not_assigned(key)
            try:
                own.copy_(new)
            except NotImplementedError as error:
                return [f'While copying the parameter named "{key}", whose dimensions in the model are {own.shape} and whose dimensions in '
                        f"the checkpoint are {new.shape}, an exception occurred : {error.args}."]
    return []
