"""Four stories that tell the measures of power apart: the same forty choices, over twelve nights.

In *shared* the jobs and the choices stay with all. In *takeover* a new member of staff takes one
after the other, without meaning harm. *mixed* lies between: its numbers are too small to tell. In
*gives-back* members choose to give jobs to staff, which is their right.

They are invented, to see which measures can be fooled; they say nothing about real committees.
Everything comes out the same whenever it is told, ids and days too. What the program refuses is
told as it was: staff kept it elsewhere and took it in later.
"""

from collections.abc import Mapping

from domain.application import Governance
from domain.ids import CommitteeId
from web.demo.stories import choosing, founding, jobs, looking_back, meetings, stepping_in
from web.demo.stories.dates import at, meeting
from web.demo.stories.gives_back import GIVES_BACK
from web.demo.stories.mixed import MIXED
from web.demo.stories.script import Night, Story
from web.demo.stories.shared import SHARED
from web.demo.stories.takeover import TAKEOVER
from web.demo.stories.teller import Pen, Teller
from web.demo.stories.telling import Telling

STORIES: Mapping[str, Story] = {
    story.name: story for story in (SHARED, TAKEOVER, MIXED, GIVES_BACK)
}
WRITTEN_LATER = 5


def fill(governance: Governance, story: Story) -> CommitteeId:
    """Write a story into an empty log; the club that it is about."""
    with governance.batch(at_once=True):
        teller = Teller(governance, story.name)
        founding.tell(teller, story.nights[0].chair)
        for night in story.nights:
            _tell(teller, night)
        looking_back.tell(teller, story)
        teller.live()
    return teller.committee


def _tell(teller: Teller, night: Night) -> None:
    later = at(meeting(night.number), "21:00", days=WRITTEN_LATER)
    pen = Pen(teller, later if night.by_staff else None, night.number)
    meetings.tell(teller, pen, night)
    for place, (what, how) in enumerate(night.choices):
        choosing.tell(Telling(teller, pen, night, what, how, place))
    if night.grants:
        granted = at(meeting(night.number), "19:25")
        teller.on(granted, lambda when: founding.let_staff_spend(teller, night, when))
    jobs.tell(teller, pen, night)
    if night.step_in:
        stepping_in.tell(teller, night, night.step_in)
