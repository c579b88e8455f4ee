"""The figures of chapter 12: the versions that a record compares, and what a part of a tensor shares with the whole."""

import torch

from gradbook.drawing import Drawing, said
from gradbook.moving import Control, Moving
from gradbook.palette import ACCENT, ACCENT_TINT, INK, MUTED, PLAIN_TINT, RULE, WARM, WARM_TINT

ROW, LINE = 34, 32  # the first line of code, and how far apart lines are
PROGRAMS = {
    "제곱한 뒤에": ["y = x * 2", "z = y ** 2", "y += 1", "z.backward()"],
    "제곱하기 전에": ["y = x * 2", "y += 1", "z = y ** 2", "z.backward()"],
    "더한 뒤에": ["y = x * 2", "z = y + 3", "y += 1", "z.backward()"],
    "relu의 결과를": ["y = x * 2", "z = y.relu()", "z += 1", "z.backward()"],
}


def draw_versions(alt):
    """Four short programs line by line: the tensors with their versions, and the version noted when one was saved."""
    def draw(lines, count):
        tensors, saved, fault, slope = _run(lines[:count])
        drawing = Drawing(height=214)
        for place, line in enumerate(lines):
            now = place == count - 1
            y = ROW + place * LINE
            drawing.box(82, y - 5, 144, 26, ACCENT_TINT if now else PLAIN_TINT, ACCENT if now else RULE)
            drawing.text(18, y, line, INK if place < count else MUTED, 14, "start", mono=True, halo=False)
        for place, name in enumerate("yz"):
            tensor, y = tensors.get(name), 34 + place * 44
            shown = tensor is not None
            drawing.text(190, y, name, INK, 15, mono=True, bold=True, halo=False, shown=shown)
            drawing.box(232, y - 5, 56, 30, PLAIN_TINT, INK, shown=shown)
            drawing.text(232, y, said(tensor.item()) if shown else "", INK, 15, halo=False, shown=shown)
            version = tensor._version if shown else 0
            drawing.text(310, y, f"버전 {version}", WARM if version else MUTED, 14, bold=bool(version), halo=False, shown=shown)
        name, version = saved or ("", 0)
        drawing.text(190, 124, "기록이 저장한 것", MUTED, 12, "start", halo=False, shown="z" in tensors)
        drawing.text(190, 148, f"{name}, 버전 {version}" if saved else "없음", ACCENT if saved else MUTED, 15, "start", bold=True, halo=False, shown="z" in tensors)
        done = count == len(lines)
        color, tint = (WARM, WARM_TINT) if fault else (ACCENT, ACCENT_TINT)
        drawing.box(180, 188, 336, 34, tint, color, shown=done)
        drawing.text(180, 193, _verdict(tensors, saved, fault, slope) if done else "", color, 14, bold=True, halo=False, shown=done)
        return drawing, _told(lines[count - 1], tensors, saved, fault, done)

    return Moving(alt, [Control("제자리 연산", list(PROGRAMS.values()), list(PROGRAMS), "choice", 0),
                        Control("줄", [1, 2, 3, 4], [f"{place}째 줄까지" for place in ("첫", "둘", "셋", "넷")], "steps", 3)], draw)


def _run(lines):
    """Run the lines: y and z, (name, version) of what was saved when it was, whether backward() was refused, x.grad."""
    tensors = {"x": torch.tensor(3.0, dtype=torch.float64, requires_grad=True)}
    saved = fault = None
    for line in lines:
        try:
            exec(line, tensors)
        except RuntimeError:
            fault = True
        z = tensors.get("z")
        if line.startswith("z = "):
            kept = next((getattr(z.grad_fn, name) for name in ("_saved_self", "_saved_result") if hasattr(z.grad_fn, name)), None)
            if kept is not None:
                name = next(name for name in "yz" if tensors[name].data_ptr() == kept.data_ptr())
                saved = name, tensors[name]._version
    return {name: tensors[name] for name in "yz" if name in tensors}, saved, fault, tensors["x"].grad


