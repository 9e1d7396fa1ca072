// The function app on Flex Consumption. Every setting here is read by the app or its host; a test compares the two.
param name string
param planName string
param location string
param tags object
param identityId string
param identityClientId string
param storageAccountName string

@description('Address of the container that holds the deployed package.')
param packageContainer string

param insightsConnectionString string

@description('Empty where the Language service is off.')
param languageEndpoint string

param contactUrl string

@description('Address ranges that may call the app; empty: nobody from outside; "*": everybody.')
param allowedAddresses string

@description('Further settings as a JSON object, such as sources: {"Sources__times__HomePage":"https://www.example.org/"}.')
param extraSettings string

@description('Subnet of the app; empty for none.')
param subnetId string

@minValue(1)
@maxValue(1000)
@description('Publishers are read one request at a time a host, so that more instances would only wait for one another.')
param maximumInstances int = 40

var openToAll = allowedAddresses == '*'
var ranges = empty(allowedAddresses) || openToAll ? [] : split(allowedAddresses, ',')

resource storage 'Microsoft.Storage/storageAccounts@2025-01-01' existing = {
  name: storageAccountName
}

resource plan 'Microsoft.Web/serverfarms@2025-03-01' = {
  name: planName
  location: location
  tags: tags
  kind: 'functionapp'
  sku: { name: 'FC1', tier: 'FlexConsumption' }
  properties: { reserved: true }
}

resource app 'Microsoft.Web/sites@2025-03-01' = {
  name: name
  location: location
  tags: union(tags, { 'azd-service-name': 'ingest' })
  kind: 'functionapp,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: { '${identityId}': {} }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    virtualNetworkSubnetId: empty(subnetId) ? null : subnetId
    siteConfig: {
      minTlsVersion: '1.2'
      ftpsState: 'Disabled'
      http20Enabled: true
      ipSecurityRestrictionsDefaultAction: openToAll ? 'Allow' : 'Deny'
      ipSecurityRestrictions: [
        for (range, i) in ranges: {
          action: 'Allow'
          ipAddress: trim(range)
          name: 'allowed-${i}'
          priority: 100 + i
        }
      ]
      // Deployment goes through another door and asks for an identity.
      scmIpSecurityRestrictionsUseMain: false
    }
    functionAppConfig: {
      runtime: { name: 'dotnet-isolated', version: '10.0' }
      deployment: {
        storage: {
          type: 'blobContainer'
          value: packageContainer
          authentication: {
            type: 'UserAssignedIdentity'
            userAssignedIdentityResourceId: identityId
          }
        }
      }
      scaleAndConcurrency: {
        instanceMemoryMB: 2048
        maximumInstanceCount: maximumInstances
        triggers: { http: { perInstanceConcurrency: 32 } }
      }
    }
  }

  resource settings 'config' = {
    name: 'appsettings'
    // settings.json holds what is the same everywhere, with the values that the app takes by itself.
    properties: union(loadJsonContent('settings.json'), {
      APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${identityClientId};Authorization=AAD'
      APPLICATIONINSIGHTS_CONNECTION_STRING: insightsConnectionString
      AzureWebJobsDisableHomepage: 'true'
      AzureWebJobsStorage__blobServiceUri: storage.properties.primaryEndpoints.blob
      AzureWebJobsStorage__clientId: identityClientId
      AzureWebJobsStorage__credential: 'managedidentity'
      AzureWebJobsStorage__queueServiceUri: storage.properties.primaryEndpoints.queue
      AzureWebJobsStorage__tableServiceUri: storage.properties.primaryEndpoints.table
      Language__ClientId: identityClientId
      Language__Endpoint: languageEndpoint
      Network__ContactUrl: contactUrl
    }, json(extraSettings))
  }

  // Publishing takes identities only.
  resource ftp 'basicPublishingCredentialsPolicies' = {
    name: 'ftp'
    properties: { allow: false }
  }

  resource scm 'basicPublishingCredentialsPolicies' = {
    name: 'scm'
    properties: { allow: false }
  }
}

output name string = app.name
output url string = 'https://${app.properties.defaultHostName}'
