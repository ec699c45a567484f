import type { FindingKind } from './finding.ts';

/** Something that the definitions do not have, and a page of Microsoft's (or a thread of its documentation) does. */
export interface Exception {
  /** As the check names it; all where it is left out. */
  endpoint?: RegExp;
  kind: FindingKind;
  what: RegExp;
  reason: string;
  page: string;
}

const member = 'https://learn.microsoft.com/microsoftteams/platform/bots/how-to/get-teams-context';

/** Each is used by the suite: one that no request needs any more fails the run. */
export const exceptions: Exception[] = [
  {
    kind: 'address',
    what: /^a site by its path$/,
    reason: 'a site may be named by host and path',
    page: 'https://learn.microsoft.com/graph/api/site-getbypath',
  },
  {
    kind: 'address',
    what: /^a file by its path$/,
    reason: 'a file may be named by its path in the drive',
    page: 'https://learn.microsoft.com/graph/onedrive-addressing-driveitems',
  },
  {
    kind: 'address',
    what: /^the root of a drive as an item$/,
    reason: 'the root is an item with a name of its own',
    page: 'https://learn.microsoft.com/graph/onedrive-addressing-driveitems',
  },
  {
    endpoint: /^Graph GET \/sites\/\{\}\/lists\/\{\}\/items\/delta\(\)$/,
    kind: 'query',
    what: /^token$/,
    reason: 'where the last reading ended, or `latest`',
    page: 'https://learn.microsoft.com/graph/api/listitem-delta',
  },
  {
    endpoint: /^Graph PUT \/drives\/\{\}\/items\/\{\}\/content$/,
    kind: 'query',
    what: /^@microsoft\.graph\.conflictBehavior$/,
    reason: 'what happens where the file is there: fail, replace or rename',
    page: 'https://learn.microsoft.com/graph/api/resources/driveitem#instance-attributes',
  },
  {
    endpoint: /^Graph GET \/drives\/\{\}\/items\/\{\}$/,
    kind: 'name',
    what: /^\$select @microsoft\.graph\.downloadUrl$/,
    reason: 'a program in a browser asks for the address of the bytes by this name',
    page: 'https://learn.microsoft.com/graph/api/driveitem-get-content',
  },
  {
    endpoint: /^Graph (GET|POST|PATCH|PUT) \/(sites|drives)\//,
    kind: 'answer',
    what: /\.(createdBy|lastModifiedBy)\.user\.email$/,
    reason: 'SharePoint answers an address that the type identity does not have; nothing rests on it',
    page: 'https://github.com/microsoftgraph/microsoft-graph-docs-contrib/issues/824',
  },
  {
    endpoint: /^Graph (GET|POST) \/sites\/\{\}\/permissions$/,
    kind: 'answer',
    what: /@deprecated\.GrantedToIdentities$/,
    reason: 'a note that Graph puts into the answer',
    page: 'https://learn.microsoft.com/graph/api/site-post-permissions',
  },
  {
    endpoint: /^Graph (GET|POST) \/chats\/\{\}\/messages$/,
    kind: 'answer',
    what: /\.from\.user\.tenantId$/,
    reason: 'Teams tells the tenant of whoever wrote a message',
    page: 'https://learn.microsoft.com/graph/api/chatmessage-get',
  },
  {
    endpoint: /^Sign-in POST$/,
    kind: 'method',
    what: /\/oauth2\/v2\.0\/authorize$/,
    reason: 'the form on the page of the sign-in itself, which no program of ours sends',
    page: 'https://learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow',
  },
  {
    endpoint: /^Connector GET \/v3\/conversations\/\{\}\/members/,
    kind: 'answer',
    what: /\.(objectId|givenName|surname|email|userPrincipalName|tenantId|userRole)$/,
    reason: 'Teams tells more of a member than the channel account has',
    page: member,
  },
  {
    endpoint: /^Call out Activity$/,
    kind: 'body',
    what: /^sent\.entities\[\]\.(locale|country|platform|timezone)$/,
    reason: 'an entity has the members of its kind; `clientInfo` has these',
    page: 'https://learn.microsoft.com/microsoftteams/platform/resources/bot-v3/bots-context',
  },
];
