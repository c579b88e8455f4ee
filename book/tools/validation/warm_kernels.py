"""Kernels that start in a fraction of a second: forked from one process that has imported torch already.

Starting a kernel and importing torch is most of what validating a notebook costs. Each notebook still gets a process, a
namespace and a working folder of its own; only the imports are shared. Uses jupyter_client's own extension point, the
kernel provisioner, and multiprocessing's forkserver. Where there is no fork (Windows) kernels start as always.
"""

import multiprocessing
import multiprocessing.forkserver
import os
import tempfile
import uuid
from importlib.metadata import EntryPoint
from pathlib import Path

from jupyter_client.provisioning import KernelProvisionerFactory, LocalProvisioner

NAME = "warm"
AVAILABLE = "forkserver" in multiprocessing.get_all_start_methods()
PRELOAD = [
    "torch",
    "matplotlib.figure",
    "matplotlib.backends.backend_svg",
    "ipykernel.kernelapp",
    "ipykernel.ipkernel",
    "ipykernel.debugger",
]


def serve(arguments, environment, folder):
    """The forked child: becomes the kernel that `python -m ipykernel_launcher *arguments` would be."""
    os.setsid()  # a group of its own, so that interrupting it does not reach pytest
    os.environ.clear()
    os.environ.update(environment)
    os.chdir(folder)
    null = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(null, stream)
    from ipykernel import kernelapp

    kernelapp.launch_new_instance(argv=arguments)


class Child:
    """The part of subprocess.Popen's interface that LocalProvisioner uses, over a multiprocessing process."""

    stdin = stdout = stderr = None

    def __init__(self, process):
        self.process = process
        self.pid = process.pid

    @property
    def returncode(self):
        return self.process.exitcode

    def poll(self):
        return self.process.exitcode

    def wait(self):
        self.process.join()
        return self.process.exitcode

    def send_signal(self, number):
        if self.process.is_alive():
            os.kill(self.pid, number)

    def terminate(self):
        self.process.terminate()

    def kill(self):
        self.process.kill()


class WarmProvisioner(LocalProvisioner):
    """Starts an ipykernel by forking instead of running a new interpreter."""

    async def pre_launch(self, **kwargs):
        # Sockets that are files. Ports are looked for first and taken later, and of two kernels that start at once, in two
        # processes, both may find the same one: the second then never answers.
        self.parent.transport, self.parent.ip = "ipc", str(Path(tempfile.gettempdir(), f"kernel-{uuid.uuid4().hex}"))
        return await super().pre_launch(**kwargs)

    async def launch_kernel(self, cmd, **kwargs):
        arguments = cmd[cmd.index("-f") :]
        context = multiprocessing.get_context("forkserver")
        process = context.Process(
            target=serve, daemon=True, args=(arguments, dict(kwargs["env"]), kwargs.get("cwd") or os.getcwd())
        )
        process.start()
        self.process, self.pid, self.pgid = Child(process), process.pid, process.pid
        return self.connection_info


def install():
    """Makes forked kernels the default of this process."""
    if not AVAILABLE:
        return
    os.environ.setdefault("PYDEVD_DISABLE_FILE_VALIDATION", "1")  # importing the debugger ahead is no debugging
    multiprocessing.get_context("forkserver").set_forkserver_preload(PRELOAD)
    factory = KernelProvisionerFactory.instance()
    factory.provisioners[NAME] = EntryPoint(NAME, f"{__name__}:WarmProvisioner", factory.GROUP_NAME)
    factory.default_provisioner_name = NAME


def warm_up():
    """Starts the process that imports torch, without waiting for it."""
    if AVAILABLE:
        multiprocessing.forkserver.ensure_running()
