"""What people do on a committee, and say of themselves, as sentences that can be read aloud."""

from fractions import Fraction

from domain.events import (
    AdjustmentAsked,
    AdjustmentMade,
    BenchmarkAdopted,
    CommitteeClosed,
    ConsentGiven,
    ConsentWithdrawn,
    DisputeAnswered,
    Event,
    MandateGranted,
    MandateRevoked,
    PreferencesGiven,
    RecordAttested,
    RecordCorrected,
    RecordDisputed,
    ReplyGiven,
    RoleHandoverAccepted,
    RoleHandoverDeclined,
    RoleHandoverOffered,
    RoleHandoverReported,
    RoleHandoverWithdrawn,
    RoleShadowed,
    RoleTakenAway,
    RotationJoined,
    RotationLeft,
    SelfAssessmentGiven,
    StepInApplied,
    StepInLifted,
    StepInReviewed,
    StepInTold,
    SupporterDismissed,
    SupporterNamed,
    SurveyClosed,
    TermFixed,
    TraceChecked,
)
from domain.kinds import (
    Attestation,
    Audience,
    Benchmark,
    Consent,
    Finding,
    Per,
    Say,
    SelfAssessmentTool,
    StepInGround,
)
from domain.values import Limit, NewMandate, Period, place_of
from projections.mandate_asked import MandateAsked, id_of
from projections.plan import in_words
from projections.wording import (
    GROUPS,
    SOMEBODY,
    Names,
    Telling,
    Words,
    day_in_words,
    in_form,
    listed,
    many,
    one_stop,
    quoted,
    saying,
    time_in_words,
)

MAY = {
    Say.ALONE: "decide alone about",
    Say.AGREE: "decide with others about",
    Say.REFER: "only pass on what is about",
}
EACH = {
    Per.DECISION: "each time",
    Per.OCCASION: "on each occasion",
    Per.MONTH: "each month",
    Per.YEAR: "each year",
}
GROUNDS = {
    StepInGround.HARM: "because somebody could come to harm",
    StepInGround.LAW: "because the law asks for it",
    StepInGround.SAFEGUARDING: "for safeguarding",
    StepInGround.NOT_STATED: "and no ground is stated",
}
PEOPLE = {
    Audience.COMMITTEE: "The committee",
    Audience.TRUSTEES: "The trustees",
    Audience.PUBLIC: "Everybody",
    Audience.NOT_STATED: "Somebody",
}
FOUND = {
    Finding.UPHELD: "right",
    Finding.PARTLY: "partly right",
    Finding.NOT_UPHELD: "not right",
    Finding.NOT_STATED: "looked at, and it is not stated what was found",
}
ATTESTED = {
    Attestation.COMPLETE: "the record is complete",
    Attestation.MISSING: "something is missing in the record",
    Attestation.NOT_SURE: "they are not sure that the record is complete",
}
MEASURED_BY = {
    Benchmark.HEADCOUNT_PARITY: "every person counts the same",
    Benchmark.GROUP_PARITY: "every group counts the same",
    Benchmark.TARGET: "its target is",
    Benchmark.TIME: "its time is",
}
AGREES = {
    Consent.RECORD: "that what they say is written down",
    Consent.PACK: "that it is shown to others",
    Consent.QUOTES: "that their words are quoted",
    Consent.PHOTO: "that their photo is shown",
}
LISTS = {
    SelfAssessmentTool.WALES_AUDIT: "the Wales audit",
    SelfAssessmentTool.NEF: "the NEF list",
    SelfAssessmentTool.OWN: "their own list",
}


def _days(period: Period) -> str:
    return f"{day_in_words(period.first)} to {day_in_words(period.last)}"


def _limit(limit: Limit | None) -> str:
    return f" This is for up to {in_words(limit.money)} {EACH[limit.per]}." if limit else ""


def _term(event: TermFixed, names: Names, _: Words) -> str:
    what = f"as {names[event.role]}" if event.role else "on the committee"
    return f"{names[event.person]} is there {what} until {day_in_words(event.ends)}."


def _offered(event: RoleHandoverOffered, names: Names, _: Words) -> str:
    how = "share being" if event.share else "become"
    return f"{names[event.giver]} asked {names[event.taker]} to {how} {names[event.role]}."


def _mandate(event: MandateGranted, names: Names, words: Words) -> str:
    who = names[id_of(event.holder)]
    got = one_stop(f"{who} got a mandate: {quoted(words.get(event.words, '…'))}.")
    return f"{got}{mandate_in_words(who, event)}"


def mandate_in_words(who: str, said: MandateGranted | NewMandate | MandateAsked) -> str:
    """What the holder may do alone, ask about and pass on; up to how much, until when."""
    may = [
        f"{MAY[say]} {listed(one.domain.value for one in said.says if one.say is say)}"
        for say in Say
        if any(one.say is say for one in said.says)
    ]
    told = f" {who} may {'; '.join(may)}." if may else ""
    until = f" It ends on {day_in_words(said.expires)}." if said.expires else ""
    return f"{told}{_limit(said.limit)}{until}"


def measured_by(benchmark: Benchmark, value: Fraction | None, hours: int | None) -> str:
    """What was agreed on for a measure."""
    number = "" if value is None else f" {value}"
    return f"{MEASURED_BY[benchmark]}{number}{f' {time_in_words(hours)}' if hours else ''}"


