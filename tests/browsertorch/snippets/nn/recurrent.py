# --- rnn_layers
from torch import nn
torch.manual_seed(1)
x = torch.randn(3, 2, 2)
for layer in (nn.RNN(2, 3), nn.RNN(2, 3, nonlinearity='relu', bias=False), nn.LSTM(2, 3), nn.GRU(2, 3)):
    out, state = layer(x)
    print(layer, out, state)

# --- rnn_deep_bidirectional_batch_first
from torch import nn
torch.manual_seed(2)
x = torch.randn(2, 3, 2, requires_grad=True)
for make in (nn.RNN, nn.LSTM, nn.GRU):
    layer = make(2, 3, num_layers=2, bidirectional=True, batch_first=True)
    out, state = layer(x)
    print(layer, out[1], out.grad_fn)
    x.grad = None
    out.sum().backward()
    print(x.grad[0], layer.weight_hh_l0_reverse.grad[0], layer.bias_ih_l1.grad)

# --- rnn_grad_fn
from torch import nn
x = torch.ones(4, 1, 2)
for layer in (nn.RNN(2, 3), nn.RNN(2, 3, batch_first=True), nn.LSTM(2, 3), nn.LSTM(2, 3, 2), nn.LSTM(2, 3, batch_first=True),
              nn.LSTM(2, 3, bidirectional=True), nn.GRU(2, 3), nn.LSTM(2, 3).double()):
    out, state = layer(x.to(layer.weight_ih_l0.dtype))
    print(out.grad_fn, (state if isinstance(layer, nn.LSTM) else [state])[0].grad_fn)
nn.RNN(2, 3)(x[:, 0])[0].grad_fn, nn.RNN(2, 3)(x)[0].grad_fn.next_functions

# --- lstm_projection
from torch import nn
torch.manual_seed(4)
layer = nn.LSTM(2, 4, 2, bidirectional=True, proj_size=3)
print(layer, [n for n, _ in layer.named_parameters()])
out, (h, c) = layer(torch.ones(3, 1, 2))
out.shape, h.shape, c.shape

# --- rnn_own_states
from torch import nn
torch.manual_seed(5)
x = torch.randn(2, 2, 2)
print(nn.RNN(2, 3)(x, torch.ones(1, 2, 3))[1], nn.LSTM(2, 3)(x, (torch.ones(1, 2, 3), torch.zeros(1, 2, 3)))[1])
nn.GRU(2, 3)(x[0], torch.ones(1, 3))

# --- rnn_dropout_between_layers
from torch import nn
torch.manual_seed(6)
layer = nn.GRU(2, 4, 3, dropout=0.5)
x = torch.randn(3, 1, 2)
print((layer(x)[0][:, 0] * 1000).round())
layer.eval()
print(layer(x)[0].equal(layer(x)[0]))
nn.RNN(2, 3, dropout=0.5)

# --- rnn_wrong
from torch import nn
x = torch.ones(4, 1, 2)
for wrong in (lambda: nn.RNN(2, 3)(torch.ones(4, 1, 3)), lambda: nn.RNN(2, 3)(torch.ones(4, 1, 1, 2)), lambda: nn.LSTM(2, 3)(torch.ones(2)),
              lambda: nn.RNN(2, 3)(x, torch.ones(1, 2, 3)), lambda: nn.RNN(2, 3)(x, torch.ones(1, 3)), lambda: nn.GRU(2, 3)(x[0], torch.ones(1, 1, 3)),
              lambda: nn.LSTM(2, 3)(x, torch.ones(1, 1, 3)), lambda: nn.LSTM(2, 3)(x, (torch.ones(1, 2, 3), torch.ones(1, 1, 3))),
              lambda: nn.LSTM(2, 3)(x, (torch.ones(1, 1, 3), torch.ones(1, 2, 3))), lambda: nn.LSTM(2, 3)(x, (torch.ones(1, 3), torch.ones(1, 3))),
              lambda: nn.RNN(2, 3)(x.double()), lambda: nn.RNN(2, 3)(x[:0]), lambda: nn.LSTM(2, 3, proj_size=4), lambda: nn.GRU(2, 3, proj_size=1),
              lambda: nn.RNN(2, 3, dropout=2.), lambda: nn.RNN(2, 0), lambda: nn.RNN(2, 3, 0), lambda: nn.RNN(2, 3, nonlinearity='sin'),
              lambda: nn.RNN(2., 3), lambda: nn.RNN(2, 3.), lambda: nn.RNN(2, 3, bias=1)):
    try:
        print(wrong())
    except Exception as e:
        print(type(e).__name__, e)

