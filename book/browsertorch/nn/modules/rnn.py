"""RNN, LSTM, GRU: recurrent layers. Their cells are in rnn_cells.py."""

import math
import warnings

import numpy as np

from ...core.graph import differentiable
from ...core.tensor import wrap
from .. import init
from ..functions import recurrent
from ..layers import empty
from ..module import Module
from ..utils.rnn import PackedSequence
from .rnn_cells import GRUCell, LSTMCell, RNNCell, RNNCellBase

GATES = {"LSTM": 4, "GRU": 3, "RNN_TANH": 1, "RNN_RELU": 1}


class RNNBase(Module):
    """What the recurrent layers have in common: their weights, and the shapes they expect."""

    def __init__(self, mode, input_size, hidden_size, num_layers=1, bias=True, batch_first=False, dropout=0.0, bidirectional=False,
                 proj_size=0, device=None, dtype=None):
        super().__init__()
        self.mode, self.input_size, self.hidden_size, self.num_layers = mode, input_size, hidden_size, num_layers
        self.bias, self.batch_first, self.dropout, self.bidirectional = bias, batch_first, float(dropout), bidirectional
        self.proj_size = proj_size
        self._check_options(dropout)
        self._all_weights = []
        gates, out = GATES[mode] * hidden_size, proj_size or hidden_size
        for layer in range(num_layers):
            for suffix in ("", "_reverse")[:1 + bidirectional]:
                width = input_size if layer == 0 else out * (1 + bidirectional)
                shapes = {"weight_ih": (gates, width), "weight_hh": (gates, out)}
                if bias:
                    shapes.update(bias_ih=(gates,), bias_hh=(gates,))
                if proj_size:
                    shapes["weight_hr"] = (proj_size, hidden_size)
                for name, shape in shapes.items():
                    setattr(self, f"{name}_l{layer}{suffix}", empty(*shape, dtype=dtype, device=device))
                self._all_weights.append([f"{name}_l{layer}{suffix}" for name in shapes])
        self.reset_parameters()

    def _check_options(self, dropout):
        if not isinstance(dropout, (int, float)) or isinstance(dropout, bool) or not 0 <= dropout <= 1:
            raise ValueError("dropout should be a number in range [0, 1] representing the probability of an element being zeroed")
        if dropout > 0 and self.num_layers == 1:
            warnings.warn("dropout option adds dropout after all but last recurrent layer, so non-zero dropout expects num_layers "
                          f"greater than 1, but got dropout={dropout} and num_layers={self.num_layers}", stacklevel=4)
        for name in ("bias", "batch_first"):
            if not isinstance(getattr(self, name), bool):
                raise TypeError(f"{name} should be of type bool, got: {type(getattr(self, name)).__name__}")
        for name in ("input_size", "hidden_size"):
            value = getattr(self, name)
            if not isinstance(value, int):
                raise TypeError(f"{name} should be of type int, got: {type(value).__name__}")
            if value <= 0:
                raise ValueError(f"{name} must be greater than zero")
        if self.num_layers <= 0:
            raise ValueError("num_layers must be greater than zero")
        if self.proj_size < 0:
            raise ValueError("proj_size should be a positive integer or zero to disable projections")
        if self.proj_size >= self.hidden_size:
            raise ValueError("proj_size has to be smaller than hidden_size")

    @property
    def all_weights(self):
        """The parameters of each layer and direction."""
        return [[getattr(self, name) for name in names] for names in self._all_weights]

    def flatten_parameters(self):
        """Only a GPU would gather the weights."""

    def reset_parameters(self):
        bound = 1.0 / math.sqrt(self.hidden_size)
        for weight in self.parameters():
            init.uniform_(weight, -bound, bound)

    def extra_repr(self):
        text = f"{self.input_size}, {self.hidden_size}"
        for name, usual in (("proj_size", 0), ("num_layers", 1), ("bias", True), ("batch_first", False), ("dropout", 0),
                            ("bidirectional", False)):
            if getattr(self, name) != usual:
                text += f", {name}={getattr(self, name)}"
        return text

    def check_input(self, input, batch_sizes):
        weight = getattr(self, self._all_weights[0][0])
        if input.dtype != weight.dtype:
            raise ValueError(f"RNN input dtype ({input.dtype}) does not match weight dtype ({weight.dtype}). Convert input: "
                             f"input.to({weight.dtype}), or convert model: model.to({input.dtype})")
        expected = 3 if batch_sizes is None else 2
        if input.dim() != expected:
            raise RuntimeError(f"input must have {expected} dimensions, got {input.dim()}")
        if self.input_size != input.size(-1):
            raise RuntimeError(f"input.size(-1) must be equal to input_size. Expected {self.input_size}, got {input.size(-1)}")

    def _check_state(self, state, width, batch, text):
        expected = (self.num_layers * (1 + self.bidirectional), batch, width)
        if tuple(state.shape) != expected:
            raise RuntimeError(text.format(expected, list(state.shape)))

    def _zeros(self, batch, dtype):
        """The states to begin with: of the output, and an LSTM's cells."""
        widths = [self.proj_size or self.hidden_size, self.hidden_size][:1 + (self.mode == "LSTM")]
        return tuple(wrap(np.zeros((self.num_layers * (1 + self.bidirectional), batch, width), dtype)) for width in widths)

    def _checked(self, input, batch_sizes, states):
        self.check_input(input, batch_sizes)
        batch = int(batch_sizes[0]) if batch_sizes is not None else input.size(0 if self.batch_first else 1)
        several = len(states) > 1
        for i, (state, width) in enumerate(zip(states, (self.proj_size or self.hidden_size, self.hidden_size))):
            self._check_state(state, width, batch, f"Expected hidden{f'[{i}]' if several else ''} size {{}}, got {{}}")

    def forward(self, input, hx=None):
        if isinstance(input, PackedSequence):
            return self._forward_packed(input, hx)
        self._check_dims(input)
        batched, axis = input.dim() == 3, 0 if self.batch_first else 1
        if not batched:
            input = input.unsqueeze(axis)
        states = self._zeros(input.size(axis), input._a.dtype) if hx is None else self._states(hx, batched)
        self._checked(input, None, states)
        if not input.size(1 if self.batch_first else 0):
            raise RuntimeError("Expected sequence length to be larger than 0 in RNN")
        output, states = self._run(input.transpose(0, 1) if self.batch_first else input, None, states)
        if self.batch_first:
            output = _transposed(output, "TransposeBackward0" if self._one_node(output) else "TransposeBackward1")
        if not batched:
            output, states = output.squeeze(axis), tuple(s.squeeze(1) for s in states)
        return output, self._given(states)

    def _one_node(self, output):
        return self.mode == "LSTM" and output._a.dtype.name == "float32"

    def _forward_packed(self, packed, hx):
        data, sizes, order, back = packed
        states = self._zeros(int(sizes[0]), data._a.dtype) if hx is None else self._as_states(hx)
        if hx is not None and order is not None:
            states = tuple(s.index_select(1, order) for s in states)
        self._checked(data, sizes, states)
        output, states = self._run(data, sizes.tolist(), states)
        if back is not None:
            states = tuple(s.index_select(1, back) for s in states)
        return PackedSequence(output, sizes, order, back), self._given(states)

    def _run(self, input, sizes, states):
        weights = [weight for names in self.all_weights for weight in names]
        return recurrent.run(self.mode, input, sizes, states, weights, self.bias, self.num_layers, self.dropout, self.training,
                             1 + self.bidirectional, self.proj_size)

    def _check_dims(self, input):
        if input.dim() not in (2, 3):
            raise ValueError(f"{self._family}: Expected input to be 2D or 3D, got {input.dim()}D{self._tensor} instead")

    _tensor = ""

    def _as_states(self, hx):
        return (hx,)

    def _states(self, hx, batched):
        """A reader's state, in the shape of batches."""
        if hx.dim() != 2 + batched:
            raise RuntimeError(f"For {'' if batched else 'un'}batched {2 + batched}-D input, hx should also be {2 + batched}-D but got "
                               f"{hx.dim()}-D tensor")
        return (hx if batched else hx.unsqueeze(1),)

    def _given(self, states):
        return states[0]


