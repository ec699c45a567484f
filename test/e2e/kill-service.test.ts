import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Incident } from '../../src/domain/incident/incident.ts';
import type { Kind } from '../../src/domain/incident/vocabulary.ts';
import { incidents, itemsOf, sentMails } from '../service/support/look.ts';
import { addForwarded, addReport, forwardedOf, personOf, reportOf } from '../service/support/reporter.ts';
import { uploadEvidence } from '../service/support/security.ts';
import { cardsEverywhere } from './support/counts.ts';
import { evidenceFiles, evidenceHash, sha256 } from './support/mail.ts';
import { type RunningSystem, startSystem } from './support/running-system.ts';
import { until } from './support/until.ts';

/** 40 in the usual run; `URDDAS_KILLED_REPORTS=200` for the long one. */
const count = Number(process.env.URDDAS_KILLED_REPORTS ?? 40);
const seed = Number(process.env.URDDAS_KILL_SEED ?? 20261122);
const leastKills = 8;
const authors = ['reporter', 'colleague', 'manager', 'seniorManager', 'hr', 'helpDesk'];
const kinds: Kind[] = ['abusive', 'persistent', 'hoax', 'suicideThreat', 'bombThreat', 'sexualMalicious'];

/** Mulberry32: the same moments every time for one seed. */
function chances(from: number): () => number {
  let state = from;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const pause = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));

interface Posted {
  rowId: string;
  submissionId: string;
  kind: Kind;
  isForwarded: boolean;
  evidence: string | null;
}

