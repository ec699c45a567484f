import type { Incident } from './incident.ts';
import { type NoticeFactsByRole, type NoticeFlag, type NoticeRole, noticeFactNames } from './notice-allow-list.ts';
import type { Report } from './report.ts';
import { accountLimits } from './report-limits.ts';
import { unseenCharacters } from './unseen-characters.ts';
import type { Language } from './vocabulary.ts';

/** Names of the organisation's sites, by id. */
export type SiteNames = Readonly<Record<string, Record<Language, string>>>;

const hour = 3_600_000;

/** Web logs to keep around an e-mailed bomb threat: seven days before to 48 hours after, UTC. B-BOMB-2. */
export function logWindowAround(occurredAt: string): { from: string; to: string } {
  const at = Date.parse(occurredAt);
  return { from: new Date(at - 7 * 24 * hour).toISOString(), to: new Date(at + 48 * hour).toISOString() };
}

function flagsOf({ officeHours, managerUnresolved, forward, policeTask, report }: Incident): NoticeFlag[] {
  const flags: [NoticeFlag, boolean][] = [
    ['outOfHours', officeHours !== 'inHours'],
    ['managerMissing', managerUnresolved],
    ['originalWithheld', forward.state === 'suppressed'],
    ['policeNow', policeTask === 'now' || policeTask === 'nowAndMandatory'],
    ['policeRecord', policeTask === 'mandatory' || policeTask === 'nowAndMandatory'],
    ['informationRequest', report.informationRequest === 'yes' || report.informationRequest === 'unsure'],
  ];
  return flags.flatMap(([flag, isSet]) => (isSet ? [flag] : []));
}

/** A text of one line, when it says something: with line ends of its own it could write lines of ours into a notice. X-SAFE-1 */
const said = (text: string | undefined) => text?.replace(/\s+/g, ' ').replace(unseenCharacters, '').trim() || null;

/** No real address is longer (RFC 5321 has 254); a sender chooses what stands there, and it is no place for a letter. */
const longestAddress = 254;
const addressSaid = (address: string) => said(address)?.slice(0, longestAddress) ?? null;

const isCall = ({ channel }: Pick<Report, 'channel'>) => channel === 'phone' || channel === 'voicemail';

/** The number or address by which a similar one can be known, as displayed or claimed. COM-3c-2. */
function recogniseBy({ email, account, ...report }: Report): string | null {
  if (email) return addressSaid(email.from.address);
  if (!account) return null;
  const { call, bomb, otherParty } = account;
  if (!isCall(report)) return said(otherParty.address) ?? said(otherParty.account);
  return said(call?.numberShown) ?? said(call?.number1471) ?? said(otherParty.number) ?? said(bomb?.callerNumber);
}

function originalOf({ forward }: Incident): NoticeFactsByRole['itSecurity']['original'] {
  if (forward.state === 'none') return 'none';
  return forward.state === 'suppressed' ? 'withheld' : 'follows';
}

function siteOf(siteId: string | null | undefined, sites: SiteNames) {
  return siteId && Object.hasOwn(sites, siteId) ? (sites[siteId] ?? null) : null;
}

type Select = { [R in NoticeRole]: (incident: Incident, sites: SiteNames) => NoticeFactsByRole[R] };

const select: Select = {
  lineManager: ({ reference, report, severity, reporter }) => ({
    reference,
    kind: report.kind,
    severity,
    occurredAt: report.occurredAt,
    reporterName: reporter.name,
  }),
  security: (incident, sites) => ({
    reference: incident.reference,
    kind: incident.report.kind,
    severity: incident.severity,
    occurredAt: incident.report.occurredAt,
    site: siteOf(incident.report.account?.place.siteId, sites),
    flags: flagsOf(incident),
  }),
  facilities: ({ reference, report, reporter, reporterPhone }) => ({
    reference,
    kind: report.kind,
    occurredAt: report.occurredAt,
    reporterName: reporter.name,
    reporterAddress: reporter.address,
    reporterPhone: reporterPhone ?? null,
    extension: said(report.account?.call?.extension),
  }),
  itSecurity: (incident) => ({
    reference: incident.reference,
    kind: incident.report.kind,
    occurredAt: incident.report.occurredAt,
    original: originalOf(incident),
    sha256: incident.forward.sha256,
  }),
  helpDesk: ({ reference, report }) => ({
    reference,
    kind: report.kind,
    occurredAt: report.occurredAt,
    form: isCall(report) ? 'call' : 'message',
    recogniseBy: recogniseBy(report),
  }),
  hrPartner: ({ reference, report, severity, reporter }) => ({
    reference,
    kind: report.kind,
    severity,
    reporterName: reporter.name,
  }),
  informationSecurity: ({ reference, report }) => {
    const { from, to } = logWindowAround(report.occurredAt);
    const mailbox = report.email ? addressSaid(report.email.mailbox) : null;
    return { reference, occurredAt: report.occurredAt, mailbox, keepFrom: from, keepTo: to };
  },
  seniorManager: ({ reference }) => ({ reference, decision: 'seriousIncident' }),
  deputyDirector: ({ reference }) => ({ reference, decision: 'persistentContact' }),
  informationRights: ({ reference, report }) => ({
    reference,
    occurredAt: report.occurredAt,
    answer: report.informationRequest === 'yes' ? 'yes' : 'unsure',
  }),
  switchboard: ({ report }) => ({
    callAt: report.occurredAt,
    extension: said(report.account?.call?.extension) ?? '',
  }),
  healthEnquiries: ({ reference, report, reporter, reporterPhone }) => {
    const { account } = report;
    return {
      reference,
      occurredAt: report.occurredAt,
      reporterName: reporter.name,
      reporterAddress: reporter.address,
      reporterPhone: reporterPhone ?? null,
      immediateDanger: account?.welfare?.immediateDanger ?? null,
      harmDone: account?.welfare?.harmDone ?? null,
      personName: said(account?.otherParty.name) ?? '',
      location: said(account?.welfare?.location) ?? '',
      callbackNumber: said(account?.welfare?.callbackNumber) ?? said(account?.otherParty.number) ?? '',
      account: report.facts,
      notes: account?.notes ?? [],
      contacted: account?.welfare?.contacted ?? [],
    };
  },
  reception: ({ reference, report }, sites) => {
    const { visitor = null, place } = report.account ?? {};
    return {
      reference,
      site: siteOf(visitor?.siteId ?? place?.siteId, sites),
      expectedOn: visitor?.expectedOn ?? null,
      visitorName: said(visitor?.visitor) ?? '',
      // The least that helps at the desk: a longer text stays in the record. BEH-4.2-1
      concern: visitor?.concern.trim().slice(0, accountLimits.line) ?? '',
    };
  },
  areaContact: ({ reference, report, severity }) => ({
    reference,
    kind: report.kind,
    severity,
    occurredAt: report.occurredAt,
  }),
  reporter: ({ reference, state }) => ({ reference, state }),
};

/** Exactly the facts of the allow-list for this role, copied field by field. `sites` gives the names of places. X-SAFE-1. */
export function noticeFacts<R extends NoticeRole>(
  incident: Incident,
  role: R,
  sites: SiteNames = {},
): NoticeFactsByRole[R] {
  const facts = select[role](incident, sites);
  const allowed = noticeFactNames[role].map((name) => [name, facts[name]]);
  return Object.fromEntries(allowed) as NoticeFactsByRole[R];
}
