"""Checksums by which the service worker and the worker know the files of this build: half a SHA-256, in hexadecimal."""

import gzip
import hashlib


def checksum(data):
    return hashlib.sha256(data).hexdigest()[:16]


def checksums(data):
    """Those of a file as it may arrive: gzip files, which a server may send with a header by which the browser unpacks them."""
    return [checksum(data), *([checksum(gzip.decompress(data))] if data[:2] == b"\x1f\x8b" else [])]
