"""A class's JupyterHub on one machine: `python -m jupyterhub --config book/hub/jupyterhub_config.py`.

The teacher writes the learners' names into `hub-data/learners.txt`, a name a line; each chooses a password when they first log in,
the teacher (`teacher`) before them. Each gets the book's notebooks to run with the real torch. Everything a class makes is kept in the
folder `hub-data` where the hub was started. All of them run under the account that started the hub: learners who mean to can read
each other's files. Without the two lines marked so, JupyterHub takes its own way, an account of the system for each learner, and
wants to be started by root.
"""

import shutil
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
NOTEBOOKS = HERE.parents[1] / "notebooks"
DATA = Path("hub-data").resolve()
DATA.mkdir(exist_ok=True)
LEARNERS = DATA / "learners.txt"
LEARNERS.touch()


def lay_out(spawner):
    """The learner's own copy of the notebooks, once: what is written in it stays."""
    own = DATA / "homes" / spawner.user.name
    if not (own / "notebooks").exists():
        shutil.copytree(
            NOTEBOOKS, own / "notebooks", ignore=shutil.ignore_patterns("__pycache__", ".ipynb_checkpoints", "answers")
        )


c = get_config()  # noqa: F821 - JupyterHub's own

c.JupyterHub.bind_url = "http://127.0.0.1:8000"  # behind a server that speaks HTTPS to the class; passwords go through it
c.JupyterHub.db_url = f"sqlite:///{DATA}/hub.sqlite"
c.JupyterHub.cookie_secret_file = str(DATA / "cookie-secret")

c.JupyterHub.authenticator_class = "firstuseauthenticator.FirstUseAuthenticator"  # system accounts: leave this out
c.FirstUseAuthenticator.dbm_path = str(DATA / "passwords")
c.FirstUseAuthenticator.min_password_length = 8
c.Authenticator.username_pattern = r"[a-z][a-z0-9-]{0,31}"  # it names a folder
c.Authenticator.admin_users = {"teacher"}
c.Authenticator.allowed_users = set(LEARNERS.read_text(encoding="utf-8").split())
c.Authenticator.allow_all = False

c.JupyterHub.spawner_class = "simple"  # system accounts: leave this out
c.SimpleLocalProcessSpawner.home_dir_template = f"{DATA}/homes/{{username}}"
c.Spawner.pre_spawn_hook = lay_out
c.Spawner.cmd = [sys.executable, "-m", "jupyterhub.singleuser"]
c.Spawner.start_timeout = c.Spawner.http_timeout = 180  # a whole class starts at once
c.Spawner.default_url = "/lab/tree/notebooks/01-requires-grad.ipynb"

c.ConfigurableHTTPProxy.command = [
    shutil.which("node", path=str(Path(sys.executable).parent)) or "node",
    str(HERE / "node_modules/configurable-http-proxy/bin/configurable-http-proxy"),
]
c.ConfigurableHTTPProxy.pid_file = str(DATA / "proxy.pid")
