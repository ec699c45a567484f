import * as v from 'valibot';
import type { ServicePorts } from './ports/service-ports.ts';
import { type SiteFinding, type SiteInspection, siteFaults } from './ports/site-inspection.ts';
import { isRemoteError } from './remote-error.ts';
import { faultsOf, nameOfFinding, stops } from './site-findings.ts';
import { StateCell } from './state-cell.ts';

/** Between two looks at a site that was right; and at one that was not, so that mending it is noticed soon. */
const everyMs = { right: 15 * 60_000, wrong: 60_000 };
/** Views and formats are most of what a look asks for, and nobody's safety rests on them. */
const pagesEveryMs = 24 * 60 * 60_000;
/** How long one replica has for a look; then another may take it. */
const lookMs = 5 * 60_000;
/** So long it may go unseen before somebody is told: SharePoint has bad quarters of an hour. */
const unseenMs = 60 * 60_000;

const findingSchema = v.object({
  fault: v.picklist(siteFaults),
  kind: v.string(),
  list: v.nullable(v.string()),
  part: v.nullable(v.string()),
  /** When it was found first (UTC). */
  since: v.string(),
  isTold: v.boolean(),
});
const seenSchema = v.object({
  /** When the site was seen last (UTC); empty before the first time. */
  at: v.string(),
  /** When views and formats were seen last (UTC); empty before the first time. A value of an earlier version has none. */
  pagesAt: v.optional(v.string(), ''),
  found: v.array(findingSchema),
  /** Since when it cannot be seen (UTC); null while it can. */
  unseen: v.nullable(v.object({ since: v.string(), isTold: v.boolean() })),
  /** When a look was tried last, and who is at it. */
  tried: v.string(),
  taken: v.object({ by: v.string(), until: v.string() }),
});
type Seen = v.InferOutput<typeof seenSchema>;

const nothingYet: Seen = { at: '', pagesAt: '', found: [], unseen: null, tried: '', taken: { by: '', until: '' } };

/**
 * Looks at the site again and again while the service runs, one replica for all. What is wrong is in the log, is told once by mail to whoever
 * keeps the registers, and closes every way by which this service gives anything out, in all replicas, until it is right again; what comes in
 * is taken all the same (decision 0174).
 */
export class WatchSite {
  readonly #ports: Pick<ServicePorts, 'clock' | 'log' | 'mailbox' | 'writer' | 'organisation'>;
  readonly #site: SiteInspection;
  readonly #owner: string;
  readonly #cell: StateCell<Seen>;
  #found: readonly SiteFinding[] = [];

  constructor(ports: ServicePorts, site: SiteInspection, owner: string) {
    this.#ports = ports;
    this.#site = site;
    this.#owner = owner;
    this.#cell = new StateCell(ports.state, 'site:seen', seenSchema, nothingYet);
  }

  /** What the last look of any replica has found, and what keeps the service from giving anything out. */
  get found(): readonly SiteFinding[] {
    return this.#found;
  }

  get isRight(): boolean {
    return !this.#found.some(stops);
  }

