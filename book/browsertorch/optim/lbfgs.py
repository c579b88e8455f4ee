"""L-BFGS: Newton's method with the curvature guessed from the last steps (Liu and Nocedal 1989)."""

from ..base.modes import enable_grad, no_grad
from ..core.tensor import Tensor
from ..ops import public
from .methods import _number
from .optimizer import Optimizer, check

cat = public("cat")
FEWER, STEEPER = 1e-4, 0.9     # Wolfe's conditions: how much the loss must fall, and how far the slope may stay


class LBFGS(Optimizer):
    """One step runs the closure many times: a direction from the history, and how far to go along it."""

    def __init__(self, params, lr=1, max_iter=20, max_eval=None, tolerance_grad=1e-7, tolerance_change=1e-9, history_size=100,
                 line_search_fn=None):
        if isinstance(lr, Tensor) and lr.numel() != 1:
            raise ValueError("Tensor lr must be 1-element")
        check(0.0 <= lr, "learning rate", lr)
        super().__init__(params, dict(lr=lr, max_iter=max_iter, max_eval=max_iter * 5 // 4 if max_eval is None else max_eval,
                                      tolerance_grad=tolerance_grad, tolerance_change=tolerance_change, history_size=history_size,
                                      line_search_fn=line_search_fn))
        if len(self.param_groups) != 1:
            raise ValueError("LBFGS doesn't support per-parameter options (parameter groups)")
        self._params = self.param_groups[0]["params"]

    def _gradient(self):
        """All gradients as one vector."""
        return cat([p.new_zeros(p.numel()) if p.grad is None else p.grad.reshape(-1) for p in self._params])

    def _move(self, step, direction):
        start = 0
        for p in self._params:
            p.add_(direction[start:start + p.numel()].view_as(p), alpha=_number(step))
            start += p.numel()

    @no_grad()
    def step(self, closure):
        """Run up to max_iter iterations; returns the loss before the first."""
        group, closure = self.param_groups[0], enable_grad()(closure)
        state, small = self.state[self._params[0]], group["tolerance_change"]
        state.setdefault("func_evals", 0)
        state.setdefault("n_iter", 0)
        first = closure()
        loss, calls = float(first), 1
        state["func_evals"] += 1
        slope = self._gradient()
        if slope.abs().max() <= group["tolerance_grad"]:
            return first
        for n in range(1, group["max_iter"] + 1):
            state["n_iter"] += 1
            direction = state["d"] = self._direction(state, slope, group["history_size"])
            state["prev_flat_grad"], before = slope.clone(), loss
            lr = _number(group["lr"])
            t = min(1.0, 1.0 / slope.abs().sum()) * lr if state["n_iter"] == 1 else lr
            down, used = slope.dot(direction), 0
            state["t"], state["prev_loss"] = t, before
            if down > -small:
                break
            if group["line_search_fn"] is None:
                self._move(t, direction)
                if n < group["max_iter"]:
                    loss, slope, used = float(closure()), self._gradient(), 1
            elif group["line_search_fn"] != "strong_wolfe":
                raise RuntimeError("only 'strong_wolfe' is supported")
            else:
                loss, slope, t, used = self._search(closure, t, direction, loss, slope, down, group["max_eval"] - calls)
                self._move(t, direction)
                state["t"] = t
            calls += used
            state["func_evals"] += used
            if (n == group["max_iter"] or calls >= group["max_eval"] or slope.abs().max() <= group["tolerance_grad"]
                    or direction.mul(t).abs().max() <= small or abs(loss - before) < small):
                break
        for name in ("al", "d", "t", "old_dirs", "old_stps", "ro", "H_diag", "prev_flat_grad", "prev_loss"):     # torch's order
            if name in state:
                state[name] = state.pop(name)
        return first

    def _direction(self, state, slope, size):
        """Minus the gradient times the guessed inverse Hessian, from the last changes of position and gradient."""
        if state["n_iter"] == 1:
            state.update(old_dirs=[], old_stps=[], ro=[], H_diag=1)
            return slope.neg()
        change, moved = slope.sub(state["prev_flat_grad"]), state["d"].mul(state["t"])
        curved = change.dot(moved)
        changes, moves, weights = state["old_dirs"], state["old_stps"], state["ro"]
        if curved > 1e-10:
            for history, new in ((changes, change), (moves, moved), (weights, 1.0 / curved)):
                if len(history) == size:
                    history.pop(0)
                history.append(new)
            state["H_diag"] = curved / change.dot(change)
        shares = state.setdefault("al", [None] * size)
        q = slope.neg()
        for i in reversed(range(len(changes))):
            shares[i] = moves[i].dot(q) * weights[i]
            q.add_(changes[i], alpha=-shares[i].item())
        r = q.mul(state["H_diag"])
        for i in range(len(changes)):
            r.add_(moves[i], alpha=(shares[i] - changes[i].dot(r) * weights[i]).item())
        return r

    def _search(self, closure, t, direction, loss, slope, down, tries):
        """(loss, gradient, step, calls of the closure) at a step that meets Wolfe's conditions."""
        start = [p.clone() for p in self._params]

        def at(t):
            self._move(t, direction)
            found, gradient = float(closure()), self._gradient()
            for p, value in zip(self._params, start):
                p.copy_(value)
            return t, found, gradient, gradient.dot(direction)

        return strong_wolfe(at, t, direction.abs().max(), (0, loss, slope.clone(), down), tries,
                            self.param_groups[0]["tolerance_change"])


