"""Native lines: events as they stand in a log, written out line by line, and taken in again.

A line is read (``reading``: names become ids, words are sealed) into the event that it says. The
command of ``Governance`` by which people bring such an event about is run (``commands``, one file
for each stream), and what it made is held against what the lines say (``telling``). So what comes
in has passed the same rules as everything else, and nothing comes in that they would not make.
"""
