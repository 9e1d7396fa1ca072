// The operator's page in the portal.
param insightsId string
param location string
param tags object

resource workbook 'Microsoft.Insights/workbooks@2023-06-01' = {
  name: guid(resourceGroup().id, 'ingest-workbook')
  location: location
  tags: tags
  kind: 'shared'
  properties: {
    category: 'workbook'
    displayName: 'Ingest'
    serializedData: loadTextContent('workbook.json')
    sourceId: insightsId
  }
}
