import type { Incident } from '../../../src/domain/incident/incident.ts';
import type { ManagerVerb } from '../../../src/domain/incident/manager-answer.ts';

/** How a verb of the card is pressed, and what it leaves in the record. */
interface Press {
  /** What a person typed into the card, by the ids of its inputs. */
  inputs: (words: string) => Record<string, string>;
  leaves: (incident: Incident, words: string) => boolean;
}

/** A working day soon after the one on which every run begins. */
const soon = '2026-12-02';
const nothing = () => ({});

/** One line a verb. */
export const presses: Record<ManagerVerb, Press> = {
  forwardToSecurity: { inputs: (comment) => ({ comment }), leaves: hasComment },
  comment: { inputs: (comment) => ({ comment }), leaves: hasComment },
  askReporter: {
    inputs: (question) => ({ question }),
    leaves: ({ questions }, words) => isOnce(questions.map(({ text }) => text === words)),
  },
  noteAnswer: {
    inputs: (answer) => ({ answer }),
    leaves: ({ questions }, words) => isOnce(questions.map(({ answer }) => answer?.text === words)),
  },
  keepLocal: {
    inputs: (reason) => ({ reason }),
    leaves: ({ reasons }, words) => isOnce(reasons.map(({ about, text }) => about === 'keepLocal' && text === words)),
  },
  closeLocal: { inputs: (closingReason) => ({ closingReason }), leaves: ({ state }) => state === 'closed' },
  tellHr: { inputs: nothing, leaves: ({ duties }) => isDone(duties, 'hrPartner') },
  tellDesks: { inputs: nothing, leaves: ({ duties }) => isDone(duties, 'helpDesk') && isDone(duties, 'security') },
  requestGuards: {
    inputs: (guardsNote) => ({ guardsNote }),
    leaves: ({ tasks }) => isOnce(tasks.map(({ type }) => type === 'guards')),
  },
  requestPolice: {
    inputs: (policeNote) => ({ policeNote }),
    leaves: ({ tasks }) => isOnce(tasks.map(({ type }) => type === 'policePresence')),
  },
  customerSpoken: {
    inputs: nothing,
    leaves: ({ customerContacts }) => isOnce(customerContacts.map(({ way }) => way === 'spoken')),
  },
  customerWritten: {
    inputs: nothing,
    leaves: ({ customerContacts }) => isOnce(customerContacts.map(({ way }) => way === 'written')),
  },
  planMeeting: {
    inputs: (meetingMeasures) => ({ meetingOn: soon, meetingIsSafe: 'true', meetingMeasures }),
    leaves: ({ meeting }) => meeting?.on === soon,
  },
  raiseSeverity: {
    inputs: (severityReason) => ({ severity: 'critical', severityReason }),
    leaves: ({ severity, marks }) => severity === 'critical' && marks.raisedSeverity !== null,
  },
  markAbusive: { inputs: nothing, leaves: ({ marks }) => marks.particularlyAbusive !== null },
};

function hasComment({ comments }: Incident, words: string): boolean {
  return isOnce(comments.map(({ text }) => text === words));
}

function isDone(duties: Incident['duties'], role: string): boolean {
  return duties.some((duty) => duty.role === role && duty.state === 'done');
}

function isOnce(hits: readonly boolean[]): boolean {
  return hits.filter(Boolean).length === 1;
}
