"""torch.utils.hooks: the handle that register_hook returns."""

from ..core.graph import RemovableHandle
