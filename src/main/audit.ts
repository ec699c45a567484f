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
import { caveatBoundaries } from '../domain/incident/vocabulary.ts';
import { GraphConfiguration } from '../m365/organisation/configuration.ts';
import { createLogger, PinoServiceLog } from '../service/log.ts';
import { OwnOrganisation } from '../service/own-organisation.ts';
import { readServiceSettings } from '../service/settings.ts';
import { connectPorts } from './service-wiring.ts';

/**
 * `npm run audit -- verify [--incident UB-2026-000123]` checks the trail: a line for each finding, last `incidents N entries N findings N`,
 * and exit code 1 where there is any. `npm run audit -- export --incident UB-2026-000123 --out FILE` writes one record's history as JSON
 * Lines, or as a table where the file ends in `.csv`; that it was written out is entered into the history first. Settings are the
 * service's own (`URDDAS_SETTINGS`). X-AUD-1
 */
const usage = 'npm run audit -- verify [--incident REF] | export --incident REF --out FILE';

async function find({ register }: ServicePorts, reference: string): Promise<RegisterRow> {
  for (const boundary of caveatBoundaries) {
    const row = await register.findByReference(boundary, reference.toUpperCase());
    if (row) return row;
  }
  throw new Error(`There is no record ${reference}.`);
}

function say({ boundary, submissionId, problem, sequence }: TrailFinding): void {
  console.log(`${problem} ${boundary} ${submissionId}${sequence === null ? '' : ` entry ${sequence}`}`);
}

async function verify(ports: ServicePorts, reference: string | undefined): Promise<boolean> {
  let count = { incidents: 1, entries: 0, findings: 0 };
  if (reference === undefined) count = await verifyTrails(ports, say);
  else {
    const row = await find(ports, reference);
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

async function run(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { incident: { type: 'string' }, out: { type: 'string' } },
  });
  const [command] = positionals;
  if (command !== 'verify' && command !== 'export') throw new Error(usage);
  if (command === 'export' && (!values.incident || !values.out)) throw new Error(usage);
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
  if (command === 'verify') process.exitCode = (await verify(ports, values.incident)) ? 0 : 1;
  else await exportOne(ports, values.incident ?? '', values.out ?? '');
}

run().catch((error: unknown) => {
  console.error(isRemoteError(error) || error instanceof Error ? error.message : error);
  process.exit(1);
});
