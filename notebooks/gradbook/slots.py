"""The figure of chapter 6: a gradient passes through a chain of tensors, and stays only where there is a .grad to hold it."""

from gradbook.drawing import Drawing, formula, said
from gradbook.moving import Control, Moving
from gradbook.palette import ACCENT, ACCENT_TINT, INK, MUTED, PLAIN_TINT, RULE, WARM, WARM_TINT

TENSOR, PASSING, SLOT = 72, 187, 297  # the middles of the columns
TENSOR_WIDTH, PASSING_WIDTH, SLOT_WIDTH, HEIGHT = 136, 66, 106, 48
PITCH, TOP = 84, 62


def draw_slots(tensors, gradients, kept, alt):
    """From the result down to the leaf, step by step, with and without retain_grad() on one tensor between.

    tensors: {name: tensor} from the leaf to the result, each calculated from the one before; gradients: the gradient of the
    result for each, in the same order; kept: the name of the tensor that may keep its gradient.
    """
    rows = [(name, tensor, gradient.item()) for (name, tensor), gradient in zip(tensors.items(), gradients)][::-1]
    count, leaf = len(rows), rows[-1][0]

    def draw(step, keeping):
        drawing = Drawing(height=TOP + PITCH * (count - 1) + HEIGHT // 2 + 12)
        for x, words, color in [(TENSOR, "텐서", ACCENT), (PASSING, "지나는 기울기", WARM), (SLOT, ".grad", INK)]:
            drawing.text(x, 20, words, color, 13, bold=True, mono=words == ".grad", halo=False)
        for place, (name, tensor, gradient) in enumerate(rows):
            y, here = TOP + place * PITCH, step == place + 1
            stays = step > place and (name == leaf or keeping and name == kept)
            if place + 1 < count:
                gone = step > place + 1
                drawing.arrow(TENSOR, y + HEIGHT / 2 + 3, TENSOR, y + PITCH - HEIGHT / 2 - 3, WARM if gone else RULE, 1.8)
                drawing.arrow(PASSING, y + HEIGHT / 2 + 3, PASSING, y + PITCH - HEIGHT / 2 - 3, WARM if gone else RULE, 1.8)
            drawing.box(
                TENSOR, y, TENSOR_WIDTH, HEIGHT, ACCENT_TINT if name == leaf else PLAIN_TINT, ACCENT if here else "none", line=2
            )
            drawing.text(TENSOR, y - 3, formula(f"{name} = {said(tensor.item())}"), INK, 15, halo=False)
            drawing.text(TENSOR, y + 16, _node(tensor), MUTED, 12, mono=True, halo=False)
            drawing.box(PASSING, y, PASSING_WIDTH, 32, WARM_TINT, WARM, shown=here)
            drawing.text(PASSING, y + 5, said(gradient), WARM, 15, bold=True, halo=False, shown=here)
            drawing.arrow(PASSING + PASSING_WIDTH / 2 + 2, y, SLOT - SLOT_WIDTH / 2 - 3, y, WARM, 1.8, shown=here and stays)
            drawing.box(
                SLOT, y, SLOT_WIDTH, HEIGHT, WARM_TINT if stays else "none", WARM if stays else RULE, dash="" if stays else "4 3"
            )
            drawing.text(
                SLOT,
                y + 5,
                said(gradient) if stays else "None",
                WARM if stays else MUTED,
                15,
                bold=stays,
                mono=not stays,
                halo=False,
            )
        return drawing, sentence(step, keeping)

    def sentence(step, keeping):
        if step == 0:
            return "backward()를 부르기 전입니다. .grad는 모두 None입니다."
        name, _, gradient = rows[step - 1]
        if name == leaf:
            return f"기울기 {said(gradient)}{_subject(gradient)} 리프에 닿아 {name}.grad에 더해집니다."
        if keeping and name == kept:
            return f"기울기 {said(gradient)}{_subject(gradient)} 지나가며 {name}.grad에도 남습니다."
        return f"기울기 {said(gradient)}{_subject(gradient)} 지나갑니다. {name}.grad는 None입니다."

    steps = [f"{count + 1}단계 중 {step + 1}단계" for step in range(count + 1)]
    controls = [
        Control("단계", list(range(count + 1)), steps, "steps", count),
        Control("준비", [False, True], ["그대로", f"{kept}.retain_grad()"], "choice"),
    ]
    return Moving(alt, controls, draw)


def _node(tensor):
    return "AccumulateGrad" if tensor.grad_fn is None else tensor.grad_fn.name()


def _subject(number):
    """The particle 이 or 가 after a number as it is read aloud: 2, 4, 5 and 9 end in a vowel."""
    return "가" if said(number)[-1] in "2459" else "이"
