"""What the distributions of tries that succeed or fail share."""

from .utils import lazy_property, logits_to_probs, probs_to_logits


class Binary:
    """The chance of success as probs and as logits, one from the other at its first use."""

    @lazy_property
    def logits(self):
        return probs_to_logits(self.probs, is_binary=True)

    @lazy_property
    def probs(self):
        return logits_to_probs(self.logits, is_binary=True)
