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
