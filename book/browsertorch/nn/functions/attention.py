"""Attention: softmax(q kᵀ / √d) v, and with several heads as torch's layers do it."""

import math

import numpy as np

from ...core.graph import differentiable
from ...core.tensor import wrap
from ...ops import public
from ...ops.join import cat
from .. import functional as F

where, baddbmm, bmm = public("where"), public("baddbmm"), public("bmm")


def scaled_dot_product_attention(query, key, value, attn_mask=None, dropout_p=0.0, is_causal=False, scale=None, enable_gqa=False):
    """softmax(q kᵀ · scale + mask) v; a mask of bools says where to look, a row that looks nowhere gives 0."""
    if min(t.dim() for t in (query, key, value)) < 2:
        raise RuntimeError("Expected query, key, and value to all be  at least 2 dimensional, but got query.dim: "
                           f"{query.dim()} key.dim: {key.dim()} and value.dim: {value.dim()} instead.")
    if is_causal and attn_mask is not None:
        raise RuntimeError("_scaled_dot_product_attention: Explicit attn_mask should not be set when is_causal=True")
    if enable_gqa:
        times = query.size(-3) // key.size(-3)
        key, value = (t.repeat_interleave(times, -3) for t in (key, value))
    root = math.sqrt(1 / math.sqrt(query.size(-1)) if scale is None else scale)
    scores = (query * root) @ (key.transpose(-2, -1) * root)
    if is_causal:
        attn_mask = wrap(np.tri(query.size(-2), key.size(-2), dtype=bool))
    if attn_mask is not None:
        scores = scores + _added(attn_mask, query)
        weights = where(wrap(np.isneginf(scores._a).all(-1, keepdims=True)), 0.0, scores.softmax(-1))
    else:
        weights = scores.softmax(-1)
    out = F.dropout(weights, dropout_p) @ value if dropout_p else weights @ value
    if query.dim() == 4 and query.is_cpu and not dropout_p:      # torch computes it in one step there
        return differentiable("ScaledDotProductFlashAttentionForCpuBackward0", out._a, (out, lambda g: g))
    return out


def _added(mask, query):
    """A mask as numbers to be added: of bools, 0 where to look and -inf elsewhere."""
    if mask._a.dtype.kind != "b":
        return mask
    return wrap(np.where(mask._a, 0, -np.inf).astype(query._a.dtype))


def canonical_mask(mask, name, other_type, other_name, target_type, check_other=True):
    """A mask as numbers: here True says where *not* to look."""
    if mask is None:
        return None
    if mask._a.dtype.kind not in "bf":
        raise AssertionError(f"only bool and floating types of {name} are supported")
    if mask._a.dtype.kind == "f":
        return mask
    return wrap(np.where(mask._a, -np.inf, 0).astype(target_type.np))


def _check_shapes(query, key, value, key_padding_mask, attn_mask, num_heads):
    """Is there a batch? AssertionError where the tensors do not go together."""
    dims = query.dim()
    if dims not in (2, 3):
        raise AssertionError(f"query should be unbatched 2D or batched 3D tensor but received {dims}-D query tensor")
    kind = "batched" if dims == 3 else "unbatched"
    if key.dim() != dims or value.dim() != dims:
        raise AssertionError(f"For {kind} ({dims}-D) `query`, expected `key` and `value` to be {dims}-D but found {key.dim()}-D and "
                             f"{value.dim()}-D tensors respectively")
    if key_padding_mask is not None and key_padding_mask.dim() != dims - 1:
        raise AssertionError(f"For {kind} ({dims}-D) `query`, expected `key_padding_mask` to be `None` or {dims - 1}-D but found "
                             f"{key_padding_mask.dim()}-D tensor instead")
    if attn_mask is not None and attn_mask.dim() not in (2, 3):
        raise AssertionError(f"For {kind} ({dims}-D) `query`, expected `attn_mask` to be `None`, 2-D or 3-D but found {attn_mask.dim()}-D "
                             "tensor instead")
    return dims == 3


def _projected(query, key, value, weight, bias, separate):
    """q, k and v of all heads."""
    width = query.size(-1)
    if separate is not None:
        biases = (None,) * 3 if bias is None else bias.chunk(3)
        return tuple(F.linear(t, w, b) for t, w, b in zip((query, key, value), separate, biases))
    if query is key and key is value:
        return tuple(part.contiguous() for part in F.linear(query, weight, bias).chunk(3, -1))
    biases = (None,) * 3 if bias is None else bias.chunk(3)
    return tuple(F.linear(t, w, b) for t, w, b in zip((query, key, value), weight.split(width), biases))


