// Ingest on Azure: `azd up` creates it, `azd down` removes it. README.md beside this file says what each part is for.
targetScope = 'subscription'

@minLength(1)
@maxLength(32)
@description('Name of the environment; names of resources are made of it.')
param environmentName string

@description('Region of everything. It must offer Flex Consumption.')
param location string

@description('Principal that may read and write the data by hand; empty for none.')
param deployerPrincipalId string = ''

@allowed(['User', 'ServicePrincipal'])
@description('What kind of principal that is.')
param deployerPrincipalType string = 'User'

@description('Address ranges (CIDR, parted by commas) that may call the app. Empty: nobody from outside; "*": everybody.')
param allowedAddresses string = ''

@description('Page that tells publishers who reads their feeds; part of the User-Agent.')
param contactUrl string = ''

@description('Who is told of alerts and of the budget; empty for nobody.')
param alertEmail string = ''

@minValue(1)
@description('Budget of the resource group a month, in the currency of the subscription.')
param monthlyBudget int = 50

@description('First day of the month that the budget starts with (yyyy-MM-01); empty for the month of the first deployment.')
param budgetStart string = ''

@description('Whether Azure AI Language reads beside the built-in extractors.')
param useLanguageService bool = false

@description('Whether storage is reached through private endpoints alone.')
param usePrivateNetwork bool = false

@description('Further settings of the app as a JSON object; empty for none.')
param extraSettings string = ''

@minValue(1)
@description('Days for which raw pages are kept as proof.')
param rawPageDays int = 730

@description('The day of deployment; not meant to be given.')
param today string = utcNow('yyyy-MM-01')

var abbreviations = loadJsonContent('abbreviations.json')
var token = toLower(uniqueString(subscription().id, environmentName, location))
var tags = { 'azd-env-name': environmentName }

resource group 'Microsoft.Resources/resourceGroups@2024-11-01' = {
  name: '${abbreviations.resourcesResourceGroups}${environmentName}'
  location: location
  tags: tags
}

module identity 'app/identity.bicep' = {
  scope: group
  params: {
    name: '${abbreviations.managedIdentityUserAssignedIdentities}ingest-${token}'
    location: location
    tags: tags
  }
}

module network 'app/network.bicep' = if (usePrivateNetwork) {
  scope: group
  params: {
    name: '${abbreviations.networkVirtualNetworks}${token}'
    location: location
    tags: tags
  }
}

module storage 'app/storage.bicep' = {
  scope: group
  params: {
    name: '${abbreviations.storageStorageAccounts}${token}'
    location: location
    tags: tags
    rawPageDays: rawPageDays
    publicNetwork: !usePrivateNetwork
  }
}

module storageEndpoints 'app/storage-endpoints.bicep' = if (usePrivateNetwork) {
  scope: group
  params: {
    prefix: '${abbreviations.networkPrivateEndpoints}${token}'
    location: location
    tags: tags
    storageAccountName: storage.outputs.name
    networkId: network.?outputs.id ?? ''
    subnetId: network.?outputs.endpointSubnetId ?? ''
  }
}

module monitoring 'app/monitoring.bicep' = {
  scope: group
  params: {
    workspaceName: '${abbreviations.operationalInsightsWorkspaces}${token}'
    insightsName: '${abbreviations.insightsComponents}${token}'
    location: location
    tags: tags
  }
}

module language 'app/language.bicep' = if (useLanguageService) {
  scope: group
  params: {
    name: '${abbreviations.cognitiveServicesTextAnalytics}${token}'
    location: location
    tags: tags
  }
}

module roles 'app/roles.bicep' = {
  scope: group
  params: {
    storageAccountName: storage.outputs.name
    insightsName: monitoring.outputs.insightsName
    languageAccountName: language.?outputs.name ?? ''
    appPrincipalId: identity.outputs.principalId
    deployerPrincipalId: deployerPrincipalId
    deployerPrincipalType: deployerPrincipalType
  }
}

module functions 'app/functions.bicep' = {
  scope: group
  params: {
    name: '${abbreviations.webSitesFunctions}ingest-${token}'
    planName: '${abbreviations.webServerFarms}${token}'
    location: location
    tags: tags
    identityId: identity.outputs.id
    identityClientId: identity.outputs.clientId
    storageAccountName: storage.outputs.name
    packageContainer: storage.outputs.packageContainer
    insightsConnectionString: monitoring.outputs.connectionString
    languageEndpoint: language.?outputs.endpoint ?? ''
    contactUrl: contactUrl
    allowedAddresses: allowedAddresses
    extraSettings: empty(extraSettings) ? '{}' : extraSettings
    subnetId: network.?outputs.appSubnetId ?? ''
  }
  // The app starts with its first deployment; its rights must stand by then.
  dependsOn: [roles, storageEndpoints]
}

module alerts 'app/alerts.bicep' = {
  scope: group
  params: {
    actionGroupName: '${abbreviations.insightsActionGroups}ingest-${token}'
    insightsId: monitoring.outputs.insightsId
    location: location
    tags: tags
    email: alertEmail
  }
}

module workbook 'app/workbook.bicep' = {
  scope: group
  params: {
    insightsId: monitoring.outputs.insightsId
    location: location
    tags: tags
  }
}

module budget 'app/budget.bicep' = {
  scope: group
  params: {
    name: '${abbreviations.budgets}ingest-${token}'
    amount: monthlyBudget
    start: empty(budgetStart) ? today : budgetStart
    email: alertEmail
  }
}

output AZURE_RESOURCE_GROUP string = group.name
output INGEST_URL string = functions.outputs.url
output INGEST_STORAGE_ACCOUNT string = storage.outputs.name
