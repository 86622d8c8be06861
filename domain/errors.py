"""What the domain says no with. Each message can be shown to the person as it stands."""


class RuleBroken(Exception):
    """An act that the rules do not allow, with the sentence that says why."""


class NotEligible(RuleBroken):
    """The act needs a seat, a role or a share that this person does not have."""


class NotFound(RuleBroken):
    """There is no such thing in this log."""


class NotOpen(RuleBroken):
    """The moment for this act has not come yet, or has passed."""


class NoAuthority(RuleBroken):
    """Nothing that was decided allows this change."""


class Malformed(RuleBroken):
    """The act itself is not well formed: an unknown option, a rule that contradicts itself."""


class LogBusy(RuleBroken):
    """Others kept writing for too long; nothing was recorded."""


class LogFull(RuleBroken):
    """There is no room left to write; nothing was recorded."""


class LogUnreadable(Exception):
    """A stored event cannot be understood. Reading stops there, and no half story is told."""
