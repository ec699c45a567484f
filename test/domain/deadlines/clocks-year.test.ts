import { beforeAll, describe, expect, it } from 'vitest';
import { applyClocks } from '../../../src/application/apply-clocks.ts';
import { superiorOf } from '../../../src/application/escalate-to.ts';
import type { IncidentWork, RegisterRow } from '../../../src/application/ports/register.ts';
import { dueEvents, nextDueAt } from '../../../src/domain/deadlines/clocks.ts';
import { standardClocks } from '../../../src/domain/deadlines/deadline-settings.ts';
import { isExcluded } from '../../../src/domain/incident/holders.ts';
import type { Incident } from '../../../src/domain/incident/incident.ts';
import type { Report } from '../../../src/domain/incident/report.ts';
import type { Staff } from '../../../src/domain/incident/staff.ts';
import { lineManager, stranger } from '../samples.ts';
import { homeThreat, localCall, reportedAt } from './clock-samples.ts';
import { isOfficeTime, openMinutesBetween } from './office-on-paper.ts';

const hour = 3_600_000;
const begins = Date.UTC(2026, 0, 1);
const ends = Date.UTC(2027, 0, 1);

const above: Staff = { id: 'above', name: 'Above', address: 'above@sefydliad.example' };
const head: Staff = { id: 'head', name: 'Head', address: 'head@sefydliad.example' };
const deputy = { ...stranger, language: null };
const unknown = { language: null, jobTitle: null, department: null, officeLocation: null, phone: null };
const managers: Record<string, Staff> = { [lineManager.id]: above, [above.id]: head };
const directory = {
  managerOf: async (id: string) => {
    const manager = managers[id];
    return manager ? { ...manager, ...unknown } : null;
  },
};
const mailbox = (name: string) => ({ address: `${name}@sefydliad.example`, language: null });
const recipients = {
  security: mailbox('security'),
  itSecurity: mailbox('it'),
  seniorManager: mailbox('senior'),
  deputyDirector: mailbox('deputy'),
  hrPartner: mailbox('hr'),
  helpDesk: mailbox('help'),
};

/** What comes in, one an hour in turn; 11 of them, so that each comes at every hour of the week. */
const sorts: readonly {
  name: string;
  report: Partial<Report>;
  change?: Partial<Incident>;
  answersAfter?: number;
}[] = [
  { name: 'mandatory', report: {} },
  { name: 'local', report: localCall },
  { name: 'critical', report: homeThreat },
  { name: 'hoax', report: { ...localCall, kind: 'hoax' } },
  // The manager is away, and has chosen somebody.
  { name: 'away', report: {}, change: { deputies: [{ ...deputy, until: '2027-01-31' }] } },
  { name: 'awayLocal', report: localCall, change: { deputies: [{ ...deputy, until: '2027-01-31' }] } },
  // Whoever is above is the one who must find no trace.
  { name: 'aboveExcluded', report: localCall, change: { excluded: [above] } },
  { name: 'mandatoryAboveExcluded', report: {}, change: { excluded: [above] } },
  { name: 'answeredAtOnce', report: localCall, answersAfter: 1 },
  { name: 'answeredLate', report: {}, answersAfter: 30 },
  { name: 'colleague', report: { ...localCall, kind: 'internal' } },
];

const work: IncidentWork = {
  intakeRowIds: [],
  owedEntries: [],
  auditHead: { sequence: 0, hash: '' },
  retryAt: {},
  owesReceipts: false,
  owesRedraw: false,
  owesForward: false,
  owesRouting: false,
  owesRemovals: [],
  readNoted: {},
  owesMerge: null,
};

interface Rung {
  key: string;
  name: string;
  dueAt: string;
  at: string;
}

interface Story {
  sort: (typeof sorts)[number];
  from: string;
  incident: Incident;
  rung: Rung[];
  nextAt: number | null;
  /** When its manager answers; null for one who never does, or has. */
  answersAt: number | null;
}

