# --- scaled_dot_product
import torch.nn.functional as F
torch.manual_seed(0)
q, k, v = (torch.randn(3, 2, requires_grad=True) for _ in range(3))
print(F.scaled_dot_product_attention(q, k, v), F.scaled_dot_product_attention(q, k, v, is_causal=True), F.scaled_dot_product_attention(q, k, v, scale=1.))
mask = torch.tensor([[True, False, False], [True, True, False], [False, False, False]])
out = F.scaled_dot_product_attention(q, k, v, attn_mask=mask)
print(out, F.scaled_dot_product_attention(q, k, v, attn_mask=torch.zeros(3, 3)).shape)
out[:2].sum().backward()
print(v.grad, F.scaled_dot_product_attention(q[None, None], k[None, None], v[None, None]).grad_fn)

# --- scaled_dot_product_wrong
import torch.nn.functional as F
x = torch.ones(2, 3)
for wrong in (lambda: F.scaled_dot_product_attention(x[0], x[0], x[0]), lambda: F.scaled_dot_product_attention(x, x, x, torch.ones(2, 2), is_causal=True),
              lambda: F.scaled_dot_product_attention(x, torch.ones(2, 4), x)):
    try:
        print(wrong())
    except Exception as e:
        print(type(e).__name__, e)

# --- gradcheck
import torch.nn.functional as F
from torch.autograd import gradcheck
q, k, v = (torch.randn(2, 3, 2, dtype=torch.float64, requires_grad=True) for _ in range(3))
gradcheck(F.scaled_dot_product_attention, (q, k, v)), gradcheck(lambda q, k, v: F.scaled_dot_product_attention(q, k, v, is_causal=True), (q, k, v))

# --- multihead
from torch import nn
torch.manual_seed(1)
mha = nn.MultiheadAttention(4, 2)
x = torch.randn(3, 1, 4, requires_grad=True)
out, w = mha(x, x, x)
print(mha, out, w, out.grad_fn)
out.sum().backward()
print(x.grad[0], mha.in_proj_weight.grad.shape, [n for n, _ in mha.named_parameters()])
print(mha(x, x, x, need_weights=False)[1], mha(x, x, x, average_attn_weights=False)[1].shape, mha(x[:, 0], x[:, 0], x[:, 0])[0].shape)
mask = nn.Transformer.generate_square_subsequent_mask(3)
mask, mha(x, x, x, attn_mask=mask)[1], mha(x, x, x, key_padding_mask=torch.tensor([[False, True, False]]))[1]

# --- multihead_other_widths
from torch import nn
torch.manual_seed(2)
mha = nn.MultiheadAttention(4, 2, kdim=3, vdim=2, batch_first=True, add_bias_kv=True, add_zero_attn=True)
out, w = mha(torch.randn(2, 3, 4), torch.randn(2, 5, 3), torch.randn(2, 5, 2))
out[0], w.shape, [(n, tuple(p.shape)) for n, p in mha.named_parameters()]

# --- multihead_wrong
from torch import nn
x = torch.ones(3, 1, 4)
mha = nn.MultiheadAttention(4, 2)
for wrong in (lambda: nn.MultiheadAttention(4, 3), lambda: nn.MultiheadAttention(0, 1), lambda: mha(x[..., :3], x[..., :3], x[..., :3]),
              lambda: mha(x, x, x, attn_mask=torch.ones(2, 2)), lambda: mha(x, x[:2], x), lambda: mha(x[None], x[None], x[None]), lambda: mha(x, x, x, is_causal=True)):
    try:
        print(wrong())
    except Exception as e:
        print(type(e).__name__, e)

# --- encoder_layer
from torch import nn
torch.manual_seed(3)
layer = nn.TransformerEncoderLayer(4, 2, 8, dropout=0.0, batch_first=True)
x = torch.randn(2, 3, 4)
out = layer(x)
print(layer, out[0], out.grad_fn)
out.pow(2).sum().backward()
print(f"{layer.self_attn.out_proj.weight.grad.norm():.3f} {layer.linear1.weight.grad.norm():.3f}")
nn.TransformerEncoderLayer(4, 2, 8, activation='gelu', norm_first=True, dropout=0.)(x)[0]

# --- encoder_and_decoder
from torch import nn
torch.manual_seed(4)
encoder = nn.TransformerEncoder(nn.TransformerEncoderLayer(4, 2, 8, batch_first=True), 2)
decoder = nn.TransformerDecoder(nn.TransformerDecoderLayer(4, 2, 8, batch_first=True), 1)
x, y = torch.randn(1, 3, 4), torch.randn(1, 2, 4)
memory = encoder(x, mask=nn.Transformer.generate_square_subsequent_mask(3))
print(memory, decoder(y, memory), decoder)
encoder.eval()
(encoder(x, src_key_padding_mask=torch.tensor([[False, False, True]]))[0, :2] * 100).round()

# --- transformer
from torch import nn
torch.manual_seed(5)
net = nn.Transformer(4, 2, 1, 1, 8, dropout=0.)
print((net(torch.randn(3, 2, 4), torch.randn(2, 2, 4)) * 100).round(), sum(p.numel() for p in net.parameters()))
net(torch.ones(1, 1, 3), torch.ones(1, 1, 4))
