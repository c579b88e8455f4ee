"""Building the site against stock Jupyter Book: cold, nothing changed, one chapter changed; and how each grows."""

import shutil

from bench.copies import SIZES, book, seconds

COMMAND = ["-c", "from jupyter_book.cli.main import main; main()", "build", "."]


def three(count, stock):
    """Seconds of a cold build, a rebuild without a change, and a rebuild after one chapter's text changed."""
    with book(count, stock) as folder:
        seconds(COMMAND, folder)  # imports, downloads and derived fonts are warm for both
        shutil.rmtree(folder / "_build")
        cold = seconds(COMMAND, folder)
        same = seconds(COMMAND, folder)
        chapter = sorted((folder / "notebooks").glob("*.ipynb"))[0]
        chapter.write_text(chapter.read_text(encoding="utf-8").replace("입니다", "이었습니다", 1), encoding="utf-8")
        return cold, same, seconds(COMMAND, folder)


def main():
    print("notebooks  build         stock     ours   ratio (mark: at most 1.25)")
    for count in SIZES:
        for what, theirs, ours in zip(("cold", "no change", "one chapter"), three(count, True), three(count, False)):
            print(f"{count:9d}  {what:11s}{theirs:7.1f}s{ours:8.1f}s{ours / theirs:8.2f}", flush=True)


if __name__ == "__main__":
    main()
