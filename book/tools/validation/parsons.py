"""What every Parsons problem has: few enough lines, all orders run, and of each wrong one a sentence that fits what it did.

`parsons_problems` yields (place of the cell, what is wrong), as the rules of chapter.py. It looks at what is stored only:
tests/test_parsons.py runs the orders again.
"""

import re
from itertools import permutations

from book.parsons import KEY, orders_of, read, rule_for, written
from book.tools.validation.exercises import source, tags

FEWEST, MOST = 3, 6  # statements: of six there are 720 orders
KEYS = {"call", "wrong", "also", "executed"}
UNBOUND = re.compile(r"UnboundLocalError: cannot access local variable '(\w+)'")
ANEW = "make outputs로 모든 차례를 실행해 다시 저장하세요."


def parsons_problems(cells):
    for place, cell in enumerate(cells):
        if KEY in cell["metadata"]:
            before = cells[place - 1] if place else None
            yield from ((place, problem) for problem in one_problem(cell, before))


def one_problem(cell, before):
    given = cell["metadata"][KEY]
    if "hide-cell" not in tags(cell) or before is None or "exercise" not in tags(before):
        yield "메타데이터 parsons는 연습 문제 바로 다음의 풀이 셀(태그 hide-cell)에 적습니다."
        return
    program = read(source(cell))
    if program is None:
        yield "메타데이터 parsons가 있지만 풀이에 for 반복문이 든 함수가 없습니다. 줄을 옮길 반복문이 있는 풀이에 적으세요."
        return
    names = program.names()
    if not FEWEST <= len(names) <= MOST or len(set(names)) < len(names):
        yield f"반복문 안의 문장이 {len(names)}개입니다. 순서를 맞출 문장은 첫 줄이 서로 다르고 {FEWEST}개에서 {MOST}개여야 합니다."
        return
    if not isinstance(given, dict) or set(given) - KEYS or not isinstance(given.get("call"), str):
        yield '메타데이터 parsons는 {"call": "이름(입력)", "wrong": [{"order": […], "says": "…"}], "also": "…"}이어야 합니다.'
        return
    rules = given.get("wrong", [])
    for rule in rules:
        order, says = rule.get("order", []), rule.get("says", "")
        if strange := [name for name in order if name not in names]:
            yield f"메타데이터 parsons의 order에 있는 {strange[0]!r}는 반복문 안 문장의 첫 줄이 아닙니다. 풀이의 줄 그대로 적으세요."
            return
        if len(order) < 2 or len(set(order)) < len(order) or not says.strip():
            yield "메타데이터 parsons의 wrong에는 둘 이상의 서로 다른 줄(order)과 무엇이 틀렸는지 말하는 문장(says)을 적습니다."
            return
    entries = given.get("executed", [])
    own = range(len(names))
    stored = sorted(order for entry in entries for order in orders_of(entry))
    if stored != sorted(map(written, permutations(own))) or written(own) not in right_orders(entries):
        yield f"실행한 차례가 풀이와 맞지 않습니다. {ANEW}"
        return
    yield from told_problems(entries, [[names.index(name) for name in rule["order"]] for rule in rules], given)


def right_orders(entries):
    return [order for entry in entries if entry.get("right") for order in orders_of(entry)]


def told_problems(entries, rules, given):
    """What is said of the orders against what they did."""
    right = right_orders(entries)
    wanted = next(entry["shows"] for entry in entries if entry.get("right"))
    used = set()
    if (len(right) > 1) != bool(given.get("also", "").strip()):
        yield f"맞는 차례가 {len(right)}가지입니다. 둘 이상이면 어느 줄을 바꾸어도 되는지 메타데이터 parsons의 also에 한두 문장으로 적고, 하나면 지우세요."
    if len(right) == len([order for entry in entries for order in orders_of(entry)]):
        yield "어느 차례로 놓아도 맞습니다. 차례가 중요한 풀이에 적으세요."
    for entry in entries:
        if not entry.get("right") and not entry.get("leaves") and entry["shows"] == wanted:
            yield f"틀린 차례 {orders_of(entry)[0]}도 {given['call']}의 결과가 같습니다. 차례마다 결과가 달라지는 call로 바꾸세요."
        unbound = UNBOUND.match(entry["shows"])
        for order in orders_of(entry):
            found = rule_for(entry, order, rules)
            if entry.get("right"):
                if found is not None:
                    yield f"맞는 차례 {order}에 틀렸다고 말합니다: {given['wrong'][found]['says']!r}. order를 더 좁게 적으세요."
            elif found is None:
                yield f"틀린 차례 {order}에 할 말이 없습니다({entry['shows'][:60]}). 메타데이터 parsons의 wrong에 더하세요."
            elif unbound and f"`{unbound[1]}`" not in given["wrong"][found]["says"]:
                yield f"차례 {order}에서는 {unbound[1]}이 없다는 오류가 나는데 {given['wrong'][found]['says']!r}에 `{unbound[1]}`이 없습니다."
            used.add(found)
    for place, rule in enumerate(given.get("wrong", [])):
        if place not in used:
            yield f"메타데이터 parsons의 {rule['says']!r}는 어느 차례에도 나오지 않습니다. 지우거나 앞으로 옮기세요."
