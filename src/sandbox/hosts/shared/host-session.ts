/** A person of the invented organisation, as `GET /sandbox/personas` lists them. */
export interface HostPersona {
  key: string;
  id: string;
  displayName: string;
  userPrincipalName: string;
}

/** Who sits at this host page, and in which tenant. */
export interface HostSession {
  persona: HostPersona;
  personas: HostPersona[];
  tenantId: string;
}

/** An answer that is not a success, with Graph's code and message where it had them. */
export class HostRequestError extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.name = 'HostRequestError';
    this.status = status;
    this.code = code;
  }
}

/** The persona named in the address bar, or the first of the list where none is. */
export async function openHostSession(): Promise<HostSession> {
  const { tenantId, personas } = await readJson<{ tenantId: string; personas: HostPersona[] }>(
    await fetch('/sandbox/personas'),
  );
  const wanted = new URLSearchParams(window.location.search).get('persona');
  const persona = wanted ? personas.find(({ key }) => key === wanted) : personas[0];
  if (!persona) throw new HostRequestError(404, 'unknownPersona', `Nobody here is called "${wanted ?? ''}".`);
  return { persona, personas, tenantId };
}

const kept = new Map<string, { token: string; until: number }>();

/** An access token that carries this person's rights and nobody else's; renewed a minute before it ends. */
export async function personaToken(persona: string, scopes: readonly string[]): Promise<string> {
  const key = `${persona} ${scopes.join(' ')}`;
  const known = kept.get(key);
  if (known && known.until > Date.now()) return known.token;
  const answer = await fetch('/sandbox/token', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ persona, scopes }),
  });
  const { access_token, expires_in } = await readJson<{ access_token: string; expires_in: number }>(answer);
  kept.set(key, { token: access_token, until: Date.now() + (expires_in - 60) * 1000 });
  return access_token;
}

/** Asks Graph as this person. `path` starts after `/graph/v1.0`, or is a whole `@odata.nextLink`. */
export async function graphFetch(
  persona: string,
  scopes: readonly string[],
  path: string,
  init: RequestInit = {},
): Promise<Response> {
  const token = await personaToken(persona, scopes);
  const headers = new Headers(init.headers);
  headers.set('Authorization', `Bearer ${token}`);
  return fetch(path.startsWith('http') ? path : `/graph/v1.0${path}`, { ...init, headers });
}

/** The body of a success; a refusal is thrown with its own code and words. */
export async function readJson<Body>(answer: Response): Promise<Body> {
  const text = await answer.text();
  const body = text ? parse(text) : null;
  if (!answer.ok) {
    const error = (body as { error?: { code?: string; message?: string } } | null)?.error;
    throw new HostRequestError(answer.status, error?.code ?? 'error', error?.message ?? answer.statusText);
  }
  return body as Body;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
