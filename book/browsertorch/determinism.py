"""Switches for reproducible and for faster results. Nothing here depends on them: every result is reproducible."""

import warnings

_deterministic = _warn_only = False
_precision = "highest"


def use_deterministic_algorithms(mode, *, warn_only=False):
    """Ask for results that are the same every time, as they are here."""
    global _deterministic, _warn_only
    _deterministic, _warn_only = mode, warn_only


def are_deterministic_algorithms_enabled():
    """What use_deterministic_algorithms was given."""
    return _deterministic


def is_deterministic_algorithms_warn_only_enabled():
    """The warn_only of use_deterministic_algorithms."""
    return _warn_only


def set_float32_matmul_precision(precision):
    """How exactly a GPU multiplies: "highest", "high" or "medium"."""
    global _precision
    if precision in ("highest", "high", "medium"):
        _precision = precision
    else:
        warnings.warn(f"{precision} is not one of 'highest', 'high', or 'medium'; the currentsetFloat32MatmulPrecision call has no effect. "
                      "(Triggered internally at /__w/pytorch/pytorch/aten/src/ATen/Context.cpp:458.)", stacklevel=2)


def get_float32_matmul_precision():
    """What set_float32_matmul_precision was given."""
    return _precision
