"""The easy words in which the whole record of a decision tells what lies in the log as one word."""

from domain.kinds import (
    ApologyCause,
    Audience,
    Format,
    Promise,
    Resolution,
    Review,
    Route,
    Stake,
    Through,
)
from domain.voting.answers import Choice
from domain.voting.tally import Result
from web.seen import results

BIG = {
    Stake.SMALL: "1: small",
    Stake.MONEY_PEOPLE_TIME: "2: money, people or time",
    Stake.SAFETY_RULES_MEMBERSHIP_PLACE: "3: being safe, rules, who is in, or where",
}
PROMISED = {
    Promise.INFORM: "We hear what is decided.",
    Promise.CONSULT: "We are asked first.",
    Promise.INVOLVE: "We work on it too.",
    Promise.DECIDE_TOGETHER: "We decide it together.",
    Promise.MEMBERS_DECIDE: "Members decide it.",
}
CAME = {
    Result.ADOPTED: "Yes",
    Result.REJECTED: "No",
    Result.CHOSEN: "We picked:",
    Result.NO_QUORUM: "Too few people voted, so it is not decided.",
    Result.UNDECIDED: "We could not decide.",
}
HOW = results.HOW | {
    Route.VOTE: "We voted.",
    Route.CONSENT: "We went on when no worry was left.",
    Route.UNDOCUMENTED: "",
}
"""What nobody wrote down stands here as a field without words."""
AWAY = {
    ApologyCause.TRANSPORT: ": no way to get here",
    ApologyCause.TIME: ": it was the wrong time",
    ApologyCause.FORMAT: ": it did not suit them",
    ApologyCause.HEALTH: "",
    ApologyCause.OTHER: "",
    ApologyCause.NOT_STATED: "",
}
"""Why somebody was not well is told to nobody who only looks something up."""
FORMS = {
    Format.EASY_READ: ", in easy words",
    Format.PLAIN_TEXT: ", as plain text",
    Format.SPOKEN: ", said out loud",
    Format.PICTURES: ", in pictures",
    Format.VIDEO: ", as a film",
    Format.LETTER: ", by letter",
    Format.MESSAGE: ", by message",
    Format.NOT_STATED: "",
}
HEARD = {
    Audience.COMMITTEE: "All of us",
    Audience.TRUSTEES: "The trustees",
    Audience.PUBLIC: "Everybody",
    Audience.NOT_STATED: "Somebody",
}
FOUND = {
    Review.KEEP: "We keep it.",
    Review.CHANGE: "It has to change.",
    Review.END: "It has to end.",
    Review.NOT_STATED: "We looked at it.",
}
THROUGH = {
    Through.OWN_SCREEN: "On their own screen",
    Through.SHARED_SCREEN: "On a screen that people share",
    Through.SUPPORTERS_SCREEN: "On a helper’s screen",
    Through.PAPER: "On paper",
    Through.HANDS: "By hands",
    Through.TOLD: "Somebody told it",
    Through.IMPORT: "From a file",
}
ENDS = {
    Resolution.INTEGRATED: "We changed the idea.",
    Resolution.EXPLAINED: "We talked, and it is fine now.",
    Resolution.WITHDRAWN: "They took the worry back.",
    Resolution.OVERRULED: "Most people wanted to go on.",
    None: "This worry is still open.",
}
ANSWERS = {
    Choice.YES: "said yes",
    Choice.NO: "said no",
    Choice.ABSTAIN: "not sure",
    Choice.OBJECTION: "with a worry",
    Choice.STAND_ASIDE: "stood aside",
    "silent": "did not vote",
    "recused": "stayed out of it",
}
