import type { Definitions, EndpointDefinition, TypeDefinition } from './definition.ts';

/** What Microsoft publishes in words only: read from the page that stands beside each, and kept as the generated ones are. */
interface Described extends EndpointDefinition {
  page: string;
}

const rest = 'https://learn.microsoft.com/sharepoint/dev/sp-add-ins';
const listPage = `${rest}/working-with-lists-and-list-items-with-rest`;
const rightsPage = `${rest}/set-custom-permissions-on-a-list-by-using-the-rest-interface`;
const usersPage =
  'https://learn.microsoft.com/previous-versions/office/developer/sharepoint-rest-reference/dn531432(v=office.15)';

const reference = 'https://learn.microsoft.com/previous-versions/office/developer/sharepoint-rest-reference';
const listsPage = `${reference}/dn531433(v=office.15)`;
const fieldsPage = `${reference}/dn600182(v=office.15)`;
const websPage = `${reference}/dn499819(v=office.15)`;
const members = 'https://learn.microsoft.com/previous-versions/office/sharepoint-visio';
const removeFieldsPage = `${members}/jj246804(v=office.15)`;
const addFieldPage = `${members}/jj246043(v=office.15)`;
const editFormPage = `${members}/jj850856(v=office.15)`;
const list = "/web/lists(guid'{}')";
const some = ['$select', '$expand', '$filter', '$top'];

/** How a site is made ready: views, forms, formats, who there is. */
const presentation: Described[] = [
  { method: 'GET', path: '/web/lists', query: some, answer: 'SpLists', page: listsPage },
  { method: 'GET', path: `${list}/views`, query: some, answer: 'SpViews', page: listsPage },
  { method: 'POST', path: `${list}/views`, query: [], body: 'SpView', answer: 'SpView', page: listsPage },
  // With X-HTTP-Method: MERGE.
  { method: 'POST', path: `${list}/views(guid'{}')`, query: [], body: 'SpView', page: listsPage },
  {
    method: 'POST',
    path: `${list}/views(guid'{}')/viewfields/removeallviewfields`,
    query: [],
    page: removeFieldsPage,
  },
  {
    method: 'POST',
    path: `${list}/views(guid'{}')/viewfields/addviewfield('{}')`,
    query: [],
    page: addFieldPage,
  },
  { method: 'GET', path: `${list}/fields`, query: some, answer: 'SpFields', page: fieldsPage },
  {
    method: 'POST',
    path: `${list}/fields/getbyinternalnameortitle('{}')`,
    query: [],
    body: 'SpField',
    page: fieldsPage,
  },
  {
    method: 'POST',
    path: `${list}/fields/getbyinternalnameortitle('{}')/setshowineditform({})`,
    query: [],
    page: editFormPage,
  },
  { method: 'GET', path: '/web/siteusers', query: some, answer: 'SpPrincipals', page: usersPage },
  { method: 'GET', path: '/web/currentuser', query: ['$select'], answer: 'SpPrincipal', page: usersPage },
  { method: 'GET', path: '/web', query: ['$select'], answer: 'SpWeb', page: websPage },
  { method: 'POST', path: '/web', query: [], body: 'SpWeb', page: websPage },
  { method: 'GET', path: '/site', query: ['$select'], answer: 'SpSite', page: websPage },
];

const restEndpoints: Described[] = [
  ...presentation,
  // With X-HTTP-Method: MERGE.
  { method: 'POST', path: "/web/lists(guid'{}')", query: [], body: 'SpList', page: listPage },
  {
    method: 'POST',
    path: "/web/lists(guid'{}')/breakroleinheritance(copyRoleAssignments={},clearSubscopes={})",
    query: [],
    page: listsPage,
  },
  {
    method: 'GET',
    path: "/web/lists(guid'{}')/roleassignments",
    query: ['$select', '$expand', '$filter', '$top'],
    answer: 'SpRoleAssignments',
    page: rightsPage,
  },
  {
    method: 'POST',
    path: "/web/lists(guid'{}')/roleassignments/addroleassignment(principalid={},roledefid={})",
    query: [],
    page: rightsPage,
  },
  {
    method: 'POST',
    path: "/web/lists(guid'{}')/roleassignments/removeroleassignment(principalid={},roledefid={})",
    query: [],
    page: usersPage,
  },
  {
    method: 'GET',
    path: '/web/roledefinitions',
    query: ['$select', '$filter', '$top'],
    answer: 'SpRoleDefinitions',
    page: usersPage,
  },
  {
    method: 'POST',
    path: '/web/roledefinitions',
    query: [],
    body: 'SpRoleDefinition',
    answer: 'SpRoleDefinition',
    page: usersPage,
  },
  { method: 'POST', path: '/web/ensureuser', query: [], body: 'SpEnsureUser', answer: 'SpPrincipal', page: usersPage },
];

