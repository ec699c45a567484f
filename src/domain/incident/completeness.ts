import { openMandatoryItems } from './closing.ts';
import { claimedEvidence } from './evidence-names.ts';
import type { Incident } from './incident.ts';
import { hasManagerCommented } from './manager-answer.ts';
import { namedWitnesses } from './statements.ts';

/** What a whole record has. BEH-8.5-2 */
export const completenessItems = ['report', 'comment', 'evidence', 'statements', 'police', 'customer'] as const;
export type CompletenessItem = (typeof completenessItems)[number];

export interface Completeness {
  item: CompletenessItem;
  state: 'present' | 'missing' | 'notNeeded';
  /** How many of it are there, of how many that are known of; null where nothing is counted. */
  count: { there: number; of: number } | null;
  /** A gap in a serious record: shown in red besides in words. F06 */
  isPressing: boolean;
}

type Judged = Omit<Completeness, 'item' | 'isPressing'>;

const present: Judged = { state: 'present', count: null };
const missing: Judged = { state: 'missing', count: null };
const notNeeded: Judged = { state: 'notNeeded', count: null };

function counted(there: number, of: number): Judged {
  if (of === 0) return notNeeded;
  return { state: there >= of ? 'present' : 'missing', count: { there, of } };
}

/** A quick log has next to nothing in it and grows later. BEH-1.1-1 */
function reportOf({ report }: Incident): Judged {
  const hasWords =
    report.facts.trim() !== '' || (report.account?.verbatim ?? '').trim() !== '' || report.email !== null;
  return hasWords ? present : missing;
}

function evidenceOf({ report, evidence }: Incident): Judged {
  const claimed = claimedEvidence(report);
  const filed = new Set(evidence.map(({ id }) => id));
  return counted(claimed.filter((id) => filed.has(id)).length, claimed.length);
}

/** A witness whom the report names and nobody has asked is a gap as much as one who has not answered. */
function statementsOf(incident: Incident): Judged {
  const asked = incident.statements.filter(({ waived }) => waived === null);
  const open = namedWitnesses(incident).length;
  return counted(asked.filter(({ signed }) => signed !== null).length, asked.length + open);
}

function policeOf(incident: Incident): Judged {
  const isAsked = incident.policeTask === 'mandatory' || incident.policeTask === 'nowAndMandatory';
  if (!isAsked) return notNeeded;
  return openMandatoryItems(incident).includes('police') ? missing : present;
}

function customerOf({ report, customerContacts, state }: Incident): Judged {
  if (report.kind === 'suicideThreat' || report.kind === 'internal') return notNeeded;
  if (customerContacts.length > 0) return present;
  return state === 'closed' || state === 'localOnly' ? missing : notNeeded;
}

/** What is there of a record and what is missing; gaps in a serious one are pressing. BEH-8.5-2 */
export function completenessOf(incident: Incident): Completeness[] {
  const judged: Record<CompletenessItem, Judged> = {
    report: reportOf(incident),
    comment: hasManagerCommented(incident) ? present : missing,
    evidence: evidenceOf(incident),
    statements: statementsOf(incident),
    police: policeOf(incident),
    customer: customerOf(incident),
  };
  const isSerious = incident.severity === 'serious' || incident.severity === 'critical';
  return completenessItems.map((item) => ({
    item,
    ...judged[item],
    isPressing: isSerious && judged[item].state === 'missing',
  }));
}
