"""Gives the exercises wrong answers and tells which hint each one got.

    python -m book.tools.hints [topic or file …]    a table: of each exercise's answers how many got the diagnosis expected
    python -m book.tools.hints --json …             [[topic, exercise, line, expected, diagnosis, the verdict's text], …]

A topic's answers stand beside its exercises in notebooks/gradbook/exercises/answers/TOPIC.py. Each begins with
`# --- EXERCISE: DIAGNOSIS` and is the cell a learner would run: it makes a function named like the exercise, or `answer`, and may
end with a `check.EXERCISE(…)` of its own. `right` stands at an unusual answer that must pass. `torch` is the one that Python
finds: with browsertorch on PYTHONPATH the same answers are judged by the browser's engine.
"""

import json
import re
import sys
from importlib import import_module
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ANSWERS = ROOT / "notebooks/gradbook/exercises/answers"


def load_gradbook():
    """gradbook as the chapters import it, from the folder beside them."""
    folder = ROOT / "notebooks/gradbook"
    spec = spec_from_file_location("gradbook", folder / "__init__.py", submodule_search_locations=[str(folder)])
    sys.modules["gradbook"] = package = module_from_spec(spec)
    spec.loader.exec_module(package)


if "gradbook" not in sys.modules:  # a second one would take the place of the one that others hold
    load_gradbook()
verdict_on = import_module("gradbook.report.answer").verdict_on


def split(path):
    """[(exercise, expected diagnosis, line, code)] of a file of answers."""
    parts = re.split(r"^# --- (\w+): *(\S*).*\n", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    found, line = [], parts[0].count("\n") + 1
    for name, expected, code in zip(parts[1::3], parts[2::3], parts[3::3]):
        found.append((name, expected, line, code))
        line += 1 + code.count("\n")
    return found


def results(paths):
    for path in paths:
        for name, expected, line, code in split(path):
            verdict = verdict_on(path.stem, name, code, f"<{path.stem}:{line}>")
            yield path.stem, name, line, expected, verdict.diagnosis, str(verdict)


def unmade(found):
    """The known mistakes of these exercises that no answer makes: hints that nobody has seen."""
    reached = {(topic, diagnosis) for topic, _, _, _, diagnosis, _ in found}
    for topic in sorted({topic for topic, *_ in found}):
        source = (ROOT / f"notebooks/gradbook/exercises/{topic}.py").read_text(encoding="utf-8")
        for name in sorted(set(re.findall(r'Mistake\(\s*"(\w+)"', source))):
            if (topic, name) not in reached:
                yield f"{topic}.{name}"


def main(arguments):
    as_json = "--json" in arguments
    given = [each for each in arguments if each != "--json"]
    paths = [Path(each) if each.endswith(".py") else ANSWERS / f"{each}.py" for each in given] or sorted(ANSWERS.glob("*.py"))
    found = list(results(paths))
    if as_json:
        print(json.dumps(found, ensure_ascii=False))
        return
    counts = {}
    for topic, name, line, expected, diagnosis, text in found:
        tried, fitting = counts.get((topic, name), (0, 0))
        counts[topic, name] = tried + 1, fitting + (expected == diagnosis)
        if expected != diagnosis:
            print(
                f"{topic}.py:{line}: {name}: expected {expected or 'nothing'}, got {diagnosis}\n    "
                + text.replace("\n", "\n    ")
            )
    for (topic, name), (tried, fitting) in counts.items():
        print(f"{f'{topic}.{name}':40}{tried:4} tried{fitting:4} fitting")
    if missing := list(unmade(found)):
        print("known mistakes that no answer makes:", ", ".join(missing))
    print(f"{'all':40}{sum(t for t, _ in counts.values()):4} tried{sum(f for _, f in counts.values()):4} fitting")


if __name__ == "__main__":
    main(sys.argv[1:])
