// Copy it, fill it in, keep it where your other infrastructure lies. Nothing in it is a secret.
using 'service.bicep'

param displayName = 'Urddas'
param image = 'registry.example/urddas@sha256:0000000000000000000000000000000000000000000000000000000000000000'
param registryServer = 'registry.example'
param origin = 'https://urddas.example'
param clientId = '00000000-0000-0000-0000-000000000000'
param site = loadJsonContent('site.json')
param groups = {
  security: '00000000-0000-0000-0000-000000000000'
  hr: '00000000-0000-0000-0000-000000000000'
  administrators: '00000000-0000-0000-0000-000000000000'
}
param serviceMailbox = 'urddas@example.gov.wales'
param teamsAppId = '00000000-0000-0000-0000-000000000000'
