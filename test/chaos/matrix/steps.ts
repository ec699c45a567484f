import { submissionIdFrom } from '../../../src/domain/incident/identity.ts';
import type { Incident } from '../../../src/domain/incident/incident.ts';
import type { ManagerVerb } from '../../../src/domain/incident/manager-answer.ts';
import type { Report } from '../../../src/domain/incident/report.ts';
import { callReport } from '../../service/support/account.ts';
import { reportOf } from '../../service/support/reporter.ts';
import type { ChaosRun } from '../engine/chaos-run.ts';
import {
  amend,
  answerQuestion,
  type Deed,
  editColumns,
  fileEvidence,
  implicateManager,
  joinTo,
  markForwarded,
  pressCard,
  reportAgain,
  sendReport,
  withdraw,
} from '../engine/deeds.ts';
import type { Reported } from '../engine/reported.ts';
import { registered } from '../engine/tenant-view.ts';

/**
 * A step of the product that every fault is tried on. It happens to a report that has been dealt with, after `before`; the fault strikes
 * while `act` is dealt with.
 */
export interface Step {
  name: string;
  report: (run: ChaosRun) => Promise<Report>;
  before: readonly Deed[];
  act: Deed;
  /** Which loop deals with it; a press is dealt with as it comes. */
  by: 'readLists' | 'clocks';
  /** Whether it has had its effect once all is mended, so that a step that does nothing is noticed. */
  has: (incident: Incident) => boolean;
  /** The fault strikes while the report itself is dealt with. */
  isNew?: true;
  /** The person does it again until told that it is done. */
  isRepeated?: true;
}

const words = 'Geiriau’r cam hwn';
/** Every run begins on this day. */
const today = '2026-11-30T09:00:00.000Z';

const mail =
  (over: Partial<Report> = {}) =>
  (run: ChaosRun) =>
    reportOf(run.world.people.reporter, run.reported.length + 1, { submittedAt: today, ...over });
const call =
  (over: Partial<Report> = {}) =>
  async (run: ChaosRun) =>
    callReport({
      submissionId: submissionIdFrom(run.random.bytes(17)),
      occurredAt: today,
      submittedAt: today,
      ...over,
    });

const serious = { violenceThreatened: true } as const;
const acknowledge = editColumns({ State: 'acknowledged' });
const review = editColumns({ State: 'underReview' });
const close = editColumns({ State: 'closed' }, true);
const forward = pressCard('forwardToSecurity', { words });
const ask = pressCard('askReporter', { words });

/** Time goes on to the next thing that a clock has to do for it. */
const clockComes: Deed = async (run, { report: { submissionId } }) => {
  const [row] = await registered(run.world.product, submissionId);
  const dueAt = row?.fields.NextDueAt;
  if (!dueAt) throw new Error('no clock runs');
  run.world.time.moveTo(dueAt);
  // The slowest clock of a replica has come round to it as well.
  run.world.time.advance(200_000);
};
/** The clock comes, and every replica that is there looks at it. */
const clockRings: Deed = async (run, reported) => {
  await clockComes(run, reported);
  for (const replica of run.fleet.alive) run.loop(replica, 'clocks');
};

const nothing: Deed = async () => {};
const hasRung = (name: string) => (incident: Incident) =>
  incident.clockNotes.some(({ key, outcome }) => key.split('@')[0] === name && outcome === 'done');
const is = (state: Incident['state']) => (incident: Incident) => incident.state === state;

function sent(report: Step['report'], name: string, has: Step['has'] = () => true): Step {
  return { name, report, before: [], act: nothing, by: 'readLists', has, isNew: true };
}
function pressed(verb: ManagerVerb, has: Step['has'], more: Partial<Step> = {}): Step {
  const act = pressCard(verb, { words });
  return { name: `manager: ${verb}`, report: mail(), before: [], act, by: 'readLists', has, isRepeated: true, ...more };
}
function written(name: string, act: Deed, has: Step['has'], more: Partial<Step> = {}): Step {
  return { name, report: mail(serious), before: [], act, by: 'readLists', has, ...more };
}
function rung(name: string, more: Partial<Step> = {}): Step {
  return {
    name: `clock: ${name}`,
    report: mail(serious),
    before: [],
    act: clockComes,
    by: 'clocks',
    has: hasRung(name),
    ...more,
  };
}

const told = ({ deliveries }: Incident) => deliveries.length > 0 && deliveries.every(({ state }) => state === 'sent');

