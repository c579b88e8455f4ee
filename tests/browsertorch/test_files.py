"""Files that one engine saves, the other loads."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
OBJECT = """{'x': x, 'row': x[1], 'across': x.t(), 'p': torch.nn.Parameter(torch.ones(2)), 'd': torch.float64, 's': x.shape,
             'dev': torch.device('cpu'), 'state': net.state_dict(), 'opt': opt.state_dict(), 'half': x.half(), 'c': x + 1j, 'none': x[:0]}"""
SAVE = f"""
torch.manual_seed(0)
x = torch.arange(6.).view(2, 3)
net = torch.nn.Sequential(torch.nn.Linear(2, 3), torch.nn.BatchNorm1d(3), torch.nn.Conv1d(1, 1, 2))
opt = torch.optim.Adam(net.parameters())
net[0](torch.ones(1, 2)).sum().backward()
opt.step()
torch.save({OBJECT}, PATH)
torch.save(net, PATH + '.module')
"""
LOAD = """
loaded = torch.load(PATH)
print(loaded)
loaded['x'][1, 0] = 99
print(loaded['row'], loaded['across'])
net = torch.load(PATH + '.module', weights_only=False)
print(net, net[0](torch.ones(1, 2)))
"""


def text(tmp_path, engine, code):
    """What an engine prints for a snippet."""
    file = tmp_path / f"{engine}.py"
    file.write_text(f"# --- snippet\nPATH = {str(tmp_path / 'saved.pt')!r}\n{code}", encoding="utf-8")
    script = [sys.executable, HERE / "snippet_engine.py", engine]
    done = subprocess.run(script, input=f"{file}\n", capture_output=True, text=True, check=True)
    return json.loads(done.stdout)["snippet"]


@pytest.mark.parametrize("writer", ["real", "browser"])
def test_both_engines_load_the_same(tmp_path, writer):
    assert text(tmp_path, writer, SAVE) == ""
    real, ours = (text(tmp_path, reader, LOAD) for reader in ("real", "browser"))
    assert real == ours
    assert "Linear(in_features=2" in real and "99." in real
