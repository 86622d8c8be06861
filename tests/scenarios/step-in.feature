Feature: Staff step in
  Staff can step in to keep people safe.
  They say why. It ends by itself. We look at it together.

  Background:
    Given a club with Asha, Ben, Cara and Dev, where Asha runs the meetings
    And Jo is paid to work here
    And there is a plan for the night

  Scenario: Jo steps in, tells us, and we look at it
    When Jo steps in because somebody could get hurt: "The door is broken."
    And Jo tells the committee
    Then the step-in goes on for 3 days at most
    And the committee heard of it in time
    When Asha looks at it with Tess from outside, and it was right
    Then the finding is "upheld", by Asha and Tess

  Scenario: The look at it names what we changed
    When Jo steps in because somebody could get hurt: "The door is broken."
    And 1 day passes
    And we decide "A new door" by a vote
    And Asha looks at it with Tess from outside, and names the decision on "A new door"
    Then "A new door" came of it
    And the decision on "A new door" is named by the look at it

  Scenario: We change something later
    When Jo steps in because somebody could get hurt: "The door is broken."
    And Asha looks at it with Tess from outside, and it was right
    Then nothing came of it so far
    When Ben has the idea "A bell at the door" because Jo stepped in
    Then nothing came of it so far
    And the idea "A bell at the door" waits because of it
    And the idea "A bell at the door" says that Jo stepped in
    When we say yes to "A bell at the door"
    Then "A bell at the door" came of it

  Scenario: What was there before did not come of it
    When we decide "A new door" by a vote
    And 1 day passes
    And Jo steps in because somebody could get hurt: "The door is broken."
    And Asha looks at it with Tess from outside, and names the decision on "A new door"
    Then the program says "That came before the step-in. Name a change that came after it."

  Scenario: It ends by itself
    When Jo steps in because somebody could get hurt: "The door is broken."
    And 4 days pass
    Then the step-in is over
    And the committee was told too late
    When 11 days pass
    Then the look at it came too late

  Scenario: Jo must say why
    When Jo steps in because somebody could get hurt, and does not say why
    Then the program says "Say why you step in. The committee will read it."

  Scenario: A member does not step in
    When Ben steps in because somebody could get hurt: "The door is broken."
    Then the program says "Only staff and trustees can step in."

  Scenario: Jo does not judge it
    When Jo steps in because somebody could get hurt: "The door is broken."
    And Jo looks at it with Tess from outside, and it was right
    Then the program says "Whoever stepped in does not judge it."

  Scenario: Somebody from outside must look at it too
    When Jo steps in because somebody could get hurt: "The door is broken."
    And Asha looks at it with Ben
    Then the program says "At least one of those who look at it is from outside the committee."