def _transposed(output, node):
    return differentiable(node, output._a.swapaxes(0, 1), (output, lambda g: g.transpose(0, 1)))


class RNN(RNNBase):
    """h = tanh(W x + b + U h + c) from step to step, or relu; returns (outputs of the last layer, last states)."""

    _family, _tensor = "RNN", " tensor"

    def __init__(self, *args, **kwargs):
        if "proj_size" in kwargs:
            raise ValueError("proj_size argument is only supported for LSTM, not RNN or GRU")
        if len(args) > 3:
            self.__dict__["nonlinearity"], args = args[3], args[:3] + args[4:]
        else:
            self.__dict__["nonlinearity"] = kwargs.pop("nonlinearity", "tanh")
        kind = self.nonlinearity
        if kind not in ("tanh", "relu"):
            raise ValueError(f"Unknown nonlinearity '{kind}'. Select from 'tanh' or 'relu'.")
        super().__init__(f"RNN_{kind.upper()}", *args, **kwargs)


class LSTM(RNNBase):
    """A state h and a cell c with gates (Hochreiter and Schmidhuber 1997); returns (outputs, (h, c))."""

    _family = "LSTM"

    def __init__(self, *args, **kwargs):
        super().__init__("LSTM", *args, **kwargs)

    def _as_states(self, hx):
        return (hx[0], hx[1])

    def _states(self, hx, batched):
        h, c = hx[0], hx[1]
        dims = 2 + batched
        if h.dim() != dims or c.dim() != dims:
            raise RuntimeError(f"For {'' if batched else 'un'}batched {dims}-D input, hx and cx should also be {dims}-D but got "
                               f"({h.dim()}-D, {c.dim()}-D) tensors")
        return (h, c) if batched else (h.unsqueeze(1), c.unsqueeze(1))

    def _given(self, states):
        return states


class GRU(RNNBase):
    """A state with a reset and an update gate (Cho et al. 2014); returns (outputs, last states)."""

    _family = "GRU"

    def __init__(self, *args, **kwargs):
        if "proj_size" in kwargs:
            raise ValueError("proj_size argument is only supported for LSTM, not RNN or GRU")
        super().__init__("GRU", *args, **kwargs)


for _class in (RNNCellBase, RNNCell, LSTMCell, GRUCell):
    _class.__module__ = __name__     # torch keeps them here
del _class