/** The year, hour by hour: a report has come in, managers who answer answer, and then the clocks that have come round are rung. */
async function liveThrough(): Promise<Story[]> {
  const stories: Story[] = [];
  let waiting: Story[] = [];
  for (let time = begins + hour; time < ends + 30 * 24 * hour; time += hour) {
    const now = new Date(time).toISOString();
    if (time < ends) {
      const story = arrived(stories.length, time);
      stories.push(story);
      waiting.push(story);
    }
    for (const story of waiting) {
      if (story.answersAt !== null && story.answersAt <= time) answer(story);
      if (story.nextAt !== null && story.nextAt <= time) await ring(story, now);
    }
    waiting = waiting.filter(({ nextAt, answersAt }) => nextAt !== null || answersAt !== null);
  }
  return stories;
}

/** Some minutes before the hour, another number each time. */
function arrived(count: number, time: number): Story {
  const sort = sorts[count % sorts.length] as Story['sort'];
  const from = new Date(time - ((count * 7) % 60) * 60_000).toISOString();
  const incident = { ...reportedAt(from, sort.report), ...sort.change };
  const answersAt = sort.answersAfter === undefined ? null : Date.parse(from) + sort.answersAfter * hour;
  return dated({ sort, from, incident, rung: [], nextAt: null, answersAt });
}

function dated(story: Story): Story {
  const next = nextDueAt(story.incident, standardClocks);
  story.nextAt = next === null ? null : Date.parse(next);
  return story;
}

function answer(story: Story): void {
  const at = new Date(story.answersAt ?? 0).toISOString();
  const comment = { by: lineManager, role: 'lineManager', at, text: 'Seen.', via: 'card' } as const;
  story.incident = {
    ...story.incident,
    comments: [comment],
    state: story.sort.report === localCall ? 'localOnly' : 'withSecurity',
    customerContacts: [{ by: lineManager, at, way: 'spoken' }],
  };
  story.answersAt = null;
  dated(story);
}

async function ring(story: Story, now: string): Promise<void> {
  const due = dueEvents(story.incident, standardClocks, now);
  const superior = await superiorOf(directory, story.incident, now);
  const row = { incident: story.incident, work } as RegisterRow;
  const changed = applyClocks(row, { settings: standardClocks, organisation: { recipients }, superior, now });
  if (!changed) throw new Error(`nothing was due for ${story.sort.name} at ${now}`);
  const noted = changed.incident.clockNotes.slice(story.incident.clockNotes.length);
  for (const { key, at } of noted) {
    const event = due.find((each) => each.key === key);
    // What only the first effect brought about, as the clock of Security after the forward, is due in an hour to come.
    if (!event) throw new Error(`${key} was rung before its time`);
    story.rung.push({ key, name: event.name, dueAt: event.dueAt, at });
  }
  story.incident = changed.incident;
  dated(story);
}

