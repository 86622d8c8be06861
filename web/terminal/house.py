"""``hands serve``, ``hands link`` and ``hands rebuild``: running the house."""

import re
import sys
from pathlib import Path
from time import perf_counter
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import click

from domain.ids import PersonId
from web import create_app, demo, served_at
from web import serve as server
from web.seen.people import SEATS
from web.services import Services, now
from web.settings import Settings, data_folder
from web.signin import SignIn
from web.terminal.asked import data_option, json_option, opened, read_on
from web.terminal.parts import moment
from web.terminal.printing import answer, plain, progress, row, say, table
from web.terminal.refs import Refs

HERE = "http://127.0.0.1:8000"


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option(
    "--port", default=8000, show_default=True, type=click.IntRange(0, 65535), help="0: any free."
)
@click.option(
    "--address",
    envvar="HANDS_ADDRESS",
    help="Where people open the pages, if a web server with https stands in front.",
)
@click.option(
    "--zone",
    default="Europe/London",
    show_default=True,
    envvar="HANDS_ZONE",
    callback=lambda _, __, name: _known_zone(name),
    help="The time zone that the pages tell the time in.",
)
@click.option(
    "--currency",
    default="GBP",
    show_default=True,
    envvar="HANDS_CURRENCY",
    callback=lambda _, __, code: _known_currency(code),
    help="The currency in which people write amounts on the pages.",
)
@click.option(
    "--demo", "with_demo", is_flag=True, help="Fill an empty folder with an invented club."
)
@data_option
def serve(  # noqa: PLR0913 -- what can be set
    host: str,
    port: int,
    address: str | None,
    zone: str,
    currency: str,
    data: Path | None,
    *,
    with_demo: bool,
) -> None:
    """Serve the pages, until it is stopped with Ctrl+C."""
    is_secure = address is not None and address.startswith("https:")
    settings = Settings(data_folder(data), host, port, is_secure, zone, currency)
    with opened(data, writing=True) as services:
        is_new = services.governance.position() == 0
        people = demo.fill(services.governance, now()) if is_new and with_demo else []
        read_on(services)

        def ready(here: str) -> None:
            there = address or here
            served_at.remember(settings.data, there)
            click.echo(f"Show of Hands is at {there}")
            if people:
                _links(services, there, people)
            elif is_new:
                click.echo("Nobody is here yet. This link is for the first person:")
                click.echo(f"  {_link(services, there, None)[0]}")
            else:
                click.echo("In another window this makes a link to sign in with:")
                click.echo(f"  {_typed()} link NAME --address {there} --data {settings.data}")
            click.echo("Ctrl+C stops it.")

        server.serve(create_app(services, settings), settings, ready)


def _known_zone(name: str) -> str:
    """The name of a time zone that exists, or the sentence that it does not."""
    try:
        return ZoneInfo(name).key
    except (ZoneInfoNotFoundError, ValueError):
        raise click.BadParameter(
            f"{name} is no time zone. Write it as Europe/London or America/New_York."
        ) from None


def _known_currency(code: str) -> str:
    """Three letters that name a currency, or the sentence that they do not."""
    if re.fullmatch("[A-Z]{3}", code):
        return code
    raise click.BadParameter(f"{code} is no currency. Write it as GBP, EUR or USD.")


def _typed() -> str:
    """This program as it was called: where it is not in the PATH, its name is not enough."""
    return sys.argv[0] if Path(sys.argv[0]).stem == "hands" else "hands"


def _links(services: Services, address: str, people: list[tuple[str, PersonId]]) -> None:
    click.echo(demo.MARK)
    click.echo("Each of these links signs one person in, once, within ten minutes:")
    shown = table("", "", "")
    shown.show_header = False
    (club,) = services.directory.committees()
    are = {one.person: one for one in services.directory.members(club.committee)}
    for name, person in people:
        does = "runs the meetings" if are[person].is_chair else SEATS[are[person].seat]
        row(shown, f"  {name}", does, _link(services, address, person)[0])
    say(shown)


@click.command()
@click.argument("person")
@click.option("--role", type=click.Choice(["chair"]), help="Who signs in with it takes this role.")
@click.option(
    "--address",
    envvar="HANDS_ADDRESS",
    help=f"Of the server; else where the pages of this folder were served last, else {HERE}.",
)
@data_option
@json_option
def link(
    person: str, role: str | None, address: str | None, data: Path | None, *, as_json: bool
) -> None:
    """Make a link that signs somebody in, once, within ten minutes."""
    address = address or served_at.last(data_folder(data)) or HERE
    with opened(data) as services:
        who = Refs(services).person(person)
        made, expires = _link(services, address, who, role)
        name = services.naming.name(who)
    if as_json:
        answer({"link": made, "expires": expires})
    else:
        say(plain(f"For {name}, once, until {expires}:"), plain(made))


def _link(
    services: Services, address: str, person: PersonId | None, role: str | None = None
) -> tuple[str, str]:
    token, made = SignIn(services.governance.vault).make_link(person, now(), role)
    return f"{address.rstrip('/')}/enter/{token}", moment(made.expires_at.replace(microsecond=0))


@click.command()
@data_option
@json_option
def rebuild(data: Path | None, *, as_json: bool) -> None:
    """Delete the read models and build them anew from the log."""
    with opened(data) as services:
        begun = perf_counter()
        with progress("Reading the log") as bar:
            events = services.views.rebuild(bar)
        seconds = round(perf_counter() - begun, 3)
    if as_json:
        answer({"events": events, "seconds": seconds})
    else:
        say(plain(f"Read {events:,} entries in {seconds:.1f} seconds."))
