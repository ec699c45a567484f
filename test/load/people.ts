import { submissionIdFrom } from '../../src/domain/incident/identity.ts';
import type { Report } from '../../src/domain/incident/report.ts';
import { payloadParts, splitText } from '../../src/m365/lists/split-text.ts';
import { callReport } from '../service/support/account.ts';
import type { TenantView } from '../service/support/product.ts';
import { forwardedOf, personOf, reportOf } from '../service/support/reporter.ts';
import type { VirtualTime } from './virtual-time.ts';

type Over = Partial<Report>;

/** Two of three are e-mails; the ways differ in who is told. */
const ways: readonly { isEmail: boolean; over: Over }[] = [
  { isEmail: true, over: { kind: 'abusive' } },
  { isEmail: false, over: { kind: 'abusive' } },
  { isEmail: true, over: { kind: 'abusive', violenceThreatened: true } },
  { isEmail: true, over: { kind: 'sexualMalicious' } },
  { isEmail: false, over: { kind: 'hoax' } },
  { isEmail: true, over: { kind: 'abusive' } },
  { isEmail: true, over: { kind: 'bombThreat' } },
  { isEmail: false, over: { kind: 'internal' } },
  { isEmail: true, over: { kind: 'abusive', manager: { chosenId: null, implicated: true } } },
];
const reporters = ['reporter', 'colleague', 'manager'] as const;
/** From the report to the word that the original has left, as the pane writes it. */
const forwardAfterMs = 10_000;
const tokenLastsMs = 50 * 60_000;

/** Simulated or real. */
export type PeoplesTime = Pick<VirtualTime, 'now' | 'sleep' | 'hold'>;

export interface StoredReport {
  submissionId: string;
  /** When its row was in Intake, in milliseconds. */
  storedAt: number;
}

/** Those who report: each row is written with a person's own rights, as pane and tab do it, and again later where that failed. */
export class People {
  readonly #product: TenantView;
  readonly #time: PeoplesTime;
  readonly #send: typeof fetch;
  readonly #tokens = new Map<string, { text: string; at: number }>();
  readonly stored: StoredReport[] = [];
  /** Requests that they sent, and those of them that were refused. */
  writes = 0;
  refusals = 0;

  constructor(product: TenantView, time: PeoplesTime, send: typeof fetch) {
    this.#product = product;
    this.#time = time;
    this.#send = send;
  }

  async report(number: number): Promise<void> {
    const persona = reporters[number % reporters.length] as string;
    const way = ways[number % ways.length] as (typeof ways)[number];
    const report = way.isEmail
      ? await reportOf(await personOf(this.#product, persona), number, way.over)
      : callReport({ submissionId: randomSubmissionId(), ...way.over });
    const { submissionId } = report;
    await this.#add(persona, { SubmissionId: submissionId, EntryType: 'report', Payload: JSON.stringify(report) });
    this.stored.push({ submissionId, storedAt: this.#time.now });
    if (!way.isEmail || report.kind === 'bombThreat') return;
    await this.#time.sleep(forwardAfterMs);
    const Payload = JSON.stringify(forwardedOf(report));
    await this.#add(persona, { SubmissionId: submissionId, EntryType: 'forwarded', Payload });
  }

  async #add(persona: string, fields: { SubmissionId: string; EntryType: string; Payload: string }): Promise<void> {
    const { site, graphBaseUrl } = this.#product.settings;
    const root = graphBaseUrl.replace(/\/(v1\.0)?\/?$/, '');
    for (;;) {
      const response = await this.#send(`${root}/v1.0/sites/${site.id}/lists/${site.lists.intake}/items`, {
        method: 'POST',
        headers: { authorization: `Bearer ${await this.#tokenOf(persona)}`, 'content-type': 'application/json' },
        body: JSON.stringify({ fields: { ...fields, ...splitText('Payload', payloadParts, fields.Payload) } }),
      });
      this.writes += 1;
      if (response.ok) return;
      if (response.status !== 429) throw new Error(`intake: ${response.status} ${await response.text()}`);
      this.refusals += 1;
      await this.#time.sleep(Number(response.headers.get('retry-after') ?? 1) * 1000);
    }
  }

  async #tokenOf(persona: string): Promise<string> {
    const known = this.#tokens.get(persona);
    if (known && known.at + tokenLastsMs > this.#time.now) return known.text;
    const scopes = ['Sites.Selected', 'Sites.ReadWrite.All'];
    const text = await this.#time.hold(() =>
      this.#product.token({ persona, scopes, app: this.#product.settings.clientId, expiresIn: 7200 }),
    );
    this.#tokens.set(persona, { text, at: this.#time.now });
    return text;
  }
}

function randomSubmissionId(): string {
  return submissionIdFrom(crypto.getRandomValues(new Uint8Array(17)));
}
