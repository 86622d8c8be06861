"""The closed lists that events choose from. No word is ever removed: a log may hold it."""

from enum import IntEnum, StrEnum


class NotAPerson(StrEnum):
    """Who acted, where it was not one person."""

    COMMITTEE = "committee"
    PROGRAM = "program"
    UNKNOWN = "unknown"


class Precision(StrEnum):
    """How exactly the time of an act is known."""

    MINUTE = "minute"
    DAY = "day"


class Through(StrEnum):
    """What an act was recorded through."""

    OWN_SCREEN = "own screen"
    SHARED_SCREEN = "shared screen"
    SUPPORTERS_SCREEN = "supporter's screen"
    PAPER = "paper"
    HANDS = "hands"
    TOLD = "told"
    IMPORT = "import"


class Seat(StrEnum):
    """What a person sits on a committee as; those who sit there choose its label."""

    MEMBER = "member"
    STAFF = "staff"
    TRUSTEE = "trustee"
    VOLUNTEER = "volunteer"
    OBSERVER = "observer"


class Stake(IntEnum):
    """How much hangs on a question, set by the committee before it decides."""

    SMALL = 1
    MONEY_PEOPLE_TIME = 2
    SAFETY_RULES_MEMBERSHIP_PLACE = 3


class Domain(StrEnum):
    """What a question is about."""

    MONEY = "money"
    PEOPLE = "people"
    SAFETY = "safety"
    PROGRAMME = "programme"
    PLACE = "place"
    RULES = "rules"
    MEMBERSHIP = "membership"
    NOT_STATED = "not stated"


class Route(StrEnum):
    """How something came to be decided."""

    VOTE = "vote"
    CONSENT = "consent"
    CONSENSUS = "consensus"
    DELEGATED_MEMBER = "delegated_member"
    DELEGATED_JOINT = "delegated_joint"
    DELEGATED_STAFF = "delegated_staff"
    URGENT = "urgent"
    STEP_IN = "step_in"
    STAFF_ALONE = "staff_alone"
    TRUSTEES = "trustees"
    UNDOCUMENTED = "undocumented"


class Closing(StrEnum):
    """What ended a vote."""

    BY_HAND = "by hand"
    DEADLINE = "deadline"
    EARLY = "early"
    NOT_STATED = "not stated"


class Shown(StrEnum):
    """When members may see the ballots of an open vote."""

    AS_CAST = "as cast"
    AT_CLOSING = "at closing"


class ObjectionGround(StrEnum):
    """What a worry is about."""

    MONEY = "money"
    SAFETY = "safety"
    FAIRNESS = "fairness"
    OTHER = "other"
    NOT_STATED = "not stated"


class Resolution(StrEnum):
    """How an objection came to its end."""

    INTEGRATED = "integrated"
    EXPLAINED = "explained"
    WITHDRAWN = "withdrawn"
    OVERRULED = "overruled"


class LineKind(StrEnum):
    """What a line of a plan is about."""

    WHEN = "when"
    WHERE = "where"
    MUSIC = "music"
    FOOD = "food"
    MONEY = "money"
    PEOPLE = "people"
    SAFETY = "safety"
    OTHER = "other"
    NOT_STATED = "not stated"


class Promise(StrEnum):
    """What say the committee was promised when a proposal was made."""

    INFORM = "inform"
    CONSULT = "consult"
    INVOLVE = "involve"
    DECIDE_TOGETHER = "decide together"
    MEMBERS_DECIDE = "members decide"


class Consent(StrEnum):
    """What somebody agrees to, or no longer agrees to."""

    RECORD = "record"
    PACK = "pack"
    QUOTES = "quotes"
    PHOTO = "photo"


class ErasureGround(StrEnum):
    """Why words were taken out of what can be forgotten."""

    ASKED = "asked"
    CONSENT_WITHDRAWN = "consent withdrawn"
    NO_LONGER_NEEDED = "no longer needed"
    UNLAWFUL = "unlawful"
    NOT_STATED = "not stated"


class Say(StrEnum):
    """What a holder of a mandate may do with questions of one domain."""

    ALONE = "alone"
    AGREE = "agree"
    REFER = "refer"


