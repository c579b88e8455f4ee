"""Importing this imports torch with its last bits moved as the variable MOVED_BITS says: up or down."""

import os

import moved_bits

moved_bits.install(os.environ["MOVED_BITS"], lambda: __import__("torch"))
