import type { BoardIncident } from '../../../src/application/ports/board.ts';
import type { Account } from '../../../src/domain/incident/account.ts';
import { emptyAccount, emptyBomb, emptyCall, emptyWelfare } from '../../../src/domain/incident/empty-account.ts';
import type { Incident } from '../../../src/domain/incident/incident.ts';
import type { Report } from '../../../src/domain/incident/report.ts';
import { reporter, sampleIncident, securityOfficer } from '../../domain/samples.ts';
import { opened } from './opened.ts';

/** Must be nowhere in the page before somebody asks for it. */
export const covered = {
  verbatim: 'SECRETVERBATIM I know your street',
  exact: 'SECRETBOMB it goes off at noon',
  old: 'SECRETOLD he called me a worm',
};

const full: Account = {
  ...emptyAccount('call'),
  isTimeApproximate: true,
  lateReason: 'I was off sick.',
  verbatim: covered.verbatim,
  place: { siteId: 'nowhere', where: 'office', detail: 'Room 3', loneWorking: true },
  onBehalfOf: securityOfficer,
  otherParty: { name: 'Mr Grey', number: '01632 960 111', address: '', account: '', link: 'https://evil.example/' },
  abuseTags: ['swearingOrInsult', 'violenceOrThreat'],
  hostility: ['disability'],
  repeated: true,
  witnesses: [{ role: 'witness', staff: null, name: 'A visitor' }],
  steps: [{ stepId: 'warn', at: '2026-11-10T10:01:00.000Z' }],
  notes: [
    { at: '2026-11-10T10:02:00.000Z', text: 'Traffic behind him.' },
    { at: '2026-11-10T10:00:30.000Z', text: 'He asked for the minister.' },
  ],
  call: {
    ...emptyCall(),
    extension: '4711',
    background: ['traffic', 'street'],
    voice: 'male',
    endedBy: 'me',
    warnedAt: '2026-11-10T10:01:00.000Z',
    numberShown: '01632 960 111',
  },
  assault: {
    degree: 'physical',
    injured: true,
    injuryNote: 'SECRETINJURY wrist',
    absentFrom: '2026-11-11',
    absentTo: null,
  },
  attachments: [
    {
      id: 'a1',
      type: 'voicemail',
      name: 'message.mp3',
      mediaType: 'audio/mpeg',
      size: 2_400_000,
      sha256: 'a'.repeat(64),
      capturedAt: '2026-11-10T10:04:00.000Z',
    },
  ],
};

const kinds: Record<string, Partial<Report>> = {
  abusive: { kind: 'abusive', violenceThreatened: true, account: full },
  bomb: {
    kind: 'bombThreat',
    account: {
      ...full,
      call: emptyCall(),
      bomb: { ...emptyBomb(), exactWords: covered.exact, whereNow: 'Third floor' },
    },
  },
  welfare: {
    kind: 'suicideThreat',
    account: {
      ...emptyAccount('call'),
      otherParty: { name: 'Ms Field', number: '', address: '', account: '', link: '' },
      notes: [{ at: '2026-11-10T10:02:00.000Z', text: 'She is at the station.' }],
      welfare: {
        ...emptyWelfare(),
        immediateDanger: 'yes',
        location: 'Railway station',
        contacted: [{ who: 'ambulance', at: '2026-11-10T10:03:00.000Z' }],
      },
    },
  },
  visitor: {
    kind: 'none',
    channel: 'inPerson',
    account: {
      ...emptyAccount('visitorConcern'),
      visitor: { visitor: 'Mr Grey', expectedOn: '2026-11-12', siteId: null, concern: 'He shouted last time.' },
    },
  },
};

/** An account as Security opens it: amended once, with a joined record and a file that has not come yet. */
export function openedAccount(name: string): BoardIncident {
  const incident: Incident = {
    ...sampleIncident({ channel: 'phone', email: null, ...kinds[name] }),
    duties: [{ role: 'helpDesk', state: 'open', dueAt: '2026-11-10T12:00:00.000Z', ended: null }],
    amendments: [
      {
        id: '0123456789ABCDEFGHJKMNPQRT',
        by: reporter,
        at: '2026-11-10T11:00:00.000Z',
        note: 'I remembered more.',
        changes: [
          { field: 'facts', before: covered.old, after: 'He called me names.' },
          { field: 'account.call.extension', before: '', after: '4711' },
          { field: 'account.assault.injuryNote', before: '', after: 'SECRETINJURY wrist' },
          { field: 'weaponMentioned', before: false, after: true },
        ],
      },
    ],
    joined: [
      {
        submissionId: '0123456789ABCDEFGHJKMNPQRV',
        reference: 'UB-2026-000777',
        itemId: '7',
        by: securityOfficer,
        at: '2026-11-10T11:30:00.000Z',
      },
    ],
  };
  return opened({ incident: { ...incident, state: 'withSecurity' } });
}
