import { checkHeaders } from './check-headers.ts';
import { checkQuery } from './check-query.ts';
import { checkValue } from './check-value.ts';
import type { Definitions, EndpointDefinition } from './definitions/definition.ts';
import { connectorDefinitions, endpointsAt, graphDefinitions } from './definitions.ts';
import type { Finding, Report } from './finding.ts';
import type { Exchange } from './recording.ts';
import { surfaceOf } from './surfaces.ts';

/** What was found out about one exchange. */
export interface Checked {
  /** Where it belongs: `Graph GET /sites/{}/lists`; the path as asked for where the definitions have none. */
  endpoint: string;
  findings: Finding[];
}

const isBytes = (body: unknown) => typeof body === 'object' && body !== null && '‹bytes›' in body;

function checkBody(definitions: Definitions, endpoint: EndpointDefinition, exchange: Exchange, report: Report): void {
  const { body } = exchange;
  if (endpoint.body === 'bytes' || body === null) return;
  const tell = (what: string, why: string) => report({ kind: 'body', what, why });
  if (!endpoint.body) tell('body', 'is sent where none is taken');
  else if (isBytes(body)) tell('body', 'is no JSON');
  else checkValue(definitions, endpoint.body, body, 'sent', tell);
}

/** The answer of a service that went well has the type; one that did not says so in the service's own form. */
function checkAnswer(definitions: Definitions, endpoint: EndpointDefinition, exchange: Exchange, report: Report): void {
  const { status, answer } = exchange;
  const tell = (what: string, why: string) => report({ kind: 'answer', what, why });
  if (answer === null || isBytes(answer)) return;
  if (status < 300 && endpoint.answer && endpoint.answer !== 'bytes') {
    checkValue(definitions, endpoint.answer, answer, 'answered', tell);
  }
  if (status >= 400 && !('error' in Object(answer)) && !('odata.error' in Object(answer))) {
    tell('answered', `status ${status} without an error`);
  }
}

function checkRequest(exchange: Exchange, report: Report): string {
  const found = surfaceOf(exchange);
  if (!found) {
    report({ kind: 'path', what: exchange.url.replace(/\?.*$/s, ''), why: 'is no address of any service' });
    return `? ${exchange.method}`;
  }
  const { surface, addressed } = found;
  const { definitions } = surface;
  const at = endpointsAt(definitions, addressed.path);
  const endpoint = at.find(({ method }) => method === exchange.method);
  if (!endpoint) {
    const kind = at.length > 0 ? 'method' : 'path';
    const why = at.length > 0 ? `takes ${at.map(({ method }) => method).join(', ')}` : 'is no path of this service';
    report({ kind, what: at[0]?.path ?? addressed.path, why });
    return `${surface.name} ${exchange.method}`;
  }
  if (endpoint.page) report({ kind: 'described', what: endpoint.path, why: 'is described in words only' });
  if (addressed.form) report({ kind: 'address', what: addressed.form, why: 'is written in no definition' });
  const query = new URLSearchParams(exchange.url.replace(/^[^?]*/, ''));
  checkQuery(definitions, endpoint, query, report);
  checkHeaders(exchange, endpoint, query, report);
  checkBody(definitions, endpoint, exchange, report);
  checkAnswer(definitions, endpoint, exchange, report);
  return `${surface.name} ${endpoint.method} ${endpoint.path}`;
}

/** What the tenant sends out: change notices, and activities of its bots. */
function checkCallOut(exchange: Exchange, report: Report): string {
  const isActivity = typeof exchange.body === 'object' && exchange.body !== null && 'channelId' in exchange.body;
  const [definitions, type] = isActivity
    ? ([connectorDefinitions, 'Activity'] as const)
    : ([graphDefinitions, 'ChangeNotificationCollection'] as const);
  checkValue(definitions, type, exchange.body, 'sent', (what, why) => report({ kind: 'body', what, why }));
  return `Call out ${type}`;
}

/** Holds one exchange against Microsoft's definitions; gives all that is wrong with it, in no order. */
export function checkExchange(exchange: Exchange): Checked {
  const findings: Finding[] = [];
  const report: Report = (finding) => findings.push(finding);
  const check = exchange.from === 'tenant' ? checkCallOut : checkRequest;
  return { endpoint: check(exchange, report), findings };
}
