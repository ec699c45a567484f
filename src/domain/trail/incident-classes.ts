import type { Incident } from '../incident/incident.ts';
import type { IncidentLink, LaterChanges } from '../incident/later-changes.ts';
import type { ManagerWork, Stamp } from '../incident/manager-work.ts';
import { reportClasses } from './report-classes.ts';
import type { PartsOf } from './trail-class.ts';

const stamp: PartsOf<Stamp> = { by: 'person', at: 'ref' };

/** Names and addresses follow from the id. */
const known = { id: 'ref', name: 'machinery', address: 'machinery' } as const;

const link: PartsOf<IncidentLink> = { submissionId: 'ref', reference: 'ref', itemId: 'machinery', ...stamp };

const laterChanges: PartsOf<LaterChanges> = {
  // What was changed stands there, field by field, under `report`.
  amendments: { by: 'id', each: { id: 'ref', ...stamp, note: 'withheld', changes: 'machinery' } },
  withdrawal: { ...stamp, reason: 'withheld' },
  mergedInto: link,
  joined: { by: 'submissionId', each: link },
  switchboardQueryId: 'ref',
  switchboardAnswer: {
    queryId: 'ref',
    putThrough: 'value',
    nameQuoted: 'withheld',
    numberQuoted: 'withheld',
    answeredAt: 'ref',
    answeredBy: 'person',
  },
};

const managerWork: PartsOf<ManagerWork> = {
  excluded: { by: 'id', each: 'person' },
  deputies: { by: 'id', each: { ...known, language: 'value', until: 'ref' } },
  standsInFor: 'person',
  questions: { by: 'id', each: { id: 'ref', ...stamp, text: 'withheld', answer: { ...stamp, text: 'withheld' } } },
  tasks: { by: 'id', each: { id: 'ref', ...stamp, type: 'value', note: 'withheld', done: stamp } },
  customerContacts: { by: null, each: { ...stamp, way: 'value' } },
  meeting: { ...stamp, on: 'ref', measures: 'withheld' },
  statements: {
    by: 'id',
    each: {
      id: 'ref',
      witness: { staff: 'person', name: 'withheld' },
      role: 'value',
      asked: stamp,
      signed: { ...stamp, text: 'withheld', sha256: 'ref' },
      addenda: { by: null, each: { ...stamp, text: 'withheld' } },
      waived: { ...stamp, reason: 'withheld' },
    },
  },
  reasons: { by: null, each: { ...stamp, about: 'value', text: 'withheld' } },
  // How many were told is enough: the record has their names.
  teamAlert: { ...stamp, measures: 'value', people: 'value', members: 'withheld' },
  marks: { particularlyAbusive: stamp, raisedSeverity: { ...stamp, to: 'value' } },
  passedOnAt: 'ref',
  // Each clock's event has an entry of its own.
  clockNotes: 'machinery',
};

/** The class of every field of a record. X-AUD-1, decision 0148 */
export const incidentClasses: PartsOf<Incident> = {
  ...laterChanges,
  ...managerWork,
  report: reportClasses,
  reference: 'ref',
  state: 'value',
  boundary: 'value',
  reporter: 'person',
  reporterPhone: 'withheld',
  reporterLanguage: 'value',
  manager: { ...known, language: 'value', isAlternate: 'value' },
  excludedManagerId: 'ref',
  managerUnresolved: 'value',
  severity: 'value',
  severityReasons: 'value',
  policeTask: 'value',
  officeHours: 'value',
  reportedAt: 'ref',
  routing: {
    by: 'role',
    each: { role: 'value', urgency: 'value', reasons: { by: 'ruleId', each: { ruleId: 'ref' } } },
  },
  duties: {
    by: 'role',
    each: { role: 'value', state: 'value', dueAt: 'ref', ended: { by: 'ref', at: 'ref' } },
  },
  retention: { rules: 'ref', decidedBy: 'ref', months: 'value', basisDate: 'ref', eligibleFrom: 'ref' },
  forward: { state: 'value', at: 'ref', sha256: 'ref' },
  evidence: {
    by: 'id',
    each: {
      id: 'ref',
      fileName: 'machinery',
      type: 'value',
      name: 'withheld',
      mediaType: 'ref',
      driveItemId: 'machinery',
      size: 'value',
      sha256: 'ref',
      method: 'value',
      capturedBy: 'person',
      capturedAt: 'ref',
      internetMessageId: 'machinery',
      itemId: 'machinery',
    },
  },
  comments: { by: null, each: { ...stamp, role: 'value', text: 'withheld', via: 'value' } },
  acknowledgement: stamp,
  // Every outcome of a notice has its entry.
  deliveries: 'machinery',
};
