"""Help with a job that one has: ask for it, and say that one helps. The job stays whose it is."""

from uuid import UUID

from flask import render_template
from pydantic import BaseModel
from werkzeug.wrappers import Response

from domain.errors import NotEligible
from domain.ids import TaskId
from domain.kinds import Help
from web.asking import act
from web.forms import form
from web.jobs import find_task, pages, to_list
from web.once import once
from web.seen.helping import WORDS
from web.seen.jobs import job
from web.seen.plans import Pick
from web.services import services

NOT_YOURS = "Only somebody who has this job can ask for help with it."

KINDS = [
    Pick(Help.DO_IT_WITH_ME, WORDS[Help.DO_IT_WITH_ME], "people", "Two of us do it."),
    Pick(Help.TELL_ME_HOW, WORDS[Help.TELL_ME_HOW], "talk", "Then I can do it."),
    Pick(Help.CANNOT_COME, WORDS[Help.CANNOT_COME], "cannot", "Someone else has to go."),
]
"""What can be asked for here. Other help is told of by other sources."""


class What(BaseModel):
    """What kind of help."""

    kind: Help = Help.NOT_STATED


@pages.get("/<uuid:task>/help")
def help(task: UUID) -> str:  # noqa: A001 -- what the page is called
    seen = job(find_task(task))
    if not seen.mine:
        raise NotEligible(NOT_YOURS)
    return render_template("help_me.html", task=seen, kinds=KINDS)


@pages.post("/<uuid:task>/help")
@once
def ask_help(task: UUID) -> Response:
    """Ask for help. Whoever asks keeps the job."""
    services().governance.ask_help(act(), TaskId(task), form(What).kind)
    return to_list(task, "We tell the others. It is still your job.")


@pages.post("/<uuid:task>/helps")
@once
def give_help(task: UUID) -> Response:
    services().governance.give_help(act(), TaskId(task), kind=form(What).kind)
    return to_list(task, "You help now. Thank you!")
