record = []


class Number:
    def __init__(self, value, inputs=()):
        self.value, self.inputs, self.grad = value, inputs, 0.0
        record.append(self)

    def __add__(self, other):
        slopes = [(self, 1.0), (other, 1.0)]
        return Number(self.value + other.value, slopes)

    def __mul__(self, other):
        slopes = [(self, other.value), (other, self.value)]
        return Number(self.value * other.value, slopes)

    def backward(self):
        self.grad = 1.0
        for number in reversed(record):
            for input, slope in number.inputs:
                input.grad += number.grad * slope
