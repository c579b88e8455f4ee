"""torch.backends.cuda."""


def is_built():
    """False: there is no GPU."""
    return False


class matmul:
    """Switches of products on a GPU."""

    allow_tf32 = False
    allow_fp16_reduced_precision_reduction = allow_bf16_reduced_precision_reduction = True
