import { describe, expect, it } from 'vitest';
import { checkExchange } from './check-exchange.ts';
import type { FindingKind } from './finding.ts';
import type { Exchange } from './recording.ts';

const items = '/graph/v1.0/sites/a,b,c/lists/11111111-aaaa-4bbb-8ccc-000000000001/items';

function exchangeOf(request: string, more: Partial<Exchange> = {}): Exchange {
  const [method = '', url = ''] = request.split(/ (.*)/s);
  return {
    from: 'client',
    method,
    url,
    headers: more.body ? { 'content-type': 'application/json' } : {},
    body: null,
    status: 200,
    answerHeaders: {},
    answer: null,
    app: null,
    caller: 'user',
    batched: false,
    ...more,
  };
}

const mail = (message: unknown) => ({ body: { message, saveToSentItems: true }, status: 202 });

/** What is wrong, the request, its kind, and the name that the finding must carry. */
const bad: [string, Exchange, FindingKind, string | RegExp][] = [
  ['a wrong segment', exchangeOf('GET /graph/v1.0/me/mesages'), 'path', /mesages/],
  ['a version nobody promises', exchangeOf('GET /graph/beta/me/messages'), 'path', /beta/],
  ['no service at all', exchangeOf('GET /somewhere/else'), 'path', /somewhere/],
  ['a segment too many', exchangeOf(`GET ${items}/1/attachments`), 'path', /attachments/],
  ['a wrong method', exchangeOf('PUT /graph/v1.0/me/messages/AAMk', { body: {} }), 'method', '/users/{}/messages/{}'],
  ['POST of fields', exchangeOf(`POST ${items}/1/fields`), 'method', /fields/],
  ['a misspelt $select', exchangeOf('GET /graph/v1.0/me/messages?$select=id,subjct'), 'name', '$select subjct'],
  ['a $select without its dollar', exchangeOf('GET /graph/v1.0/me/messages?select=subjct'), 'name', '$select subjct'],
  ['a misspelt part of a $filter', exchangeOf('GET /graph/v1.0/me/messages?$filter=isDraf eq true'), 'name', /isDraf$/],
  [
    'a misspelt member in any()',
    exchangeOf("GET /graph/v1.0/me/messages?$filter=singleValueExtendedProperties/any(p:p/idd eq 'x')"),
    'name',
    /idd/,
  ],
  ['a misspelt $orderby', exchangeOf('GET /graph/v1.0/me/messages?$orderby=recievedDateTime desc'), 'name', /recieved/],
  ['a misspelt $expand', exchangeOf(`GET ${items}?$expand=feilds`), 'name', '$expand feilds'],
  [
    'a misspelt name inside $expand',
    exchangeOf('GET /graph/v1.0/me/messages?$expand=attachments($select=nam)'),
    'name',
    /nam$/,
  ],
  ['a query option not taken there', exchangeOf('GET /graph/v1.0/me/messages/AAMk?$top=5'), 'query', '$top'],
  ['an option nobody has', exchangeOf(`GET ${items}?$expand=fields&$limit=5`), 'query', '$limit'],
  ['a $top that is no number', exchangeOf(`GET ${items}?$top=many`), 'query', '$top'],
  [
    'an option with a change',
    exchangeOf(`PATCH ${items}/1/fields?$select=id`, { body: { Title: 'x' } }),
    'query',
    '$select',
  ],
  [
    'an unknown member',
    exchangeOf('POST /graph/v1.0/me/sendMail', mail({ subjet: 'x' })),
    'body',
    'sent.message.subjet',
  ],
  [
    'a member in the wrong letters',
    exchangeOf('POST /graph/v1.0/me/sendMail', mail({ Subject: 'x' })),
    'body',
    /Subject$/,
  ],
  ['a wrong type', exchangeOf('POST /graph/v1.0/me/sendMail', mail({ subject: 5 })), 'body', 'sent.message.subject'],
  [
    'one where a list is taken',
    exchangeOf('POST /graph/v1.0/me/sendMail', mail({ toRecipients: {} })),
    'body',
    /toRecipients$/,
  ],
  [
    'a wrong enum value',
    exchangeOf('POST /graph/v1.0/me/sendMail', mail({ importance: 'urgent' })),
    'body',
    /importance$/,
  ],
  [
    'a type that cannot stand there',
    exchangeOf('POST /graph/v1.0/me/sendMail', mail({ attachments: [{ '@odata.type': '#microsoft.graph.event' }] })),
    'body',
    /attachments\[\]$/,
  ],
  [
    'a time without its zone',
    exchangeOf('POST /graph/v1.0/subscriptions', { body: { expirationDateTime: '2026-11-29 08:00' }, status: 201 }),
    'body',
    /expirationDateTime$/,
  ],
  ['fields beside fields', exchangeOf(`POST ${items}`, { body: { Title: 'x' }, status: 201 }), 'body', 'sent.Title'],
  [
    'a list without its type',
    exchangeOf(`POST ${items}`, { body: { fields: { Kinds: ['a'] } } }),
    'body',
    'sent.fields.Kinds',
  ],
  [
    'a lookup as a number',
    exchangeOf(`POST ${items}`, { body: { fields: { OwnerLookupId: 6 } } }),
    'body',
    /OwnerLookupId$/,
  ],
  [
    'a body where none is taken',
    exchangeOf('POST /graph/v1.0/me/messages/AAMk/send', { body: {}, status: 202 }),
    'body',
    'body',
  ],
  [
    'a body that is no JSON',
    exchangeOf(`POST ${items}`, { body: { '‹bytes›': 5, type: 'text/plain' } }),
    'body',
    'body',
  ],
  [
    'JSON under another name',
    exchangeOf(`POST ${items}`, { body: { fields: {} }, headers: { 'content-type': 'text/plain' } }),
    'header',
    'Content-Type',
  ],
  [
    'an unknown preference',
    exchangeOf('GET /graph/v1.0/me/messages', { headers: { prefer: 'IdType="Fixed"' } }),
    'header',
    'Prefer',
  ],
  [
    'an ETag without quotes',
    exchangeOf(`PATCH ${items}/1/fields`, { headers: { 'if-match': 'abc' } }),
    'header',
    'If-Match',
  ],
  ['a condition on a new row', exchangeOf(`POST ${items}`, { headers: { 'if-match': '"abc"' } }), 'header', 'If-Match'],
  [
    'a directory query without its level',
    exchangeOf('GET /graph/v1.0/users?$search="displayName:a"'),
    'header',
    /Consistency/,
  ],
  [
    'a batch with a method nobody has',
    exchangeOf('POST /graph/v1.0/$batch', { body: { requests: [{ id: '1', method: 'FETCH', url: '/me' }] } }),
    'body',
    /method$/,
  ],
  [
    'an answer that Graph would not give',
    exchangeOf('GET /graph/v1.0/me', { answer: { displayNam: 'x' } }),
    'answer',
    /displayNam$/,
  ],
  [
    'an answer of another type',
    exchangeOf('GET /graph/v1.0/me', { answer: { displayName: 7 } }),
    'answer',
    /displayName$/,
  ],
  [
    'a refusal without an error',
    exchangeOf('GET /graph/v1.0/me', { status: 404, answer: { message: 'no' } }),
    'answer',
    'answered',
  ],
  [
    'a message of the bot with a wrong member',
    exchangeOf('POST /connector/v3/conversations/19:x/activities', {
      body: { type: 'message', txt: 'x' },
      status: 201,
    }),
    'body',
    'sent.txt',
  ],
  ['a wrong path of the connector', exchangeOf('GET /connector/v3/conversation/19:x/members'), 'path', /conversation/],
  [
    'an unknown setting of a list in SharePoint',
    exchangeOf("POST /sites/urddas/_api/web/lists(guid'11111111-aaaa-4bbb-8ccc-000000000001')", {
      body: { ReadSecuriti: 2 },
      headers: { 'content-type': 'application/json;odata=nometadata', 'x-http-method': 'MERGE', 'if-match': '*' },
    }),
    'body',
    'sent.ReadSecuriti',
  ],
  [
    'a grant nobody gives',
    exchangeOf('POST /login/t/oauth2/v2.0/token', {
      body: { grant_type: 'password' },
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    }),
    'body',
    'sent.grant_type',
  ],
  [
    'a change notice with a change nobody makes',
    exchangeOf('POST /api/notifications', { from: 'tenant', body: { value: [{ changeType: 'altered' }] } }),
    'body',
    'sent.value[].changeType',
  ],
];

