Feature: Help with a vote
  Everybody may have help. A vote with help counts like all others.
  Only the voter sees who helped. All others see a number, or nothing.

  Scenario: A voter says who helped
    Given a club with Asha, Ben, Cara and Dev, where Asha runs the meetings
    When Asha starts the vote on "DJ Sam"
    And Cara says yes to "DJ Sam"
    And Cara says that Ben pressed, was picked, and read it back
    Then the vote of Cara counts
    And what is kept of Cara tells "Cara had somebody press for them for “DJ Sam”, by Ben. They chose Ben. They heard it read back."

  Scenario: Nobody else is told who had help
    Given a club with Asha, Ben, Cara and Dev, where Asha runs the meetings
    When Asha starts the vote on "DJ Sam"
    And Cara says yes to "DJ Sam"
    And Cara says that Ben pressed, was picked, and read it back
    Then nothing that is told of "DJ Sam" speaks of help
    And the log tells of help without a name

  Scenario: Nobody has to say anything
    Given a club with Asha, Ben, Cara and Dev, where Asha runs the meetings
    When Asha starts the vote on "DJ Sam"
    And Cara says yes to "DJ Sam"
    Then the vote of Cara counts

  Scenario: Help is told after the vote and not before
    Given a club with Asha, Ben, Cara and Dev, where Asha runs the meetings
    When Asha starts the vote on "DJ Sam"
    And Cara says that Ben pressed, was picked, and read it back
    Then the program says "Help is told after the vote."

  Scenario: Only the voter says whether they picked their helper
    Given a club with Asha, Ben, Cara and Dev, where Asha runs the meetings
    When Asha starts the vote on "DJ Sam"
    And Cara says yes to "DJ Sam"
    And Ben says that Cara picked Ben
    Then the program says "Only who voted can say if they picked their helper."

  Scenario: Many votes show how many had help
    Given a club with Asha, Ben, Cara and Dev, where Asha runs the meetings
    And Ella, Femi, Gina and Hugo are members too
    When Asha starts the vote on "DJ Sam"
    And all 8 say yes, and 3 of them say that they had help
    Then "DJ Sam" tells that 3 of 8 had help
    When Asha closes the vote on "DJ Sam"
    Then 8 votes for yes were counted