  /** Looks where it is time and nobody else is at it, and learns what others have seen. Throws `RemoteError` where the State list or the mailbox cannot be reached. */
  async run(): Promise<void> {
    const present = await this.#cell.read();
    this.#found = present.found;
    const now = this.#ports.clock.now();
    if (!isDue(present, now)) return;
    const by = `${this.#owner} ${now.toISOString()}`;
    const taken = await this.#cell.update((seen) =>
      isDue(seen, now)
        ? {
            ...seen,
            tried: now.toISOString(),
            taken: { by, until: new Date(now.getTime() + lookMs).toISOString() },
          }
        : seen,
    );
    if (taken.taken.by !== by) return;
    const after = await this.#look(taken, now.toISOString());
    const kept = await this.#cell.update((seen) => (seen.taken.by === by ? after : seen));
    this.#found = kept.found;
    await this.#tell(kept, now);
  }

  async #look(before: Seen, now: string): Promise<Seen> {
    const taken = { by: '', until: '' };
    try {
      // Looked at every minute, the site is asked only for what has to be mended.
      const withPages = isPast(before.pagesAt, pagesEveryMs, now) && !before.found.some(stops);
      const seen = await this.#site.inspect({ withPages });
      const found = withPages ? seen : [...seen, ...pagesOf(before.found)];
      const known = new Map(before.found.map((finding) => [nameOfFinding(finding), finding]));
      for (const finding of found) {
        if (!known.has(nameOfFinding(finding))) this.#ports.log.warn('siteFinding', { ...finding });
      }
      const names = new Set(found.map(nameOfFinding));
      for (const { fault, kind, list, part } of before.found) {
        if (!names.has(nameOfFinding({ fault, kind, list, part }))) {
          this.#ports.log.info('siteMended', { fault, kind, list, part });
        }
      }
      return {
        ...before,
        taken,
        at: now,
        pagesAt: withPages ? now : before.pagesAt,
        unseen: null,
        found: found.map((finding) => {
          const { since = now, isTold = false } = known.get(nameOfFinding(finding)) ?? {};
          return { ...finding, since, isTold };
        }),
      };
    } catch (error) {
      if (!isRemoteError(error)) throw error;
      // What was seen last still counts: that it cannot be seen makes nothing right, and nothing wrong.
      this.#ports.log.error('siteNotSeen', error, { since: before.unseen?.since ?? now });
      return { ...before, taken, unseen: before.unseen ?? { since: now, isTold: false } };
    }
  }

  /** Once for each finding, all of one look in one mail. A mail that did not leave is sent with the next run: its key is the same. */
  async #tell(seen: Seen, now: Date): Promise<void> {
    const untold = seen.found.filter((finding) => stops(finding) && !finding.isTold);
    for (const since of new Set(untold.map((finding) => finding.since))) {
      const found = untold.filter((finding) => finding.since === since);
      await this.#send(`site/${since}`, found);
      await this.#cell.update((present) => ({
        ...present,
        found: present.found.map((finding) => (finding.since === since ? { ...finding, isTold: true } : finding)),
      }));
    }
    const { unseen } = seen;
    if (unseen && !unseen.isTold && now.getTime() - Date.parse(unseen.since) >= unseenMs) {
      await this.#send(`site/unseen/${unseen.since}`, [
        { fault: 'unseen', kind: 'siteNotSeen', list: null, part: null },
      ]);
      await this.#cell.update((present) => ({
        ...present,
        unseen: present.unseen && { ...present.unseen, isTold: true },
      }));
    }
  }

  /** To whoever keeps the register and to IT Security; to HR too where a list of theirs is concerned. */
  async #send(key: string, findings: readonly SiteFinding[]): Promise<void> {
    const { mailbox, writer, organisation, log } = this.#ports;
    const { security, itSecurity, hrPartner } = organisation().recipients;
    const isOfHr = findings.some(({ list }) => list?.endsWith('HR'));
    const to = [security, itSecurity, ...(isOfHr && hrPartner ? [hrPartner] : [])].map(({ address }) => address);
    const lists = [...new Set(findings.flatMap(({ list }) => list ?? []))];
    const mail = writer.siteChanged({ faults: faultsOf(findings), lists });
    try {
      await mailbox.sendOnce({ ...mail, key, to: [...new Set(to)], attachment: null }, { resume: true });
    } catch (error) {
      // An address that takes no mail is in the log; it must not have the same mail tried for ever.
      if (!isRemoteError(error) || error.isRepeatable) throw error;
      log.error('siteNoticeFailed', error);
    }
  }
}

/** What was known of views and formats, which were not read just now. */
function pagesOf(before: readonly SiteFinding[]): SiteFinding[] {
  return before
    .filter(({ fault }) => fault === 'pages')
    .map(({ fault, kind, list, part }) => ({ fault, kind, list, part }));
}

function isDue({ found, tried, taken }: Seen, now: Date): boolean {
  if (Date.parse(taken.until) > now.getTime()) return false;
  return isPast(tried, found.some(stops) ? everyMs.wrong : everyMs.right, now.toISOString());
}

/** Whether so long has gone since, or nobody knows: not yet (empty), or by a clock that was ahead. */
function isPast(since: string, milliseconds: number, now: string): boolean {
  const age = Date.parse(now) - Date.parse(since);
  return Number.isNaN(age) || age < 0 || age >= milliseconds;
}
