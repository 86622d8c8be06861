Feature: What somebody may do alone
  We decide most things together.
  Some things one of us may do alone.
  We say what, up to how much money, and until when.

  Background:
    Given a club with Asha, Ben, Cara and Dev, where Asha runs the meetings
    And Jo is paid to work here
    And we decided "Jo may buy tape" by a vote
    And Jo may spend 20 pounds each month because of "Jo may buy tape", for 20 days

  Scenario: Jo buys tape
    When Jo decides "A roll of tape" for 15 pounds alone
    Then "A roll of tape" counts
    And "A roll of tape" names who decided it, what it costs, and what let them
    And nothing went too far

  Scenario: Jo may not spend more
    When Jo decides "A new radio" for 25 pounds alone
    Then the program says "This is more money than the mandate allows."

  Scenario: It adds up to too much, and all of us can see it
    When Jo decides "A roll of tape" for 15 pounds alone
    And Jo decides "More tape" for 10 pounds alone
    Then "More tape" counts
    And we can read that staff went too far with "over the limit"

  Scenario: It goes on, because we decided so
    Given we decided "Jo may buy tape for a year" by a vote
    When we let it go on because of "Jo may buy tape for a year"
    Then there are 2 versions of it, and the newer one counts
    When Jo decides "A roll of tape" for 15 pounds by the old one
    Then the program says "A newer mandate took this one's place."

  Scenario: It ends by itself
    When 21 days pass
    And Jo decides "A roll of tape" for 15 pounds alone
    Then the program says "This mandate ended on 23 March 2026."

  Scenario: Nobody gives it to themselves
    When Jo wants to spend 500 pounds each month, and nobody decided so
    Then the program says "To change it, make it an idea."
