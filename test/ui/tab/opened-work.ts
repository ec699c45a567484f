import type { BoardIncident } from '../../../src/application/ports/board.ts';
import { caveatBoundaries, type IncidentState } from '../../../src/domain/incident/vocabulary.ts';
import { opened } from './opened.ts';

const by = { id: 'm', name: 'Morlais Dee', address: 'morlais.dee@llyw.example' };
const at = (minute: number) => `2026-11-10T12:${String(minute).padStart(2, '0')}:00.000Z`;
const stamp = (minute: number) => ({ by, at: at(minute) });
const holder = (name: string) => ({ id: name, name, address: 'someone@llyw.example', language: null });

/**
 * A record on which a manager has worked, in a state; `acknowledged` has everything still open. `moving`: a step has not been taken in
 * yet; `closed`: the last one was put back; `hrRoute`: kept by HR.
 */
export function openedWork(which: string): BoardIncident {
  const given = opened();
  const { incident, row } = given;
  const state = (which === 'moving' ? 'acknowledged' : which) as IncidentState;
  incident.state = state;
  row.state = which === 'moving' ? 'underReview' : state;
  if (which === 'hrRoute') incident.boundary = caveatBoundaries[1];
  if (which === 'closed') {
    given.history = [
      { sequence: 1, at: at(1), actor: 'system', action: 'moved', detail: { event: 'close' } },
      { sequence: 2, at: at(2), actor: by.id, action: 'statePutBack', detail: { from: 'closed', to: 'monitoring' } },
    ];
  }
  if (which !== 'acknowledged') return given;
  incident.acknowledgement = stamp(1);
  incident.policeTask = 'mandatory';
  incident.tasks = [
    { id: 't1', type: 'guards', ...stamp(2), note: 'At the east door until Friday.', done: null },
    { id: 't2', type: 'policePresence', ...stamp(3), note: '', done: null },
  ];
  incident.customerContacts = [{ ...stamp(4), way: 'written' }];
  incident.questions = [
    { id: 'q1', ...stamp(5), text: 'Was it the same voice?', answer: { ...stamp(6), text: 'Yes, I am sure.' } },
  ];
  incident.meeting = { ...stamp(7), on: '2026-11-13', measures: 'A colleague comes along.' };
  incident.marks = { particularlyAbusive: stamp(8), raisedSeverity: { ...stamp(9), to: 'serious' } };
  incident.reasons = [{ about: 'raiseSeverity', ...stamp(9), text: 'He knows where she parks.' }];
  incident.teamAlert = { ...stamp(10), measures: ['notAlone', 'leaveTogether'], people: 6, members: [] };
  const asked = stamp(11);
  incident.statements = [
    {
      id: 's1',
      witness: { staff: holder('Ifan Pryce'), name: 'Ifan Pryce' },
      role: 'witness',
      asked,
      signed: { ...stamp(20), text: 'I stood beside her.', sha256: 'a'.repeat(64) },
      addenda: [{ ...stamp(25), text: 'It was nearer to ten.' }],
      waived: null,
    },
    {
      id: 's2',
      witness: { staff: holder('Lowri Wynne'), name: 'Lowri Wynne' },
      role: 'firstAider',
      asked,
      signed: null,
      addenda: [],
      waived: null,
    },
    {
      id: 's3',
      witness: { staff: null, name: 'Postman' },
      role: 'witness',
      asked,
      signed: null,
      addenda: [],
      waived: { ...stamp(21), reason: 'On long leave.' },
    },
  ];
  return given;
}
