"""Talking about an idea before the vote: asking, answering, and finding better words for it."""

from contextlib import suppress
from uuid import UUID

from flask import flash, g, redirect, render_template, url_for
from pydantic import BaseModel
from werkzeug.wrappers import Response

from domain.errors import NotEligible
from domain.ids import ObjectionId, ProposalId, QuestionId
from domain.values import EventId
from web.asking import act
from web.forms import Maybe, Mend, Text, Words, asked, form, mend, missing
from web.once import once
from web.proposals import find, pages
from web.seen.ideas import may_change
from web.seen.questions import because_of, questions_page
from web.services import services

NOT_THEIRS = "Only whose idea it is can change it, before the vote. Or who runs the meeting."


class Question(BaseModel):
    """What somebody wants to know."""

    words: Text = ""

    @property
    def wrong(self) -> dict[str, str]:
        """What has to be mended before it can be sent."""
        return missing((self.words, "words", "Write your question."))


class Said(BaseModel):
    """What is answered."""

    words: Text = ""


class Better(BaseModel):
    """New words for an idea, and what somebody said that they answer to."""

    title: Words = ""
    text: Text = ""
    because: Maybe[str] = None

    @property
    def wrong(self) -> dict[str, str]:
        """What has to be mended before it can be sent."""
        return missing((self.title, "title", "Write what the idea is."))


class Because(BaseModel):
    """A worry, or a question, from which somebody comes to the words."""

    because: Maybe[Words] = None


# ---- Questions


@pages.get("/<uuid:proposal>/questions")
def questions(proposal: UUID) -> str:
    return render_template("questions.html", talk=questions_page(find(proposal)), wrong={})


@pages.post("/<uuid:proposal>/questions")
@once
def ask_question(proposal: UUID) -> Response | Mend:
    asked, talk = form(Question), questions_page(find(proposal))
    if asked.wrong and talk.may_ask:  # where nobody may ask any more, that is what is wrong
        return mend("questions.html", asked.wrong, talk=talk)
    services().governance.ask_question(act(), ProposalId(proposal), asked.words)
    flash("We wrote your question down. Thank you.")
    return _questions(proposal)


@pages.post("/<uuid:proposal>/questions/<uuid:question>/answers")
@once
def answer_question(proposal: UUID, question: UUID) -> Response | Mend:
    said, talk = form(Said), questions_page(find(proposal))
    if not said.words and talk.may_ask:
        wrong = {f"words-{question}": "Write an answer."}
        return mend("questions.html", wrong, talk=talk)
    services().governance.answer_question(
        act(), ProposalId(proposal), QuestionId(question), said.words
    )
    flash("We wrote your answer down. Thank you.")
    return _questions(proposal)


# ---- Better words


@pages.get("/<uuid:proposal>/words")
def better(proposal: UUID) -> str:
    idea = find(proposal)
    if not may_change(idea, g.viewer.person):
        raise NotEligible(NOT_THEIRS)
    because = asked(Because).because
    said = Better(title=idea.title, text=idea.text or "", because=because)
    return render_template(
        "better.html", said=said, proposal=proposal, because=because_of(idea), wrong={}
    )


@pages.post("/<uuid:proposal>/words")
@once
def change_words(proposal: UUID) -> Response | Mend:
    said, idea = form(Better), find(proposal)
    if said.wrong:
        again = {"said": said, "proposal": proposal, "because": because_of(idea)}
        return mend("better.html", said.wrong, **again)
    title = "" if said.title == idea.title else said.title
    text = "" if said.text == (idea.text or "") else said.text
    if title or text:
        services().governance.amend_proposal(
            act(),
            idea.proposal,
            title=title,
            text=text,
            because_of=_events(idea.proposal, said.because),
        )
        flash("The idea has new words.")
    return redirect(url_for(".show", proposal=proposal), code=303)


def _events(proposal: ProposalId, because: str | None) -> list[EventId]:
    """What the new words answer to: a question is named by its event, a worry by itself."""
    if because is None:
        return []
    with suppress(ValueError):
        return [services().governance.raised(proposal, ObjectionId(UUID(because)))]
    return [EventId(because)]


def _questions(proposal: UUID) -> Response:
    return redirect(url_for(".questions", proposal=proposal), code=303)
