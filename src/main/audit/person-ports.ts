import { readFile } from 'node:fs/promises';
import * as v from 'valibot';
import type { ServicePorts } from '../../application/ports/service-ports.ts';
import { GraphAuditTrail } from '../../m365/audit/audit-trail.ts';
import { GraphRegister } from '../../m365/register/register.ts';
import { connect } from '../provision/connect.ts';
import { readRequest } from '../provision/read-request.ts';

const id = v.pipe(v.string(), v.nonEmpty());
/** The part of what `npm run provision -- apply --out` writes that this needs. */
const siteSchema = v.object({
  id,
  url: v.pipe(v.string(), v.url()),
  lists: v.object({ incidents: id, incidentsHr: id, audit: id, auditHr: id }),
});

/**
 * Registers and trails with the rights of whoever signs in by a code, and no others: to be looked at, never to be written. `requestFile`
 * and `siteFile` are those of `npm run provision`; `standIn` is the origin of a stand-in tenant. Throws an `Error` with a sentence.
 */
export async function portsOfPerson(
  { requestFile, siteFile, standIn }: { requestFile: string; siteFile: string; standIn: string | null },
  environment: NodeJS.ProcessEnv,
  say: (line: string) => void,
): Promise<Pick<ServicePorts, 'register' | 'audit'>> {
  const read = await readRequest(requestFile, standIn !== null);
  const { hostname, siteName, app } = read.request;
  const { id: siteId, lists } = await readSite(siteFile, { hostname, siteName });
  const { graph } = connect(read, standIn, environment, say, 'Sites.Read.All');
  const registers = { default: lists.incidents, hr: lists.incidentsHr };
  const trails = { default: lists.audit, hr: lists.auditHr };
  return {
    // Who keeps a register, and when its clocks are due, is not asked where a trail is looked at.
    register: new GraphRegister(
      graph,
      { siteId, lists: registers, clientId: app.clientId },
      { mayRead: async () => false },
      () => null,
    ),
    audit: new GraphAuditTrail(graph, { siteId, lists: trails }),
  };
}

async function readSite(file: string, asked: { hostname: string; siteName: string }) {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new Error(`${file} cannot be read (--site).`);
  });
  const read = v.safeParse(v.pipe(v.string(), v.parseJson(), siteSchema), text);
  if (!read.success) throw new Error(`${file} is not what npm run provision -- apply --out writes (--site).`);
  const { hostname, pathname } = new URL(read.output.url);
  if (hostname !== asked.hostname || pathname !== `/sites/${asked.siteName}`) {
    throw new Error(`${file} is of another site than the request names.`);
  }
  return read.output;
}
