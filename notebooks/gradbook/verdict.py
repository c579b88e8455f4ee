"""Turn a learner's answer into a few words of Korean: right, empty, or what differs and where to look."""

import functools
import reprlib

import torch

EMPTY = "아직 비어 있습니다.\n`...` 자리를 채우고 셀을 다시 실행합니다."


class NotYet(Exception):
    """The answer is not right yet; the message says why, in Korean."""


def exercise(judge):
    """Decorator: make judge(answer) a check that prints its verdict.

    judge returns what to say about a right answer and raises NotYet about any other. Whatever the answer, the check
    prints two or three short lines and raises nothing.
    """

    @functools.wraps(judge)
    def check(answer):
        try:
            print("✓ 맞습니다.", judge(answer))
        except NotYet as reason:
            print(reason)

    return check


def compare(answer, expected, where, hint):
    """Raise NotYet unless answer equals expected: numbers to four digits, lists and tensors element by element.

    where: for which input, such as "x = 2에서", or "" where there is none; then the message keeps the value to itself.
    hint: where to look.
    """
    if _holds_ellipsis(answer):
        raise NotYet(EMPTY)
    where = f"✗ {where}".strip()
    if answer is None:
        raise NotYet(f"{where} 나온 값이 None입니다.\n`return`과 `.grad`를 확인합니다. {hint}")
    got, wanted = _plain(answer), _plain(expected)
    if isinstance(wanted, list):
        if not isinstance(got, list) or len(got) != len(wanted):
            raise NotYet(f"{where} 값 {len(wanted)}개가 나와야 합니다.\n{hint}")
        wrong = [f"{place}번째" for place, pair in enumerate(zip(got, wanted), start=1) if not _equal(*pair)]
        if wrong:
            raise NotYet(f"{where} {', '.join(wrong)} 값이 다릅니다.\n{hint}")
    elif not _equal(got, wanted):
        values = f"나온 값은 {_text(got)}, 나와야 할 값은 {_text(wanted)}입니다." if where != "✗" else "값이 다릅니다."
        raise NotYet(f"{where} {values}\n{hint}")


def run(function, *inputs, hint):
    """What the learner's function returns; if it raises, NotYet with the error's first line."""
    if not callable(function):
        raise NotYet("✗ 함수를 넘겨야 합니다. 괄호 없이 함수의 이름만 적습니다.")
    try:
        return function(*inputs)
    except Exception as error:
        if "ellipsis" in str(error):  # a calculation with a `...` that was left
            raise NotYet(EMPTY) from None
        message = f"{type(error).__name__}: {error}".partition("\n")[0].removesuffix(": ")
        raise NotYet(f"✗ 실행하다가 오류가 났습니다.\n{message}\n{hint}") from None


def _holds_ellipsis(value):
    return value is ... or (isinstance(value, (list, tuple)) and any(_holds_ellipsis(item) for item in value))


def _plain(value):
    """Numbers and lists in place of tensors and tuples; one number in place of a list of one."""
    if isinstance(value, torch.Tensor):
        value = value.tolist()
    if isinstance(value, (list, tuple)):
        value = [_plain(item) for item in value]
        return value[0] if len(value) == 1 else value
    return value


def _equal(got, wanted):
    """Whether two plain values are the same; True is not 1, and a list, a text or anything else is not a number."""
    if isinstance(wanted, bool) or isinstance(got, bool):
        return got is wanted
    room = 1e-4 * max(1, abs(wanted))
    return isinstance(got, (int, float)) and wanted - room <= got <= wanted + room


def _text(value):
    return f"{value:g}" if isinstance(value, float) else reprlib.repr(value)