def _verdict(tensors, saved, fault, slope):
    if not saved:
        return f"비교할 것이 없습니다. x.grad = {said(slope.item())}"
    name, version = saved
    if fault:
        return f"{name}: 저장할 때 {version} ≠ 지금 {tensors[name]._version}. 오류"
    return f"{name}: 저장할 때 {version} = 지금 {tensors[name]._version}. x.grad = {said(slope.item())}"


def _told(line, tensors, saved, fault, done):
    if done:
        return "저장한 뒤에 버전이 올라서 막습니다." if fault else "저장한 값이 그대로여서 기울기를 구합니다." if saved else "저장한 값이 없어서 기울기를 구합니다."
    if "+=" in line:
        return f"{line[0]}의 값이 제자리에서 바뀌고 버전이 오릅니다."
    if line.startswith("z"):
        return f"기록에 {saved[0]}의 값과 버전 {saved[1]}을 적어 둡니다." if saved else "더하기는 아무것도 저장하지 않습니다."
    return "새 텐서의 버전은 0입니다."


WAYS = {
    "y[:2]": lambda y: y[:2],
    "y[[0, 1]]": lambda y: y[[0, 1]],
    "y[:2].clone()": lambda y: y[:2].clone(),
    "y.chunk(2)[0]": lambda y: y.chunk(2)[0],
}


def draw_views(alt):
    """A part of y, before and after it is changed in place: whether y changes too, and the versions of both."""
    def draw(name, changed):
        x = torch.tensor([1.0, 2.0, 3.0, 4.0], dtype=torch.float64, requires_grad=True)
        y = x * 2
        part = WAYS[name](y)
        shared, fault = part.data_ptr() == y.data_ptr(), False
        if changed:
            try:
                part *= 10
            except RuntimeError:
                fault = True
        drawing = Drawing(height=206)
        drawing.text(36, 45, "y", INK, 16, mono=True, bold=True, halo=False)
        drawing.text(36, 66, f"버전 {y._version}", WARM if y._version else MUTED, 13, halo=False)
        drawing.text(36, 145, "a", ACCENT, 16, mono=True, bold=True, halo=False)
        drawing.text(36, 166, f"버전 {part._version}", WARM if part._version else MUTED, 13, halo=False)
        _cells(drawing, 44, y.tolist(), INK, PLAIN_TINT)
        drawing.arrow(56, 138, 143, 80, ACCENT, 1.8, shown=shared)
        drawing.path([(84, 68), (84, 74), (210, 74), (210, 68)], ACCENT, 2, shown=shared)
        _cells(drawing, 144, part.tolist(), ACCENT, ACCENT_TINT, shown=not shared)
        drawing.text(180, 198, ("a *= 10에서 오류" if fault else "a *= 10 뒤") if changed else "a *= 10 앞", WARM if fault else MUTED, 13, bold=fault, halo=False)
        return drawing, _said_of_part(shared, changed, fault)

    return Moving(alt, [Control("a", list(WAYS), list(WAYS), "choice", 0),
                        Control("때", [False, True], ["바꾸기 전", "a *= 10 뒤"], "choice", 1)], draw)


def _cells(drawing, y, values, color, tint, shown=True):
    for place, value in enumerate(values):
        x, new = 115 + 66 * place, value in (20, 40)
        drawing.box(x, y, 60, 34, tint, color, shown=shown)
        drawing.text(x, y + 5, said(value), WARM if new else INK, 15, bold=new, halo=False, shown=shown)


def _said_of_part(shared, changed, fault):
    if fault:
        return "값은 함께 쓰지만, 여러 뷰를 한꺼번에 돌려주는 함수의 결과라서 제자리에서 바꿀 수 없습니다."
    if not changed:
        return "a는 y의 앞 두 원소를 함께 씁니다." if shared else "a는 값을 베낀 새 텐서입니다."
    return "y도 바뀌고 버전도 함께 오릅니다." if shared else "a만 바뀌고 y는 값도 버전도 그대로입니다."