# --- cells
from torch import nn
torch.manual_seed(7)
x = torch.randn(2, 2, requires_grad=True)
for cell in (nn.RNNCell(2, 3), nn.RNNCell(2, 3, nonlinearity='relu', bias=False), nn.LSTMCell(2, 3), nn.GRUCell(2, 3)):
    state = cell(x)
    print(cell, state)
    state = cell(x, state)
    x.grad = None
    (state[0] if isinstance(state, tuple) else state).sum().backward()
    print(x.grad, cell.weight_hh.grad[0])
nn.GRUCell(2, 3)(torch.ones(2)).grad_fn, nn.GRUCell

# --- cells_wrong
from torch import nn
for wrong in (lambda: nn.RNNCell(2, 3)(torch.ones(1, 3)), lambda: nn.RNNCell(2, 3)(torch.ones(1, 2), torch.ones(1, 2)),
              lambda: nn.RNNCell(2, 3)(torch.ones(1, 2), torch.ones(2, 3)), lambda: nn.RNNCell(2, 3)(torch.ones(1, 1, 2)),
              lambda: nn.LSTMCell(2, 3)(torch.ones(1, 2), torch.ones(1, 3)), lambda: nn.GRUCell(2, 3)(torch.ones(1, 1, 2))):
    try:
        print(wrong())
    except Exception as e:
        print(type(e).__name__, e)

# --- gradcheck
from torch import nn
from torch.autograd import gradcheck, gradgradcheck
torch.manual_seed(0)
x = torch.randn(3, 2, 2, dtype=torch.float64, requires_grad=True)
for layer in (nn.RNN(2, 2), nn.LSTM(2, 2, bidirectional=True), nn.GRU(2, 2)):
    layer.double()
    print(gradcheck(lambda x: layer(x)[0], (x,)), gradgradcheck(lambda x: layer(x)[0], (x,)))

# --- packed
from torch import nn
from torch.nn.utils.rnn import pack_padded_sequence, pad_packed_sequence
torch.manual_seed(8)
x = torch.randn(3, 4, 2, requires_grad=True)
packed = pack_padded_sequence(x, [2, 4, 1], batch_first=True, enforce_sorted=False)
print(packed)
for make in (nn.RNN, nn.LSTM, nn.GRU):
    layer = make(2, 3, 2, bidirectional=True)
    out, state = layer(packed)
    print(out.data.grad_fn, out.batch_sizes, state)
    padded, lengths = pad_packed_sequence(out, batch_first=True)
    print(padded[0], lengths)
    x.grad = None
    padded.sum().backward()
    print(x.grad[2])

# --- packed_with_a_state
from torch import nn
from torch.nn.utils.rnn import pack_padded_sequence
torch.manual_seed(9)
packed = pack_padded_sequence(torch.randn(3, 2, 2), [1, 3], enforce_sorted=False)
nn.GRU(2, 2)(packed, torch.arange(4.).view(1, 2, 2))

# --- pack_and_pad
from torch.nn.utils.rnn import pack_padded_sequence, pad_packed_sequence, pad_sequence, pack_sequence, unpad_sequence, unpack_sequence
a, b = torch.tensor([1., 2., 3.], requires_grad=True), torch.tensor([4.])
print(pad_sequence([a, b]), pad_sequence([a, b], batch_first=True, padding_value=7), pad_sequence([b, a], True, -1., 'left'))
packed = pack_sequence([a, b])
print(packed, pad_packed_sequence(packed), pad_packed_sequence(packed, batch_first=True, padding_value=9., total_length=4))
print(unpack_sequence(pack_sequence([a.detach(), b])), unpad_sequence(torch.ones(2, 3), torch.tensor([2, 1]), batch_first=True))
pad_packed_sequence(packed)[0].sum().backward()
a.grad, packed.data.grad_fn, packed.is_cuda, packed.double().data.dtype, isinstance(packed, tuple)

# --- pack_wrong
from torch.nn.utils.rnn import pack_padded_sequence, pad_packed_sequence, pad_sequence
x = torch.ones(3, 2, 1)
for wrong in (lambda: pack_padded_sequence(x, [1, 3]), lambda: pack_padded_sequence(x, [3, 0]), lambda: pack_padded_sequence(x, [3]),
              lambda: pad_packed_sequence(pack_padded_sequence(x, [3, 1]), total_length=2), lambda: pad_sequence([]), lambda: pad_sequence(3),
              lambda: pad_sequence([torch.ones(2), torch.ones(1)], padding_side='top'), lambda: pad_sequence([torch.ones(2, 2), torch.ones(1, 3)])):
    try:
        print(wrong())
    except Exception as e:
        print(type(e).__name__, e)
