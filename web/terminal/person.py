"""``hands show person``: everything that is kept of one person, who has a right to see it."""

import click

from web.terminal import person_facts, person_told
from web.terminal.asked import Answer, Asked, question
from web.terminal.refusals import Refused
from web.terminal.whole import gather


@click.command()
@click.argument("person")
@question
def person(asked: Asked, person: str) -> Answer:
    """Everything that is kept of one person.

    For whoever asks what is known about them: names and details, seats, roles, tasks, votes, ideas,
    what they said, and every entry of the log that names them.
    """
    seen = asked.services.people.person(asked.refs.person(person), *asked.stop)
    if seen is None:
        raise Refused(f"“{person}” was not known here then.")
    whole = gather(asked, seen)
    return Answer(
        lambda: person_facts.person(asked.refs, whole),
        lambda: person_told.person(whole),
    )
