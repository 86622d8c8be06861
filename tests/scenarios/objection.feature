Feature: I have a worry
  A worry is a reason why something may not be safe to try.
  Nobody ends the worry of somebody else in silence.

  Background:
    Given a club with Asha, Ben, Cara and Dev, where Asha runs the meetings

  Scenario: We find better words
    When Cara has a worry about "Karaoke night": "It is too loud."
    And Asha says that we changed the idea
    Then the program says "Change the idea first, and pick this worry as the reason."
    When Asha changes "Karaoke night" to "Quiet karaoke night" because of the worry
    And Asha says that we changed the idea
    Then the worry of Cara ended as "integrated", and better words came of it

  Scenario: We talk, and then it is fine
    When Cara has a worry about "Karaoke night": "It is too loud."
    And Ben answers the worry: "We turn it down."
    And Asha says that it is fine now
    Then the worry of Cara ended as "explained"
    And the record says "Ben answered a worry about “Karaoke night”: “We turn it down.”"

  Scenario: Who goes on past a worry says why
    When Cara has a worry about "Karaoke night": "It is too loud."
    And Asha says that we go on, and does not say why
    Then the program says "Say why we go on with this worry still there."

  Scenario: We only go on when no worry is left
    Given we go on when no worry is left
    When Asha starts the vote on "Karaoke night"
    And Cara has a worry about "Karaoke night": "It is too loud."
    And Ben answers the worry: "We turn it down."
    And Asha says that it is fine now
    Then the program says "Only who has it can say it is over."
    When Ben says yes to "Karaoke night"
    And Asha closes the vote on "Karaoke night"
    Then "Karaoke night" came out as "rejected"

  Scenario: A worry without a name
    When Cara has a worry about "Karaoke night" and leaves the name out: "It is too loud."
    Then the record says "Somebody has a worry about “Karaoke night”: “It is too loud.”"
    And nobody reads that it was the worry of Cara
