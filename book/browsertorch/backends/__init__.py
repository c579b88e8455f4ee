"""torch.backends: the libraries that torch computes with, as programs ask for them. Switches keep what they are set to."""

from ..base.missing import no_attribute
from . import cpu, cuda, cudnn, mkl, mkldnn, mps, openmp


def __getattr__(name):
    raise no_attribute("backends", name)