class Per(StrEnum):
    """What a limit is counted over."""

    DECISION = "decision"
    OCCASION = "occasion"
    MONTH = "month"
    YEAR = "year"


class StepInGround(StrEnum):
    """The only grounds on which staff may act against or without the committee."""

    HARM = "harm"
    LAW = "law"
    SAFEGUARDING = "safeguarding"
    NOT_STATED = "not stated"


class Finding(StrEnum):
    """What a review found."""

    UPHELD = "upheld"
    PARTLY = "partly"
    NOT_UPHELD = "not_upheld"
    NOT_STATED = "not stated"


class Review(StrEnum):
    """What was found when a decision was looked at again."""

    KEEP = "keep"
    CHANGE = "change"
    END = "end"
    NOT_STATED = "not stated"


class Format(StrEnum):
    """How something was made known."""

    EASY_READ = "easy read"
    PLAIN_TEXT = "plain text"
    SPOKEN = "spoken"
    PICTURES = "pictures"
    VIDEO = "video"
    LETTER = "letter"
    MESSAGE = "message"
    NOT_STATED = "not stated"


class Audience(StrEnum):
    """To whom something was made known."""

    COMMITTEE = "committee"
    TRUSTEES = "trustees"
    PUBLIC = "public"
    NOT_STATED = "not stated"


class Attestation(StrEnum):
    """What somebody says of the record of a period."""

    COMPLETE = "complete"
    MISSING = "something missing"
    NOT_SURE = "not sure"


class Understanding(StrEnum):
    """Somebody's own word on whether they understood."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"


class Position(StrEnum):
    """What somebody said they wanted, before or without a vote."""

    FOR = "for"
    AGAINST = "against"
    WORRIED = "worried"
    NOT_SURE = "not sure"


class Support(StrEnum):
    """How somebody was helped to vote."""

    READ = "read"
    EXPLAINED = "explained"
    PRESSED = "pressed"
    NOT_STATED = "not stated"


class TakeoverAnswer(StrEnum):
    """What the holder says of a task that somebody else did."""

    ASKED = "asked"
    SHARED = "shared"
    TAKEN = "taken"


class Help(StrEnum):
    """What kind of help with a task."""

    DO_IT_WITH_ME = "do it with me"
    TELL_ME_HOW = "tell me how"
    CANNOT_COME = "cannot come"
    NOT_STATED = "not stated"


class Presence(StrEnum):
    """Whether somebody is at an occasion."""

    HERE = "here"
    GONE = "gone"
    AWAY = "away"
    """They were not there at all: what was noted before is wrong."""


class ApologyCause(StrEnum):
    """What kept somebody away, where they want it known."""

    TRANSPORT = "transport"
    TIME = "time"
    FORMAT = "format"
    HEALTH = "health"
    OTHER = "other"
    NOT_STATED = "not stated"


class MeetingRole(StrEnum):
    """What somebody does in one meeting."""

    CHAIR = "chair"
    MINUTES = "minutes"
    AGENDA = "agenda"
    TIME = "time"
    ACCESS = "access"


class Capacity(StrEnum):
    """As what somebody confirms."""

    CHAIR = "chair"
    OTHER = "other"


class Elsewhere(StrEnum):
    """Whether something was decided outside a meeting since the last one."""

    YES = "yes"
    NO = "no"
    NOT_SURE = "not sure"


class Trace(StrEnum):
    """What a record is checked against."""

    PAYMENT = "payment"
    BOOKING = "booking"
    POSTER = "poster"
    OCCASION = "occasion"
    OTHER = "other"


class SelfAssessmentTool(StrEnum):
    """Whose questions a group scores itself by."""

    WALES_AUDIT = "co-production network for wales audit"
    NEF = "nef"
    OWN = "own"


class Benchmark(StrEnum):
    """What the committee means to be measured by, agreed beforehand."""

    HEADCOUNT_PARITY = "headcount parity"
    GROUP_PARITY = "group parity"
    TARGET = "target"
    TIME = "time"
    """Within how many hours: the threshold that a measure counts by, not what it should be."""


class Rhythm(StrEnum):
    """How often an occasion comes back."""

    WEEKLY = "weekly"
    FORTNIGHTLY = "fortnightly"
    MONTHLY = "monthly"
    YEARLY = "yearly"