const restTypes: Record<string, TypeDefinition> = {
  SpList: {
    properties: {
      Id: 'guid',
      Title: 'string',
      ReadSecurity: 'number',
      WriteSecurity: 'number',
      HasUniqueRoleAssignments: 'boolean',
      NoCrawl: 'boolean',
      EnableVersioning: 'boolean',
      MajorVersionLimit: 'number',
      Hidden: 'boolean',
      BaseTemplate: 'number',
      ItemCount: 'number',
      EnableAttachments: 'boolean',
      // https://learn.microsoft.com/dotnet/api/microsoft.sharepoint.client.list
      ExcludeFromOfflineClient: 'boolean',
      DisableCommenting: 'boolean',
      IsCatalog: 'boolean',
      IsApplicationList: 'boolean',
      IsSystemList: 'boolean',
    },
  },
  SpLists: { properties: { value: 'SpList[]' } },
  SpViews: { properties: { value: 'SpView[]' } },
  SpView: {
    properties: {
      Id: 'guid',
      Title: 'string',
      DefaultView: 'boolean',
      PersonalView: 'boolean',
      ViewQuery: 'string',
      RowLimit: 'number',
      ViewFields: 'SpViewFields',
      Hidden: 'boolean',
      Paged: 'boolean',
      ViewType: 'string',
    },
  },
  SpViewFields: { properties: { Items: 'string[]', SchemaXml: 'string' } },
  SpFields: { properties: { value: 'SpField[]' } },
  SpField: { properties: { InternalName: 'string', CustomFormatter: 'string', SchemaXml: 'string' } },
  SpPrincipals: { properties: { value: 'SpPrincipal[]' } },
  // https://learn.microsoft.com/previous-versions/office/sharepoint-server/dn793740(v=office.15)
  SpWeb: { properties: { MembersCanShare: 'boolean' } },
  SpSite: { properties: { GroupId: 'guid' } },
  SpRoleAssignments: { properties: { value: 'SpRoleAssignment[]' } },
  SpRoleAssignment: {
    properties: { PrincipalId: 'number', Member: 'SpPrincipal', RoleDefinitionBindings: 'SpRoleDefinition[]' },
  },
  SpRoleDefinitions: { properties: { value: 'SpRoleDefinition[]' } },
  SpRoleDefinition: {
    properties: {
      Id: 'number',
      Name: 'string',
      Description: 'string',
      Order: 'number',
      Hidden: 'boolean',
      RoleTypeKind: 'number',
      BasePermissions: 'SpBasePermissions',
    },
  },
  // A number of 64 bits in two halves, each as text.
  SpBasePermissions: { properties: { High: 'string', Low: 'string' } },
  SpEnsureUser: { properties: { logonName: 'string' } },
  SpPrincipal: {
    properties: {
      Id: 'number',
      Title: 'string',
      LoginName: 'string',
      Email: 'string',
      PrincipalType: 'number',
      IsHiddenInUI: 'boolean',
      IsSiteAdmin: 'boolean',
      UserPrincipalName: 'string',
    },
  },
};

const tokenPage = 'https://learn.microsoft.com/entra/identity-platform/v2-oauth2-client-creds-grant-flow';
const openIdPage = 'https://learn.microsoft.com/entra/identity-platform/v2-protocols-oidc';
const botKeysPage =
  'https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication';
const codePage = 'https://learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow';

const devicePage = 'https://learn.microsoft.com/entra/identity-platform/v2-oauth2-device-code';

const signInEndpoints: Described[] = [
  {
    method: 'POST',
    path: '/{}/oauth2/v2.0/devicecode',
    query: [],
    body: 'DeviceForm',
    answer: 'DeviceAnswer',
    page: devicePage,
  },
  // The page where a person enters the code, at the address that the answer names; no program of ours sends its form.
  { method: 'POST', path: '/{}/oauth2/deviceauth', query: [], body: 'EnteredForm', page: devicePage },
  {
    method: 'POST',
    path: '/{}/oauth2/v2.0/token',
    query: [],
    body: 'TokenForm',
    answer: 'TokenAnswer',
    page: tokenPage,
  },
  { method: 'GET', path: '/{}/oauth2/v2.0/authorize', query: ['*'], page: codePage },
  {
    method: 'GET',
    path: '/{}/v2.0/.well-known/openid-configuration',
    query: ['appid'],
    answer: 'any',
    page: openIdPage,
  },
  { method: 'GET', path: '/{}/discovery/v2.0/keys', query: ['appid'], answer: 'KeySet', page: openIdPage },
  { method: 'GET', path: '/bots/.well-known/openidconfiguration', query: [], answer: 'any', page: botKeysPage },
  { method: 'GET', path: '/bots/keys', query: [], answer: 'KeySet', page: botKeysPage },
];

