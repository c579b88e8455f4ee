"""The exercises' checks, one file per chapter. A check takes the learner's answer and prints a verdict."""
