import type { TypeDefinition } from './definition.ts';

/** The part of Graph that a product like this one has to do with; what is left out counts as not there. */
const kept = [
  /^\/sites(\/\{\})?$/,
  /^\/sites\/\{\}\/getByPath\(path='\{\}'\)$/,
  /^\/sites\/\{\}\/(lists|permissions|columns|drive|drives)(\/\{\})?$/,
  /^\/sites\/\{\}\/lists\/\{\}\/(columns|items|subscriptions|operations|drive)(\/\{\})?$/,
  /^\/sites\/\{\}\/lists\/\{\}\/items\/(delta\(.*\)|\{\}\/(fields|versions|versions\/\{\}|versions\/\{\}\/fields|driveItem|permissions))$/,
  /^\/users(\/\{\})?$/,
  /^\/users\/\{\}\/(manager|directReports|memberOf|transitiveMemberOf|checkMemberGroups|getMemberGroups)$/,
  /^\/users\/\{\}\/(sendMail|translateExchangeIds|mailboxSettings)$/,
  /^\/users\/\{\}\/mailFolders(\/\{\})?$/,
  /^\/users\/\{\}\/(mailFolders\/\{\}\/)?messages(\/\{\})?$/,
  /^\/users\/\{\}\/messages\/\{\}\/(\$value|send|forward|reply|createForward|createReply|move|copy)$/,
  /^\/users\/\{\}\/messages\/\{\}\/attachments(\/\{\}|\/\{\}\/\$value|\/createUploadSession)?$/,
  /^\/users\/\{\}\/outlook\/masterCategories$/,
  /^\/users\/\{\}\/teamwork\/(sendActivityNotification|installedApps(\/\{\})?(\/chat)?)$/,
  /^\/chats(\/\{\})?(\/members|\/messages)?(\/\{\})?$/,
  /^\/subscriptions(\/\{\})?$/,
  /^\/drives\/\{\}\/root$/,
  /^\/drives\/\{\}\/items\/\{\}(\/children|\/content|\/createUploadSession|\/versions)?$/,
  /^\/groups(\/\{\})?(\/members|\/members\/\$ref)?$/,
];

export const isKept = (path: string) => kept.some((pattern) => pattern.test(path));

/** Bodies and answers of the endpoints whose source keeps them as code. Types of https://learn.microsoft.com/graph/api/resources/ */
export const kindsOfOpenApiEndpoints: Record<string, { body?: string; answer?: string }> = {
  'GET /drives/{}/root': { answer: 'DriveItem' },
  'GET /drives/{}/items/{}': { answer: 'DriveItem' },
  'PATCH /drives/{}/items/{}': { body: 'DriveItem', answer: 'DriveItem' },
  'GET /drives/{}/items/{}/children': { answer: 'DriveItemCollectionResponse' },
  'POST /drives/{}/items/{}/children': { body: 'DriveItem', answer: 'DriveItem' },
  'PUT /drives/{}/items/{}/content': { body: 'bytes', answer: 'DriveItem' },
  'POST /drives/{}/items/{}/createUploadSession': {
    body: '/drives/{}/items/{}/createUploadSession Body',
    answer: 'UploadSession',
  },
  'GET /drives/{}/items/{}/versions': { answer: 'DriveItemVersionCollectionResponse' },
  'GET /groups': { answer: 'GroupCollectionResponse' },
  'POST /groups': { body: 'Group', answer: 'Group' },
  'GET /groups/{}': { answer: 'Group' },
  'PATCH /groups/{}': { body: 'Group', answer: 'Group' },
  'GET /groups/{}/members': { answer: 'DirectoryObjectCollectionResponse' },
  'POST /groups/{}/members/$ref': { body: 'ReferenceCreate' },
};

/** Types that stand in no generated code of these packages, each from the page beside it. */
export const describedTypes: Record<string, TypeDefinition> = {
  // https://learn.microsoft.com/graph/api/driveitem-createuploadsession
  '/drives/{}/items/{}/createUploadSession Body': { properties: { item: 'DriveItemUploadableProperties' } },
  // https://learn.microsoft.com/graph/api/resources/changenotificationcollection
  ChangeNotificationCollection: { properties: { value: 'ChangeNotification[]', validationTokens: 'string[]' } },
  // https://learn.microsoft.com/graph/api/resources/changenotification
  ChangeNotification: {
    properties: {
      id: 'string',
      changeType: 'enum:ChangeType',
      clientState: 'string',
      encryptedContent: 'any',
      lifecycleEvent: 'enum:LifecycleEventType',
      resource: 'string',
      resourceData: 'any',
      subscriptionExpirationDateTime: 'date',
      subscriptionId: 'guid',
      tenantId: 'guid',
    },
  },
};

/** Values that the packages hold as text. https://learn.microsoft.com/graph/api/resources/changenotification */
export const describedEnums: Record<string, string[]> = {
  ChangeType: ['created', 'updated', 'deleted'],
  LifecycleEventType: ['missed', 'subscriptionRemoved', 'reauthorizationRequired'],
};

/** Sent by Graph to a subscriber; no endpoint of Graph itself has it. */
export const alsoKept = ['ChangeNotificationCollection', 'TeamworkHostedContent'];
