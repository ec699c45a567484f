import { holderOf, isExcluded } from '../../domain/incident/holders.ts';
import type { Incident } from '../../domain/incident/incident.ts';
import type { Holder, Stamp, Statement, StatementRole } from '../../domain/incident/manager-work.ts';
import { mayDo } from '../../domain/incident/permissions.ts';
import type { Staff } from '../../domain/incident/staff.ts';
import {
  addToStatement,
  askForStatement,
  type StatementRefusal,
  type StatementResult,
  signedText,
  signStatement,
  waiveStatement,
  writesStatement,
} from '../../domain/incident/statements.ts';
import type { Change, IncidentDesk } from '../incident-desk.ts';
import { queued, withDeliveries } from '../notices.ts';
import type { AuditAction } from '../ports/audit.ts';
import type { RegisterRow } from '../ports/register.ts';
import type { ServicePorts } from '../ports/service-ports.ts';
import type { OwnStatement, OwnStatements, StatementPage, TeamResult, WitnessChoice } from '../ports/team.ts';
import { isRemoteError } from '../remote-error.ts';
import { sha256Hex } from '../report-email-id.ts';

/** Null: there is no such record or statement, or it is not theirs. */
type Answer<T> = Promise<TeamResult<T, StatementRefusal> | null>;

const pageSize = 20;

interface Writing {
  submissionId: string;
  statementId: string;
  text: string;
}

/** Statements of people who were there: asked for, signed, added to, waived. BEH-8.5-1, BEH-8.14-2 */
export class StatementDesk {
  readonly #ports: ServicePorts;
  readonly #desk: IncidentDesk;

  constructor(ports: ServicePorts, desk: IncidentDesk) {
    this.#ports = ports;
    this.#desk = desk;
  }

  /** Somebody of the directory is told by mail; the words of somebody else are written down by whoever asks. */
  async ask(
    actorId: string,
    submissionId: string,
    { witness, role }: { witness: WitnessChoice; role: StatementRole },
  ): Answer<Incident> {
    // Whoever may not ask learns nothing, not even who is in the directory.
    if (!(await this.#asHolder(submissionId, actorId))) return null;
    const found = 'staffId' in witness ? await this.#ports.directory.find(witness.staffId) : null;
    if ('staffId' in witness && !found) return { kind: 'refused', refusal: 'witnessMissing' };
    const staff: Holder | null = found && {
      id: found.id,
      name: found.name,
      address: found.address,
      language: found.language,
    };
    const name = 'name' in witness ? witness.name : '';
    return this.#asManager(submissionId, actorId, 'statementAsked', (incident, stamp) =>
      askForStatement(incident, { witness: { staff, name }, role }, stamp),
    );
  }

  waive(actorId: string, submissionId: string, statementId: string, reason: string): Answer<Incident> {
    return this.#asManager(submissionId, actorId, 'statementWaived', (incident, stamp) =>
      waiveStatement(incident, statementId, { ...stamp, reason }),
    );
  }

  /**
   * What was asked of this person: found by the trail, which says once who was asked, and shown as each record has it now. `after` is how
   * many requests come before the page.
   */
  async own(actorId: string, after: number): Promise<OwnStatements> {
    const asked = await this.#ports.audit.statementsAskedOf(actorId);
    const page = asked.slice(after, after + pageSize);
    const rows = new Map<string, RegisterRow | null>();
    await Promise.all(
      [...new Set(page.map(({ submissionId }) => submissionId))].map(async (submissionId) => {
        rows.set(submissionId, await this.#findReadable(submissionId));
      }),
    );
    const statements = page.flatMap(({ submissionId, statementId }) => {
      const incident = rows.get(submissionId)?.incident;
      const statement = incident && this.#writable(incident, statementId, actorId);
      const isTheirs = statement?.witness.staff?.id === actorId;
      return incident && statement && isTheirs ? (lineFor(incident, statement) ?? []) : [];
    });
    return { statements, next: asked.length > after + pageSize ? after + pageSize : null };
  }

  /** What the one who writes it is shown; null for everybody else. */
  async read(actorId: string, submissionId: string, statementId: string): Promise<StatementPage | null> {
    const row = await this.#desk.find(submissionId);
    const statement = row && this.#writable(row.incident, statementId, actorId);
    return row && statement ? pageFor(row.incident, statement, actorId) : null;
  }

  async sign(actorId: string, { submissionId, statementId, text }: Writing): Answer<StatementPage> {
    const row = await this.#desk.find(submissionId);
    const statement = row && this.#writable(row.incident, statementId, actorId);
    if (!row || !statement) return null;
    const by = this.#signer(row.incident, statement, actorId);
    const signed = { by, at: this.#ports.clock.now().toISOString(), text: text.trim() };
    const sha256 = await sha256Hex(new TextEncoder().encode(signedText(submissionId, statement, signed)));
    return this.#write(actorId, { submissionId, statementId }, 'statementSigned', (incident) =>
      signStatement(incident, statementId, { ...signed, sha256 }),
    );
  }

  async add(actorId: string, { submissionId, statementId, text }: Writing): Answer<StatementPage> {
    const row = await this.#desk.find(submissionId);
    const statement = row && this.#writable(row.incident, statementId, actorId);
    if (!row || !statement) return null;
    const by = this.#signer(row.incident, statement, actorId);
    const at = this.#ports.clock.now().toISOString();
    return this.#write(actorId, { submissionId, statementId }, 'statementAdded', (incident) =>
      addToStatement(incident, statementId, { by, at, text }),
    );
  }

