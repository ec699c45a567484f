import type { AssaultRecord } from './account.ts';
import type { Report } from './report.ts';
import type { Behaviour } from './vocabulary.ts';

type ImplyingReport = Pick<Report, 'kind' | 'behaviours' | 'homeThreat' | 'immediateDanger' | 'account'>;

/**
 * The report with the marks that its account implies, so that a box nobody ticked cannot keep a rule from applying: an assault
 * described is a behaviour, a caller in danger is in danger. The welfare path takes no behaviour (C-32). POL-4.3-1, B-SUI-1.
 */
export function withImpliedFacts<R extends ImplyingReport>(report: R): R {
  const { account } = report;
  if (account === null) return report;
  if (report.kind === 'suicideThreat') {
    const { welfare } = account;
    const isInDanger = welfare?.immediateDanger === 'yes' || welfare?.harmDone === 'yes';
    return { ...report, immediateDanger: report.immediateDanger || isInDanger };
  }
  const implied: Behaviour[] = [];
  if (account.assault) implied.push(account.assault.degree === 'attempt' ? 'attemptedAssault' : 'physicalAssault');
  if (account.property !== null) implied.push('propertyDamageOrThreat');
  return {
    ...report,
    behaviours: [...new Set([...report.behaviours, ...implied])],
    homeThreat: report.homeThreat || account.situation === 'homeThreat',
  };
}

const day = 86_400_000;
/** More days away than this are recorded by health and safety law. B-RID-1 */
const recordedAfterDays = 3;

/**
 * Whether health and safety law wants a record kept: an injury, or an absence of more than three days, the day it happened not
 * counted. An absence without an end counts as long. Dates are calendar dates, Europe/London. C-04, B-RID-1.
 */
export function isReportableInjury(assault: AssaultRecord | null, happenedOn: string): boolean {
  if (assault === null) return false;
  if (assault.injured) return true;
  const { absentFrom, absentTo } = assault;
  if (absentFrom === null) return false;
  if (absentTo === null) return true;
  const first = Math.max(Date.parse(absentFrom), Date.parse(happenedOn) + day);
  const days = Math.floor((Date.parse(absentTo) - first) / day) + 1;
  return days > recordedAfterDays;
}
