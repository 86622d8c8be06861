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
