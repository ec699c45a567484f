import * as v from 'valibot';
import type {
  OwnStatements,
  StatementPage,
  Team,
  TeamAbsences,
  TeamList,
  TeamRecord,
} from '../../application/ports/team.ts';
import { isRemoteError } from '../../application/remote-error.ts';
import { awaitedOf } from '../../domain/incident/awaiting.ts';
import { incidentStates, kinds, severities } from '../../domain/incident/vocabulary.ts';
import type { ServiceClient, ServiceRequest } from '../service-client/service-client.ts';

const item = {
  submissionId: v.string(),
  reference: v.string(),
  state: v.picklist(incidentStates),
  kind: v.picklist(kinds),
  severity: v.picklist(severities),
  reportedAt: v.string(),
  reporterName: v.string(),
};
const summarySchema = v.object({
  leadsTeam: v.boolean(),
  standsInFor: v.array(v.object({ name: v.string(), until: v.string() })),
  waiting: v.number(),
});
const listSchema = v.object({
  waiting: v.array(
    v.object({
      ...item,
      awaited: v.array(v.picklist(awaitedOf)),
      dueAt: v.nullable(v.string()),
      standsInFor: v.nullable(v.string()),
    }),
  ),
  answered: v.array(v.object(item)),
  next: v.nullable(v.number()),
}) satisfies v.GenericSchema<unknown, TeamList>;
const mode = v.picklist(['both', 'alone']);
const absencesSchema = v.object({
  own: v.array(
    v.object({
      id: v.string(),
      deputyName: v.string(),
      from: v.string(),
      until: v.string(),
      mode,
      enteredAt: v.string(),
    }),
  ),
  standsIn: v.array(v.object({ managerName: v.string(), from: v.string(), until: v.string(), mode })),
}) satisfies v.GenericSchema<unknown, TeamAbsences>;
const writtenSchema = v.object({ at: v.string(), text: v.string() });
const statementSchema = v.object({
  submissionId: v.string(),
  statementId: v.string(),
  reference: v.string(),
  occurredAt: v.string(),
  askedBy: v.string(),
  role: v.picklist(['victim', 'witness', 'firstAider']),
  witness: v.object({ name: v.string(), isYou: v.boolean() }),
  signed: v.nullable(v.object({ ...writtenSchema.entries, by: v.string(), sha256: v.string() })),
  addenda: v.array(writtenSchema),
  isWaived: v.boolean(),
}) satisfies v.GenericSchema<unknown, StatementPage>;
const ownStatementsSchema = v.object({
  statements: v.array(
    v.object({
      submissionId: v.string(),
      statementId: v.string(),
      reference: v.string(),
      occurredAt: v.string(),
      askedBy: v.string(),
      askedAt: v.string(),
      role: statementSchema.entries.role,
      signedAt: v.nullable(v.string()),
      isWaived: v.boolean(),
    }),
  ),
  next: v.nullable(v.number()),
}) satisfies v.GenericSchema<unknown, OwnStatements>;
/** Only our own service writes a record; what is checked is what tells a whole one from something else. */
const recordSchema = v.pipe(
  v.looseObject({
    reference: v.string(),
    state: v.picklist(incidentStates),
    report: v.looseObject({ submissionId: v.string() }),
    verbs: v.array(v.string()),
    statements: v.array(v.looseObject({ id: v.string() })),
    completeness: v.array(v.looseObject({ item: v.string(), state: v.string() })),
  }),
  v.transform((record) => record as unknown as TeamRecord),
);

/** What came of it; an unknown refusal is told as one, in general words. */
function resultSchema<S extends v.GenericSchema>(value: S) {
  return v.variant('kind', [
    v.object({ kind: v.literal('done'), value }),
    v.object({ kind: v.literal('refused'), refusal: v.string() }),
  ]);
}

/** "My team" by way of our own service. */
export function createTeamClient(service: ServiceClient): Team {
  const call = <S extends v.GenericSchema>(schema: S, method: ServiceRequest['method'], path: string, body?: object) =>
    service.send(schema, {
      method,
      path: `/api/team/${path}`,
      headers: body ? { 'Content-Type': 'application/json' } : {},
      body: body ? JSON.stringify(body) : '',
    });
  const record = (submissionId: string) => `records/${encodeURIComponent(submissionId)}`;
  const statement = (submissionId: string, statementId: string) =>
    `statements/${encodeURIComponent(submissionId)}/${encodeURIComponent(statementId)}`;
  const recordResult = resultSchema(recordSchema);
  const statementResult = resultSchema(statementSchema);
  return {
    summary: () => call(summarySchema, 'GET', 'summary'),
    list: (after = 0) => call(listSchema, 'GET', `records?after=${after}`),
    record: (submissionId) => call(recordSchema, 'POST', `${record(submissionId)}/reading`, {}),
    find: async (reference) => {
      try {
        const schema = v.object({ submissionId: v.string() });
        return (await call(schema, 'GET', `search?reference=${encodeURIComponent(reference)}`)).submissionId;
      } catch (error) {
        if (isRemoteError(error) && error.code === 'notFound') return null;
        throw error;
      }
    },
    answer: async (submissionId, answer) =>
      (await call(recordResult, 'POST', `${record(submissionId)}/answers`, answer)) as never,
    askForStatement: async (submissionId, asked) =>
      (await call(recordResult, 'POST', `${record(submissionId)}/statements`, asked)) as never,
    waiveStatement: async (submissionId, statementId, reason) =>
      (await call(recordResult, 'POST', `${statement(submissionId, statementId)}/waiver`, { reason })) as never,
    ownStatements: (after = 0) => call(ownStatementsSchema, 'GET', `statements?after=${after}`),
    statement: (submissionId, statementId) => call(statementSchema, 'GET', statement(submissionId, statementId)),
    signStatement: async (submissionId, statementId, text) =>
      (await call(statementResult, 'POST', `${statement(submissionId, statementId)}/signature`, { text })) as never,
    addToStatement: async (submissionId, statementId, text) =>
      (await call(statementResult, 'POST', `${statement(submissionId, statementId)}/addenda`, { text })) as never,
    alertPreview: (submissionId) =>
      call(v.object({ people: v.number(), sender: v.string() }), 'GET', `${record(submissionId)}/alert`),
    alert: async (submissionId, measures) =>
      (await call(recordResult, 'POST', `${record(submissionId)}/alert`, { measures })) as never,
    absences: () => call(absencesSchema, 'GET', 'absences'),
    enterAbsence: async (id, wanted) =>
      (await call(resultSchema(absencesSchema), 'PUT', `absences/${encodeURIComponent(id)}`, wanted)) as never,
    endAbsence: (id) => call(absencesSchema, 'DELETE', `absences/${encodeURIComponent(id)}`),
  };
}
