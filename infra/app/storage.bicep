// The storage account with everything in it. storage-names.json holds the names that the app uses; a test compares the two.
param name string
param location string
param tags object

@description('Days for which raw pages are kept as proof.')
param rawPageDays int

@description('Whether the account answers outside the private network. Nobody gets in without an identity either way.')
param publicNetwork bool

var names = loadJsonContent('storage-names.json')
var packages = 'app-package'

resource account 'Microsoft.Storage/storageAccounts@2025-01-01' = {
  name: name
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: { name: 'Standard_LRS' }
  properties: {
    accessTier: 'Hot'
    allowBlobPublicAccess: false
    allowCrossTenantReplication: false
    allowSharedKeyAccess: false
    defaultToOAuthAuthentication: true
    minimumTlsVersion: 'TLS1_2'
    publicNetworkAccess: publicNetwork ? 'Enabled' : 'Disabled'
    supportsHttpsTrafficOnly: true
    networkAcls: {
      bypass: 'None'
      defaultAction: publicNetwork ? 'Allow' : 'Deny'
    }
  }

  resource blobs 'blobServices' = {
    name: 'default'
    properties: {
      deleteRetentionPolicy: { enabled: true, days: 7 }
      containerDeleteRetentionPolicy: { enabled: true, days: 7 }
    }

    resource container 'containers' = [
      for container in concat(names.containers, [packages]): {
        name: container
        properties: { publicAccess: 'None' }
      }
    ]
  }

  resource queues 'queueServices' = {
    name: 'default'

    resource queue 'queues' = [
      for queue in names.queues: {
        name: queue
      }
    ]
  }

  resource tables 'tableServices' = {
    name: 'default'

    resource table 'tables' = [
      for table in names.tables: {
        name: table
      }
    ]
  }

  // Raw pages are the proof of a quote; they cool after a month and go after their time.
  resource retention 'managementPolicies' = {
    name: 'default'
    dependsOn: [blobs]
    properties: {
      policy: {
        rules: [
          {
            enabled: true
            name: 'raw-pages'
            type: 'Lifecycle'
            definition: {
              actions: {
                baseBlob: {
                  tierToCool: { daysAfterModificationGreaterThan: 30 }
                  delete: { daysAfterModificationGreaterThan: rawPageDays }
                }
              }
              filters: {
                blobTypes: ['blockBlob']
                prefixMatch: ['${names.rawPages}/']
              }
            }
          }
        ]
      }
    }
  }
}

output name string = account.name
output packageContainer string = '${account.properties.primaryEndpoints.blob}${packages}'
