Feature: It could not wait
  Sometimes there is no time for a vote.
  Then somebody decides at once.
  All of us say later if we agree.
  If nobody says so in time, it is over.

  Background:
    Given a club with Asha, Ben, Cara and Dev, where Asha runs the meetings
    And Jo is paid to work here
    And we decided "Ben may call for help" by a vote

  Scenario: All of us agree later
    When Ben decides "The plumber comes" at once, because of "Ben may call for help"
    Then "The plumber comes" counts
    And we have 7 days to agree to "The plumber comes"
    When Asha asks all of us if we agree to "The plumber comes"
    And Ben says yes to it
    And Cara says yes to it
    And Asha counts the answers
    Then all of us agreed to "The plumber comes"
    And "The plumber comes" counts

  Scenario: All of us do not agree
    When Ben decides "The plumber comes" at once, because of "Ben may call for help"
    And Asha asks all of us if we agree to "The plumber comes"
    And Cara says no to it
    And Dev says no to it
    And Asha counts the answers
    Then all of us did not agree to "The plumber comes"
    And nobody can do anything because of "The plumber comes" any more

  Scenario: Nobody agrees in time
    When Ben decides "The plumber comes" at once, because of "Ben may call for help"
    And 8 days pass
    Then nobody agreed in time to "The plumber comes"
    And nobody can do anything because of "The plumber comes" any more
    When Ben plans a night because of "The plumber comes"
    Then the program says "Nobody agreed to this in time, so it lapsed."

  Scenario: We met and did not speak of it
    When Ben decides "The plumber comes" at once, because of "Ben may call for help"
    And 1 day passes
    And we meet
    And the meeting ends
    Then "The plumber comes" counts
    When 1 day passes
    Then nobody agreed in time to "The plumber comes"

  Scenario: Nobody decides at once without a right
    When Jo decides "The door stays shut" at once, because of nothing
    Then the program says "Say by which right this was decided."

  Scenario: Who decided at once cannot undo what all of us decided
    When Ben decides at once to end "Ben may call for help"
    Then the program says "The committee itself has to decide this first."
    And "Ben may call for help" counts
