/** What the stand-in of Outlook on the web knows of a message, in the names Office.js asks for. */
export interface HostedItem {
  /** Exchange's own form; the pane turns it back. */
  id: string;
  subject: string;
  internetMessageId: string;
  conversationId: string;
  dateTimeCreated: string;
  from: HostedAddress;
  sender: HostedAddress;
  to: HostedAddress[];
  cc: HostedAddress[];
  userDisplayName: string;
  userEmailAddress: string;
}

export interface HostedAddress {
  name: string;
  address: string;
}

/** What Office.js asks for message by message, once the pane wants it. */
export interface HostedParts {
  bodyText: string;
  /** As they stand in the mail, lines ended by CR LF. */
  headers: string;
}

/** Office.js answers only to a parent of a host name that it trusts; the browser is told to take ours for this one. */
export const hostUrl = 'https://outlook.office.com/mail/';

export const paneTitle = 'Pane';

/** Numbers of methods on the wire of Office.js 1.1.110 (`standardInvokeHostMethod` in `outlook-web-16.01.js`). */
export const dispatchIds = { body: 37, headers: 168 };

/**
 * The page around the pane. It answers the handshake of the unmodified Office.js (app context, initial data), and its
 * nested sign-in: the token is fetched over the same network, from `tokenUrl`; with null there is none, as in hosts that
 * promise it and fail. Sets `hostReady` when it listens; `openPane(url)` then opens a page as the pane, and `openItem(n)` the next
 * message beside a pane that stays. `asked` is what Office.js has asked for, in order.
 */
export function hostPage(
  messages: readonly { item: HostedItem; parts?: HostedParts }[],
  tokenUrl: string | null,
  locale = 'en-GB',
): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Outlook stand-in</title>
<style>html,body{margin:0;height:100%}iframe{border:0;width:400px;height:100%}</style>
<body><script>
const messages = ${inline(messages)};
const tokenUrl = ${inline(tokenUrl)};
const dispatchIds = ${inline(dispatchIds)};
const conversation = 'conversation-1';
const itemChanged = 'olkItemSelectedChanged';
let open = 0;
let listening = null;
window.asked = [];
const contextOf = () => ({
  _id: conversation, _appName: 64, _appVersion: '16.01', _appUILocale: ${inline(locale)}, _dataLocale: ${inline(locale)},
  _docUrl: location.href, _clientMode: 0, _settings: {}, _reason: 0, _osfControlType: 1, _eToken: '',
  _correlationId: '00000000-0000-4000-8000-000000000001', _appInstanceId: '00000000-0000-4000-8000-000000000002',
  _requirementMatrix: JSON.stringify({ Mailbox: '1.15', NestedAppAuth: '1.1', react: '1.1' }),
  _hostFullVersion: '16.0.0.1', _hostCustomMessage: '', _clientWindowHeight: 900, _clientWindowWidth: 400,
  _addinName: 'Stand-in', _appDomains: [],
});
const initialData = () => ({
  ...messages[open].item, permissionLevel: 2, hostName: 'OutlookWebApp', hostVersion: '16.0.0.1', owaView: 'ThreeColumns',
  itemType: 1, itemClass: 'IPM.Note', normalizedSubject: messages[open].item.subject, attachments: [],
  userTimeZone: 'GMT Standard Time', userProfileType: 'office365', timeZoneOffsets: [], isRestIdSupported: true,
  restUrl: 'https://outlook.office.com/api', ewsUrl: '', itemNumber: 1,
});
function execute({ _data }) {
  const { bodyText = '', headers = '' } = messages[open].parts ?? {};
  const data = { [dispatchIds.body]: bodyText, [dispatchIds.headers]: headers }[_data.MethodData.DispatchId] ?? '';
  return { wasSuccessful: true, wasProxySuccessful: true, error: false, data };
}
const answers = {
  ContextActivationManager_getAppContextAsync: contextOf,
  GetInitialData: initialData,
  ExecuteMethod: execute,
  [itemChanged]: () => ({ Error: 0 }),
};
async function answerSignIn(text) {
  const request = JSON.parse(text);
  const reply = (rest) => JSON.stringify({ messageType: 'NestedAppAuthResponse', requestId: request.requestId, ...rest });
  if (request.method === 'GetInitContext') {
    return reply({ success: true, initContext: { sdkName: 'bench', sdkVersion: '1', capabilities: { queryAccount: false } } });
  }
  const { clientId, scope } = request.tokenParams;
  const token = await fetch(tokenUrl, { method: 'POST', body: JSON.stringify({ clientId, scope }) });
  return reply(await token.json());
}
addEventListener('message', ({ data, source, origin }) => {
  if (data && data.benchSignIn && tokenUrl) {
    answerSignIn(data.benchSignIn).then((answer) => source.postMessage({ benchSignInAnswer: answer }, '*'));
    return;
  }
  if (typeof data !== 'string') return;
  let request;
  try { request = JSON.parse(data); } catch { return; }
  if (request._messageType !== 0) return;
  const answer = answers[request._actionName];
  window.asked.push(request._data?.MethodData?.DispatchId ?? request._actionName);
  if (!answer) return;
  const say = (rest) => source.postMessage(JSON.stringify({
    _messageType: 1, _actionName: request._actionName, _conversationId: request._conversationId,
    _correlationId: request._correlationId, _origin: location.href, _responseType: 0, _errorCode: 0, ...rest,
  }), origin);
  if (request._actionName === itemChanged) listening = () => say({ _responseType: 1, _data: initialData() });
  say({ _data: answer(request) });
});
window.openItem = (index) => { open = index; listening?.(); };
window.openPane = (url) => {
  const frame = document.createElement('iframe');
  frame.name = JSON.stringify({
    baseFrameName: 'pane', hostInfo: 'Outlook|Web|16.01|${locale}|||', serializerVersion: '1',
    xdmInfo: conversation + '|' + conversation + '|' + location.href,
  });
  frame.title = ${inline(paneTitle)};
  frame.src = url + '?_host_Info=Outlook$Web$16.01$${locale}$$$$0';
  document.body.append(frame);
  frame.focus();
};
window.hostReady = true;
</script></body></html>`;
}

function inline(value: unknown): string {
  return JSON.stringify(value).replace(/</g, '\\u003c');
}
