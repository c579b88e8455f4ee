"""torch.nn.utils.rnn: sequences of unlike lengths in one tensor, padded or packed (the first steps of all, then the second, …)."""

from collections import namedtuple
from collections.abc import Iterable

import numpy as np

from ...base.missing import no_attribute
from ...core.graph import differentiable
from ...core.tensor import Tensor, wrap


class PackedSequence(namedtuple("PackedSequence", "data batch_sizes sorted_indices unsorted_indices")):
    """data: step after step; batch_sizes: how many sequences each step has; the indices: how they were sorted."""

    __slots__ = ()

    def __new__(cls, data, batch_sizes=None, sorted_indices=None, unsorted_indices=None):
        if batch_sizes is None:
            data, batch_sizes = data
        if unsorted_indices is None:
            unsorted_indices = invert_permutation(sorted_indices)
        return super().__new__(cls, data, batch_sizes, sorted_indices, unsorted_indices)

    def to(self, *args, **kwargs):
        """The same with data of another dtype."""
        data = self.data.to(*args, **kwargs)
        return self if data is self.data else type(self)(data, *self[1:])

    def cpu(self):
        return self

    def double(self):
        return type(self)(self.data.double(), *self[1:])

    def float(self):
        return type(self)(self.data.float(), *self[1:])

    is_cuda = property(lambda self: self.data.is_cuda)


def invert_permutation(permutation):
    """Where each place went."""
    if permutation is None:
        return None
    inverse = np.empty_like(permutation._a)
    inverse[permutation._a] = np.arange(len(inverse))
    return wrap(inverse)


def pack_padded_sequence(input, lengths, batch_first=False, enforce_sorted=True):
    """Padded sequences (steps, batch, …) without their padding."""
    lengths = lengths._a.astype(np.int64) if isinstance(lengths, Tensor) else np.asarray(lengths, np.int64)
    order = None
    if not enforce_sorted:
        order = wrap(np.argsort(-lengths, kind="stable").astype(np.int64))
        lengths = lengths[order._a]
        input = input.index_select(0 if batch_first else 1, order)
    if batch_first:
        input = input.transpose(0, 1)
    if len(lengths) != input.size(1):
        raise RuntimeError(f"Expected `len(lengths)` to be equal to batch_size, but got {len(lengths)} (batch_size={input.size(1)})")
    if (lengths[:-1] < lengths[1:]).any():
        raise RuntimeError("`lengths` array must be sorted in decreasing order when `enforce_sorted` is True. You can pass "
                           "`enforce_sorted=False` to pack_padded_sequence and/or pack_sequence to sidestep this requirement if you do not "
                           "need ONNX exportability.")
    if lengths[-1] <= 0:
        raise RuntimeError("Length of all samples has to be greater than 0, but found an element in 'lengths' that is <= 0")
    sizes = (lengths > np.arange(lengths[0])[:, None]).sum(1).astype(np.int64)
    return PackedSequence(_packed(input, sizes), wrap(sizes), order, None)


def _packed(input, sizes):
    array = np.concatenate([row[:size] for row, size in zip(input._a, sizes)])
    shape = input._a.shape
    return differentiable("PackPaddedSequenceBackward0", array, (input, lambda g: _padded(g, sizes, shape, 0.0)))


def _padded(data, sizes, shape, value, node="CopySlices"):
    array = np.full(shape, value, data._a.dtype)
    start = 0
    for row, size in zip(array, sizes):
        row[:size] = data._a[start:start + size]
        start += size
    return differentiable(node, array, (data, lambda g: _packed(g, sizes)))


def pad_packed_sequence(sequence, batch_first=False, padding_value=0.0, total_length=None):
    """(padded sequences, their lengths) of packed ones."""
    sizes = sequence.batch_sizes._a
    longest = len(sizes)
    if total_length is not None:
        if total_length < longest:
            raise ValueError("Expected total_length to be at least the length of the longest sequence in input, but got "
                             f"total_length={total_length} and max sequence length being {longest}")
        longest = total_length
    data = sequence.data
    padded = _padded(data, sizes, (longest, int(sizes[0]), *data._a.shape[1:]), padding_value)
    lengths = wrap((sizes > np.arange(sizes[0])[:, None]).sum(1).astype(np.int64))
    if batch_first:
        padded = padded.transpose(0, 1)
    if sequence.unsorted_indices is not None:
        return padded.index_select(0 if batch_first else 1, sequence.unsorted_indices), lengths[sequence.unsorted_indices]
    return padded, lengths


def pad_sequence(sequences, batch_first=False, padding_value=0.0, padding_side="right"):
    """Tensors of unlike first dimension as one, padded to the longest."""
    if not isinstance(sequences, Iterable):
        raise RuntimeError(f"pad_sequence: Expected iterable for input sequences, but got arg of type: {type(sequences)}")
    sequences = tuple(sequences)
    if not sequences:
        raise RuntimeError("received an empty list of sequences")
    if padding_side not in ("left", "right"):
        raise RuntimeError(f"Expected padding_side to be one of left or right, but got {padding_side}.")
    longest, rest = max(len(s) for s in sequences), sequences[0].shape[1:]
    out = wrap(np.full((len(sequences), longest, *rest) if batch_first else (longest, len(sequences), *rest), padding_value,
                       sequences[0]._a.dtype))
    for i, s in enumerate(sequences):
        place = slice(longest - len(s), None) if padding_side == "left" else slice(len(s))
        out[(i, place) if batch_first else (place, i)].copy_(s)
    return out


def unpad_sequence(padded_sequences, lengths, batch_first=False):
    """The sequences without their padding."""
    if not batch_first:
        padded_sequences = padded_sequences.transpose(0, 1)
    return [sequence[:length] for sequence, length in zip(padded_sequences, lengths.tolist())]


def pack_sequence(sequences, enforce_sorted=True):
    """Tensors of unlike first dimension, packed."""
    return pack_padded_sequence(pad_sequence(sequences), [len(s) for s in sequences], enforce_sorted=enforce_sorted)


def unpack_sequence(packed_sequences):
    """The sequences that were packed."""
    return unpad_sequence(*pad_packed_sequence(packed_sequences, batch_first=True), batch_first=True)


def __getattr__(name):
    raise no_attribute("nn.utils.rnn", name)
