import type { ClientSettings } from '../../../src/application/client-settings.ts';
import type { BoardIncident, BoardRow } from '../../../src/application/ports/board.ts';
import type { StaffRecord } from '../../../src/application/ports/directory.ts';
import type { TabPorts } from '../../../src/application/ports/tab-ports.ts';
import { RemoteError, type RemoteErrorCode } from '../../../src/application/remote-error.ts';
import type { CaveatBoundary } from '../../../src/domain/incident/vocabulary.ts';
import { askedSubmission, isAskedKind } from './asked-submission.ts';
import { fakeConfiguration } from './fake-configuration.ts';
import { fakeReporting, type HandedOver } from './fake-reporting.ts';
import { fakeStatement } from './fake-statement.ts';
import { type FakeSwitchboard, fakeSwitchboard } from './fake-switchboard.ts';
import { type FakeTeam, fakeTeam } from './fake-team.ts';
import { fullCall, submissionOf } from './full-record.ts';
import { opened, rowOf } from './opened.ts';
import { openedAccount } from './opened-account.ts';
import { openedWork } from './opened-work.ts';
import { refusedSubmission } from './refused-submission.ts';

/** What a test sees and steers from outside the page. */
export interface FakeTab {
  calls: string[];
  signIns: number;
  /** Errors to throw, by port method, first come first. */
  faults: Record<string, RemoteErrorCode[]>;
  /** Milliseconds a page of this filter takes, by state. */
  delays: Record<string, number>;
  record: BoardIncident;
  /** Lets the directory answer; with `?lateDirectory` it does not by itself. */
  answerDirectory: () => void;
  handed: HandedOver;
  /** Messages to colleagues, by address. */
  asked: { to: string; text: string }[];
  switchboard: FakeSwitchboard;
  team: FakeTeam;
}

const total = 120;
const evidence = new TextEncoder().encode('From: someone');
/** SHA-256 of those bytes. */
const evidenceHash = 'dd86aec4109f0f86b90fa5ed8fc37256dc3df27fa22262cacd9579ba09191526';

const person = (id: string, name: string, part: Partial<StaffRecord> = {}): StaffRecord => ({
  id,
  name,
  address: `${name.toLowerCase().replace(' ', '.')}@llyw.example`,
  jobTitle: null,
  department: 'Grants',
  officeLocation: 'Cathays Park, Caerdydd',
  phone: '+44 29 2018 0021',
  language: null,
  ...part,
});
const me = person('6f9619ff-8b86-4d01-b42d-00cf4fc964aa', 'Carys Fenn');
const manager = person('6f9619ff-8b86-4d01-b42d-00cf4fc964ab', 'Morlais Dee');
/** What `?mine` finds under "My reports". */
const submitted = (kind: string) => {
  if (kind === 'refused') return refusedSubmission();
  return isAskedKind(kind) ? askedSubmission(kind) : submissionOf(fullCall('short'));
};
const colleague = person('6f9619ff-8b86-4d01-b42d-00cf4fc964ac', 'Tom Hathersedge');

