import type { OwnAbsence, StatementPage, Team, TeamRecord, WaitingItem } from '../../../src/application/ports/team.ts';
import { RemoteError } from '../../../src/application/remote-error.ts';
import { teamRecord } from '../../../src/application/team/team-record.ts';
import { demoConfiguration } from '../../../src/main/start/demo-configuration.ts';
import { opened } from './opened.ts';

/** What a test can see of the fake service. */
export interface FakeTeam {
  /** Number of the report that waits. */
  reference: string;
  /** What its reporter wrote. */
  facts: string;
  verbs: TeamRecord['verbs'];
  lastMeetingDay: string;
  answers: unknown[];
  statements: unknown[];
  alerts: unknown[];
  absences: OwnAbsence[];
  /** How many reports are the manager's turn. */
  waiting: number;
}

interface TeamGiven {
  hasTimeToMeet: boolean;
  /** Verbs that this report would not offer by itself. */
  alsoOpen: TeamRecord['verbs'];
}

const submissionId = '0123456789ABCDEFGHJKMNPQRS';

/** A manager with one report that waits, one stood in for, and one that goes on by itself. `?team=none` leads nobody, `empty` has nothing. */
export function fakeTeam(call: (name: string) => Promise<void>, kind: string | null, given: TeamGiven) {
  const state: FakeTeam = {
    reference: '',
    facts: '',
    verbs: [],
    lastMeetingDay: '',
    answers: [],
    statements: [],
    alerts: [],
    absences: [],
    waiting: kind === null || kind === 'none' || kind === 'empty' ? 0 : 2,
  };
  const { incident } = opened();
  const organisation = demoConfiguration('glanrafon.example') as never;
  const reviewer = { ...(incident.manager ?? { ...incident.reporter, language: null }), isAlternate: false };
  const awaiting = { ...incident, state: 'managerReview' as const, manager: reviewer, comments: [], standsInFor: null };
  let record: TeamRecord = teamRecord(awaiting, reviewer.id, organisation, '2026-11-10T10:10:00.000Z');
  // A meeting can still be planned, whenever the test runs.
  const lastMeetingDay = given.hasTimeToMeet
    ? new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10)
    : '2026-11-17';
  record = { ...record, lastMeetingDay, verbs: [...record.verbs, ...given.alsoOpen] };
  record = { ...record, namedWitnesses: [{ staffId: null, name: 'A passer-by', role: 'witness' }] };
  state.reference = record.reference;
  state.facts = record.report.facts;
  state.verbs = record.verbs;
  state.lastMeetingDay = record.lastMeetingDay;
  const line = {
    submissionId,
    reference: record.reference,
    state: record.state,
    kind: record.report.kind,
    severity: record.severity,
    reportedAt: record.reportedAt,
    reporterName: record.reporter.name,
  };
  let statement: StatementPage = {
    submissionId,
    statementId: 's1',
    reference: record.reference,
    occurredAt: '2026-11-10T10:00:00.000Z',
    askedBy: 'Morlais Dee',
    role: 'witness',
    witness: { name: 'Tom Hathersedge', isYou: true },
    signed: null,
    addenda: [],
    isWaived: false,
  };
  const isNobody = kind === null || kind === 'none';
  const stamp = { by: { id: 'm', name: 'Morlais Dee', address: '' }, at: new Date().toISOString() };
  const team: Team = {
    summary: async () => {
      await call('teamSummary');
      return { leadsTeam: !isNobody, standsInFor: [], waiting: state.waiting };
    },
    list: async (after = 0) => {
      await call('teamList');
      if (kind === 'empty') return { waiting: [], answered: [], next: null };
      const soon = new Date(Date.now() + 95 * 60_000).toISOString();
      const late = new Date(Date.now() - 30 * 60_000).toISOString();
      const turn: WaitingItem[] = [
        { ...line, awaited: ['answer'], dueAt: soon, standsInFor: null },
        {
          ...line,
          submissionId: '1123456789ABCDEFGHJKMNPQRS',
          reference: 'UB-2026-000200',
          awaited: ['duty'],
          dueAt: late,
          standsInFor: 'Siân Morlais',
        },
      ];
      const resting: WaitingItem = {
        ...line,
        submissionId: '2123456789ABCDEFGHJKMNPQRS',
        reference: 'UB-2026-000201',
        state: 'infoRequested',
        awaited: ['reporter'],
        dueAt: null,
        standsInFor: null,
      };
      return {
        waiting: after > 0 ? [] : [...turn.slice(0, state.waiting), resting],
        answered: [
          {
            ...line,
            submissionId: '3123456789ABCDEFGHJKMNPQRS',
            reference: `UB-2026-0001${after}`,
            state: 'withSecurity',
          },
        ],
        next: after === 0 ? 25 : null,
      };
    },
    record: async () => {
      await call('teamRecord');
      return structuredClone(record);
    },
    find: async (reference) => {
      await call('teamFind');
      return reference === record.reference ? submissionId : null;
    },
    answer: async (_id, answer) => {
      await call('teamAnswer');
      state.answers.push(answer);
      if (answer.verb === 'askReporter' && answer.text === 'gone') return { kind: 'refused', refusal: 'movedOn' };
      if ('text' in answer && answer.verb === 'forwardToSecurity') {
        state.waiting -= 1;
        record = {
          ...record,
          state: 'withSecurity',
          awaited: [],
          dueAt: null,
          verbs: ['comment', 'requestGuards'],
          comments: [...record.comments, { ...stamp, role: 'lineManager', text: answer.text, via: 'tab' }],
        };
      }
      return { kind: 'done', value: structuredClone(record) };
    },
    askForStatement: async (_id, asked) => {
      await call('askForStatement');
      if ('name' in asked.witness && asked.witness.name === 'Subject') {
        return { kind: 'refused', refusal: 'witnessNotUsable' };
      }
      state.statements.push(asked);
      const name = 'name' in asked.witness ? asked.witness.name : 'Tom Hathersedge';
      record = {
        ...record,
        namedWitnesses: [],
        statements: [
          ...record.statements,
          {
            id: `s${record.statements.length + 1}`,
            witness: { staff: 'name' in asked.witness ? null : { ...stamp.by, name, language: null }, name },
            role: asked.role,
            asked: stamp,
            signed: null,
            addenda: [],
            waived: null,
            isUndelivered: false,
          },
        ],
      };
      return { kind: 'done', value: structuredClone(record) };
    },
    waiveStatement: async (_id, _statementId, reason) => {
      await call('waiveStatement');
      record = {
        ...record,
        statements: record.statements.map((each) => ({ ...each, waived: { ...stamp, reason } })),
      };
      return { kind: 'done', value: structuredClone(record) };
    },
    ownStatements: async () => {
      await call('ownStatements');
      return { statements: [], next: null };
    },
    statement: async () => {
      await call('statement');
      if (kind === 'none') throw new RemoteError('notFound', 'statement');
      return structuredClone(statement);
    },
    signStatement: async (_id, _statementId, text) => {
      await call('signStatement');
      statement = { ...statement, signed: { at: stamp.at, by: 'Tom Hathersedge', text, sha256: 'ab'.repeat(32) } };
      return { kind: 'done', value: structuredClone(statement) };
    },
    addToStatement: async (_id, _statementId, text) => {
      await call('addToStatement');
      statement = { ...statement, addenda: [...statement.addenda, { at: stamp.at, text }] };
      return { kind: 'done', value: structuredClone(statement) };
    },
    alertPreview: async () => {
      await call('alertPreview');
      return { people: 4, sender: 'Morlais Dee' };
    },
    alert: async (_id, measures) => {
      await call('alert');
      state.alerts.push(measures);
      record = { ...record, mayAlertTeam: false, teamAlert: { ...stamp, measures: [...measures], people: 4 } };
      return { kind: 'done', value: structuredClone(record) };
    },
    absences: async () => {
      await call('absences');
      return { own: [...state.absences], standsIn: [] };
    },
    enterAbsence: async (id, { from, until, mode }) => {
      await call('enterAbsence');
      if (until < from) return { kind: 'refused', refusal: 'datesNotUsable' };
      state.absences.push({ id, deputyName: 'Tom Hathersedge', from, until, mode, enteredAt: stamp.at });
      return { kind: 'done', value: { own: [...state.absences], standsIn: [] } };
    },
    endAbsence: async (id) => {
      await call('endAbsence');
      state.absences = state.absences.filter((each) => each.id !== id);
      return { own: [...state.absences], standsIn: [] };
    },
  };
  return { state, team };
}
