"""What the club decided last, and what is open now: what there is to press."""

from domain.kinds import Domain, LineKind, ObjectionGround, Resolution, Stake
from web.demo.club import Line
from web.demo.dates import TODAY, Day
from web.demo.ideas import Choice, Errand, Idea, Worry

IDEAS = (
    Idea(
        "sam",
        "Ben",
        Day(TODAY, 24),
        "DJ Sam plays for us",
        "Pop and dance music.",
        "YYYYNYY",
        Domain.MONEY,
        Stake.MONEY_PEOPLE_TIME,
        80,
        worry=Worry(
            "Cara",
            "It was too loud last time.",
            ObjectionGround.SAFETY,
            "Ben",
            "We put the speakers lower, and there is a quiet room.",
            Resolution.INTEGRATED,
            better="Pop and dance music. The speakers stand low.",
        ),
        lines=(Line("Music", LineKind.MUSIC, "DJ Sam, from 8, with low speakers", only=True),),
        errand=Errand("Ask DJ Sam", "Ben"),
    ),
    Idea(
        "five",
        "Dev",
        Day(TODAY, 16),
        "The club starts at 5",
        "Then we are home early.",
        "NNNYN?N",
        Domain.PROGRAMME,
    ),
    Idea(
        "food",
        "Cara",
        Day(TODAY, 9),
        "What do we eat at the club night?",
        about=Domain.PROGRAMME,
        stake=Stake.SMALL,
        choices=(
            Choice("Pizza", "food", 60),
            Choice("Curry", "food", 48),
            Choice("Everybody brings something", "give"),
        ),
        orders={"Ben": (0, 1, 2), "Ella": (1, 2, 0)},
        lasts=None,
    ),
    Idea(
        "quiz",
        "Ella",
        Day(TODAY, 5),
        "A quiz before the music",
        "Ten questions about us. Jo does not know the answers.",
        "Y--?Y--",
        Domain.PROGRAMME,
        lasts=7,
    ),
    Idea(
        "light",
        "Dev",
        Day(TODAY, 3),
        "We buy a light for the dance floor",
        "It turns slowly, with three colours.",
        "-Y--WN-",
        Domain.MONEY,
        Stake.SMALL,
        30,
        worry=Worry("Ella", "Fast lights make me ill.", ObjectionGround.SAFETY, hour=19),
        lasts=6,
    ),
    Idea(
        "poster", "Femi", Day(TODAY, 1), "A poster for the club night", "With a photo of all of us."
    ),
)
