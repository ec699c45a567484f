// First step: where the service will run, who it is, and its registration in Entra. Nothing runs yet and nothing costs much.
// The registration has no secret and no certificate: the service's managed identity vouches for it.
//   az deployment group create -g urddas -f infra/foundation.bicep -p name=urddas displayName='Urddas'
extension microsoftGraphV1

@description('Begins the name of every resource, and names the registration for ever.')
@minLength(3)
@maxLength(20)
param name string = 'urddas'

@description('What people see when they sign in or consent.')
param displayName string

@description('Host name of your own, for example urddas.example.gov.wales; empty: the one that Azure gives.')
param hostName string = ''

@description('How long the logs are kept, in days. They hold ids, codes and counts; no words and no addresses of people.')
@minValue(30)
@maxValue(730)
param logDays int = 90

param location string = resourceGroup().location

var permissions = loadJsonContent('permissions.json')
var host = empty(hostName) ? '${name}.${environmentOfApps.properties.defaultDomain}' : hostName

resource logs 'Microsoft.OperationalInsights/workspaces@2023-09-01' = {
  name: '${name}-logs'
  location: location
  properties: {
    sku: {
      name: 'PerGB2018'
    }
    retentionInDays: logDays
    features: {
      disableLocalAuth: false
    }
  }
}

resource environmentOfApps 'Microsoft.App/managedEnvironments@2024-03-01' = {
  name: '${name}-environment'
  location: location
  properties: {
    appLogsConfiguration: {
      destination: 'log-analytics'
      logAnalyticsConfiguration: {
        customerId: logs.properties.customerId
        sharedKey: logs.listKeys().primarySharedKey
      }
    }
  }
}

resource serviceIdentity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: '${name}-service'
  location: location
}

resource graph 'Microsoft.Graph/servicePrincipals@v1.0' existing = {
  appId: '00000003-0000-0000-c000-000000000000'
}

// Office 365 SharePoint Online, whose own REST alone shows who may read a list.
resource sharePoint 'Microsoft.Graph/servicePrincipals@v1.0' existing = {
  appId: '00000003-0000-0ff1-ce00-000000000000'
}

resource app 'Microsoft.Graph/applications@v1.0' = {
  uniqueName: name
  displayName: displayName
  signInAudience: 'AzureADMyOrg'
  spa: {
    redirectUris: [
      // Hosts sign the person in for the page; the second is for those that cannot, and where an administrator lands who consented.
      'brk-multihub://${host}'
      'https://${host}/sign-in.html'
    ]
  }
  api: {
    requestedAccessTokenVersion: 2
    oauth2PermissionScopes: [
      {
        id: guid(tenant().tenantId, name, 'access_as_user')
        value: 'access_as_user'
        type: 'User'
        isEnabled: true
        adminConsentDisplayName: 'Use the service as the person'
        adminConsentDescription: 'Lets the pages of ${displayName} ask its own service in the name of the person who is signed in.'
        userConsentDisplayName: 'Use the service as you'
        userConsentDescription: 'Lets the pages of ${displayName} ask its own service in your name.'
      }
    ]
  }
  requiredResourceAccess: [
    {
      resourceAppId: graph.appId
      resourceAccess: concat(
        map(permissions.delegated, value => {
          id: filter(graph.oauth2PermissionScopes, scope => scope.value == value)[0].id
          type: 'Scope'
        }),
        map(permissions.application, value => {
          id: filter(graph.appRoles, role => role.value == value)[0].id
          type: 'Role'
        })
      )
    }
    {
      resourceAppId: sharePoint.appId
      resourceAccess: map(permissions.sharePointApplication, value => {
        id: filter(sharePoint.appRoles, role => role.value == value)[0].id
        type: 'Role'
      })
    }
  ]

  resource byIdentity 'federatedIdentityCredentials@v1.0' = {
    name: '${app.uniqueName}/service'
    description: 'The managed identity that the service runs as'
    issuer: '${environment().authentication.loginEndpoint}${tenant().tenantId}/v2.0'
    subject: serviceIdentity.properties.principalId
    audiences: [
      'api://AzureADTokenExchange'
    ]
  }
}

resource appPrincipal 'Microsoft.Graph/servicePrincipals@v1.0' = {
  appId: app.appId
}

@description('APP_CLIENT_ID and BOT_ID of the packages; app.clientId of the provisioning request.')
output clientId string = app.appId

@description('For service.bicep.')
output identityName string = serviceIdentity.name

@description('For service.bicep.')
output environmentName string = environmentOfApps.name

@description('APP_ORIGIN of the packages.')
output origin string = 'https://${host}'

@description('Run this once: Entra takes an address with the id of the registration in it only when the id is there.')
output afterwards string = 'az ad app update --id ${app.appId} --identifier-uris api://${app.appId}'
