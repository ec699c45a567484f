/** What a person is asked before an app gets rights it does not hold yet. */
export interface ConsentQuestion {
  appName: string;
  scopes: string[];
}

interface BrokerOptions {
  persona: string;
  /** Shows the question; false when the person closes it. Only called for an interactive request. */
  askConsent(question: ConsentQuestion): Promise<boolean>;
}

interface BridgeRequest {
  messageType: string;
  method: string;
  requestId: string;
  tokenParams?: { clientId: string; scope: string; authority?: string; claims?: string };
}

interface BrokerAnswer {
  token: { access_token: string; id_token: string; expires_in: number; scope: string };
  account: Record<string, string>;
}

interface BrokerRefusal {
  error: string;
  error_description: string;
  appName?: string;
  scopes?: string[];
}

/** Refusals after which msal goes on to its popup call. */
const needsPerson = new Set(['interaction_required', 'consent_required', 'login_required']);

/**
 * Answers what msal-browser asks over the nested-app-auth bridge, as the host around the app does.
 * Takes and gives the JSON strings that cross the bridge; gives null for anything that is no request.
 * `origin` is the asking page's: the app must have registered it as `brk-multihub://<origin>` (facts 3.1).
 */
export function createNestedAppAuthBroker(options: BrokerOptions) {
  return async function answerBridge(requestJson: string, origin: string): Promise<string | null> {
    const request = parseRequest(requestJson);
    if (!request) return null;
    const reply = (rest: Record<string, unknown>) =>
      JSON.stringify({ messageType: 'NestedAppAuthResponse', requestId: request.requestId, ...rest });
    if (request.method === 'GetInitContext') {
      return reply({
        success: true,
        initContext: { sdkName: 'sandbox-host', sdkVersion: '1.0.0', capabilities: { queryAccount: false } },
      });
    }
    if ((request.method !== 'GetToken' && request.method !== 'GetTokenPopup') || !request.tokenParams) {
      return reply(refused('PERSISTENT_ERROR', 'unsupported_method', `The host has no ${request.method}.`));
    }
    const isInteractive = request.method === 'GetTokenPopup';
    try {
      return reply(await requestToken(options, { ...request.tokenParams, origin }, isInteractive));
    } catch {
      return reply(refused('NO_NETWORK', 'no_network', 'The sign-in service could not be reached.'));
    }
  };
}

async function requestToken(
  { persona, askConsent }: BrokerOptions,
  params: { clientId: string; scope: string; origin: string; claims?: string },
  isInteractive: boolean,
): Promise<Record<string, unknown>> {
  const ask = (consented: boolean) =>
    fetch('/sandbox/broker/token', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ persona, ...params, interactive: isInteractive, consented }),
    });
  let answer = await ask(false);
  if (isInteractive && answer.status === 400) {
    const refusal = (await answer.clone().json()) as BrokerRefusal;
    if (refusal.error === 'consent_required') {
      const agreed = await askConsent({
        appName: refusal.appName ?? params.clientId,
        scopes: refusal.scopes ?? params.scope.split(' '),
      });
      if (!agreed) return refused('USER_CANCEL', 'access_denied', 'The person closed the question.');
      answer = await ask(true);
    }
  }
  if (answer.ok) return { success: true, ...((await answer.json()) as BrokerAnswer) };
  if (answer.status === 429 || answer.status >= 500) {
    return refused('TRANSIENT_ERROR', 'temporarily_unavailable', `Sign-in answered ${answer.status}.`);
  }
  const refusal = (await answer.json()) as BrokerRefusal;
  const status = needsPerson.has(refusal.error) ? 'USER_INTERACTION_REQUIRED' : 'PERSISTENT_ERROR';
  return refused(status, refusal.error, refusal.error_description);
}

function refused(status: string, code: string, description: string) {
  return { success: false, error: { status, code, description } };
}

function parseRequest(json: string): BridgeRequest | null {
  try {
    const request = JSON.parse(json) as BridgeRequest;
    return request.messageType === 'NestedAppAuthRequest' && typeof request.requestId === 'string' ? request : null;
  } catch {
    return null;
  }
}
