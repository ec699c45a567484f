/** What a person is asked when an app wants a token that cannot be had silently. */
export interface ConsentQuestion {
  /** Origin of the page that asks. */
  appName: string;
  scopes: string[];
}

interface BrokerOptions {
  persona: string;
  /** Refuses every token, without a word why. */
  fails?: boolean;
  /** Shows the question; false when the person closes it. Only called for an interactive request. */
  askConsent(question: ConsentQuestion): Promise<boolean>;
}

interface BridgeRequest {
  messageType: string;
  method: string;
  requestId: string;
  tokenParams?: { clientId: string; scope: string; authority?: string; claims?: string };
}

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
    if (options.fails) return reply(refused('PERSISTENT_ERROR', '', ''));
    const isInteractive = request.method === 'GetTokenPopup';
    try {
      return reply(await requestToken(options, { ...request.tokenParams, pageOrigin: origin }, isInteractive));
    } catch {
      return reply(refused('NO_NETWORK', 'no_network', 'The sign-in service could not be reached.'));
    }
  };
}

/** The tenant decides; the host only adds who is signed in, which page asks, and whether the person has agreed. */
async function requestToken(
  { persona, askConsent }: BrokerOptions,
  params: { clientId: string; scope: string; claims?: string; pageOrigin: string },
  interactive: boolean,
): Promise<Record<string, unknown>> {
  if (interactive) {
    const agreed = await askConsent({ appName: params.pageOrigin, scopes: params.scope.split(' ').filter(Boolean) });
    if (!agreed) return refused('USER_CANCEL', 'access_denied', 'The person closed the question.');
  }
  const answer = await fetch('/sandbox/host-token', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({
      persona,
      clientId: params.clientId,
      pageOrigin: params.pageOrigin,
      scope: params.scope,
      interactive,
      ...(params.claims === undefined ? {} : { claims: params.claims }),
    }),
  });
  if (answer.ok) return (await answer.json()) as Record<string, unknown>;
  if (answer.status === 429 || answer.status >= 500) {
    return refused('TRANSIENT_ERROR', 'temporarily_unavailable', `Sign-in answered ${answer.status}.`);
  }
  return refused('PERSISTENT_ERROR', 'invalid_request', `Sign-in answered ${answer.status}.`);
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
