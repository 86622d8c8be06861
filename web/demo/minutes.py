"""What was said at the meetings, and who was there."""

from dataclasses import dataclass, field

from domain.kinds import ApologyCause, Elsewhere
from web.demo.dates import TODAY, Day


@dataclass(frozen=True)
class Talk:
    """One meeting: who wrote it down, who was away and why, and what was said about which idea."""

    night: int
    day: Day
    writer: str
    said: tuple[tuple[str, str], ...]
    away: dict[str, ApologyCause] = field(default_factory=dict)
    elsewhere: Elsewhere = Elsewhere.NO
    elsewhere_words: str = ""


MEETINGS = (
    Talk(
        1,
        Day(1, 31),
        "Ben",
        (
            ("Jo came to say hello. She brought biscuits.", "jo"),
            ("We looked at the hall. It smells of floor polish and has a good echo.", ""),
        ),
    ),
    Talk(
        2,
        Day(2, 24),
        "Ben",
        (
            ("The first night: 38 people came. Jo did nearly everything and looked tired.", ""),
            ("Cara: ‘We just stood there. I came to do something.’", ""),
            ("Jo: ‘I thought that it was all my job.’ Nobody had told her otherwise.", ""),
        ),
    ),
    Talk(
        3,
        Day(3, 24),
        "Ben",
        (
            ("DJ Kim was good. Ella sold 61 drinks and the money was right to the penny.", ""),
            ("Jo and Cara told everybody how to be safe. Cara did the part about the stairs.", ""),
        ),
        {"Asha": ApologyCause.HEALTH},
    ),
    Talk(
        4,
        Day(4, 24),
        "Dev",
        (
            ("Dev wrote the minutes for the first time, with Ben beside him.", ""),
            ("Some people find the hall too much after an hour. Dev knows a room.", ""),
        ),
    ),
    Talk(
        5,
        Day(5, 24),
        "Ben",
        (
            ("A taxi did not come. Jo waited with Dev until half past eleven.", ""),
            ("The lamp in the quiet room is nice. Two people fell asleep there.", "quiet"),
        ),
        {"Ella": ApologyCause.TIME},
    ),
    Talk(
        6,
        Day(6, 24),
        "Dev",
        (
            ("Asha called a taxi with Jo beside her. It came in six minutes.", "taxis"),
            ("Nine film stars, four of them the same one.", "stars"),
            ("Femi has evening work from now on and looks for somebody to run the meetings.", ""),
        ),
    ),
    Talk(
        7,
        Day(7, 24),
        "Ben",
        (
            ("The floor was sticky in the morning. We say sorry to the caretaker.", ""),
            ("Jo told us about the tape: £6, two rolls.", "tape"),
            ("Asha ran the meeting for the first time. It was over ten minutes early.", ""),
        ),
        {"Ella": ApologyCause.TRANSPORT},
    ),
    Talk(
        8,
        Day(8, 24),
        "Dev",
        (
            ("Ruth came and listened. We looked at what Jo did about the side door.", ""),
            ("Ben: ‘We would have done the same. We only want to hear it first.’", ""),
            ("Jo: ‘I had your numbers and did not think of it. Next time I ring.’", ""),
        ),
    ),
    Talk(
        9,
        Day(9, 24),
        "Cara",
        (
            ("The big speakers: Ella and six guests left early. Ella was right.", "big"),
            ("Bingo took an hour. Next time fewer numbers.", "game"),
            ("Tess stayed until the end. She lost at bingo three times.", "look on"),
        ),
        {"Dev": ApologyCause.TRANSPORT},
        Elsewhere.NOT_SURE,
        "Somebody ordered napkins. Nobody knows who.",
    ),
    Talk(
        10,
        Day(10, 24),
        "Ben",
        (
            ("The low table is in use. Ella serves from both sides now.", "table"),
            ("A taxi did not come. Dev called another one and told jokes meanwhile.", ""),
        ),
    ),
    Talk(
        11,
        Day(11, 24),
        "Dev",
        (
            ("At the other club the staff do it all. They asked how we share the jobs.", ""),
            ("Cara told them. It took her twenty minutes, and they wrote it down.", ""),
        ),
        {"Cara": ApologyCause.HEALTH},
    ),
    Talk(
        12,
        Day(TODAY, 7),
        "Ben",
        (
            ("There was a card from the neighbours in the letter box: ‘Best cake ever.’", "cake"),
            ("Jo: ‘Last time I went home at ten, and in the morning all was done.’", ""),
        ),
    ),
)