describe('The check finds', () => {
  it.each(bad)('%s', (_, exchange, kind, what) => {
    const { findings } = checkExchange(exchange);
    const found = findings.filter((each) => each.kind === kind);
    expect(found.map((each) => each.what)).toContainEqual(
      typeof what === 'string' ? what : expect.stringMatching(what),
    );
  });
});

const good: [string, Exchange][] = [
  [
    'a page of mail',
    exchangeOf(
      "GET /graph/v1.0/me/messages?$select=id,subject,from&$filter=isRead eq false and from/emailAddress/address eq 'a@b.example'&$top=5",
      { headers: { prefer: 'IdType="ImmutableId"' } },
    ),
  ],
  [
    'rows with their columns',
    exchangeOf(`GET ${items}?$expand=fields($select=Title,Anything)&$filter=fields/Title eq 'it''s, (so)'&$top=200`),
  ],
  [
    'a changed row',
    exchangeOf(`PATCH ${items}/5/fields`, {
      body: { Title: 'x' },
      headers: { 'content-type': 'application/json', 'if-match': '"a,1"' },
    }),
  ],
  ['the next page of Graph', exchangeOf(`GET ${items}?$skiptoken=UGFnZWQ`)],
  [
    'an attached file',
    exchangeOf('POST /graph/v1.0/me/messages/AAMk/attachments', {
      body: { '@odata.type': '#microsoft.graph.fileAttachment', name: 'a.eml', contentBytes: 'YWJj' },
      status: 201,
    }),
  ],
];

it.each(good)('The check has nothing to say of %s', (_, exchange) => {
  expect(checkExchange(exchange).findings).toEqual([]);
});
