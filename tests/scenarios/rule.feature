Feature: Another way to decide
  We agreed how we decide. We can agree on another way.
  Before we do, all of us see what it does to each vote.

  Scenario: A member asks for another way, and we see what it does
    Given a club with Asha, Ben, Cara and Dev, where Asha runs the meetings
    And Jo is paid to work here
    When Ben makes it an idea that nobody may have a worry left
    Then the page of the idea says "1 person on the staff They cannot say yes alone. They can stop an idea."
    And the page of the idea says "Each one of them can stop an idea."
    And what is shown of the idea names the new rule
    And we still decide by "More than half must say yes. We count only YES and NO."

  Scenario: We say yes, and then we decide like this
    Given a club with Asha, Ben, Cara and Dev, where Asha runs the meetings
    When Ben makes it an idea that nobody may have a worry left
    And Asha starts the vote on "the new rule"
    And Asha says yes to "the new rule"
    And Cara says yes to "the new rule"
    And Asha closes the vote on "the new rule"
    And Dev puts the new rule in place
    Then we decide by "Someone must say yes, and nobody may have a worry left."
    And the new rule names the decision that allows it

  Scenario: We say no, and all stays as it is
    Given a club with Asha, Ben, Cara and Dev, where Asha runs the meetings
    When Ben makes it an idea that nobody may have a worry left
    And Asha starts the vote on "the new rule"
    And Asha says no to "the new rule"
    And Cara says no to "the new rule"
    And Asha closes the vote on "the new rule"
    And Dev puts the new rule in place
    Then we still decide by "More than half must say yes. We count only YES and NO."

  Scenario: A vote on one rule lets nobody take another
    Given a club with Asha, Ben, Cara and Dev, where Asha runs the meetings
    When Ben makes it an idea that nobody may have a worry left
    And Asha starts the vote on "the new rule"
    And Asha says yes to "the new rule"
    And Asha closes the vote on "the new rule"
    And Dev puts a rule of two thirds in place instead
    Then Dev is told "We said yes to another rule than this one. Take the one we decided."
    And we still decide by "More than half must say yes. We count only YES and NO."

  Scenario: A rule for money only, and how it ends
    Given a club with Asha, Ben, Cara and Dev, where Asha runs the meetings
    When Ben makes it an idea that nobody may have a worry left about money
    Then the page of the idea says "This is only for things about money. All else stays as it is."
    When all of us say yes, and Dev puts it in place for money
    Then a vote about money is by "Someone must say yes, and nobody may have a worry left."
    And a vote about places is by "More than half must say yes. We count only YES and NO."
    When Cara makes it an idea that money is as all else
    And all of us say yes, and Dev puts our usual rule in place for money
    Then a vote about money is by "More than half must say yes. We count only YES and NO."

  Scenario: What we decided before stays as it was
    Given a club with Asha, Ben, Cara and Dev, where Asha runs the meetings
    And we decided "DJ Sam" by a vote
    When we look at all that is told of "DJ Sam"
    And Ben makes it an idea that nobody may have a worry left
    And Asha starts the vote on "the new rule"
    And Asha says yes to "the new rule"
    And Asha closes the vote on "the new rule"
    And Dev puts the new rule in place
    Then all that is told of "DJ Sam" is the same
    And "DJ Sam" was decided by "majority"

  Scenario: A vote that is open keeps the old way
    Given a club with Asha, Ben, Cara and Dev, where Asha runs the meetings
    When Ben makes it an idea that nobody may have a worry left
    And Asha starts the vote on "the new rule"
    And Asha says yes to "the new rule"
    And Asha closes the vote on "the new rule"
    And Asha starts the vote on "DJ Sam"
    And Dev puts the new rule in place
    And Asha says yes to "DJ Sam"
    And Cara says no to "DJ Sam"
    And Ben says yes to "DJ Sam"
    And Asha closes the vote on "DJ Sam"
    Then "DJ Sam" was decided by "majority"