/** Ports of a tenant in the page: one incident that can be opened, and a list of 120. */
export function createTabPorts(settings: ClientSettings): TabPorts {
  const given = new URLSearchParams(location.search);
  const work = given.get('work');
  const account = given.get('account');
  const record = work ? openedWork(work) : account !== null ? openedAccount(account) : opened();
  // The history and what was found of it, as the test gives them.
  Object.assign(record, JSON.parse(given.get('history') ?? '{}'));
  const switchboard = fakeSwitchboard((name) => call(name), given.has('switchboard'));
  const team = fakeTeam((name) => call(name), given.get('team'), {
    hasTimeToMeet: given.has('meeting'),
    alsoOpen: (given.get('also') ?? '').split(',').filter(Boolean) as never,
  });
  const fake: FakeTab = {
    calls: [],
    signIns: 0,
    faults: JSON.parse(given.get('faults') ?? '{}'),
    delays: JSON.parse(given.get('delays') ?? '{}'),
    record,
    answerDirectory: () => undefined,
    handed: { submitted: [], amended: [], queries: [], read: [], withdrawn: [], answers: [] },
    asked: [],
    switchboard: switchboard.state,
    team: team.state,
  };
  (globalThis as unknown as { fake: FakeTab }).fake = fake;
  const sha256 = given.has('changed') ? '0'.repeat(64) : evidenceHash;
  record.incident.evidence.push({
    id: 'original',
    fileName: 'original.eml',
    type: 'email',
    name: 'original.eml',
    mediaType: 'message/rfc822',
    driveItemId: 'd1',
    size: evidence.length,
    sha256,
    method: 'officeFile',
    capturedBy: record.incident.reporter,
    capturedAt: '2026-11-10T10:06:00.000Z',
    internetMessageId: '<1@sender.example>',
    itemId: 'i1',
  });
  const call = async (name: string) => {
    fake.calls.push(name);
    const code = fake.faults[name]?.shift();
    if (code) throw new RemoteError(code, name);
  };
  const rows: BoardRow[] = Array.from({ length: total }, (_, index) => ({
    ...rowOf(record.incident, String(index + 1)),
    reference: `UB-2026-${String(total - index).padStart(6, '0')}`,
    state: index % 2 === 0 ? 'withSecurity' : 'closed',
  }));
  const readable = (given.get('readable') ?? 'default').split(',').filter(Boolean) as CaveatBoundary[];
  return {
    host: {
      context: async () => {
        const theme =
          given.get('theme') === 'dark' || given.get('theme') === 'highContrast' ? given.get('theme') : 'light';
        return {
          theme: theme as 'light',
          locale: given.get('locale') ?? 'en-GB',
          subPageId: given.get('sub'),
          personId: null,
        };
      },
      onThemeChange: () => () => undefined,
      notifyLoaded: () => undefined,
    },
    signIn: {
      interactively: async () => {
        await call('signIn');
        fake.signIns += 1;
      },
      personId: async () => 'me',
    },
    directory: {
      me: async () => {
        await call('me');
        if (given.has('lateDirectory')) {
          await new Promise<void>((answer) => {
            fake.answerDirectory = answer;
          });
        }
        return me;
      },
      myManager: async () => {
        await call('myManager');
        return manager;
      },
      search: async (text) => {
        await call('search');
        return [me, manager, colleague].filter(({ name }) => name.toLowerCase().startsWith(text.toLowerCase()));
      },
    },
    reporting: fakeReporting(
      fake.handed,
      call,
      given.has('broken'),
      given.has('rules') ? settings : null,
      given.has('offline'),
    ),
    switchboard: switchboard.board,
    team: {
      ...team.team,
      ...(given.has('statement') ? fakeStatement(call, given.get('statement') ?? '', given.get('others') ?? '') : {}),
    },
    colleagues: {
      ask: async (to, text) => {
        await call('ask');
        fake.asked.push(...to.map(({ address }) => ({ to: address, text })));
        return to.map((each) => ({ to: each, sent: !given.has('unreached') }));
      },
      compose: async () => {
        await call('compose');
        return true;
      },
    },
    configuration: {
      isKeeper: async () => given.has('keeper'),
      read: async () => {
        await call('configuration');
        return { rows: fakeConfiguration(given.get('spoilt')), listUrl: 'https://sharepoint.example/lists/Config' };
      },
    },
    intake: {
      add: () => Promise.reject(new Error('not from the tab')),
      addAmendment: async () => undefined,
      addWithdrawal: async () => undefined,
      addAnswer: async () => undefined,
      addSwitchboardQuery: async () => undefined,
      addGuidanceRead: async () => undefined,
      findAddition: async () => null,
      switchboardAnswer: async () => null,
      addForwarded: () => Promise.reject(new Error('not from the tab')),
      find: async (id) => {
        const mine = submitted(given.get('mine') ?? '');
        return given.has('mine') && id === mine.report.submissionId ? mine : null;
      },
      list: async () => {
        await call('list');
        return {
          submissions: given.has('mine') ? [submitted(given.get('mine') ?? '')] : [],
          next: null,
        };
      },
    },
    board: {
      boundaries: async () => {
        await call('boundaries');
        return readable;
      },
      page: async (_boundary, filter, next) => {
        await call('page');
        await new Promise((done) => setTimeout(done, fake.delays[filter.state ?? 'all'] ?? 0));
        const wanted = rows.filter(({ state }) => filter.state === null || state === filter.state);
        const from = Number(next ?? 0);
        return { rows: wanted.slice(from, from + 50), next: from + 50 < wanted.length ? String(from + 50) : null };
      },
      open: async (_boundary, itemId) => {
        await call('open');
        const { reference } = rows[Number(itemId) - 1] ?? record.row;
        return structuredClone({ ...record, row: { ...record.row, itemId, reference } });
      },
      acknowledge: async () => {
        await call('acknowledge');
        record.row.state = 'acknowledged';
        // The service takes its time.
        setTimeout(() => {
          record.incident.state = 'acknowledged';
          record.incident.acknowledgement = { by: record.incident.reporter, at: '2026-11-10T11:00:00.000Z' };
        }, 1000);
      },
      comment: async () => call('comment'),
      startReview: async () => {
        await call('startReview');
        record.row.state = record.incident.state = 'underReview';
      },
      close: async (_boundary, _row, reason) => {
        await call('close');
        fake.calls.push(reason);
        record.row.state = record.incident.state = 'closed';
      },
      reopen: async (_boundary, _row, reason) => {
        await call('reopen');
        fake.calls.push(reason);
        record.row.state = record.incident.state = 'underReview';
      },
      endTask: async (_incident, taskId) => {
        await call('endTask');
        fake.calls.push(taskId);
        for (const task of record.incident.tasks) {
          if (task.id === taskId) task.done = { by: record.incident.reporter, at: '2026-11-10T13:00:00.000Z' };
        }
      },
      releaseForward: async () => call('release'),
      join: async (_boundary, _row, into) => {
        await call('join');
        fake.calls.push(into);
      },
      withdraw: async (_boundary, _row, reason) => {
        await call('withdraw');
        fake.calls.push(reason);
      },
      copyEvidence: async () => {
        await call('copy');
        return evidence;
      },
      trailSummary: async () => {
        await call('trailSummary');
        return JSON.parse(given.get('summary') ?? '{"ended":null,"records":0,"broken":0,"findings":[]}');
      },
      copyTrail: async (_incident, form) => {
        await call('copyTrail');
        fake.calls.push(form);
        return evidence;
      },
      evidenceBytes: async () => evidence,
      recordVerification: async (_boundary, _incident, _item, computed) => {
        await call('record');
        fake.calls.push(computed);
      },
    },
  };
}
