"""`make bench`: runs every measure in this folder, or those named (`make bench BENCH="build search"`)."""

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
NOT_MEASURES = {"__init__", "__main__", "copies", "memory", "press", "weak"}  # what measures are made of

names = sys.argv[1:] or sorted(path.stem for path in HERE.glob("*.py") if path.stem not in NOT_MEASURES)
for name in names:
    print(f"\n== {name}", flush=True)
    subprocess.run([sys.executable, "-m", f"bench.{name}"], cwd=HERE.parent, check=True)
