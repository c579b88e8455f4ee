"""Recurrent layers as torch computes them on the CPU: step by step, of other operations, so that every derivative comes by itself."""

from ...base.modes import mode, warn_once
from ...core.graph import differentiable
from ...ops.join import cat, stack
from .. import functional as F


def relu_step(x, state, weight, bias):
    """One step: (the new state,); x is the input's share, computed already."""
    return ((F.linear(state[0], weight, bias) + x).relu(),)


def tanh_step(x, state, weight, bias):
    """One step of a plain network."""
    return ((F.linear(state[0], weight, bias) + x).tanh(),)


def gru_step(x, state, weight, bias):
    """One step: what to reset, what to keep, what is new."""
    h = state[0]
    own, given = F.linear(h, weight, bias).chunk(3, 1), x.chunk(3, 1)
    reset, keep = (own[0] + given[0]).sigmoid(), (own[1] + given[1]).sigmoid()
    new = (given[2] + own[2] * reset).tanh()
    return ((h - new) * keep + new,)


def lstm_step(x, state, weight, bias):
    """One step: (the new state, the new cell)."""
    h, c = state
    i, f, g, o = (F.linear(h, weight, bias) + x).chunk(4, 1)
    c = f.sigmoid() * c + i.sigmoid() * g.tanh()
    return o.sigmoid() * c.tanh(), c


STEPS = {"RNN_TANH": tanh_step, "RNN_RELU": relu_step, "GRU": gru_step, "LSTM": lstm_step}


def _weights(flat, bias, projected):
    """(of the input, of the state, their biases or None, of the projection or None) of one layer in one direction."""
    w_ih, w_hh, *rest = flat
    b_ih, b_hh = (rest[0], rest[1]) if bias else (None, None)
    return w_ih, w_hh, b_ih, b_hh, rest[-1] if projected else None


def _advance(step, x, state, weights):
    state = step(x, state, weights[1], weights[3])
    if weights[4] is not None:
        state = (F.linear(state[0], weights[4]), *state[1:])
    return state


def _over_steps(step, input, state, weights, reverse):
    """One direction of a layer over (steps, batch, features): (outputs, the last state)."""
    xs = F.linear(input, weights[0], weights[2]).unbind(0)
    outputs = []
    for x in reversed(xs) if reverse else xs:
        state = _advance(step, x, state, weights)
        outputs.append(state[0])
    return stack(outputs[::-1] if reverse else outputs, 0), state


def _over_packed(step, data, sizes, state, weights, reverse):
    """The same over packed sequences: at each step the sequences that are still (or already) there."""
    xs = F.linear(data, weights[0], weights[2]).split(sizes, 0)
    outputs = []
    if reverse:
        first, size = state, sizes[-1]
        state = tuple(s[:size] for s in state)
        for x in reversed(xs):
            if len(x) > size:
                state = tuple(cat([s, f[size:len(x)]], 0) for s, f in zip(state, first))
                size = len(x)
            state = _advance(step, x, state, weights)
            outputs.append(state[0])
        return cat(outputs[::-1], 0), state
    ended = []
    for x in xs:
        if len(x) < len(state[0]):
            ended.append(tuple(s[len(x):] for s in state))
            state = tuple(s[:len(x)] for s in state)
        state = _advance(step, x, state, weights)
        outputs.append(state[0])
    ended.append(state)
    return cat(outputs, 0), tuple(cat(parts[::-1], 0) if len(parts) > 1 else parts[0] for parts in zip(*ended))


def run(kind, input, sizes, states, flat_weights, bias, layers, dropout, training, directions, projected):
    """All layers: (output, states); `sizes` are a packed input's batch sizes, else None."""
    if projected and sizes is None and input._a.dtype.name == "float32":
        warn_once("LSTM with projections is not supported with oneDNN. Using default implementation. (Triggered internally at "
                  "/__w/pytorch/pytorch/aten/src/ATen/native/RNN.cpp:1512.)", stacklevel=6)
    per = len(flat_weights) // (layers * directions)
    last = []
    for layer in range(layers):
        outputs = []
        for direction in range(directions):
            k = layer * directions + direction
            weights = _weights(flat_weights[k * per:(k + 1) * per], bias, projected)
            state = tuple(s[k] for s in states)
            if sizes is None:
                output, state = _over_steps(STEPS[kind], input, state, weights, direction == 1)
            else:
                output, state = _over_packed(STEPS[kind], input, sizes, state, weights, direction == 1)
            outputs.append(_as_onednn(output) if kind == "LSTM" and sizes is None and not projected else output)
            last.append(state)
        input = cat(outputs, -1) if directions > 1 else outputs[0]
        if dropout and training and layer < layers - 1:
            input = F.dropout(input, dropout)
    return input, tuple(stack(parts, 0) for parts in zip(*last))


def _as_onednn(output):
    """A layer that oneDNN computes is one node in torch's graph."""
    if output._a.dtype.name != "float32" or not mode.grad:
        return output
    return differentiable("MkldnnRnnLayerBackward0", output._a, (output, lambda g: g))


def rnn_cell(kind, input, state, w_ih, w_hh, b_ih, b_hh):
    """One step of a cell: its new state."""
    return STEPS[kind](F.linear(input, w_ih, b_ih), state, w_hh, b_hh)
