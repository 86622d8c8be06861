"""How a committee's past comes in: a file of lines, each of which becomes commands.

A file is read (``reading``), each line is understood (``lines``) and turned into commands of
``Governance`` by its kind (``kinds`` and its neighbours). Everything runs in one transaction under
the rules that hold for people too; if a line is bad, nothing of it is kept.
"""
