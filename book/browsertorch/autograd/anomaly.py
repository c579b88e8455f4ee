"""Anomaly detection: every node keeps the traceback of its forward call; a NaN in a gradient is an error."""

import os
import sys
import traceback
import warnings

from ..base.modes import mode
from ..core.registry import function

_PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
_SOURCE = " (Triggered internally at /__w/pytorch/pytorch/torch/csrc/autograd/python_anomaly_mode.cpp:{}.)"
_running = None    # the node whose backward runs now: nodes made meanwhile are induced by it


@function
def is_anomaly_enabled():
    """True while anomaly detection is on."""
    return mode.anomaly is not None


@function
def is_anomaly_check_nan_enabled():
    """True while anomaly detection looks for NaN."""
    return mode.check_nan


@function
def set_anomaly_enabled(enabled, check_nan=True):
    """Switch anomaly detection on or off."""
    if not isinstance(enabled, bool):
        raise TypeError(f"set_anomaly_enabled(): argument 'enabled' (position 1) must be bool, not {type(enabled).__name__}")
    mode.anomaly, mode.check_nan = sys.modules[__name__] if enabled else None, check_nan


class set_detect_anomaly:
    """Switch anomaly detection at once; as a context manager, put it back at the end."""

    def __init__(self, mode, check_nan=True):
        self.prev = is_anomaly_enabled()
        self.prev_check_nan = is_anomaly_check_nan_enabled()
        set_anomaly_enabled(mode, check_nan)

    def __enter__(self):
        pass

    def __exit__(self, *exc):
        set_anomaly_enabled(self.prev, self.prev_check_nan)


class detect_anomaly(set_detect_anomaly):
    """Context manager with anomaly detection on; warns that it is slow."""

    def __init__(self, check_nan=True):
        self.prev = is_anomaly_enabled()
        self.prev_check_nan = is_anomaly_check_nan_enabled()
        self.check_nan = check_nan
        warnings.warn("Anomaly Detection has been enabled. This mode will increase the runtime and should only be enabled for "
                      "debugging.", stacklevel=2)

    def __enter__(self):
        set_anomaly_enabled(True, self.check_nan)


def remember(node):
    """Keep where the node was made: the traceback without this package's own frames."""
    frames = [f for f in traceback.extract_stack() if not f.filename.startswith(_PACKAGE)]
    node.metadata["traceback_"] = traceback.format_list(frames)
    node.trace = "".join(node.metadata["traceback_"]), _running


def guarded(node, grads, keep):
    """node.apply(grads, keep); on an error or a NaN, first warn where the node was made."""
    global _running
    before, _running = _running, node
    try:
        results = node.apply(grads, keep)
    except Exception:
        try:
            _warn(node)
        except Warning as refused:      # the error in hand counts more
            print(f"{type(refused).__name__}: {refused}", file=sys.stderr)
        raise
    finally:
        _running = before
    if mode.check_nan:
        for i, g in enumerate(results):
            if g is not None and (g._a != g._a).any():
                _warn(node)
                raise RuntimeError(f"Function '{node.name()}' returned nan values in its {i}th output.")
    return results


def _warn(node):
    if node.trace is None:
        warnings.warn(f"Error detected in {node.name()}. No forward pass information available. Enable detect anomaly during "
                      "forward pass for more information." + _SOURCE.format(100), stacklevel=2)
        return
    trace, parent = node.trace
    warnings.warn(f"Error detected in {node.name()}. Traceback of forward call that caused the error:\n{trace}"
                  + _SOURCE.format(122), stacklevel=2)
    while parent is not None and parent.trace is not None:
        trace, above = parent.trace
        warnings.warn(f"\n\nPrevious calculation was induced by {parent.name()}. Traceback of forward call that induced the previous "
                      f"calculation:\n{trace}" + _SOURCE.format(129), stacklevel=2)
        parent = above
