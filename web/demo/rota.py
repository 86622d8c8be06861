"""Who took which job for which night, and to whom it passed on."""

from dataclasses import dataclass

from web.demo.dates import TODAY, Day


@dataclass(frozen=True)
class Job:
    """A job that comes back every month: so many minutes before the club begins, or after."""

    title: str
    before: int
    done_at: tuple[int, int]
    place: str = ""
    people: int = 1


@dataclass(frozen=True)
class Offer:
    """Somebody asked somebody else to take a job; they said yes, or no thank you, or wait."""

    night: int
    days: Day
    job: str
    giver: str
    taker: str
    answer: str
    note: str = ""
    share: bool = False


JOBS = {
    "hall": Job("Set up the hall", 90, (17, 20)),
    "songs": Job("Make the list of songs", 60, (17, 55)),
    "bar": Job("Sell drinks at the bar", 30, (22, 5)),
    "safe": Job("Tell everybody how to be safe", 20, (18, 55), people=2),
    "door": Job("Open the door", 15, (19, 40), place="at the hall"),
    "taxi": Job("Call when a taxi does not come", -180, (22, 40)),
    "clear": Job("Clear up after the club", -180, (23, 10)),
}
WITH_A_DJ = {"songs": "Make the list of songs for the DJ"}
DJ_NIGHTS = (2, 8, 12)

TAKEN = {
    1: "hall Jo, songs Dev, bar Jo, safe Jo, door Jo, taxi Jo, clear Jo",
    2: "hall Jo, songs Dev, bar Jo, safe Jo, door Jo, taxi Jo, clear Jo",
    3: "hall Femi, songs Dev, bar Ella, safe Cara+Jo, door Jo, taxi Jo, clear Jo",
    4: "hall Femi, songs Dev, bar Ella, safe Cara+Jo, door Ben, taxi Jo, clear Asha",
    5: "hall Ben, songs Dev, bar Ella, safe Cara+Femi, door Asha, taxi Jo, clear Femi",
    6: "hall Femi, songs Cara, bar Ella, safe Ben+Jo, door Asha, taxi Asha, clear Dev",
    7: "hall Femi, songs Dev, bar Ella, safe Cara+Jo, door Asha, taxi Asha, clear Ben",
    8: "hall Ben, songs Dev, bar Ella, safe Cara+Femi, door Ben, taxi Jo, clear Femi",
    9: "hall Femi, songs Cara, bar Ella, safe Cara+Asha, door Jo, taxi Dev, clear Ben",
    10: "hall Cara, songs Dev, bar Ella, safe Ben+Jo, door Asha, taxi Femi, clear Dev",
    11: "hall Femi, songs Dev, bar Ben, safe Ella+Asha, door Cara, taxi Jo, clear Asha",
    12: "hall Femi, songs Dev, bar Ella, safe Cara+Jo, door Jo, taxi Jo, clear",
}

OFFERS = (
    Offer(2, Day(2, 11), "bar", "Jo", "Ella", "yes", "You know what everybody drinks."),
    Offer(2, Day(2, 11), "safe", "Jo", "Cara", "yes", "Shall we do it together?", share=True),
    Offer(2, Day(2, 10), "door", "Jo", "Asha", "no"),
    Offer(2, Day(2, 9), "clear", "Jo", "Femi", "yes", "My last bus goes at half past ten."),
    Offer(3, Day(3, 9), "door", "Jo", "Ben", "yes", "The key sticks. Push and turn."),
    Offer(3, Day(3, 8), "clear", "Jo", "Asha", "yes"),
    Offer(4, Day(4, 7), "clear", "Asha", "Ella", "no", "We could do it together."),
    Offer(4, Day(4, 7), "taxi", "Jo", "Asha", "no", "You are good on the phone."),
    Offer(5, Day(5, 9), "taxi", "Jo", "Asha", "yes", "I stay near, in case."),
    Offer(6, Day(6, 9), "songs", "Cara", "Dev", "yes", "My list had three songs."),
    Offer(6, Day(6, 8), "safe", "Jo", "Femi", "no"),
    Offer(6, Day(6, 6), "safe", "Jo", "Cara", "yes", "You say it better than I do."),
    Offer(7, Day(7, 5), "bar", "Ella", "Ben", "yes", "I have a cold."),
    Offer(8, Day(8, 9), "taxi", "Jo", "Dev", "yes", "I am on holiday that week."),
    Offer(8, Day(8, 8), "clear", "Femi", "Asha", "no"),
    Offer(9, Day(9, 9), "door", "Jo", "Femi", "yes"),
    Offer(9, Day(9, 7), "clear", "Ben", "Cara", "yes", "My sister marries that weekend."),
    Offer(10, Day(10, 8), "safe", "Jo", "Ella", "yes", "I listen this time."),
    Offer(11, Day(11, 9), "taxi", "Jo", "Femi", "yes", "I must be home by ten."),
    Offer(11, Day(11, 8), "hall", "Femi", "Dev", "no", "The chairs are heavy for my back."),
    Offer(11, Day(11, 6), "hall", "Femi", "Ben", "yes", "The chairs are heavy for my back."),
    Offer(12, Day(TODAY, 5), "door", "Jo", "Asha", "yes", "You know everybody."),
    Offer(12, Day(TODAY, 5), "songs", "Dev", "Ben", "no"),
    Offer(12, Day(TODAY, 1), "bar", "Ella", "Asha", "", "I come late that night."),
)

NOT_DONE = {
    (1, "songs"): ("Jo", "There was no list. We had the radio."),
    (6, "clear"): ("Dev", "I went home with a headache and forgot to say so."),
}
"""Who told that a job was not done, and why."""

TOLD_LATE = {(2, "clear"): ("Asha", 9), (9, "taxi"): ("Ben", 6)}
"""Who wrote down that a job was done, and how many days after the night."""


def taken(night: int) -> dict[str, tuple[str, ...]]:
    """Who took which job at first; a job that is free has nobody."""
    words = (part.split() for part in TAKEN[night].split(", "))
    return {job: tuple(who[0].split("+")) if who else () for job, *who in words}
