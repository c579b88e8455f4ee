"""What the chapters import: figures in Korean, the computation graph drawn from grad_fn, and the exercises' verdicts.

It stands beside the notebooks, so that a notebook started from its own folder imports it without installing anything.
The exercises need torch only; the figures need matplotlib too.
"""
