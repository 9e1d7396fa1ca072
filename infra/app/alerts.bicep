// What an operator is woken for: poison messages, a source that has gone silent, failures.
param actionGroupName string
param insightsId string
param location string
param tags object

@description('Empty for nobody: the alerts then show in the portal alone.')
param email string

resource people 'Microsoft.Insights/actionGroups@2023-01-01' = if (!empty(email)) {
  name: actionGroupName
  location: 'global'
  tags: tags
  properties: {
    enabled: true
    groupShortName: 'ingest'
    emailReceivers: [
      {
        name: 'operator'
        emailAddress: email
        useCommonAlertSchema: true
      }
    ]
  }
}

var rules = [
  {
    name: 'ingest-poison'
    title: 'Messages failed for good'
    text: 'A message failed five times and waits in a poison queue. GET /api/health names the queue; one admin call returns it to work.'
    severity: 1
    frequency: 'PT15M'
    window: 'PT15M'
    query: 'customMetrics | where name == "ingest.queue.depth" and tostring(customDimensions["queue"]) endswith "-poison" | summarize depth = max(value) by queue = tostring(customDimensions["queue"]) | where depth > 0'
  }
  {
    name: 'ingest-silent-source'
    title: 'A source has been silent for two days'
    text: 'No article of this source is younger than 48 hours. GET /api/sources says what its last error was.'
    severity: 2
    frequency: 'PT1H'
    window: 'PT1H'
    query: 'customMetrics | where name == "ingest.source.newest_age" | summarize hours = min(value) / 3600 by source = tostring(customDimensions["source"]) | where hours > 48'
  }
  {
    name: 'ingest-failures'
    title: 'Functions fail'
    text: 'More than 5% of the executions of the last quarter of an hour failed.'
    severity: 2
    frequency: 'PT15M'
    window: 'PT15M'
    query: 'requests | summarize failed = countif(success == false), executions = count() | where executions >= 20 and failed * 20 > executions'
  }
]

resource alerts 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = [
  for rule in rules: {
    name: rule.name
    location: location
    tags: tags
    kind: 'LogAlert'
    properties: {
      displayName: rule.title
      description: rule.text
      enabled: true
      severity: rule.severity
      evaluationFrequency: rule.frequency
      windowSize: rule.window
      scopes: [insightsId]
      autoMitigate: true
      criteria: {
        allOf: [
          {
            query: rule.query
            timeAggregation: 'Count'
            operator: 'GreaterThan'
            threshold: 0
            failingPeriods: { numberOfEvaluationPeriods: 1, minFailingPeriodsToAlert: 1 }
          }
        ]
      }
      actions: { actionGroups: empty(email) ? [] : [people.id] }
    }
  }
]