describe('A year of reports, one every hour, lived through hour by hour', () => {
  let stories: Story[];
  beforeAll(async () => {
    stories = await liveThrough();
  }, 300_000);
  const of = (...names: string[]) => stories.filter(({ sort }) => names.includes(sort.name));
  const timeOf = ({ rung }: Story, name: string) => rung.find((each) => each.name === name)?.dueAt;

  it('has every hour of the year, the one that comes twice too, and every sort at every hour of the week', () => {
    expect(stories).toHaveLength(8759);
    const hours = new Set(
      stories.map(({ sort, from }) => `${sort.name} ${new Date(from).getUTCDay()} ${from.slice(11, 13)}`),
    );
    expect(hours.size).toBe(sorts.length * 168);
    const twice = stories.filter(({ from }) => from.startsWith('2026-10-25T00') || from.startsWith('2026-10-25T01'));
    expect(twice).toHaveLength(2);
  });

  it('rings each event once, never before its time, within the hour, and in the order of time', () => {
    for (const { rung, from, sort } of stories) {
      expect(new Set(rung.map(({ key }) => key)).size, `${sort.name} ${from}`).toBe(rung.length);
      for (const { key, dueAt, at } of rung) {
        const late = Date.parse(at) - Date.parse(dueAt);
        if (late < 0 || late >= hour) throw new Error(`${key} of ${from}: ${late} ms late`);
      }
      const times = rung.map(({ dueAt }) => Date.parse(dueAt));
      expect(times).toEqual([...times].sort((one, other) => one - other));
    }
  });

  it('gives a manager two, four and eight hours of open office, and not a minute more or less', () => {
    for (const story of of('mandatory', 'away', 'mandatoryAboveExcluded', 'hoax')) {
      const { from } = story;
      const [reminder, forward, escalated] = ['answerReminder', 'forwardOverdue', 'answerEscalated'].map(
        (name) => timeOf(story, name) ?? '',
      );
      expect(openMinutesBetween(from, reminder as string), from).toBe(120);
      expect(openMinutesBetween(from, forward as string), from).toBe(240);
      expect(openMinutesBetween(from, escalated as string), from).toBe(480);
    }
    for (const story of of('local', 'awayLocal', 'aboveExcluded')) {
      expect(openMinutesBetween(story.from, timeOf(story, 'answerReminder') ?? ''), story.from).toBe(120);
      expect(openMinutesBetween(story.from, timeOf(story, 'answerEscalated') ?? ''), story.from).toBe(240);
      expect(openMinutesBetween(story.from, timeOf(story, 'answerUnheard') ?? ''), story.from).toBe(480);
    }
  });

  it('brings up in closed hours only what may not wait: critical reports and hoaxes', () => {
    const clockTime = new Set(['dutyBackup']);
    for (const { sort, rung, from } of stories) {
      if (sort.name === 'critical') continue;
      for (const { name, dueAt } of rung.filter((each) => !clockTime.has(each.name))) {
        expect(isOfficeTime(dueAt), `${sort.name} of ${from}: ${name} at ${dueAt}`).toBe(true);
      }
    }
    for (const story of of('critical')) {
      expect(Date.parse(timeOf(story, 'answerReminder') ?? '') - Date.parse(story.from)).toBe(15 * 60_000);
      expect(Date.parse(timeOf(story, 'forwardOverdue') ?? '') - Date.parse(story.from)).toBe(30 * 60_000);
      expect(Date.parse(timeOf(story, 'answerEscalated') ?? '') - Date.parse(story.from)).toBe(60 * 60_000);
    }
    for (const story of of('hoax')) {
      const times = story.rung
        .filter(({ name }) => name === 'dutyBackup')
        .map(({ dueAt }) => Date.parse(dueAt) - Date.parse(story.from));
      expect(times).toEqual(Array(3).fill(30 * 60_000));
    }
  });

  it('passes on every report that Security must know of, however silent its manager, and no other', () => {
    for (const { incident, from } of of('mandatory', 'critical', 'away', 'mandatoryAboveExcluded')) {
      expect(incident.state, from).toBe('withSecurity');
    }
    for (const { incident } of of('local', 'awayLocal', 'aboveExcluded')) expect(incident.state).toBe('managerReview');
    for (const story of of('answeredAtOnce'))
      expect(story.rung.filter(({ name }) => name.startsWith('answerE'))).toEqual([]);
    for (const story of of('colleague')) expect(story.rung).toEqual([]);
  });

  it('tells nobody who must find no trace, tells whoever stands in, and each of them once for each event', () => {
    for (const { incident, sort, from } of stories) {
      const mails = incident.deliveries.filter(({ channel }) => channel === 'mail');
      for (const { to } of mails.filter(({ to }) => to !== '')) {
        const barred = incident.excluded.some(({ address }) => address === to);
        expect(barred, `${sort.name} of ${from} to ${to}`).toBe(false);
      }
      const told = mails.map(({ key }) => key);
      expect(new Set(told).size).toBe(told.length);
    }
    const toldOf = ({ incident }: Story, name: string) =>
      incident.deliveries.filter(({ key }) => key.includes(`/${name}`)).map(({ to }) => to);
    for (const story of of('away', 'awayLocal')) {
      expect(toldOf(story, 'answerReminder').sort()).toEqual([deputy.address, lineManager.address].sort());
    }
    for (const story of of('mandatory', 'local', 'critical'))
      expect(toldOf(story, 'answerEscalated')).toEqual([above.address]);
    for (const story of of('aboveExcluded', 'mandatoryAboveExcluded')) {
      expect(toldOf(story, 'answerEscalated')).toEqual([head.address]);
      expect(isExcluded(story.incident, head.id)).toBe(false);
    }
  });
});
