/** What the stand-in of Outlook on the web knows of the message that is open, in the names Office.js asks for. */
export interface HostedItem {
  id: string;
  subject: string;
  internetMessageId: string;
  conversationId: string;
  dateTimeCreated: string;
  from: HostedAddress;
  to: HostedAddress[];
  userDisplayName: string;
  userEmailAddress: string;
}

export interface HostedAddress {
  name: string;
  address: string;
}

/** Office.js answers only to a parent of a host name that it trusts; the browser is told to take ours for this one. */
export const hostUrl = 'https://outlook.office.com/mail/';

/**
 * The page around the pane. It answers the handshake of the unmodified Office.js (app context, initial data), and its
 * nested sign-in: the token is fetched over the same slow network, from `tokenUrl`. Sets `hostReady` when it listens;
 * `openPane(url)` then opens a page as the pane.
 */
export function hostPage(item: HostedItem, tokenUrl: string): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Outlook stand-in</title>
<style>html,body{margin:0;height:100%}iframe{border:0;width:400px;height:100%}</style>
<body><script>
const item = ${inline(item)};
const tokenUrl = ${inline(tokenUrl)};
const conversation = 'conversation-1';
const contextOf = () => ({
  _id: conversation, _appName: 64, _appVersion: '16.01', _appUILocale: 'en-GB', _dataLocale: 'en-GB',
  _docUrl: location.href, _clientMode: 0, _settings: {}, _reason: 0, _osfControlType: 1, _eToken: '',
  _correlationId: '00000000-0000-4000-8000-000000000001', _appInstanceId: '00000000-0000-4000-8000-000000000002',
  _requirementMatrix: JSON.stringify({ Mailbox: '1.15', NestedAppAuth: '1.1', react: '1.1' }),
  _hostFullVersion: '16.0.0.1', _hostCustomMessage: '', _clientWindowHeight: 900, _clientWindowWidth: 400,
  _addinName: 'Bench', _appDomains: [],
});
const initialData = () => ({
  ...item, permissionLevel: 2, hostName: 'OutlookWebApp', hostVersion: '16.0.0.1', owaView: 'ThreeColumns', itemType: 1,
  itemClass: 'IPM.Note', normalizedSubject: item.subject, sender: item.from, cc: [], attachments: [],
  userTimeZone: 'GMT Standard Time', userProfileType: 'office365', timeZoneOffsets: [], isRestIdSupported: true,
  restUrl: 'https://outlook.office.com/api', ewsUrl: '', itemNumber: 1,
});
const answers = {
  ContextActivationManager_getAppContextAsync: contextOf,
  GetInitialData: initialData,
  ExecuteMethod: () => ({ wasSuccessful: true, wasProxySuccessful: true, error: false, data: '' }),
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
addEventListener('message', ({ data, source }) => {
  if (data && data.benchSignIn) {
    answerSignIn(data.benchSignIn).then((answer) => source.postMessage({ benchSignInAnswer: answer }, '*'));
    return;
  }
  if (typeof data !== 'string') return;
  let request;
  try { request = JSON.parse(data); } catch { return; }
  if (request._messageType !== 0) return;
  const answer = answers[request._actionName];
  if (!answer) return;
  source.postMessage(JSON.stringify({
    _messageType: 1, _actionName: request._actionName, _conversationId: request._conversationId,
    _correlationId: request._correlationId, _origin: location.href, _responseType: 0, _errorCode: 0, _data: answer(request),
  }), '*');
});
window.openPane = (url) => {
  const frame = document.createElement('iframe');
  frame.name = JSON.stringify({
    baseFrameName: 'pane', hostInfo: 'Outlook|Web|16.01|en-GB|||', serializerVersion: '1',
    xdmInfo: conversation + '|' + conversation + '|' + location.href,
  });
  frame.src = url + '?_host_Info=Outlook$Web$16.01$en-GB$$$$0';
  document.body.append(frame);
  frame.focus();
};
window.hostReady = true;
</script></body></html>`;
}

function inline(value: unknown): string {
  return JSON.stringify(value).replace(/</g, '\\u003c');
}
