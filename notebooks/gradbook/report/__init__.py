"""A class's answers, collected: `python -m gradbook.report FILE…` judges them again and says who got how far and where it went wrong.

__main__.py  the command: files in, tables out
book.py      the book's exercises, from the notebooks beside this package
handed.py    what a learner hands in: a notebook, or the progress file of the site
needed.py    the cells above an answer without which it does not run
answer.py    one answer judged as in its notebook
sandbox.py   answers run in a process of their own, with a time limit
child.py     that process
walls.py     what the process may not do, in Python and by limits of the system
syscalls.py  what it may not ask of Linux
tables.py    the tables and the CSV

What the sandbox holds. An answer has ten seconds and 2 GB beyond what torch itself takes; when it uses them up, only its own process
ends. It starts in an empty folder that is deleted afterwards, without standard input and without the environment's variables. It can
write, move or delete no file, start no process, open no connection and send no signal. On Linux with an x86-64 processor the kernel
refuses these (seccomp), whatever the code is written in. Elsewhere Python refuses them (an audit hook), which stops mistakes and
ordinary pranks, not one who knows how to get around Python; the limit of memory holds on Linux only. The command says which it was.

What it does not hold. An answer can read what the teacher's account can read; it has no way to send that anywhere but into the
report. And it runs beside its own check, so who means to can make the check say "right". This is a tool for teaching, no exam hall.
"""
