"""Validating the notebooks (nbval, two workers) against only executing them (nbclient, one after the other)."""

from bench.copies import SIZES, book, seconds

EXECUTE = """
import sys, subprocess, nbformat
from nbclient import NotebookClient
for path in sys.argv[1:]:
    NotebookClient(nbformat.read(path, 4), kernel_name="python3", resources={"metadata": {"path": "notebooks"}}).execute(
        stderr=subprocess.DEVNULL)
"""


def main():
    print("notebooks   nbclient   validation   ratio (mark: at most 0.5)")
    for count in SIZES:
        with book(count) as folder:
            (folder / "execute.py").write_text(EXECUTE, encoding="utf-8")
            paths = sorted(path.relative_to(folder).as_posix() for path in (folder / "notebooks").glob("*.ipynb"))
            # tests/ is named so that its conftest loads; deselecting leaves the notebooks alone to run.
            validate = ["-m", "pytest", "-q", "-n", "2", "-p", "no:cacheprovider", "notebooks", "tests/conftest.py"]
            executed, validated = seconds(["execute.py", *paths], folder), seconds(validate, folder)
            print(f"{count:9d}{executed:10.1f}s{validated:12.1f}s{validated / executed:8.2f}", flush=True)


if __name__ == "__main__":
    main()
