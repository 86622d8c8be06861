"""``hands``: the command line."""

import sys
from io import TextIOWrapper
from typing import Any

import click

from web.terminal.agreed import mandates, rules, step_ins
from web.terminal.audit import audit
from web.terminal.count import count_command
from web.terminal.demo import demo
from web.terminal.export import export
from web.terminal.game import power_command
from web.terminal.history import import_history
from web.terminal.house import link, rebuild, serve
from web.terminal.meetings import meetings
from web.terminal.person import person
from web.terminal.refusals import in_sentences
from web.terminal.show import show
from web.terminal.why import why


class Hands(click.Group):
    """Ends with 0 when it is done, 1 when it refuses or finds something, 2 on wrong usage."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; what goes wrong is told in a sentence."""
        for side in (sys.stdout, sys.stderr):
            if isinstance(side, TextIOWrapper):
                side.reconfigure(errors="replace")  # some terminals cannot write every name
        with in_sentences():
            return super().invoke(ctx)


@click.group(cls=Hands)
@click.version_option(package_name="show-of-hands", prog_name="hands")
def main() -> None:
    """Show of Hands: who decided what, by which right, and what came of it."""


for command in (serve, link, demo, import_history, export, rebuild, show, audit):
    main.add_command(command)
for command in (count_command, power_command):
    main.add_command(command)
for command in (meetings, rules, mandates, step_ins, person, why):
    show.add_command(command)


if __name__ == "__main__":
    main()
