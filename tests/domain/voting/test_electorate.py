"""Who may vote, as the log keeps it."""

from domain.kinds import Seat
from domain.voting.electorate import Voter
from tests.domain.voting.polls import person


def test_a_weight_is_written_only_where_it_is_not_one() -> None:
    plain = Voter(person=person(1), seat=Seat.MEMBER)
    heavy = Voter(person=person(1), seat=Seat.STAFF, weight=3)
    assert "weight" not in plain.model_dump_json()
    assert heavy.model_dump_json().endswith('"seat":"staff","weight":3}')
    for voter in (plain, heavy):
        assert Voter.model_validate_json(voter.model_dump_json()) == voter
