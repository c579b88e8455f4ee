"""torch.utils.hooks: the handle that register_hook returns."""

from ..engine import RemovableHandle