def strong_wolfe(at, t, length, start, tries, small):
    """Search along a line. at(t) and start: (step, loss, gradient, slope along the line)."""
    _, loss, _, down = start
    before, here, count, done = start, at(t), 0, False
    bracket = None
    while count < tries:
        if here[1] > loss + FEWER * here[0] * down or (count > 1 and here[1] >= before[1]):
            bracket = [before, here]
        elif abs(here[3]) <= -STEEPER * down:
            bracket, done = [here], True
        elif here[3] >= 0:
            bracket = [before, here]
        if bracket:
            break
        least, most = here[0] + 0.01 * (here[0] - before[0]), here[0] * 10
        before, here = here, at(lowest(before, here, (least, most)))
        count += 1
    bracket = bracket or [start, here]
    low, high = (0, 1) if bracket[0][1] <= bracket[-1][1] else (1, 0)
    stuck = False
    while not done and count < tries and abs(bracket[1][0] - bracket[0][0]) * length >= small:
        ends = [point[0] for point in bracket]
        t, margin = lowest(*bracket), 0.1 * (max(ends) - min(ends))
        if min(max(ends) - t, t - min(ends)) < margin:        # too near to an end, for the second time: away from it
            if stuck or t >= max(ends) or t <= min(ends):
                t = max(ends) - margin if abs(t - max(ends)) < abs(t - min(ends)) else min(ends) + margin
                stuck = False
            else:
                stuck = True
        else:
            stuck = False
        here = at(t)
        count += 1
        if here[1] > loss + FEWER * t * down or here[1] >= bracket[low][1]:
            bracket[high] = here
            low, high = (0, 1) if bracket[0][1] <= bracket[1][1] else (1, 0)
        else:
            if abs(here[3]) <= -STEEPER * down:
                done = True
            elif here[3] * (bracket[high][0] - bracket[low][0]) >= 0:
                bracket[high] = bracket[low]
            bracket[low] = here
    t, found, gradient, _ = bracket[low]
    return found, gradient, t, count + 1


def lowest(a, b, bounds=None):
    """Where the cubic through two points and slopes is lowest, between the bounds."""
    (x1, f1, _, g1), (x2, f2, _, g2) = a, b
    least, most = bounds or ((x1, x2) if x1 <= x2 else (x2, x1))
    d1 = g1 + g2 - 3 * (f1 - f2) / (x1 - x2)
    square = d1**2 - g1 * g2
    if not square >= 0:
        return (least + most) / 2.0
    d2 = square.sqrt()
    if x1 <= x2:
        place = x2 - (x2 - x1) * ((g2 + d2 - d1) / (g2 - g1 + 2 * d2))
    else:
        place = x1 - (x1 - x2) * ((g1 + d2 - d1) / (g1 - g2 + 2 * d2))
    return min(max(place, least), most)


LBFGS.__module__ = "torch.optim.lbfgs"