const text = 'string';
/** What MSAL tells of itself with each request. https://github.com/AzureAD/microsoft-authentication-library-for-js */
const clientTelemetry = {
  ...{ 'x-client-SKU': text, 'x-client-VER': text, 'x-client-OS': text, 'x-client-CPU': text },
  ...{ 'x-client-current-telemetry': text, 'x-client-last-telemetry': text, 'x-ms-lib-capability': text },
  ...{ 'client-request-id': text, 'x-app-name': text, 'x-app-ver': text, clidata: text, 'X-AnchorMailbox': text },
};
const signInTypes: Record<string, TypeDefinition> = {
  DeviceForm: {
    properties: {
      ...{ client_id: text, scope: text, claims: text, client_info: text },
      ...clientTelemetry,
    },
  },
  EnteredForm: { properties: { code: text, persona: text } },
  DeviceAnswer: {
    properties: {
      ...{ user_code: text, device_code: text, verification_uri: text, message: text },
      ...{ expires_in: 'number', interval: 'number' },
    },
  },
  TokenForm: {
    properties: {
      ...{ grant_type: 'enum:GrantType', client_id: text, scope: text, client_secret: text, client_assertion: text },
      ...{ client_assertion_type: 'enum:AssertionType', code: text, redirect_uri: text, code_verifier: text },
      ...{ refresh_token: text, claims: text, client_info: text, assertion: text, requested_token_use: text },
      ...{ device_code: text },
      ...clientTelemetry,
      ...{ brk_client_id: text, brk_redirect_uri: text },
    },
  },
  TokenAnswer: {
    properties: {
      ...{ token_type: text, scope: text, expires_in: 'number', ext_expires_in: 'number', access_token: text },
      ...{ id_token: text, refresh_token: text, client_info: text, refresh_in: 'number', not_before: text },
      ...{ refresh_token_expires_in: 'number' },
    },
  },
  KeySet: { properties: { keys: 'any[]' } },
};

/** SharePoint's own REST, below `/_api`. */
export const sharePointDefinitions: Definitions = {
  from: [
    listPage,
    rightsPage,
    usersPage,
    listsPage,
    fieldsPage,
    websPage,
    removeFieldsPage,
    addFieldPage,
    editFormPage,
  ],
  endpoints: restEndpoints,
  types: restTypes,
  enums: {},
};

/** The sign-in service, below its host. */
export const signInDefinitions: Definitions = {
  from: [tokenPage, codePage, openIdPage],
  endpoints: signInEndpoints,
  types: signInTypes,
  enums: {
    GrantType: [
      ...['client_credentials', 'authorization_code', 'refresh_token'],
      'urn:ietf:params:oauth:grant-type:jwt-bearer',
      'urn:ietf:params:oauth:grant-type:device_code',
      // The short name of the same, which MSAL sends.
      'device_code',
    ],
    AssertionType: ['urn:ietf:params:oauth:client-assertion-type:jwt-bearer'],
  },
};

const uploadPage = 'https://learn.microsoft.com/graph/api/driveitem-createuploadsession';
const downloadPage = 'https://learn.microsoft.com/graph/api/driveitem-get-content';

const resumePage = 'https://learn.microsoft.com/graph/sdks/large-file-upload';

/** Where the bytes go that an upload session takes, and where those of a file come from: no JSON, no token (facts 1.9, 2.1). */
export const transferDefinitions: Definitions = {
  from: [uploadPage, resumePage, downloadPage],
  endpoints: [
    { method: 'PUT', path: '/{}/{}', query: [], body: 'bytes', page: uploadPage },
    // Where an upload stands that broke off, as Microsoft's own large file upload asks it.
    { method: 'GET', path: '/{}/{}', query: [], answer: 'any', page: resumePage },
    { method: 'GET', path: '/download.aspx', query: ['*'], page: downloadPage },
  ],
  types: {},
  enums: {},
};

/** Endpoints of Graph that the packages leave out. */
export const describedOfGraph: Definitions = {
  from: [],
  endpoints: [
    {
      method: 'POST',
      path: '/$batch',
      query: [],
      body: 'BatchRequestContent',
      answer: 'BatchResponseContent',
      page: 'https://learn.microsoft.com/graph/json-batching',
    },
    { method: 'GET', path: '/drives/{}/items/{}/content', query: [], answer: 'bytes', page: downloadPage },
    {
      method: 'GET',
      path: '/users/{}/messages/{}/attachments/{}/$value',
      query: [],
      answer: 'bytes',
      page: 'https://learn.microsoft.com/graph/api/attachment-get',
    },
  ],
  types: {
    BatchRequestContent: { properties: { requests: 'BatchStep[]' } },
    BatchStep: {
      properties: {
        ...{ id: text, method: 'enum:BatchMethod', url: text, headers: 'Json', body: 'Json', dependsOn: 'string[]' },
      },
    },
    BatchResponseContent: { properties: { responses: 'BatchAnswer[]' } },
    BatchAnswer: { properties: { id: text, status: 'number', headers: 'Json', body: 'any' } },
    Json: { properties: {} },
  },
  enums: { BatchMethod: ['GET', 'POST', 'PATCH', 'PUT', 'DELETE'] },
};
