import { Link, makeStyles, tokens } from '@fluentui/react-components';
import type { TeamRecord } from '../../../../application/ports/team.ts';
import { formatDateTime } from '../../../shared/format-date.ts';
import { telAddress } from '../../../shared/tel-address.ts';
import { CoveredText } from '../../incident/covered-text.tsx';
import { incidentWords } from '../../incident/describe-value.ts';
import { FactList, Section } from '../../incident/section.tsx';
import { useTab } from '../../tab-context.tsx';
import { useTeamRecordWords } from './use-record-words.ts';

const flags = [
  'immediateDanger',
  'weaponMentioned',
  'violenceThreatened',
  'homeThreat',
  'towardsFamily',
  'particularlyAbusive',
] as const;

const useStyles = makeStyles({ quiet: { color: tokens.colorNeutralForeground2 } });

/** What a manager needs to know before they answer; what was said or written is covered until asked for. COM-3b-6 */
export function ReportedFacts({ record }: { record: TeamRecord }) {
  const { words: tabWords, terms, language } = useTab();
  const words = useTeamRecordWords();
  const { fields } = incidentWords(language);
  const styles = useStyles();
  const { report, reporter, reporterPhone, severity, severityReasons, policeTask } = record;
  const verbatim = report.account?.verbatim ?? '';
  const set = flags.filter((flag) => report[flag]);
  return (
    <Section heading={words.reported}>
      <FactList
        facts={[
          [tabWords.incident.kind, terms.kinds[report.kind]],
          [tabWords.incident.flags, set.map((flag) => terms.marks[flag]).join('; ')],
          [tabWords.incident.behaviours, report.behaviours.map((behaviour) => terms.behaviours[behaviour]).join('; ')],
          [
            tabWords.incident.severity,
            tabWords.incident.because(
              terms.severities[severity],
              severityReasons.map((reason) => terms.severityReasons[reason]).join('; '),
            ),
          ],
          [tabWords.incident.police, policeTask === 'none' ? null : terms.policeTasks[policeTask]],
          [tabWords.incident.occurred, formatDateTime(report.occurredAt, language)],
          [tabWords.incident.officeHours, terms.officeHours[record.officeHours]],
          [fields.channel, terms.channels[report.channel]],
          [tabWords.incident.reportedBy, tabWords.by(reporter.name, formatDateTime(record.reportedAt, language))],
          [
            words.phone,
            reporterPhone ? (
              <Link key="phone" href={telAddress(reporterPhone)}>
                {reporterPhone}
              </Link>
            ) : null,
          ],
        ]}
      />
      {report.facts.trim() ? (
        <CoveredText name={tabWords.incident.factsByReporter} text={report.facts} />
      ) : (
        <p className={styles.quiet}>{tabWords.incident.factsNone}</p>
      )}
      {verbatim.trim() ? <CoveredText name={fields['account.verbatim']} text={verbatim} /> : null}
    </Section>
  );
}
