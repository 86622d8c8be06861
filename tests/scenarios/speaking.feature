Feature: Saying what we want before we vote
  Everybody can say what they want before we vote. That is not a vote.
  Our rule says that staff speak last. So staff hear us first.

  Scenario: We say what we want, and we can say something else
    Given a club with Asha, Ben, Cara and Dev, where Asha runs the meetings
    And Ben has the idea "A quiet room"
    When Cara wants "A quiet room"
    And Cara is not sure about "A quiet room"
    Then what Cara says of "A quiet room" is "not sure"
    And nobody has voted on "A quiet room"

  Scenario: Staff wait until all of us have spoken
    Given a club with Asha, Ben, Cara and Dev, where Asha runs the meetings
    And Jo is paid to work here
    And our rule is that staff speak last, and that we have 3 days to read
    And Ben has the idea "A quiet room"
    When Asha wants "A quiet room"
    And Jo wants "A quiet room"
    Then the program says "Staff speak last here. 2 people have not said yet what they want."
    And what is shown of "A quiet room" says that staff wait for Cara and Dev
    When Cara is not sure about "A quiet room"
    And Dev does not want "A quiet room"
    And Jo wants "A quiet room"
    Then what Jo says of "A quiet room" is "for"
    And what is shown of "A quiet room" says that nobody waits

  Scenario: Staff need not wait for ever
    Given a club with Asha, Ben, Cara and Dev, where Asha runs the meetings
    And Jo is paid to work here
    And our rule is that staff speak last, and that we have 3 days to read
    And Ben has the idea "A quiet room"
    When 3 days pass
    And Jo wants "A quiet room"
    Then what Jo says of "A quiet room" is "for"

  Scenario: Staff ask, answer and worry at any time
    Given a club with Asha, Ben, Cara and Dev, where Asha runs the meetings
    And Jo is paid to work here
    And our rule is that staff speak last, and that we have 3 days to read
    And Ben has the idea "A quiet room"
    When Cara asks "Which room?" about "A quiet room"
    And Jo answers "The one by the door"
    And Jo has a worry about "A quiet room"
    Then "A quiet room" has a question with an answer, and a worry

  Scenario: We say what we want first, and then we hear the others
    Given a club with Asha, Ben, Cara and Dev, where Asha runs the meetings
    And Ben has the idea "A quiet room"
    When Dev does not want "A quiet room"
    Then Cara does not read yet what Dev wants of "A quiet room"
    When Cara wants "A quiet room"
    Then Cara reads that Dev does not want "A quiet room"

  Scenario: Somebody says it aloud, and Asha writes it down
    Given a club with Asha, Ben, Cara and Dev, where Asha runs the meetings
    And Ben has the idea "A quiet room"
    When we meet
    And Asha writes down that Dev does not want "A quiet room"
    Then what Dev says of "A quiet room" is "against"
    And "A quiet room" names Asha, who wrote it down
    When Dev wants "A quiet room"
    And Asha writes down that Dev does not want "A quiet room"
    Then the program says "They have said it themselves."
    And what Dev says of "A quiet room" is "for"
