"""What an answer's process may not do. `build` takes it from the process for good, after torch is there."""

import os
import sys

from . import syscalls

MEMORY = 2 * 2**30  # beyond what Python and torch hold
REFUSED = ("os.", "shutil.", "subprocess.", "socket.", "pty.", "signal.", "resource.", "winreg.", "syslog.", "sqlite3.", "ctypes.dlopen")
HARMLESS = {"os.listdir", "os.scandir", "os.walk", "os.fwalk", "os.chdir", "os.getxattr", "os.listxattr", "os.add_dll_directory", "os.putenv", "os.unsetenv"}
WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


def build(seconds):
    """Returns whether the kernel holds them too, and the list in which what Python refuses will be noted."""
    limit(seconds)
    kernel, tried = syscalls.refuse(), []

    def refuse(event, arguments):
        writes = event == "open" and isinstance(arguments[2], int) and arguments[2] & WRITES
        if writes or (event.startswith(REFUSED) and event not in HARMLESS):
            tried.append(event)
            raise PermissionError(f"{event}: 채점할 때는 할 수 없습니다")

    sys.addaudithook(refuse)
    return kernel, tried


def limit(seconds):
    """Memory, the processor's time, the size of files. Windows has no such limits."""
    try:
        import resource
    except ImportError:
        return
    if sys.platform == "linux":  # macOS counts what is not used too
        with open("/proc/self/statm", encoding="ascii") as file:
            held = int(file.read().split()[0]) * resource.getpagesize()
        resource.setrlimit(resource.RLIMIT_AS, (held + MEMORY, held + MEMORY))
    for name, most in (("RLIMIT_CPU", seconds), ("RLIMIT_FSIZE", 0), ("RLIMIT_CORE", 0)):
        resource.setrlimit(getattr(resource, name), (most, most))
