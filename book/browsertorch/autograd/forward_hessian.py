"""functional.hessian(outer_jacobian_strategy="forward-mode"): the Jacobian of the gradient, column by column, in forward mode."""

from ..core.tensor import Tensor
from ..ops import public
from . import forward_ad

stack, zeros_like = public("stack"), public("zeros_like")


def columns(gradient, inputs, create_graph, strict, vectorize):
    """[[the derivative of each gradient by each input]] of gradient(*inputs), a tuple of tensors as long as inputs."""
    if strict:
        raise RuntimeError("torch.autograd.functional.jacobian: `strict=True` and `strategy=\"forward-mode\"` are not supported together (yet). "
                           "Please either set `strict=False` or `strategy=\"reverse-mode\"`.")
    if create_graph:
        raise NotImplementedError("torch.autograd.functional.jacobian: `create_graph=True` and `strategy=\"forward-mode\"` are not supported "
                                  "together (yet). Please either set `create_graph=False` or `strategy=\"reverse-mode\"`.")
    if not vectorize:
        raise NotImplementedError("Computing Jacobian using forward-AD or forward-over-reverse Hessian isonly implemented for "
                                  "`vectorize=True`.")
    found = [[[] for _ in inputs] for _ in inputs]      # [gradient][input]: a column for each element of the input
    for k, x in enumerate(inputs):
        for j in range(x.numel()):
            direction = zeros_like(x)
            direction.view(-1)[j] = 1
            with forward_ad.level() as level:
                args = [forward_ad.with_tangent(t.detach(), direction, level) if i == k else t.detach() for i, t in enumerate(inputs)]
                results = gradient(*args)
                results = (results,) if isinstance(results, Tensor) else results
                for row, result in zip(found, results):
                    dot = forward_ad.tangent_of(result, level)
                    row[k].append(zeros_like(result) if dot is None else dot)
    return [[stack(column, 0).movedim(0, -1).reshape(y.shape + x.shape) for column, x in zip(row, inputs)] for row, y in zip(found, inputs)]
