"""Meetings: calling them, holding them, and what was written down."""

from collections.abc import Callable, Collection

from domain.act import Act
from domain.commands.common import Commands, who_acts
from domain.committee import Committee
from domain.errors import Malformed, NotEligible
from domain.ids import CommitteeId, MeetingId, PersonId, StreamId
from domain.kinds import Capacity, Elsewhere, MeetingRole
from domain.ledger import Desk
from domain.meeting import Meeting
from domain.person import Person
from domain.sealed import Sealed
from domain.values import Apology, LocalMoment


class MeetingCommands(Commands):
    """What is done about meetings. Whoever sits on the committee may do it."""

    def call_meeting(
        self, act: Act, committee: CommitteeId, on: LocalMoment, place: str = ""
    ) -> MeetingId:
        """Say when the committee will meet, and where."""

        def call(desk: Desk) -> Meeting:
            self._must_sit(desk, act, committee)
            return desk.add(Meeting.call(act, committee, on, Sealed.maybe(place)))

        return MeetingId(self._do(call).id)

    def hold_meeting(self, act: Act, committee: CommitteeId) -> MeetingId:
        """Begin a meeting that nobody had called."""

        def hold(desk: Desk) -> Meeting:
            self._must_sit(desk, act, committee)
            return desk.add(Meeting.hold(act, committee))

        return MeetingId(self._do(hold).id)

    def move_meeting(self, act: Act, meeting: MeetingId, on: LocalMoment, place: str = "") -> None:
        """Say that a meeting is at another time or place."""
        where = Sealed.maybe(place)
        self._on_meeting(act, meeting, lambda _, it: it.move(act, on, where))

    def cancel_meeting(self, act: Act, meeting: MeetingId) -> None:
        """Say that a meeting does not happen."""
        self._on_meeting(act, meeting, lambda _, it: it.cancel(act))

    def place_item(self, act: Act, meeting: MeetingId, item: StreamId) -> None:
        """Put something on the list of a meeting."""

        def place(desk: Desk, it: Meeting) -> None:
            self._committee_of(desk, item)  # refuses what this log knows nothing of
            it.place_item(act, item)

        self._on_meeting(act, meeting, place)

    def open_meeting(self, act: Act, meeting: MeetingId) -> None:
        """Begin a meeting that was called."""
        self._on_meeting(act, meeting, lambda _, it: it.open(act))

    def note_attendance(
        self,
        act: Act,
        meeting: MeetingId,
        present: Collection[PersonId],
        apologies: Collection[Apology] = (),
    ) -> None:
        """Say who is there, and who sent apologies. Said again, the last word holds."""

        def note(desk: Desk, it: Meeting) -> None:
            for person in (*present, *(apology.person for apology in apologies)):
                desk.get(Person, person)
            it.note_attendance(act, present, apologies)

        self._on_meeting(act, meeting, note)

    def hold_meeting_role(
        self, act: Act, meeting: MeetingId, role: MeetingRole, person: PersonId | None = None
    ) -> None:
        """Say who runs a meeting, writes its minutes, or keeps the time."""
        who = person or who_acts(act)

        def hold(desk: Desk, it: Meeting) -> None:
            desk.get(Person, who)
            it.hold_role(act, who, role)

        self._on_meeting(act, meeting, hold)

    def take_note(
        self, act: Act, meeting: MeetingId, words: str, item: StreamId | None = None
    ) -> None:
        """Write down what was said in a meeting."""

        def note(desk: Desk, it: Meeting) -> None:
            if item is not None:
                self._committee_of(desk, item)  # refuses what this log knows nothing of
            it.take_note(act, Sealed.of(words), item)

        self._on_meeting(act, meeting, note)

    def answer_elsewhere(
        self, act: Act, meeting: MeetingId, answer: Elsewhere, words: str = ""
    ) -> None:
        """Say whether anything was decided outside meetings since the last one."""
        said = Sealed.maybe(words)
        self._on_meeting(act, meeting, lambda _, it: it.answer_elsewhere(act, answer, said))

    def confirm_minutes(
        self,
        act: Act,
        meeting: MeetingId,
        capacity: Capacity,
        seen_to: int,
        person: PersonId | None = None,
    ) -> None:
        """Confirm what is written down of a meeting, up to this position of the log."""
        who = person or who_acts(act)

        def confirm(desk: Desk, it: Meeting) -> None:
            if seen_to > self.position_here() and not act.is_import:
                raise Malformed("The log is not that long yet.")
            if capacity is Capacity.CHAIR and not act.is_import:
                self._must_have_run(desk, it, who)
            it.confirm_minutes(act, who, capacity, seen_to)

        self._on_meeting(act, meeting, confirm)

    def close_meeting(self, act: Act, meeting: MeetingId) -> None:
        """End a meeting."""
        self._on_meeting(act, meeting, lambda _, it: it.close(act))

    def _on_meeting(
        self, act: Act, meeting: MeetingId, work: Callable[[Desk, Meeting], None]
    ) -> None:
        """Do this to a meeting, if whoever acts sits on its committee."""

        def do(desk: Desk) -> None:
            it = desk.get(Meeting, meeting)
            self._must_sit(desk, act, it.committee)
            work(desk, it)

        self._do(do)

    def _must_have_run(self, desk: Desk, meeting: Meeting, person: PersonId) -> None:
        """Whoever ran the meeting confirms as its chair, and so may the committee's."""
        is_chair = desk.get(Committee, meeting.committee).is_chair(person)
        if not (is_chair or meeting.was_run_by(person)):
            raise NotEligible("Only the person who ran the meeting can confirm it as such.")
