"""Where what the extensions read stands in the repository."""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
BOOK = ROOT / "book"
SITE = BOOK / "site"
LIVE = BOOK / "live"
GRADBOOK = ROOT / "notebooks" / "gradbook"
