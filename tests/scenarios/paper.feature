Feature: Votes on paper
  Some of us vote on paper. Two people read each slip.
  So nobody has to trust one person alone.

  Scenario: Two people read the same
    Given a club with Asha, Ben, Cara and Dev, where Asha runs the meetings
    When Asha starts the vote on "DJ Sam"
    And Asha reads "Cara, yes" on slip 1
    Then nobody has voted yet
    When Ben reads "Cara, yes" on slip 1
    Then the vote of Cara is "yes", on paper, and Ben wrote it down
    And the record says "Asha read a vote on paper by Cara on “DJ Sam”: YES."

  Scenario: Two people read different things
    Given a club with Asha, Ben, Cara and Dev, where Asha runs the meetings
    When Asha starts the vote on "DJ Sam"
    And Asha reads "Cara, yes" on slip 1
    And Ben reads "Cara, no" on slip 1
    Then nobody has voted yet
    And slip 1 shows "Asha: yes" and "Ben: no"
    When Ben reads "Cara, yes" on slip 1
    Then the vote of Cara is "yes", on paper, and Ben wrote it down

  Scenario: One person cannot be two
    Given a club with Asha, Ben, Cara and Dev, where Asha runs the meetings
    When Asha starts the vote on "DJ Sam"
    And Asha reads "Cara, yes" on slip 1
    And Asha reads "Cara, yes" on slip 1
    Then nobody has voted yet

  Scenario: The voter has the last word
    Given a club with Asha, Ben, Cara and Dev, where Asha runs the meetings
    When Asha starts the vote on "DJ Sam"
    And Asha reads "Cara, yes" on slip 1
    And Ben reads "Cara, yes" on slip 1
    And Cara says that slip 1 is not what Cara said
    Then nobody has voted yet
    And the vote on paper was taken back
    And the record of the club says "This is not what I said."
    When Cara says no to "DJ Sam"
    Then the vote of Cara is "no", on a screen
    When Dev reads "Cara, yes" on slip 1
    Then the program says "This person has voted on a screen"

  Scenario: A vote on a screen goes before a slip
    Given a club with Asha, Ben, Cara and Dev, where Asha runs the meetings
    When Asha starts the vote on "DJ Sam"
    And Asha reads "Cara, yes" on slip 1
    And Cara says no to "DJ Sam"
    And Ben reads "Cara, yes" on slip 1
    Then the program says "This person has voted on a screen"
    And the vote of Cara is "no", on a screen

  Scenario: Only who may vote has a slip
    Given a club with Asha, Ben, Cara and Dev, where Asha runs the meetings
    When Asha starts the vote on "DJ Sam"
    And Asha reads "Eve, yes" on slip 1
    Then the program says "cannot vote on this one"

  Scenario: Hands are counted in a meeting
    Given a club with Asha, Ben, Cara and Dev, where Asha runs the meetings
    When Asha starts the vote on "DJ Sam"
    And Asha counts 5 hands for yes and 0 for no
    Then the program says "More hands were counted than people can vote here."
    When Asha counts 3 hands for yes and 1 for no
    And Ben says no to "DJ Sam"
    Then the program says "Hands were counted for this already."
    When Asha closes the vote on "DJ Sam"
    Then the register tells of 4 votes by hand
    And we decided yes

  Scenario: Somebody votes for a friend who asked
    Given a club with Asha, Ben, Cara and Dev, where Asha runs the meetings
    And a rule that lets people ask somebody to vote for them
    When Asha starts the vote on "DJ Sam"
    And Ben asks Cara to vote for Ben
    And Cara says no for Ben
    Then the vote of Ben is "no", and Cara wrote it down
    When Ben says yes to "DJ Sam"
    And Cara says no for Ben
    Then the program says "They have voted themselves."
    And the vote of Ben is "yes", on a screen
