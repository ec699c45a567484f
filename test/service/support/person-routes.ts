import { createHash } from 'node:crypto';
import { addDays } from '../../../src/domain/calendar/dates.ts';
import { londonDateOf } from '../../../src/domain/calendar/london-time.ts';

/** What the calls below are about: one report, one absence, and who was there. */
export interface CallSubjects {
  submissionId: string;
  reference: string;
  colleagueId: string;
  absenceId: string;
}

/** A call that is right in everything but, perhaps, the token. */
export interface PersonCall {
  /** Who may make it. */
  persona: string;
  path: string;
  headers?: Record<string, string>;
  body?: string | Uint8Array<ArrayBuffer>;
  /** What the log calls it when the token is not good. */
  refusedAs: 'teamCallRefused' | 'evidenceCallRefused';
}

export const originalBytes = new TextEncoder().encode('From: a\r\n\r\nwords');
export const originalHash = createHash('sha256').update(originalBytes).digest('hex');

const json = (persona: string, path: string, body?: object): PersonCall => ({
  persona,
  path,
  headers: { 'content-type': 'application/json' },
  ...(body ? { body: JSON.stringify(body) } : {}),
  refusedAs: 'teamCallRefused',
});

/**
 * Every route that asks who somebody is, as the app registers it, with a call that is taken: in an order in which each can be. A route that
 * is missing here fails the attack test, which compares this list with the app's own.
 */
export const personRoutes: Record<string, (given: CallSubjects) => PersonCall> = {
  'PUT /api/submissions/:submissionId/evidence': ({ submissionId }) => ({
    persona: 'reporter',
    path: `/api/submissions/${submissionId}/evidence`,
    headers: {
      'x-evidence-sha256': originalHash,
      'x-evidence-method': 'officeFile',
      'x-evidence-captured-at': '2026-11-20T10:05:00Z',
    },
    body: originalBytes,
    refusedAs: 'evidenceCallRefused',
  }),
  'POST /api/incidents/:submissionId/evidence/:evidenceId/verification': (given) => ofEvidence('verification', given),
  'POST /api/incidents/:submissionId/evidence/:evidenceId/copy': (given) => ofEvidence('copy', given),
  'GET /api/team/summary': () => json('manager', '/api/team/summary'),
  'GET /api/team/records': () => json('manager', '/api/team/records'),
  'GET /api/team/search': ({ reference }) => json('manager', `/api/team/search?reference=${reference}`),
  'POST /api/team/records/:submissionId/reading': (given) => json('manager', `${record(given)}/reading`, {}),
  'POST /api/team/records/:submissionId/answers': (given) =>
    json('manager', `${record(given)}/answers`, { verb: 'requestGuards', note: 'At the door, until six.' }),
  // What the manager asked for in the call before.
  'POST /api/incidents/:submissionId/tasks/:taskId/done': ({ submissionId }) =>
    json('security', `/api/incidents/${submissionId}/tasks/t1/done`, {}),
  'GET /api/team/records/:submissionId/alert': (given) => json('manager', `${record(given)}/alert`),
  'POST /api/team/records/:submissionId/alert': (given) =>
    json('manager', `${record(given)}/alert`, { measures: ['notAlone'] }),
  'POST /api/team/records/:submissionId/statements': (given) =>
    json('manager', `${record(given)}/statements`, { witness: { staffId: given.colleagueId }, role: 'witness' }),
  'GET /api/team/statements': () => json('colleague', '/api/team/statements'),
  'GET /api/team/statements/:submissionId/:statementId': (given) => json('colleague', statement(given)),
  'POST /api/team/statements/:submissionId/:statementId/waiver': (given) =>
    json('manager', `${statement(given)}/waiver`, { reason: 'There is another one.' }),
  'POST /api/team/statements/:submissionId/:statementId/signature': (given) =>
    json('colleague', `${statement(given)}/signature`, { text: 'I saw it.' }),
  'POST /api/team/statements/:submissionId/:statementId/addenda': (given) =>
    json('colleague', `${statement(given)}/addenda`, { text: 'It was raining.' }),
  'GET /api/team/absences': () => json('manager', '/api/team/absences'),
  'PUT /api/team/absences/:id': ({ absenceId, colleagueId }) => {
    const from = londonDateOf(new Date().toISOString());
    const wanted = { deputyId: colleagueId, from, until: addDays(from, 3), mode: 'both' };
    return json('manager', `/api/team/absences/${absenceId}`, wanted);
  },
  'DELETE /api/team/absences/:id': ({ absenceId }) => json('manager', `/api/team/absences/${absenceId}`),
  'GET /api/trails/:boundary': () => json('security', '/api/trails/default'),
  'POST /api/incidents/:submissionId/trail/copy': ({ submissionId }) =>
    json('security', `/api/incidents/${submissionId}/trail/copy`, { form: 'csv' }),
};

/** Where nobody's own token is asked for, and what is asked instead. */
export const otherRoutes = [
  'GET /healthz',
  'GET /readyz',
  // The channel's own token: `bot-tokens.test.ts`; a person's token is no such thing.
  'POST /api/messages',
  // The secret of a subscription: `hostile-bodies.test.ts`.
  'POST /api/notifications',
  // Pages and their files, the same for everybody.
  'GET /pane.html',
  'GET /tab.html',
  'GET /sign-in.html',
  'GET /*',
];

function ofEvidence(what: 'verification' | 'copy', { submissionId }: CallSubjects): PersonCall {
  const path = `/api/incidents/${submissionId}/evidence/original/${what}`;
  return { ...json('security', path, { sha256: originalHash }), refusedAs: 'evidenceCallRefused' };
}

function record({ submissionId }: CallSubjects): string {
  return `/api/team/records/${submissionId}`;
}

function statement({ submissionId }: CallSubjects): string {
  return `/api/team/statements/${submissionId}/s1`;
}
