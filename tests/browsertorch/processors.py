"""The texts that real torch itself prints differently on another processor.

torch and MKL choose their kernels by the processor. SETTINGS makes one machine compute as others do; where a processor has no
such choice (ARM), it has no effect. A snippet prints what none of them changes. The few that are about the last digits
themselves are named in varying.json with a reason and every text that real torch printed. `python processors.py` records anew.
"""

import json
from pathlib import Path

import numpy as np

FILE = Path(__file__).with_name("varying.json")
VARYING = json.loads(FILE.read_text(encoding="utf-8"))

# MKL's kernels differ between Intel's and AMD's processors as well; the compatible ones are the same on every x86.
SETTINGS = {
    "own": {},
    "default": {"ATEN_CPU_CAPABILITY": "default", "MKL_CBWR": "COMPATIBLE"},
    "avx2": {"ATEN_CPU_CAPABILITY": "avx2", "MKL_CBWR": "COMPATIBLE"},
}
SAME_ON_EVERY_X86 = ("default", "avx2")


def agrees(name, text, real):
    """Whether `text` is what real torch prints: here (`real`) or, where processors differ, on some processor."""
    return text == real or name in VARYING and text in VARYING[name]["texts"]


def same_numbers(real, ours):
    """Whether two arrays are the same bit by bit; nearly the same where torch lacks the vector kernels that browsertorch follows."""
    import torch

    if torch.backends.cpu.get_cpu_capability() in ("AVX2", "AVX512"):
        return np.asarray(real).tobytes() == np.asarray(ours).tobytes()
    kind = np.asarray(real).dtype
    near = 1e-2 if kind == np.float16 else 1e-4 if kind == np.float32 else 1e-9
    return np.allclose(real, ours, rtol=near, atol=near, equal_nan=True) if kind.kind == "f" else np.array_equal(real, ours)


def record():
    from test_snippets import everything_on

    for setting in SETTINGS.values():
        for name, text in everything_on("real", setting).items():
            if name in VARYING and text not in VARYING[name]["texts"]:
                VARYING[name]["texts"].append(text)
    FILE.write_text(json.dumps(VARYING, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    record()
