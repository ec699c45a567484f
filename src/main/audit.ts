import { writeFile } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { parseArgs } from 'node:util';
import { writeOutTrail } from '../application/copy-trail.ts';
import { IncidentDesk } from '../application/incident-desk.ts';
import type { RegisterRow } from '../application/ports/register.ts';
import type { ServicePorts } from '../application/ports/service-ports.ts';
import { isRemoteError } from '../application/remote-error.ts';
import { sha256Hex } from '../application/report-email-id.ts';
import { type TrailFinding, verifyRecord, verifyTrails } from '../application/verify-trail.ts';
import { type CaveatBoundary, caveatBoundaries } from '../domain/incident/vocabulary.ts';
import { GraphConfiguration } from '../m365/organisation/configuration.ts';
import { createLogger, PinoServiceLog } from '../service/log.ts';
import { OwnOrganisation } from '../service/own-organisation.ts';
import { readServiceSettings } from '../service/settings.ts';
import { portsOfPerson } from './audit/person-ports.ts';
import { connectPorts } from './service-wiring.ts';

/**
 * `npm run audit -- verify [--incident UB-2026-000123]` checks the trail: a line for each finding, last `incidents N entries N findings N`,
 * and exit code 1 where there is any. `npm run audit -- export --incident UB-2026-000123 --out FILE` writes one record's history as JSON
 * Lines, or as a table where the file ends in `.csv`; that it was written out is entered into the history first. Settings are the
 * service's own (`URDDAS_SETTINGS`).
 *
 * `verify --request FILE --site FILE` does it with the rights of whoever signs in by a code, and needs nothing of the service's; for one
 * register with `--register`. An export enters something into the history, which the service alone may. X-AUD-1
 */
const usage = `npm run audit -- verify [--incident REF]                as the service, by its settings (URDDAS_SETTINGS)
npm run audit -- verify --request FILE --site FILE [--register default|hr] [--incident REF]     as yourself, by a code
npm run audit -- export --incident REF --out FILE       as the service

FILE of --request and --site are those of npm run provision. --stand-in http://localhost:3000 does it in the stand-in tenant.`;

type Trails = Pick<ServicePorts, 'register' | 'audit'>;

async function find(
  { register }: Trails,
  reference: string,
  boundaries: readonly CaveatBoundary[] = caveatBoundaries,
): Promise<RegisterRow> {
  for (const boundary of boundaries) {
    const row = await register.findByReference(boundary, reference.toUpperCase());
    if (row) return row;
  }
  throw new Error(`There is no record ${reference}.`);
}

function say({ boundary, submissionId, problem, sequence }: TrailFinding): void {
  console.log(`${problem} ${boundary} ${submissionId}${sequence === null ? '' : ` entry ${sequence}`}`);
}

async function verify(
  ports: Trails,
  reference: string | undefined,
  boundaries: readonly CaveatBoundary[],
): Promise<boolean> {
  let count = { incidents: 1, entries: 0, findings: 0 };
  if (reference === undefined) count = await verifyTrails(ports, say, boundaries);
  else {
    const row = await find(ports, reference, boundaries);
    const { submissionId } = row.incident.report;
    const findings = await verifyRecord(ports, row);
    for (const finding of findings) say({ boundary: row.boundary, submissionId, ...finding });
    const { entries } = await ports.audit.chain(row.boundary, submissionId);
    count = { incidents: 1, entries: entries.length, findings: findings.length };
  }
  console.log(`incidents ${count.incidents} entries ${count.entries} findings ${count.findings}`);
  return count.findings === 0;
}

/** Whoever writes a history out is named in it, before it leaves. */
async function exportOne(ports: ServicePorts, reference: string, out: string): Promise<void> {
  const row = await find(ports, reference);
  const operator = await sha256Hex(new TextEncoder().encode(userInfo().username));
  const desk = new IncidentDesk(ports, { owner: `audit ${ports.clock.now().toISOString()}`, leaseSeconds: 60 });
  const form = out.endsWith('.csv') ? 'csv' : 'jsonl';
  const who = { actor: 'operator', form, detail: { operator: operator.slice(0, 16) } } as const;
  const copy = await writeOutTrail(ports, desk, row, who);
  if (!copy) throw new Error(`There is no record ${reference} any more.`);
  await writeFile(out, copy.text, { mode: 0o600 });
  console.log(`wrote ${copy.entries.length} entries to ${out}`);
}

interface Options {
  request?: string | undefined;
  site?: string | undefined;
  register?: string | undefined;
  'stand-in'?: string | undefined;
  incident?: string | undefined;
}

/** With the rights of whoever signs in. What that person may not read is said in a sentence, and is no finding. */
async function verifyAsPerson(given: Options): Promise<boolean> {
  const { request: requestFile, site: siteFile, register, 'stand-in': standIn = null } = given;
  if (!requestFile || !siteFile) throw new Error(usage);
  const boundaries = caveatBoundaries.filter((each) => register === undefined || each === register);
  if (boundaries.length === 0) throw new Error(usage);
  const ports = await portsOfPerson({ requestFile, siteFile, standIn }, process.env, (line) => console.log(line));
  try {
    return await verify(ports, given.incident, boundaries);
  } catch (error) {
    if (!isRemoteError(error) || (error.code !== 'forbidden' && error.code !== 'notFound')) throw error;
    throw new Error(
      `You may not read a register or its trail (${error.message}). Security reads --register default, HR --register hr; an administrator of the site reads both.`,
      { cause: error },
    );
  }
}

/** With the service's own settings and rights. */
async function openAsService(): Promise<ServicePorts> {
  const settings = await readServiceSettings(process.env);
  const log = new PinoServiceLog(createLogger('silent'));
  const outside = {
    clock: { now: () => new Date() },
    fetch: globalThis.fetch.bind(globalThis),
    wait: (milliseconds: number) => new Promise<void>((done) => setTimeout(done, milliseconds)),
  };
  let own: OwnOrganisation | null = null;
  const { ports, graph } = connectPorts(settings, log, outside, () => {
    if (!own) throw new Error('The configuration has not been read yet.');
    return own.present;
  });
  const list = { siteId: settings.site.id, listId: settings.site.lists.config };
  const rules = { isDemo: settings.demoNotice !== null, tolerate: () => undefined };
  own = await OwnOrganisation.load(new GraphConfiguration(graph, list, rules), log, () => undefined);
  return ports;
}

async function run(): Promise<void> {
  const text = { type: 'string' } as const;
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { incident: text, out: text, request: text, site: text, register: text, 'stand-in': text },
  });
  const [command] = positionals;
  const isPerson = values.request !== undefined || values.site !== undefined || values.register !== undefined;
  if (command === 'verify') {
    const isWhole = isPerson
      ? await verifyAsPerson(values)
      : await verify(await openAsService(), values.incident, caveatBoundaries);
    process.exitCode = isWhole ? 0 : 1;
    return;
  }
  if (command !== 'export' || isPerson || !values.incident || !values.out) throw new Error(usage);
  await exportOne(await openAsService(), values.incident, values.out);
}

run().catch((error: unknown) => {
  console.error(isRemoteError(error) || error instanceof Error ? error.message : error);
  process.exit(1);
});