describe(`The service, killed again and again while ${count} reports come in (X-IDEM-1, X-PART-1)`, () => {
  let system: RunningSystem;
  const posted: Posted[] = [];
  let kills = 0;

  beforeAll(async () => {
    system = await startSystem({ pollSeconds: 2, leaseSeconds: 3 });
    await system.addReplica();
    await postAndKill();
    const isAllDone = async () =>
      (await incidents(system)).filter(({ item }) => item.fields.WorkState === 'done').length === count;
    await until('every report is dealt with', isAllDone, 240_000, 1_000);
    let open: string[] = [];
    const haveReceipts = async () => {
      open = await unfinished();
      return open.length === 0;
    };
    await until('every receipt is written', haveReceipts, 120_000, 1_000).catch((error: unknown) => {
      throw new Error(`${String(error)}\n${open.join('\n')}`);
    });
  }, 900_000);
  afterAll(() => system?.stop());

  async function postAndKill(): Promise<void> {
    const next = chances(seed);
    let isPosting = true;
    const killing = (async () => {
      while (isPosting || kills < leastKills) {
        await pause(200 + next() * 1_500);
        const [first, second] = system.replicas;
        const victims = next() < 0.3 ? [first, second] : [next() < 0.5 ? first : second];
        for (const { pid } of victims.filter((victim) => victim !== undefined)) {
          try {
            process.kill(pid, 'SIGKILL');
            kills += 1;
          } catch {
            // It is dead already and on its way back.
          }
        }
      }
    })();
    const people = await Promise.all(authors.map((author) => personOf(system, author)));
    const uploads: Promise<void>[] = [];
    for (let number = 0; number < count; number += 1) {
      const author = authors[number % authors.length] as string;
      const person = people[number % people.length];
      const kind = kinds[Math.floor(next() * kinds.length)] as Kind;
      if (!person) throw new Error('no person');
      const report = await reportOf(person, number, { kind });
      const rowId = await addReport(system, author, report);
      const isForwarded = !['suicideThreat', 'bombThreat'].includes(kind) && next() < 0.7;
      if (isForwarded) await addForwarded(system, author, forwardedOf(report));
      const bytes = new TextEncoder().encode(`From: x\r\n\r\nreport ${number}`);
      const evidence = next() < 0.6 ? sha256(bytes) : null;
      if (evidence !== null) uploads.push(uploadUntilTaken(author, report.submissionId, bytes, evidence));
      posted.push({ rowId, submissionId: report.submissionId, kind, isForwarded, evidence });
      await pause(next() * 120);
    }
    isPosting = false;
    await killing;
    await Promise.all(uploads);
  }

  /** As the pane's outbox does: again and again until there is an answer that is final. */
  async function uploadUntilTaken(persona: string, submissionId: string, bytes: Uint8Array, hash: string) {
    for (let attempt = 0; attempt < 200; attempt += 1) {
      try {
        const request = { submissionId, bytes, sha256: hash, persona };
        const answer = await uploadEvidence(system, system.appOrigin, request);
        if (answer.status === 200) return;
        if (![404, 429, 500, 503].includes(answer.status)) throw new Error(`evidence: ${answer.status}`);
      } catch (error) {
        if (error instanceof Error && error.message.startsWith('evidence:')) throw error;
      }
      await pause(500);
    }
    throw new Error('evidence: never taken');
  }

  async function unfinished(): Promise<string[]> {
    const rows = await itemsOf(system, system.settings.site.lists.intake);
    const states = posted.map(({ rowId }) => {
      const receipts: { state: string }[] = JSON.parse(rows.find(({ id }) => id === rowId)?.fields.Receipts ?? '[]');
      return [rowId, receipts.map(({ state }) => state)] as const;
    });
    const bySubmission = new Map(posted.map((each) => [each.rowId, each]));
    return states
      .filter(([rowId, receipts]) => {
        const waiting = receipts.filter((state) => !['done', 'notNeeded', 'withheld'].includes(state)).length;
        const { isForwarded, evidence, kind } = bySubmission.get(rowId) as Posted;
        const isMail = !['suicideThreat', 'bombThreat'].includes(kind);
        // A forward and a file that were never sent stay open, and nothing else does.
        return receipts.length < 5 || waiting !== (evidence === null ? 1 : 0) + (isMail && !isForwarded ? 1 : 0);
      })
      .map(([rowId, receipts]) => `${rowId}: ${receipts}`);
  }

  it('was killed often enough for it to count', () => {
    expect(kills).toBeGreaterThanOrEqual(leastKills);
  });

  it('holds one incident for each report, with its own number', async () => {
    const all = await incidents(system);
    expect(all.map(({ incident }) => incident.report.submissionId).sort()).toEqual(
      posted.map(({ submissionId }) => submissionId).sort(),
    );
    expect(new Set(all.map(({ incident }) => incident.reference)).size).toBe(count);
  });

  it('sent each mail once, by its key, and each card once', async () => {
    const all = (await incidents(system)).map(({ incident }) => incident);
    const deliveries = all.flatMap((incident: Incident) => incident.deliveries);
    // Some of the authors have no deputy director above them; nothing else may be left unsent.
    expect(deliveries.filter(({ state, failure }) => state !== 'sent' && failure !== 'noRecipient')).toEqual([]);
    expect(new Set(deliveries.map(({ key }) => key)).size).toBe(deliveries.length);
    const mails = (await sentMails(system)).filter(({ subject }) => !/^Undeliverable/.test(subject));
    expect(mails).toHaveLength(
      deliveries.filter(({ channel, state }) => channel === 'mail' && state === 'sent').length,
    );
    const cards = await cardsEverywhere(system);
    for (const incident of all) {
      const found = cards.filter((json) => json.includes(incident.reference)).length;
      expect(found, incident.reference).toBe(incident.deliveries.filter(({ channel }) => channel === 'card').length);
    }
  });

  it('filed each evidence once, with the bytes it was given', async () => {
    const files = await evidenceFiles(system);
    const filed = await Promise.all(files.map(({ id }) => evidenceHash(system, id)));
    const expected = posted.flatMap(({ evidence }) => (evidence === null ? [] : [evidence]));
    expect(filed.sort()).toEqual(expected.sort());
    const all = await incidents(system);
    for (const { submissionId, evidence } of posted) {
      const incident = all.find((each) => each.incident.report.submissionId === submissionId)?.incident;
      expect(incident?.evidence.map((each) => each.sha256)).toEqual(evidence === null ? [] : [evidence]);
      expect(incident?.forward.state === 'sent').toBe(
        posted.find((each) => each.submissionId === submissionId)?.isForwarded,
      );
    }
  });

  it('has one unbroken chain in the audit trail for each', async () => {
    const trail = await itemsOf(system, system.settings.site.lists.audit);
    const keys = trail.map(({ fields }) => fields.EntryKey);
    expect(new Set(keys).size).toBe(keys.length);
    const registered = trail.filter(({ fields }) => fields.Action === 'registered');
    expect(registered).toHaveLength(count);
  });
});
