"""What Linux is asked to refuse a process for the rest of its life (seccomp): writing, starting, connecting, signalling.

A process may take rights from itself without being allowed anything, so this works for every account and inside containers.
"""

import ctypes
import errno
import platform
import sys

KILL, REFUSE, ALLOW = 0x80000000, 0x00050000, 0x7FFF0000
ARCHITECTURE, FOREIGN = 0xC000003E, 0x40000000  # x86-64; its second table of calls
NO_NEW_PRIVILEGES, SECCOMP, FILTER = 38, 22, 2
LOAD, EQUAL, AT_LEAST, ANY_BIT, RETURN = 0x20, 0x15, 0x35, 0x45, 0x06
NUMBER, ARCH, ARGUMENT = 0, 4, 16  # where they stand in what the filter is shown; arguments have 8 bytes each

REFUSED = {
    "files": {
        "truncate": 76, "rename": 82, "mkdir": 83, "rmdir": 84, "creat": 85, "link": 86, "unlink": 87, "symlink": 88, "chmod": 90,
        "fchmod": 91, "chown": 92, "fchown": 93, "lchown": 94, "utime": 132, "mknod": 133, "setxattr": 188, "lsetxattr": 189,
        "fsetxattr": 190, "removexattr": 197, "lremovexattr": 198, "fremovexattr": 199, "utimes": 235, "mkdirat": 258, "mknodat": 259,
        "fchownat": 260, "futimesat": 261, "unlinkat": 263, "renameat": 264, "linkat": 265, "symlinkat": 266, "fchmodat": 268,
        "utimensat": 280, "open_by_handle_at": 304, "renameat2": 316, "fchmodat2": 452,
    },
    "processes": {"fork": 57, "vfork": 58, "execve": 59, "execveat": 322},
    "signals": {
        "kill": 62, "rt_sigqueueinfo": 129, "tkill": 200, "tgkill": 234, "rt_tgsigqueueinfo": 297, "pidfd_send_signal": 424,
    },
    "connections": {"socket": 41, "socketpair": 53},
    "what outlives a process": {"shmget": 29, "semget": 64, "msgget": 68, "mq_open": 240, "add_key": 248, "keyctl": 250},
    "other processes": {"ptrace": 101, "process_vm_readv": 310, "process_vm_writev": 311, "setpriority": 141, "ioprio_set": 251},
    "limits": {"setrlimit": 160, "unshare": 272, "setns": 308},
    "the machine": {
        "pivot_root": 155, "chroot": 161, "settimeofday": 164, "mount": 165, "umount2": 166, "swapon": 167, "swapoff": 168,
        "reboot": 169, "sethostname": 170, "setdomainname": 171, "init_module": 175, "delete_module": 176, "clock_settime": 227,
        "kexec_load": 246, "finit_module": 313, "bpf": 321, "userfaultfd": 323, "io_uring_setup": 425, "open_tree": 428,
        "move_mount": 429, "fsopen": 430, "mount_setattr": 442,
    },
}  # fmt: skip
OPEN, CLONE, OPENAT, PRLIMIT, CLONE3, OPENAT2 = 2, 56, 257, 302, 435, 437
WRITES = 0o1 | 0o2 | 0o100 | 0o1000 | 0o2000  # write only, read and write, create, truncate, append
THREAD = 0x10000


class Step(ctypes.Structure):
    _fields_ = [("code", ctypes.c_uint16), ("yes", ctypes.c_uint8), ("no", ctypes.c_uint8), ("value", ctypes.c_uint32)]


class Program(ctypes.Structure):
    _fields_ = [("length", ctypes.c_uint16), ("steps", ctypes.POINTER(Step))]


def program():
    refuse, unknown, allow = (RETURN, 0, 0, REFUSE | errno.EPERM), (RETURN, 0, 0, REFUSE | errno.ENOSYS), (RETURN, 0, 0, ALLOW)
    steps = [(LOAD, 0, 0, ARCH), (EQUAL, 1, 0, ARCHITECTURE), (RETURN, 0, 0, KILL), (LOAD, 0, 0, NUMBER), (AT_LEAST, 0, 1, FOREIGN), refuse]
    for number in sorted(number for group in REFUSED.values() for number in group.values()):
        steps += [(EQUAL, 0, 1, number), refuse]
    for number in (CLONE3, OPENAT2):  # their flags lie in memory, where no filter can look; libraries then use the older call
        steps += [(EQUAL, 0, 1, number), unknown]
    for number, argument, bits in ((OPEN, 1, WRITES), (OPENAT, 2, WRITES), (PRLIMIT, 2, 0xFFFFFFFF)):
        steps += [(EQUAL, 0, 4, number), (LOAD, 0, 0, ARGUMENT + 8 * argument), (ANY_BIT, 0, 1, bits), refuse, allow]
    steps += [(EQUAL, 0, 4, CLONE), (LOAD, 0, 0, ARGUMENT), (ANY_BIT, 1, 0, THREAD), refuse, allow, allow]
    return steps


def refuse():
    """Whether the kernel refuses them from now on."""
    if sys.platform != "linux" or platform.machine() != "x86_64":
        return False
    steps = program()
    filled = Program(len(steps), (Step * len(steps))(*steps))
    libc = ctypes.CDLL(None)
    return libc.prctl(NO_NEW_PRIVILEGES, 1, 0, 0, 0) == 0 and libc.prctl(SECCOMP, FILTER, ctypes.byref(filled), 0, 0) == 0
