"""Why the club decided as it did, in the words that Asha wrote down at the end of each vote."""

from typing import Final

REASONS: Final = {
    "monthly": "There is nowhere else to dance on a Friday.",
    "jo": "We want staff with us, and only one vote for them.",
    "money": "That is what comes in at the door.",
    "drinks": "One coin is quick.",
    "songs": "It costs nothing, and we know them.",
    "share": "Everybody wants to do something.",
    "kim": "The list of songs was good. A person is better.",
    "yellow": "Three of us wanted it.",
    "four": "Three people are too few for all of us.",
    "quiet": "Some of us need a rest.",
    "twenty": "Tape is not worth a vote.",
    "taxis": "Nobody should wait alone.",
    "stars": "It sounds like fun.",
    "photos": "We want to remember it, and say who is in a picture.",
    "karaoke": "Most of us want to sing.",
    "order": "Yes and no do not help with four games.",
    "ring": "We want to know before it happens.",
    "big": "His music is worth it.",
    "game": "Most of us put it first.",
    "look on": "They should see how we decide.",
    "table": "Everybody should reach the bar.",
    "trip again": "This time enough of us voted.",
    "band": "We want to try real drums.",
    "cake": "They are kind to us.",
    "sam": "He plays what we like, and not too loud.",
    "five": "Most of us work until five.",
}
