"""Where a link on a drawn page leads: to another drawn page, or nowhere."""

from typing import Any

GOES_TO = {
    "now.show": "now",
    "plan.index": "plan",
    "plan.show": "plan",
    "plan.every": "plans",
    "jobs.index": "jobs",
    "why.index": "why",
    "sharing.index": "sharing",
    "sharing.question": "sharing_question",
    "sharing.warnings": "sharing_talk",
    "sharing.saying": "sharing_say",
    "agreed.index": "agreed",
    "five.show": "five",
    "five.asking": "five_ask",
    "five.scores": "scores",
    "attesting.show": "right",
    "enter.show": "hello",
    "proposals.show": "vote",
    "proposals.new": "idea",
    "proposals.choosing": "choose_people",
    "proposals.naming": "name_people",
    "proposals.opening": "open_vote",
    "proposals.closing": "close_vote",
    "proposals.worries": "worries",
    "proposals.staying_out": "sure",
    "why.story": "story",
    "why.record": "record",
    "why.without_authority": "without",
    "why.rule": "chain",
    "why.person": "chain_person",
    "jobs.give": "give",
    "jobs.help": "help_me",
    "jobs.offer": "offer",
    "jobs.show": "job",
    "jobs.new": "new_job",
    "jobs.not_needed": "drop",
    "plan.new": "new_plan",
    "plan.line": "new_line",
    "plan.who": "who",
    "plan.leave_out": "drop",
    "people.index": "people",
    "people.leaving": "sure",
    "people.going": "going",
    "people.show": "person",
    "pages.help": "help",
    "practice.show": "practice",
    "pages.look": "look",
    "pages.credits": "credits",
}


def url_for(endpoint: str, **values: Any) -> str:
    if endpoint == "static":
        return f"static/{values['filename']}"
    if endpoint == "proposals.show" and values.get("change"):
        return "vote.html"
    return f"{GOES_TO[endpoint]}.html" if endpoint in GOES_TO else "#main"