def _benchmark(event: BenchmarkAdopted, names: Names, _: Words) -> str:
    what = measured_by(event.benchmark, event.value, event.hours)
    return f"{names[event.originator_id]} agreed for {event.metric}: {what}."


def _stepped_in(event: StepInApplied, names: Names, words: Words) -> str:
    who = names[event.person] if event.person else SOMEBODY
    return f"{who} stepped in {GROUNDS[event.grounds]}{saying(event.reason, words)}"


def _looked(event: StepInReviewed, names: Names, _: Words) -> str:
    things = dict.fromkeys(place_of(change)[0] for change in event.led_to)
    changed = listed(quoted(names[thing]) for thing in things)
    led_to = f" Because of that this changed: {changed}." if things else ""
    found = f"it was {FOUND[event.finding]}"
    return f"{many(event.reviewers, names)} looked at a step-in: {found}.{led_to}"


def _told(event: StepInTold, _: Names, __: Words) -> str:
    return f"{PEOPLE[event.to]} heard of a step-in{in_form(event.format)}."


def _answered(event: DisputeAnswered, names: Names, words: Words) -> str:
    said = "that the entry is not right" if event.upheld else "that the entry is right"
    return f"{names[event.actor]} answered {said}{saying(event.words, words)}"


def _trace(event: TraceChecked, names: Names, _: Words) -> str:
    amount = f" of {in_words(event.amount)}" if event.amount else ""
    found = "an entry fits" if event.event else "no entry fits"
    return f"{names[event.actor]} compared a {event.kind}{amount} with the log: {found}."


COMMITTEE_SENTENCES: dict[type[Event], Telling] = {
    PreferencesGiven: lambda e, n, _: f"{n[e.originator_id]} said how they like to take part.",
    SupporterNamed: lambda e, n, _: f"{n[e.originator_id]} chose {n[e.supporter]} as a helper.",
    SupporterDismissed: lambda e, n, _: (
        f"{n[e.originator_id]} no longer wants help from {n[e.supporter]}."
    ),
    AdjustmentAsked: lambda e, n, _: f"{n[e.originator_id]} said what they need to take part.",
    AdjustmentMade: lambda e, n, _: f"What {n[e.originator_id]} needed is there.",
    ConsentGiven: lambda e, n, _: f"{n[e.originator_id]} agreed {AGREES[e.to]}.",
    ConsentWithdrawn: lambda e, n, _: f"{n[e.originator_id]} no longer agrees {AGREES[e.to]}.",
    CommitteeClosed: lambda e, n, _: f"{n[e.originator_id]} came to its end.",
    TermFixed: _term,
    RoleTakenAway: lambda e, n, _: (
        f"{n[e.originator_id]} took the role of {n[e.role]} from {n[e.person]}."
    ),
    RoleShadowed: lambda e, n, _: f"{n[e.person]} is learning to be {n[e.role]}.",
    RotationJoined: lambda e, n, _: f"{n[e.person]} wants a turn as {n[e.role]}.",
    RotationLeft: lambda e, n, _: f"{n[e.person]} wants no turn as {n[e.role]}.",
    RoleHandoverOffered: _offered,
    RoleHandoverAccepted: lambda e, n, _: (
        f"{n[e.taker]} accepted the role of {n[e.role]} from {n[e.giver]}."
    ),
    RoleHandoverDeclined: lambda e, n, _: (
        f"{n[e.taker]} said no thank you to {n[e.giver]} about being {n[e.role]}."
    ),
    RoleHandoverWithdrawn: lambda e, n, _: (
        f"{n[e.giver]} no longer asks {n[e.taker]} to be {n[e.role]}."
    ),
    RoleHandoverReported: lambda e, n, _: (
        f"The role of {n[e.role]} passed from {many(e.givers, n)} to {many(e.takers, n)}."
    ),
    MandateGranted: _mandate,
    MandateRevoked: lambda e, n, _: f"{n[e.originator_id]} took a mandate back.",
    BenchmarkAdopted: _benchmark,
    StepInApplied: _stepped_in,
    StepInTold: _told,
    StepInLifted: lambda e, n, _: f"{n[e.actor]} ended a step-in.",
    StepInReviewed: _looked,
    RecordAttested: lambda e, n, _: f"{n[e.person]} said of {_days(e.period)}: {ATTESTED[e.says]}.",
    RecordDisputed: lambda e, n, w: (
        f"{n[e.actor]} said that an entry is not right: {quoted(w.get(e.words, '…'))}"
    ),
    DisputeAnswered: _answered,
    RecordCorrected: lambda e, n, w: (
        f"{n[e.originator_id]} put an entry right: {quoted(w.get(e.words, '…'))}"
    ),
    ReplyGiven: lambda e, n, w: (
        f"{n[e.actor]} said to {e.metric} of {_days(e.period)}: {quoted(w.get(e.words, '…'))}"
    ),
    TraceChecked: _trace,
    SelfAssessmentGiven: lambda e, _, __: (
        f"{GROUPS[e.seat]} gave themselves {e.score} for question {e.item} of {LISTS[e.tool]}."
    ),
    SurveyClosed: lambda e, n, _: f"{n[e.actor]} kept what people said in a survey.",
}
