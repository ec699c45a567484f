// Second step, after the site was provisioned: the service, and the bot that the cards of Teams come from.
//   az deployment group create -g urddas -f infra/service.bicep -p infra/service.bicepparam
@description('The same as in foundation.bicep.')
param name string = 'urddas'

param displayName string

@description('The image with its digest, for example registry.example/urddas@sha256:...')
param image string

@description('Server of a registry that the service\'s identity may pull from (AcrPull); empty: the image is public.')
param registryServer string = ''

@description('The output of foundation.bicep.')
param origin string

@description('The output of foundation.bicep.')
param clientId string

@description('Id in Azure of the certificate for a host name of your own; empty while the name is Azure\'s, or not bound yet.')
param hostNameCertificateId string = ''

@description('What provisioning wrote with --out: the ids of the site, its lists and libraries.')
param site object

@description('Ids of Entra groups: who reads the register, who reads that of HR, who keeps the configuration.')
param groups { security: string, hr: string, administrators: string }

@description('The service\'s own mailbox: notices leave from it.')
param serviceMailbox string

@description('TEAMS_APP_ID of the packages.')
param teamsAppId string

@minValue(1)
@maxValue(10)
param replicas int = 2

param location string = resourceGroup().location

var host = replace(origin, 'https://', '')
var authority = '${environment().authentication.loginEndpoint}${tenant().tenantId}'

// No secret is among them. They are mounted as a file, which changes with a new revision only.
var settings = {
  origin: origin
  port: 8080
  tenantId: tenant().tenantId
  clientId: clientId
  authority: authority
  authorityReachedAt: null
  tokenIssuer: '${authority}/v2.0'
  tokenKeysUrl: '${authority}/discovery/v2.0/keys'
  managedIdentityClientId: serviceIdentity.properties.clientId
  graphBaseUrl: 'https://graph.microsoft.com/v1.0'
  graphScope: 'https://graph.microsoft.com/.default'
  site: site
  readers: {
    default: [
      groups.security
    ]
    hr: [
      groups.hr
    ]
  }
  configurationKeepers: [
    groups.administrators
  ]
  bot: {
    id: clientId
    connectorUrl: 'https://smba.trafficmanager.net/emea'
    allowedServiceUrls: [
      'https://smba.trafficmanager.net/'
    ]
    teamsAppId: teamsAppId
  }
  serviceMailbox: serviceMailbox
  webhookOrigin: origin
  metricsPort: 9464
  distDir: '/app/dist/client'
}

resource serviceIdentity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' existing = {
  name: '${name}-service'
}

resource environmentOfApps 'Microsoft.App/managedEnvironments@2024-03-01' existing = {
  name: '${name}-environment'
}

resource service 'Microsoft.App/containerApps@2024-03-01' = {
  name: name
  location: location
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${serviceIdentity.id}': {}
    }
  }
  properties: {
    managedEnvironmentId: environmentOfApps.id
    configuration: {
      // One revision at a time: the new one is ready before the old one is asked to end.
      activeRevisionsMode: 'Single'
      ingress: {
        external: true
        targetPort: settings.port
        transport: 'auto'
        allowInsecure: false
        customDomains: empty(hostNameCertificateId)
          ? []
          : [
              {
                name: host
                bindingType: 'SniEnabled'
                certificateId: hostNameCertificateId
              }
            ]
      }
      registries: empty(registryServer)
        ? []
        : [
            {
              server: registryServer
              identity: serviceIdentity.id
            }
          ]
      secrets: [
        {
          name: 'settings'
          value: string(settings)
        }
      ]
    }
    template: {
      // More than `stopSeconds` of the service, which is 20.
      terminationGracePeriodSeconds: 30
      containers: [
        {
          name: 'service'
          image: image
          resources: {
            cpu: json('0.5')
            memory: '1Gi'
          }
          env: [
            {
              name: 'URDDAS_SETTINGS'
              value: '/settings/settings.json'
            }
          ]
          volumeMounts: [
            {
              volumeName: 'settings'
              mountPath: '/settings'
            }
          ]
          probes: [
            {
              type: 'Startup'
              httpGet: {
                path: '/healthz'
                port: settings.port
              }
              // A minute in all, and no more than ten failures: the most that Azure's definitions allow.
              periodSeconds: 6
              failureThreshold: 10
            }
            {
              type: 'Liveness'
              httpGet: {
                path: '/healthz'
                port: settings.port
              }
              periodSeconds: 10
              failureThreshold: 3
            }
            {
              type: 'Readiness'
              httpGet: {
                path: '/readyz'
                port: settings.port
              }
              periodSeconds: 5
              failureThreshold: 3
            }
          ]
        }
      ]
      volumes: [
        {
          name: 'settings'
          storageType: 'Secret'
          secrets: [
            {
              secretRef: 'settings'
              path: 'settings.json'
            }
          ]
        }
      ]
      // It keeps nothing, so it does not grow with its work: two are for when one of them is gone.
      scale: {
        minReplicas: replicas
        maxReplicas: replicas
      }
    }
  }
}

resource bot 'Microsoft.BotService/botServices@2022-09-15' = {
  name: name
  location: 'global'
  kind: 'azurebot'
  sku: {
    name: 'S1'
  }
  properties: {
    displayName: displayName
    description: 'Sends managers the card of a report, and takes what they answer in it.'
    endpoint: '${origin}/api/messages'
    msaAppId: clientId
    msaAppType: 'SingleTenant'
    msaAppTenantId: tenant().tenantId
    disableLocalAuth: true
    isStreamingSupported: false
    schemaTransformationVersion: '1.3'
  }

  resource teams 'channels' = {
    name: 'MsTeamsChannel'
    location: 'global'
    properties: {
      channelName: 'MsTeamsChannel'
      properties: {
        isEnabled: true
        enableCalling: false
      }
    }
  }
}

@description('Open it: it says ready when the service reads the lists.')
output readiness string = '${origin}/readyz'
