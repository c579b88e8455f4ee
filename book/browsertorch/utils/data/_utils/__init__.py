"""What a DataLoader is made of."""

from . import collate
