"""Every way to decide, explained: how it goes, what it is good for, and what to take care of."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from domain.voting.rule import Method


@dataclass(frozen=True, slots=True)
class Explained:
    """One way to decide, in plain words."""

    title: str
    picture: str
    steps: list[str]
    good_for: str
    take_care: str
    looks_like: list[str] = field(default_factory=list)


_ORDER = "You put the ideas in order. Your best one gets number 1."
PAIRS = "Then we look at two ideas at a time. Which one do more people like?"
BY_VOTES = "Then we look at two ideas at a time. Which one has more votes?"
"""The same step, where some people have more votes than others."""

EXPLAINED: Mapping[Method, Explained] = {
    Method.MAJORITY: Explained(
        "More than half say yes",
        "vote",
        [],
        "It is quick. It is good for small things.",
        "Some of us may not like what comes out.",
    ),
    Method.SUPERMAJORITY: Explained(
        "Many more say yes than no",
        "people",
        [],
        "It is good for big things, like our rules.",
        "A few people can stop an idea that most of us want.",
    ),
    Method.DOUBLE_MAJORITY: Explained(
        "We count two times",
        "fair",
        [],
        "It is good for money and for being safe. Nobody can go past the group.",
        "Look at what it does to each vote. One vote may not count for much.",
        ["All of the staff say yes. Most of the members say no. We do not do it."],
    ),
    Method.CONSENT: Explained(
        "Nobody has a worry left",
        "worry",
        [
            "We talk about the idea.",
            "You can say: I have a worry. Then you say why.",
            "We change the idea, or we talk until the worry is gone.",
            "When nobody has a worry left, we try it out.",
        ],
        "It is good for rules and for who does what. All of us are heard.",
        "It takes time. One person can stop an idea. So tell us why you worry.",
        ["Ella worries about the noise. We end at ten. Now it is fine for Ella."],
    ),
    Method.CONSENSUS: Explained(
        "All of us agree",
        "talk",
        [
            "We talk until all of us can say yes.",
            "You can also stand aside. Then the others may go on.",
            "If one of us says no, we do not do it.",
        ],
        "It is good for what we care about most.",
        "It can take a long time. One no stops it.",
        ["6 say yes and one stands aside. We do it."],
    ),
    Method.APPROVAL: Explained(
        "Pick all that you like",
        "yes",
        [],
        "It is good when there are many ideas. It is quick.",
        "You cannot say which one you like best.",
        ["Pizza gets 5 ticks. Soup gets 3. We have pizza."],
    ),
    Method.SCORE: Explained(
        "Give points",
        "well-done",
        [],
        "You can show how much you like each idea.",
        "Some of us give more points than others. That makes their vote louder.",
        ["Pizza gets 5 and 4 points. That is 9. Soup gets 7. We have pizza."],
    ),
    Method.DOTS: Explained(
        "Share out your dots",
        "dance",
        [],
        "It is good for a long list. It shows what most of us care about.",
        "Use it to make a list short. Then talk, and vote.",
        ["You have 3 dots. You put 2 on music and 1 on food."],
    ),
    Method.SCHULZE: Explained(
        "Put the ideas in order, and look at two at a time",
        "first",
        [
            _ORDER,
            PAIRS,
            "An idea that wins against each of the others is chosen.",
            "Sometimes no idea does. Then small wins count less than big ones.",
        ],
        "It is good when there are more than two ideas.",
        "The sums are long. The program shows each of them.",
        ["Pizza wins against soup. Pizza wins against curry too. We have pizza."],
    ),
    Method.RANKED_PAIRS: Explained(
        "Put the ideas in order, and start with the big wins",
        "first",
        [
            _ORDER,
            PAIRS,
            "We start with the biggest win and write it down.",
            "Then the next one. We leave out a win that does not fit.",
            "At the end one idea stands on top. It is chosen.",
        ],
        "It is good when there are more than two ideas.",
        "The sums are long. The program shows each of them.",
        ["Pizza wins by 5. Soup wins by 3. We start with pizza."],
    ),
    Method.IRV: Explained(
        "Put the ideas in order, and the last one drops out",
        "back",
        [
            _ORDER,
            "We count who has your number 1.",
            "The idea with the fewest votes drops out.",
            "If it was your best one, your vote goes to your next one.",
            "We go on until one idea has more than half.",
        ],
        "It is good to pick one person or one place.",
        "An idea that most of us find fine may drop out soon.",
        ["Soup drops out. Two votes go from soup to pizza. Pizza has more than half."],
    ),
    Method.STV_SCOTTISH: Explained(
        "Fill some places, and pass votes on",
        "people",
        [
            "You put the people in order. Your best one gets number 1.",
            "We work out how many votes are enough for one place.",
            "Who has enough gets a place.",
            "Some have more than enough. A part of each vote goes to the next name.",
            "If nobody has enough, the last one drops out.",
        ],
        "It is good to pick more than one person. Small groups get a place too.",
        "Parts of votes are hard to see. The program shows each step.",
        ["4 votes are enough. Asha has 6. So a third of each vote goes on."],
    ),
    Method.STV_MEEK: Explained(
        "Fill some places, and share votes again each time",
        "people",
        [
            "You put the people in order. Your best one gets number 1.",
            "Who has enough votes gets a place.",
            "They keep just the part of each vote that they need.",
            "The rest goes on to the next name. We do the sums again each time.",
        ],
        "It is fair down to small parts of a vote.",
        "Nobody can do these sums by hand. The program shows each step.",
        ["Asha needs just half of each vote. The other half goes to Ben."],
    ),
    Method.DEBIAN: Explained(
        "Put the ideas in order, and do nothing is one of them",
        "rule",
        [
            "One of the ideas is: we leave it as it is.",
            _ORDER,
            "An idea drops out if too few like it more than that.",
            PAIRS,
            "The one that wins is chosen.",
        ],
        "It is good for a big group. We do not pick a thing that few want.",
        "The sums are long. The program shows each of them.",
        ["More of us like it as it is than like curry. Curry drops out."],
    ),
    Method.DELEGATED: Explained(
        "One or some of us decide",
        "hand",
        [
            "All of us say first what they may decide.",
            "We can say how much money they may spend.",
            "Then they decide, and tell us.",
            "All of us can end this at any time.",
        ],
        "It is good for small things that come up a lot.",
        "Look now and then at what they did.",
        ["Ben may pick the songs. He does not have to ask."],
    ),
}
"""Each way to count that a rule can name. Where the steps or examples hang on the terms of a rule,
they are told of that rule: see :mod:`web.seen.how_it_goes`.
"""
