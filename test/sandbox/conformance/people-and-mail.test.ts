import { describe } from 'vitest';
import { sandboxUnderTest } from '../running-sandbox.ts';
import { type Documented, itKeepsToTheDocumentation } from './support.ts';

const sandbox = sandboxUnderTest();
const scopes = ['User.Read', 'User.Read.All', 'People.Read', 'Mail.ReadWrite', 'Mail.Send'];
const tokenOf = () => sandbox.token({ persona: 'reporter', scopes });
const as = 'person';
const context = (of: string) => ({ '@odata.context': new RegExp(`/graph/v1\\.0/\\$metadata#${of}`) });
const to = [{ emailAddress: { address: 'rhywun@elsewhere.example' } }];

const people: Documented[] = [
  {
    page: 'user-get',
    as,
    send: 'GET /me',
    status: 200,
    has: {
      ...context('users/\\$entity$'),
      ...{ id: 'text', displayName: 'text', givenName: 'text', surname: 'text', jobTitle: 'text', mail: 'text' },
      ...{ businessPhones: 'list', userPrincipalName: 'text', preferredLanguage: 'text', department: 'absent' },
    },
    answersHeaders: {
      'content-type': /odata\.metadata=minimal/,
      'odata-version': /^4\.0$/,
      'request-id': /^[0-9a-f-]{36}$/,
    },
    remember: { me: 'id' },
  },
  {
    page: 'user-get',
    as,
    send: 'GET /users/{me}?$select=displayName,department',
    status: 200,
    has: { displayName: 'text', department: 'text', mail: 'absent' },
  },
  {
    page: 'user-list',
    as,
    send: 'GET /users?$top=2&$count=true&$orderby=userPrincipalName desc',
    headers: { ConsistencyLevel: 'eventual' },
    status: 200,
    has: { ...context('users$'), '@odata.count': 'number', '@odata.nextLink': 'address', 'value.1.id': 'text' },
  },
  { page: 'user-list', as, send: 'GET /users/$count', headers: { ConsistencyLevel: 'eventual' }, status: 200 },
  {
    page: 'user-list',
    as,
    send: 'GET /users?$expand=manager($select=id)',
    status: 200,
    has: { 'value.0.manager.id': 'text' },
  },
  {
    page: 'user-list-manager',
    as,
    send: 'GET /me/manager',
    status: 200,
    has: { ...context('directoryObjects/\\$entity$'), '@odata.type': /^#microsoft\.graph\.user$/, id: 'text' },
  },
  {
    page: 'user-list-manager',
    as,
    send: 'GET /me?$expand=manager($levels=max;$select=id,displayName)&$select=id&$count=true',
    headers: { ConsistencyLevel: 'eventual' },
    status: 200,
    has: { 'manager.displayName': 'text', 'manager.manager.displayName': 'text', 'manager.mail': 'absent' },
  },
  {
    page: 'user-list-manager',
    as,
    send: 'GET /me?$expand=manager($levels=1;$select=id)',
    headers: { ConsistencyLevel: 'eventual' },
    status: 200,
    has: { 'manager.id': 'text', 'manager.manager': 'absent' },
  },
  { page: 'user-list-directreports', as, send: 'GET /me/directReports', status: 200, has: { value: 'list' } },
  {
    page: 'user-list-people',
    as,
    send: 'GET /me/people?$top=1',
    status: 200,
    has: {
      'value.0.displayName': 'text',
      'value.0.scoredEmailAddresses.0.address': 'text',
      'value.0.personType.class': /^Person$/,
    },
  },
];

const mail: Documented[] = [
  {
    page: 'user-list-messages',
    as,
    send: 'GET /me/messages?$top=1',
    status: 200,
    has: {
      '@odata.nextLink': 'address',
      'value.0.@odata.etag': /^W\/"/,
      'value.0.body.contentType': /^(html|text)$/,
      'value.0.receivedDateTime': 'instant',
      'value.0.from.emailAddress.address': 'text',
      'value.0.isRead': 'boolean',
      'value.0.internetMessageHeaders': 'absent',
    },
    remember: { message: 'value.0.id' },
  },
  {
    page: 'message-get',
    as,
    send: 'GET /me/messages/{message}?$select=internetMessageHeaders',
    headers: { Prefer: 'outlook.body-content-type="text"' },
    status: 200,
    has: { id: 'text', 'internetMessageHeaders.0.name': 'text', subject: 'absent' },
    answersHeaders: { 'preference-applied': /outlook\.body-content-type/ },
  },
  {
    page: 'message-get',
    as,
    send: 'GET /me/messages/{message}/$value',
    status: 200,
    answersHeaders: { 'content-type': /^text\/plain/ },
  },
  {
    page: 'user-post-messages',
    as,
    send: 'POST /me/messages',
    body: {
      subject: 'Cyfarfod',
      importance: 'Low',
      body: { contentType: 'HTML', content: '<p>Bore da</p>' },
      toRecipients: to,
    },
    status: 201,
    has: {
      ...context("users\\('.*'\\)/messages/\\$entity"),
      id: 'text',
      isDraft: 'boolean',
      importance: /^low$/,
      changeKey: 'text',
    },
    remember: { draft: 'id' },
  },
  {
    page: 'message-update',
    as,
    send: 'PATCH /me/messages/{draft}',
    body: { subject: 'Arall' },
    status: 200,
    has: { subject: /^Arall$/ },
  },
  {
    page: 'message-post-attachments',
    as,
    send: 'POST /me/messages/{draft}/attachments',
    body: { '@odata.type': '#microsoft.graph.fileAttachment', name: 'nodyn.txt', contentBytes: 'Qm9yZSBkYQ==' },
    status: 201,
    has: {
      ...context('users'),
      '@odata.type': /fileAttachment$/,
      id: 'text',
      size: 'number',
      contentBytes: 'text',
      isInline: 'boolean',
    },
  },
  {
    page: 'attachment-createuploadsession',
    as,
    send: 'POST /me/messages/{draft}/attachments/createUploadSession',
    body: { AttachmentItem: { attachmentType: 'file', name: 'mawr.bin', size: 3_200_000 } },
    status: 201,
    has: { uploadUrl: 'address', expirationDateTime: 'instant', 'nextExpectedRanges.0': /^0-/ },
    remember: { mailUpload: 'uploadUrl' },
  },
  {
    page: 'https://learn.microsoft.com/graph/outlook-large-attachments',
    as: 'nobody',
    send: 'PUT {mailUpload}',
    raw: 'x'.repeat(1_600_000),
    headers: { 'content-range': 'bytes 0-1599999/3200000', 'content-type': 'application/octet-stream' },
    status: 200,
    has: { expirationDateTime: 'instant', 'nextExpectedRanges.0': /^1600000/ },
  },
  {
    page: 'https://learn.microsoft.com/graph/outlook-large-attachments',
    as: 'nobody',
    send: 'PUT {mailUpload}',
    raw: 'x'.repeat(1_600_000),
    headers: { 'content-range': 'bytes 1600000-3199999/3200000', 'content-type': 'application/octet-stream' },
    status: 201,
    answersHeaders: { location: /\/attachments\// },
  },
  {
    page: 'message-list-attachments',
    as,
    send: 'GET /me/messages/{draft}/attachments',
    status: 200,
    has: { 'value.1.size': 'number' },
  },
  { page: 'message-send', as, send: 'POST /me/messages/{draft}/send', status: 202 },
  {
    page: 'user-sendmail',
    as,
    send: 'POST /me/sendMail',
    body: {
      message: { subject: 'Cinio', body: { contentType: 'Text', content: 'Hanner dydd?' }, toRecipients: to },
      saveToSentItems: 'false',
    },
    status: 202,
  },
  {
    page: 'message-createforward',
    as,
    send: 'POST /me/messages/{message}/createForward',
    body: { comment: 'Er gwybodaeth', message: { toRecipients: to } },
    status: 201,
    has: { ...context('users'), id: 'text', isDraft: 'boolean', 'toRecipients.0.emailAddress.address': 'text' },
  },
  {
    page: 'message-forward',
    as,
    send: 'POST /me/messages/{message}/forward',
    body: { comment: 'c', toRecipients: to },
    status: 202,
  },
  {
    page: 'user-list-mailfolders',
    as,
    send: 'GET /me/mailFolders',
    status: 200,
    has: { 'value.0.displayName': 'text', 'value.0.unreadItemCount': 'number', 'value.0.childFolderCount': 'number' },
  },
  {
    page: 'user-post-mailfolders',
    as,
    send: 'POST /me/mailFolders',
    body: { displayName: 'Archif' },
    status: 201,
    has: { ...context('users'), id: 'text', parentFolderId: 'text', totalItemCount: 'number' },
    remember: { folder: 'id' },
  },
  {
    page: 'message-move',
    as,
    send: 'POST /me/messages/{message}/move',
    body: { destinationId: '{folder}' },
    status: 201,
    remember: { message: 'id' },
  },
  {
    page: 'message-copy',
    as,
    send: 'POST /me/messages/{message}/copy',
    body: { destinationId: 'deleteditems' },
    status: 201,
    has: { id: 'text', parentFolderId: 'text' },
  },
  {
    page: 'user-translateexchangeids',
    as,
    send: 'POST /me/translateExchangeIds',
    body: { inputIds: ['{message}'], sourceIdType: 'restId', targetIdType: 'restImmutableEntryId' },
    status: 200,
    has: { ...context('Collection'), 'value.0.sourceId': 'text', 'value.0.targetId': 'text' },
  },
  { page: 'message-delete', as, send: 'DELETE /me/messages/{message}', status: 204 },
  {
    page: 'https://learn.microsoft.com/graph/json-batching',
    as,
    send: 'POST /$batch',
    body: {
      requests: [
        { id: 'a', method: 'GET', url: '/me?$select=id' },
        { id: 'b', method: 'GET', url: '/me/messages/none' },
      ],
    },
    status: 200,
    has: { 'responses.0.status': 'number', 'responses.0.body.id': 'text', 'responses.1.body.error.code': 'text' },
  },
];

describe('people, as documented', () => itKeepsToTheDocumentation(sandbox, people, tokenOf));
describe('mail, as documented', () => itKeepsToTheDocumentation(sandbox, mail, tokenOf));
