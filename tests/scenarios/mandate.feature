Feature: What somebody may do alone
  We decide most things together.
  Some things one of us may do alone.
  That is an idea like any other: we see who, what, up to how much money, and until when.
  We vote on it. Then it begins, just as we said.

  Background:
    Given a club with Asha, Ben, Cara and Dev, where Asha runs the meetings
    And Jo is paid to work here

  Scenario: Ben makes it an idea, and all of us see what Jo would do alone
    When Ben makes it an idea that Jo spends 20 pounds each month on tape, for 20 days
    Then the page of the idea says "Jo would do this alone Buy tape Up to £20 each month."
    And the page of the idea says "They must ask us first: Places"
    And what is shown of the idea names Jo, the money and the last day
    And Jo may do nothing alone

  Scenario: We say yes, and then Jo may do it
    Given we said yes to "tape": Jo spends 20 pounds each month, for 20 days
    Then the page of the decision says "We said yes. They may not do it yet."
    When Dev lets it begin
    Then Jo may spend 20 pounds each month because of "tape"
    When Dev lets it begin
    Then there is 1 version of it

  Scenario: We say no, and Jo may do nothing alone
    When Ben makes it an idea that Jo spends 20 pounds each month on tape, for 20 days
    And Asha starts the vote on "tape"
    And Asha says no to "tape"
    And Asha closes the vote on "tape"
    And Dev lets it begin
    Then the program says "The committee did not say yes to this."
    And Jo may do nothing alone

  Scenario: A yes lets Jo do this, and no more
    Given we said yes to "tape": Jo spends 20 pounds each month, for 20 days
    When Jo takes 500 pounds each month because of "tape"
    Then the program says "We said yes to something else than this."
    And Jo may do nothing alone

  Scenario: A yes to something else lets nobody do anything alone
    Given we decided "DJ Sam plays" by a vote
    When Jo takes 20 pounds each month because of "DJ Sam plays"
    Then the program says "We said yes to something else there. Make this an idea."

  Scenario: Nobody gives it to themselves
    When Jo wants to spend 500 pounds each month, and nobody decided so
    Then the program says "What a person or a role may do alone, the committee decides."

  Scenario: Jo buys tape
    Given Jo may spend 20 pounds each month on tape, for 20 days
    When Jo decides "A roll of tape" for 15 pounds alone
    Then "A roll of tape" counts
    And "A roll of tape" names who decided it, what it costs, and what let them
    And nothing went too far

  Scenario: Jo may not spend more
    Given Jo may spend 20 pounds each month on tape, for 20 days
    When Jo decides "A new radio" for 25 pounds alone
    Then the program says "This is more money than they may spend alone."

  Scenario: It adds up to too much, and all of us can see it
    Given Jo may spend 20 pounds each month on tape, for 20 days
    When Jo decides "A roll of tape" for 15 pounds alone
    And Jo decides "More tape" for 10 pounds alone
    Then "More tape" counts
    And we can read that staff went too far with "over the limit"

  Scenario: It goes on, because we said yes to that too
    Given Jo may spend 20 pounds each month on tape, for 20 days
    And we said yes to "more tape": it goes on with 30 pounds each month
    When Dev lets it begin
    Then there are 2 versions of it, and the newer one counts
    When Jo decides "A roll of tape" for 15 pounds by the old one
    Then the program says "A newer one took its place."
    When Jo decides "A roll of tape" for 25 pounds alone
    Then "A roll of tape" counts

  Scenario: It ends by itself
    Given Jo may spend 20 pounds each month on tape, for 20 days
    When 21 days pass
    And Jo decides "A roll of tape" for 15 pounds alone
    Then the program says "This could be done alone until 23 March 2026."

  Scenario: We end it before its last day
    Given Jo may spend 20 pounds each month on tape, for 20 days
    And we said yes to "no more tape": Jo does this alone no more
    When Dev ends it
    Then Jo may do nothing alone
    When Jo decides "A roll of tape" for 15 pounds alone
    Then the program says "We ended this: nobody may do it alone now."

  Scenario: We said yes too late
    Given we said yes to "tape": Jo spends 20 pounds each month, for 20 days
    When 21 days pass
    And Dev lets it begin
    Then the program says "The last day comes after the first, and lies ahead."
