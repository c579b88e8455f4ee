"""RNNCell, LSTMCell, GRUCell: one step of a recurrent layer."""

import math

import numpy as np

from ...base.errors import type_name
from ...core.tensor import Tensor, wrap
from .. import init
from ..functions.recurrent import rnn_cell
from ..layers import empty
from ..module import Module


class RNNCellBase(Module):
    """Weights of one step; they start uniform in ±1/√hidden."""

    def __init__(self, input_size, hidden_size, bias, num_chunks, device=None, dtype=None):
        super().__init__()
        self.input_size, self.hidden_size, self.bias = input_size, hidden_size, bias
        rows = num_chunks * hidden_size
        self.weight_ih, self.weight_hh = empty(rows, input_size, dtype=dtype, device=device), empty(rows, hidden_size, dtype=dtype, device=device)
        for name in ("bias_ih", "bias_hh"):
            setattr(self, name, empty(rows, dtype=dtype, device=device)) if bias else self.register_parameter(name, None)
        self.reset_parameters()

    def reset_parameters(self):
        bound = 1.0 / math.sqrt(self.hidden_size) if self.hidden_size > 0 else 0
        for weight in self.parameters():
            init.uniform_(weight, -bound, bound)

    def extra_repr(self):
        text = f"{self.input_size}, {self.hidden_size}" + ("" if self.bias else f", bias={self.bias}")
        kind = getattr(self, "nonlinearity", "tanh")
        return text if kind == "tanh" else f"{text}, nonlinearity={kind}"

    def _step(self, kind, input, states):
        """The new states, one without a batch if the input has none."""
        name = type(self).__name__
        if input.dim() not in (1, 2):
            raise ValueError(f"{name}: Expected input to be 1D or 2D, got {input.dim()}D instead")
        single = input.dim() == 1
        if single:
            input = input.unsqueeze(0)
        if states is None:
            zeros = wrap(np.zeros((input.size(0), self.hidden_size), input._a.dtype))
            states = (zeros,) * (1 + (kind == "LSTM"))
        elif single:
            states = tuple(s.unsqueeze(0) for s in states)
        if input.size(1) != self.input_size:
            raise RuntimeError(f"input has inconsistent input_size: got {input.size(1)} expected {self.input_size}")
        for i, state in enumerate(states):
            if input.size(0) != state.size(0):
                raise RuntimeError(f"Input batch size {input.size(0)} doesn't match hidden{i} batch size {state.size(0)}")
            if state.size(1) != self.hidden_size:
                raise RuntimeError(f"hidden{i} has inconsistent hidden_size: got {state.size(1)}, expected {self.hidden_size}")
        states = rnn_cell(kind, input, states, self.weight_ih, self.weight_hh, self.bias_ih, self.bias_hh)
        return tuple(s.squeeze(0) for s in states) if single else states


def _check_state(name, hx):
    if hx is not None and hx.dim() not in (1, 2):
        raise ValueError(f"{name}: Expected hidden to be 1D or 2D, got {hx.dim()}D instead")


class RNNCell(RNNCellBase):
    """h' = tanh(W x + b + U h + c), or relu."""

    def __init__(self, input_size, hidden_size, bias=True, nonlinearity="tanh", device=None, dtype=None):
        super().__init__(input_size, hidden_size, bias, 1, device, dtype)
        self.nonlinearity = nonlinearity

    def forward(self, input, hx=None):
        if input.dim() in (1, 2):
            _check_state("RNNCell", hx)
        if self.nonlinearity not in ("tanh", "relu"):
            raise RuntimeError(f"Unknown nonlinearity: {self.nonlinearity}")
        return self._step(f"RNN_{self.nonlinearity.upper()}", input, hx if hx is None else (hx,))[0]


class LSTMCell(RNNCellBase):
    """(h', c') from x and (h, c)."""

    def __init__(self, input_size, hidden_size, bias=True, device=None, dtype=None):
        super().__init__(input_size, hidden_size, bias, 4, device, dtype)

    def forward(self, input, hx=None):
        if isinstance(hx, Tensor):
            raise TypeError(f"lstm_cell(): argument 'hx' (position 2) must be tuple of Tensors, not {type_name(hx)}")
        for i, state in enumerate(hx or ()):
            if state.dim() not in (1, 2):
                raise ValueError(f"LSTMCell: Expected hx[{i}] to be 1D or 2D, got {state.dim()}D instead")
        return self._step("LSTM", input, hx if hx is None else tuple(hx))


class GRUCell(RNNCellBase):
    """h' between the old state and a new one, as its gates say."""

    def __init__(self, input_size, hidden_size, bias=True, device=None, dtype=None):
        super().__init__(input_size, hidden_size, bias, 3, device, dtype)

    def forward(self, input, hx=None):
        if input.dim() in (1, 2):
            _check_state("GRUCell", hx)
        return self._step("GRU", input, hx if hx is None else (hx,))[0]
