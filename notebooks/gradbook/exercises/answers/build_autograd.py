# --- valid: one_only
valid = [True, False, False, False]
# --- valid: last_swapped
valid = [False, False, True, False]
# --- valid: always
valid = [True, True, True, True]
# --- valid: never
valid = [False, False, False, False]
# --- valid: shared_early
valid = [True, True, True, False]
# --- valid: forward
valid = [True, False, True, True]
# --- valid: only_early
valid = [False, True, False, False]
# --- valid: inverted
valid = [False, True, False, True]
# --- valid: number_for_flag
valid = [1, 0, 1, 0]
# --- valid: count
valid = [True, False, True]

# --- quotient: no_incoming
def quotient(a, b, g):
    return [1 / b, -a / b ** 2]
# --- quotient: half_incoming
def quotient(a, b, g):
    return [g / b, -a / b ** 2]
# --- quotient: first_without
def quotient(a, b, g):
    return [1 / b, g * -a / b ** 2]
# --- quotient: no_minus
def quotient(a, b, g):
    return [g / b, g * a / b ** 2]
# --- quotient: not_squared
def quotient(a, b, g):
    return [g / b, -g * a / b]
# --- quotient: swapped
def quotient(a, b, g):
    return [-g * a / b ** 2, g / b]
# --- quotient: numerator_forgotten
def quotient(a, b, g):
    return [g / b, -g / b ** 2]
# --- quotient: product
def quotient(a, b, g):
    return [g * b, g * a]
# --- quotient: values
def quotient(a, b, g):
    return g * (a / b)
# --- quotient: added
def quotient(a, b, g):
    return g / b - g * a / b ** 2
# --- quotient: right
def quotient(a, b, g):
    return g * b ** -1, -g * a * b ** -2
# --- quotient: by_autograd
def quotient(a, b, g):
    x = torch.tensor(a, requires_grad=True)
    y = torch.tensor(b, requires_grad=True)
    (g * x / y).backward()
    return [x.grad, y.grad]
# --- quotient: not_squared
def quotient(a, b, g):
    return [g / b, -g * a / b * 2]
# --- quotient: value_first
def quotient(a, b, g):
    return [g * a / b, -g * a / b ** 2]
# --- quotient: inverted
def quotient(a, b, g):
    return [g / a, -g * b / a ** 2]
# --- quotient: incoming_divided
def quotient(a, b, g):
    return [1 / b / g, -a / b ** 2 / g]

# --- scaled: not_summed
def scaled(x, s, g):
    return g * x
# --- scaled: dimension_lost
def scaled(x, s, g):
    return (g * x).sum(dim=1)
# --- scaled: other_axis
def scaled(x, s, g):
    return (g * x).sum(dim=0)
# --- scaled: other_axis
def scaled(x, s, g):
    return (g * x).sum(dim=0, keepdim=True)
# --- scaled: all_summed
def scaled(x, s, g):
    return (g * x).sum()
# --- scaled: no_local
def scaled(x, s, g):
    return g.sum(dim=1, keepdim=True)
# --- scaled: own_value
def scaled(x, s, g):
    return (g * s).sum(dim=1, keepdim=True)
# --- scaled: own_value_whole
def scaled(x, s, g):
    return g * s
# --- scaled: no_incoming
def scaled(x, s, g):
    return x.sum(dim=1, keepdim=True)
# --- scaled: mean
def scaled(x, s, g):
    return (g * x).mean(dim=1, keepdim=True)
# --- scaled: sums_multiplied
def scaled(x, s, g):
    return g.sum(dim=1, keepdim=True) * x.sum(dim=1, keepdim=True)
# --- scaled: right
def scaled(x, s, g):
    return (g * x).sum_to_size(s.shape)
# --- scaled: first_only
def scaled(x, s, g):
    return (g * x)[:, :1]
# --- scaled: own_value
def scaled(x, s, g):
    return (g * x * s).sum(dim=1, keepdim=True)
# --- scaled: product_of_numbers
def scaled(x, s, g):
    return g @ x

# --- sequence: recursion
def sequence(parents, result):
    order, seen = [], set()
    def visit(name):
        if name in seen:
            return
        seen.add(name)
        for parent in parents[name]:
            visit(parent)
        order.append(name)
    visit(result)
    return order[::-1]
# --- sequence: early
def sequence(parents, result):
    order, waiting = [], [result]
    while waiting:
        name = waiting.pop(0)
        if name not in order:
            order.append(name)
            waiting.extend(parents[name])
    return order
# --- sequence: early
def sequence(parents, result):
    order, seen, waiting = [], {result}, [result]
    while waiting:
        name = waiting.pop()
        order.append(name)
        for parent in parents[name]:
            if parent not in seen:
                seen.add(parent)
                waiting.append(parent)
    return order
# --- sequence: twice
def sequence(parents, result):
    order, waiting = [], [result]
    while waiting:
        name = waiting.pop()
        order.append(name)
        waiting.extend(parents[name])
    return order
# --- sequence: missing
def sequence(parents, result):
    uses = {name: 0 for name in parents}
    for inputs in parents.values():
        for parent in inputs:
            uses[parent] += 1
    order, ready = [], [result]
    while ready:
        name = ready.pop()
        order.append(name)
        for parent in set(parents[name]):
            uses[parent] -= 1
            if uses[parent] == 0:
                ready.append(parent)
    return order
# --- sequence: outside
def sequence(parents, result):
    return list(parents)[::-1]
# --- sequence: forward
def sequence(parents, result):
    order = [name for name in parents if name != "other"]
    return order
# --- sequence: other
def sequence(parents, result):
    return result
# --- sequence: key_missing
def sequence(parents, result):
    uses, waiting = {}, [result]
    while waiting:
        name = waiting.pop()
        for parent in parents[name]:
            uses[parent] += 1
            waiting.append(parent)
    return list(uses)
# --- sequence: nothing_left
def sequence(parents, result):
    order, waiting = [], [result]
    while True:
        name = waiting.pop()
        if name not in order:
            order.append(name)
            waiting.extend(parents[name])
    return order
# --- sequence: right
def sequence(parents, result):
    uses, waiting = {result: 0}, [result]
    while waiting:
        for parent in parents[waiting.pop()]:
            if parent not in uses:
                uses[parent] = 0
                waiting.append(parent)
            uses[parent] += 1
    order, ready = [], [result]
    while ready:
        name = ready.pop(0)
        order.append(name)
        for parent in parents[name]:
            uses[parent] -= 1
            if uses[parent] == 0:
                ready.append(parent)
    return order
# --- sequence: result_missing
def sequence(parents, result):
    order = []
    waiting = list(parents[result])
    while waiting:
        name = waiting.pop(0)
        if name not in order:
            order.append(name)
            waiting += parents[name]
    return order