  /** The statement, for the one who writes it and finds a trace of the record at all. C-21 */
  #writable(incident: Incident, statementId: string, actorId: string): Statement | null {
    if (isExcluded(incident, actorId)) return null;
    const isHolder = this.#holder(incident, actorId) !== null;
    const statement = incident.statements.find(({ id }) => id === statementId);
    return statement && writesStatement(statement, actorId, isHolder) ? statement : null;
  }

  /** A record that somebody has broken takes no other statement off the list. */
  async #findReadable(submissionId: string): Promise<RegisterRow | null> {
    try {
      return await this.#desk.find(submissionId);
    } catch (error) {
      if (!isRemoteError(error) || error.code !== 'invalid') throw error;
      this.#ports.log.warn('statementNotListed', { submissionId, failure: error.code });
      return null;
    }
  }

  #signer(incident: Incident, { witness }: Statement, actorId: string): Staff {
    const { id, name, address } = witness.staff ??
      this.#holder(incident, actorId) ?? { id: actorId, name: '', address: '' };
    return { id, name, address };
  }

  #holder(incident: Incident, actorId: string): Holder | null {
    return holderOf(incident, actorId, this.#ports.clock.now().toISOString());
  }

  async #asHolder(submissionId: string, actorId: string): Promise<Holder | null> {
    const row = await this.#desk.find(submissionId);
    return row && this.#holder(row.incident, actorId);
  }

  #asManager(
    submissionId: string,
    actorId: string,
    action: AuditAction,
    make: (incident: Incident, stamp: Stamp) => StatementResult,
  ): Answer<Incident> {
    const at = this.#ports.clock.now().toISOString();
    return this.#change(actorId, submissionId, action, (incident) => {
      const holder = this.#holder(incident, actorId);
      if (!holder || !mayDo(incident, { id: actorId, groups: [] }, 'create', 'statement', at)) {
        return { ok: false, refusal: 'notYours' };
      }
      const { id, name, address } = holder;
      return make(incident, { by: { id, name, address }, at });
    }).then((result) => (result?.kind === 'done' ? { kind: 'done', value: result.value.incident } : result));
  }

  async #write(
    actorId: string,
    { submissionId, statementId }: Omit<Writing, 'text'>,
    action: AuditAction,
    make: (incident: Incident) => StatementResult,
  ): Answer<StatementPage> {
    const result = await this.#change(actorId, submissionId, action, (incident) =>
      this.#writable(incident, statementId, actorId) ? make(incident) : { ok: false, refusal: 'notYours' },
    );
    if (result?.kind !== 'done') return result;
    const { incident, statement } = result.value;
    return { kind: 'done', value: pageFor(incident, statement, actorId) };
  }

  async #change(
    actorId: string,
    submissionId: string,
    action: AuditAction,
    make: (incident: Incident) => StatementResult,
  ): Answer<{ incident: Incident; statement: Statement }> {
    const at = this.#ports.clock.now().toISOString();
    let made: Statement | null = null;
    const outcome = await this.#desk.change(
      submissionId,
      ({ incident, work }): Change<StatementRefusal> => {
        const result = make(incident);
        if (!result.ok) return { kind: 'refused', refusal: result.refusal };
        const { statement } = result;
        made = statement;
        const { staff } = statement.witness;
        const asked =
          action === 'statementAsked' && staff
            ? [
                queued(
                  submissionId,
                  'statementAsked',
                  { role: 'witness', channel: 'mail', to: staff.address },
                  at,
                  statement.id,
                ),
              ]
            : [];
        const hash: Record<string, string> =
          action === 'statementSigned' && statement.signed ? { sha256: statement.signed.sha256 } : {};
        const witness: Record<string, string> = action === 'statementAsked' && staff ? { witness: staff.id } : {};
        const part = action === 'statementAdded' ? ` ${statement.addenda.length}` : '';
        return {
          kind: 'changed',
          mustBeKept: true,
          draft: {
            incident: { ...result.incident, deliveries: withDeliveries(incident.deliveries, asked) },
            work: {
              ...work,
              owedEntries: [
                ...work.owedEntries,
                {
                  id: `${action} ${statement.id}${part}`,
                  action,
                  actor: actorId,
                  at,
                  detail: { statement: statement.id, role: statement.role, ...witness, ...hash },
                },
              ],
              owesRedraw: true,
            },
          },
        };
      },
      { later: true },
    );
    const statement = made as Statement | null;
    if (outcome.kind === 'changed' && statement)
      return { kind: 'done', value: { incident: outcome.row.incident, statement } };
    const refusal = outcome.kind === 'refused' ? outcome.refusal : 'notYours';
    return refusal === 'notYours' || refusal === 'notFound' ? null : { kind: 'refused', refusal };
  }
}

/** Null for one that nobody waits for any more and nobody has written: its record was withdrawn, or goes on in another. */
function lineFor(incident: Incident, { id, role, asked, signed, waived }: Statement): OwnStatement | null {
  const isOver = incident.state === 'withdrawn' || incident.state === 'merged';
  if (isOver && !signed) return null;
  return {
    submissionId: incident.report.submissionId,
    statementId: id,
    reference: incident.reference,
    occurredAt: incident.report.occurredAt,
    askedBy: asked.by.name,
    askedAt: asked.at,
    role,
    signedAt: signed?.at ?? null,
    isWaived: waived !== null,
  };
}

function pageFor(incident: Incident, statement: Statement, readerId: string): StatementPage {
  const { witness, role, asked, signed, addenda, waived } = statement;
  return {
    submissionId: incident.report.submissionId,
    statementId: statement.id,
    reference: incident.reference,
    occurredAt: incident.report.occurredAt,
    askedBy: asked.by.name,
    role,
    witness: { name: witness.name, isYou: witness.staff?.id === readerId },
    signed: signed && { at: signed.at, by: signed.by.name, text: signed.text, sha256: signed.sha256 },
    addenda: addenda.map(({ at, text }) => ({ at, text })),
    isWaived: waived !== null,
  };
}
