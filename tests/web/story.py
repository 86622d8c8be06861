"""Some weeks of a club, in a file: what was agreed, who met, who stepped in, what was decided."""

from tests.web.past import cast, decided, founded, joined, line, opened

SPRING, SUMMER, AUTUMN = "2026-05-10", "2026-06-10", "2026-09-10"
RULE = {"method": "supermajority", "threshold": "2/3"}

MET = line(
    "meeting.held", "2026-05-03", committee="club", meeting="m1", present=["asha", "ben", "jo"],
    apologies=["cara"], chaired_by="asha", minutes_by=["ben"],
)  # fmt: skip
STORY = (
    founded(),
    joined("asha", name="Asha"),
    joined("ben", name="Ben"),
    joined("cara", name="Cara"),
    joined("jo", name="Jo", seat="staff"),
    line("role.taken", committee="club", person="asha", role="chair"),
    opened(title="Ben may buy food", person="ben"),
    cast("asha", reason="He is good at it"),
    cast("ben"),
    cast("cara", "no"),
    cast("cara", "worry", reason="It is dear"),
    MET,
    decided(at="2026-05-03", meeting="m1"),
    line(
        "mandate.granted", SPRING, committee="club", mandate="food", holder="ben",
        scope="Ben buys what we eat", limit={"amount": 8000, "currency": "GBP", "per": "occasion"},
        expires="2026-07-31", authority="dj",
    ),
    line("rule.adopted", SUMMER, committee="club", rule=RULE, authority="dj"),
    line("plan.made", SUMMER, committee="club", plan="july", title="July", on="2026-07-03",
         authority="dj"),
    line("plan.line", SUMMER, plan="july", line="Food", value="Soup", authority="dj", actor="ben"),
    line("task.added", SUMMER, committee="club", task="bar", title="Bar", plan="july",
         authority="dj"),
    line("task.taken", SUMMER, task="bar", person="ben"),
    line("handover.offered", SUMMER, task="bar", giver="ben", taker="cara"),
    line("handover.accepted", SUMMER, task="bar", giver="ben", taker="cara"),
    line(
        "step_in.applied", "2026-07-03T18:00Z", committee="club", step_in="stairs", person="jo",
        grounds="harm", reason="The stairs were wet", expires="2026-07-04",
    ),
    line("step_in.reviewed", "2026-07-10", step_in="stairs", finding="upheld", by=["asha", "ben"]),
    line("plan.line", AUTUMN, plan="july", line="Food", value="Pizza", actor="ben"),
    line("person.left", AUTUMN, committee="club", person="cara"),
)  # fmt: skip
"""A worry, a mandate, a rule, a handover, a step-in, a line that states no right, a farewell."""