def multi_head_attention_forward(query, key, value, embed_dim_to_check, num_heads, in_proj_weight, in_proj_bias, bias_k, bias_v,
                                 add_zero_attn, dropout_p, out_proj_weight, out_proj_bias, training=True, key_padding_mask=None,
                                 need_weights=True, attn_mask=None, use_separate_proj_weight=False, q_proj_weight=None,
                                 k_proj_weight=None, v_proj_weight=None, average_attn_weights=True, is_causal=False):
    """What MultiheadAttention computes: (output, weights or None), of (steps, batch, features)."""
    batched = _check_shapes(query, key, value, key_padding_mask, attn_mask, num_heads)
    if not batched:
        same = query is key and key is value
        query, key, value = (t.unsqueeze(1) for t in (query, key, value))
        if same:
            key = value = query
        if key_padding_mask is not None:
            key_padding_mask = key_padding_mask.unsqueeze(0)
    length, batch, width = query.shape
    heads = batch * num_heads
    key_padding_mask = canonical_mask(key_padding_mask, "key_padding_mask", None, "attn_mask", query.dtype)
    if is_causal and attn_mask is None:
        raise RuntimeError("Need attn_mask if specifying the is_causal hint. You may use the Transformer module method "
                           "`generate_square_subsequent_mask` to create this mask.")
    if is_causal and key_padding_mask is None and not need_weights:
        attn_mask = None
    else:
        attn_mask = canonical_mask(attn_mask, "attn_mask", None, "", query.dtype, False)
        is_causal = is_causal and key_padding_mask is None
    if width != embed_dim_to_check:
        raise AssertionError(f"was expecting embedding dimension of {embed_dim_to_check}, but got {width}")
    if use_separate_proj_weight and key.shape[:2] != value.shape[:2]:
        raise AssertionError(f"key's sequence and batch dims {key.shape[:2]} do not match value's {value.shape[:2]}")
    if not use_separate_proj_weight and key.shape != value.shape:
        raise AssertionError(f"key shape {key.shape} does not match value shape {value.shape}")
    separate = (q_proj_weight, k_proj_weight, v_proj_weight) if use_separate_proj_weight else None
    q, k, v = _projected(query, key, value, in_proj_weight, in_proj_bias, separate)
    attn_mask = _mask_of_heads(attn_mask, length, key.shape[0], heads)
    more = 0
    if bias_k is not None:
        k, v = cat([k, bias_k.repeat(1, batch, 1)]), cat([v, bias_v.repeat(1, batch, 1)])
        more += 1
    by_head = lambda t: t.view(t.shape[0], heads, width // num_heads).transpose(0, 1)
    q, k, v = by_head(q), by_head(k), by_head(v)
    if add_zero_attn:
        zeros = wrap(np.zeros((heads, 1, width // num_heads), k._a.dtype))
        k, v = cat([k, zeros], 1), cat([v, zeros], 1)
        more += 1
    if more:
        attn_mask, key_padding_mask = (None if m is None else F.pad(m, (0, more)) for m in (attn_mask, key_padding_mask))
    source = k.size(1)
    if key_padding_mask is not None:
        for place, (length, expected) in enumerate(zip(key_padding_mask.shape, (batch, source))):
            if length != expected:
                raise AssertionError(f"Expected key_padded_mask.shape[{place}] to be {expected}, but got {length}")
        key_padding_mask = key_padding_mask.view(batch, 1, 1, source).expand(-1, num_heads, -1, -1).reshape(heads, 1, source)
        attn_mask = key_padding_mask if attn_mask is None else attn_mask + key_padding_mask
    dropout_p = dropout_p if training else 0.0
    if need_weights:
        q = q * math.sqrt(1.0 / q.size(-1))
        scores = bmm(q, k.transpose(-2, -1)) if attn_mask is None else baddbmm(attn_mask, q, k.transpose(-2, -1))
        weights = scores.softmax(-1)
        if dropout_p > 0:
            weights = F.dropout(weights, dropout_p)
        out = bmm(weights, v).transpose(0, 1).reshape(length * batch, width)
        weights = weights.view(batch, num_heads, length, source)
        if average_attn_weights:
            weights = weights.mean(1)
    else:
        if attn_mask is not None:
            single = attn_mask.size(0) == 1 and attn_mask.dim() == 3
            attn_mask = attn_mask.unsqueeze(0) if single else attn_mask.view(batch, num_heads, -1, source)
        q, k, v = (t.reshape(batch, num_heads, -1, width // num_heads) for t in (q, k, v))
        out = scaled_dot_product_attention(q, k, v, attn_mask, dropout_p, is_causal)
        out, weights = out.permute(2, 0, 1, 3).reshape(batch * length, width), None
    out = F.linear(out, out_proj_weight, out_proj_bias).view(length, batch, -1)
    if not batched:
        out, weights = out.squeeze(1), None if weights is None else weights.squeeze(0)
    return out, weights


def _mask_of_heads(mask, length, source, heads):
    if mask is None:
        return None
    expected = (length, source) if mask.dim() == 2 else (heads, length, source)
    if tuple(mask.shape) != expected:
        raise RuntimeError(f"The shape of the {mask.dim()}D attn_mask is {mask.shape}, but should be {expected}.")
    return mask.unsqueeze(0) if mask.dim() == 2 else mask