export const steps: readonly Step[] = [
  sent(mail(), 'a report and its notices', told),
  sent(mail(serious), 'a grave report, of which Security is told at once', told),
  sent(mail({ kind: 'bombThreat' }), 'a bomb threat', ({ forward: { state } }) => state === 'suppressed'),
  sent(call(), 'a call'),
  sent(call({ kind: 'internal' }), 'a matter among colleagues', ({ boundary }) => boundary === 'hr'),
  sent(call({ kind: 'suicideThreat', immediateDanger: true }), 'a call for help'),
  sent(
    mail({ manager: { chosenId: null, implicated: true } }),
    'a report about the manager',
    ({ excluded }) => excluded.length > 0,
  ),
  written('the report comes twice', reportAgain, ({ deliveries }) => deliveries.length > 0),
  written('the original has left', markForwarded, (incident) => incident.forward.state === 'sent'),
  written('evidence', fileEvidence, ({ evidence }) => evidence.length === 1, { isRepeated: true }),
  pressed('forwardToSecurity', is('withSecurity')),
  pressed('comment', ({ comments }) => comments.filter(({ role }) => role !== 'security').length === 2, {
    before: [pressCard('forwardToSecurity', { words: 'Yn gyntaf' })],
  }),
  pressed('askReporter', is('infoRequested')),
  pressed('noteAnswer', is('managerReview'), { before: [ask] }),
  pressed('keepLocal', is('localOnly'), { report: call() }),
  pressed('closeLocal', is('closed'), { report: call(), before: [pressCard('keepLocal', { words })] }),
  pressed('tellHr', ({ duties }) => duties.some(({ state }) => state === 'done'), { report: call({ kind: 'hoax' }) }),
  pressed('tellDesks', ({ duties }) => duties.some(({ state }) => state === 'done'), {
    report: call({ kind: 'hoax' }),
  }),
  pressed('requestGuards', ({ tasks }) => tasks.length === 1),
  pressed('requestPolice', ({ tasks }) => tasks.length === 1),
  pressed('customerSpoken', ({ customerContacts }) => customerContacts.length === 1),
  pressed('customerWritten', ({ customerContacts }) => customerContacts.length === 1),
  pressed('planMeeting', ({ meeting }) => meeting !== null, { report: call() }),
  pressed('raiseSeverity', ({ severity }) => severity === 'critical'),
  pressed('markAbusive', ({ marks }) => marks.particularlyAbusive !== null),
  written('the reporter answers', answerQuestion, is('managerReview'), { before: [ask] }),
  written('Security acknowledges', acknowledge, is('acknowledged'), { before: [forward] }),
  written('Security acknowledges before the manager', acknowledge, is('acknowledged')),
  written('Security begins the review', review, is('underReview'), { before: [acknowledge] }),
  written('Security closes', close, is('closed'), { before: [acknowledge, review] }),
  written('Security opens again', editColumns({ State: 'underReview' }, true), is('underReview'), {
    before: [acknowledge, close],
  }),
  // Somebody else may comment meanwhile; one that is there twice is found by its text.
  written('Security comments', editColumns({}, true), ({ comments }) => comments.length > 0),
  written('Security does what it may not', editColumns({ State: 'localOnly' }), is('managerReview')),
  written(
    'Security releases the original',
    editColumns({ ForwardState: 'released' }),
    (incident) => incident.forward.state === 'sent',
    { report: mail({ kind: 'bombThreat' }), before: [fileEvidence] },
  ),
  written('Security takes it back', editColumns({ State: 'withdrawn' }, true), is('withdrawn')),
  written('an amendment', amend({ facts: 'Eto' }), ({ amendments }) => amendments.length === 1),
  written('a graver amendment', amend(serious), ({ amendments }) => amendments.length === 1, { report: call() }),
  written('the manager turns out to be involved', implicateManager, ({ excluded }) => excluded.length > 0),
  written('a withdrawal', withdraw, is('withdrawn')),
  written('joining', joinToAnother, is('merged'), { before: [anotherReports] }),
  rung('answerReminder'),
  rung('forwardOverdue', { before: [clockRings] }),
  rung('answerEscalated', { report: call(), before: [clockRings] }),
  rung('answerUnheard', { report: call(), before: [clockRings, clockRings] }),
  rung('questionReminder', { report: call(), before: [ask] }),
  rung('questionUnanswered', { report: call(), before: [ask, clockRings] }),
  rung('dutyBackup', { report: call({ kind: 'hoax' }) }),
  rung('taskReminder', { before: [pressCard('requestGuards', { words })] }),
  rung('acknowledgeReminder', { before: [forward] }),
  rung('acknowledgeOverdue', { before: [forward, clockRings] }),
  rung('reviewReminder', { before: [forward, acknowledge, clockRings] }),
];

/** A report of the same event, which is to be the main one. */
async function anotherReports(run: ChaosRun): Promise<void> {
  await sendReport(run, await call(serious)(run), 'colleague');
}

async function joinToAnother(run: ChaosRun, reported: Reported): Promise<void> {
  const main = run.reported.find((each) => each !== reported);
  if (!main) throw new Error('nobody else has reported');
  await joinTo(main)(run, reported);
}
