import { makeStyles, tokens } from '@fluentui/react-components';
import type { Incident, Retention } from '../../../domain/incident/incident.ts';
import type { termsEn } from '../../../words/terms.en.ts';
import { formatCalendarDate, formatDateTime } from '../../shared/format-date.ts';
import { useTab } from '../tab-context.tsx';
import { CoveredText } from './covered-text.tsx';
import { incidentWords } from './describe-value.ts';
import { FactList, Section } from './section.tsx';

const flags = [
  'towardsFamily',
  'homeThreat',
  'violenceThreatened',
  'weaponMentioned',
  'immediateDanger',
  'particularlyAbusive',
] as const;

function describeRetention(retention: Retention, terms: typeof termsEn): string {
  const rules: Record<string, string> = terms.retentionRules;
  return `${terms.months(retention.months)}: ${rules[retention.decidedBy] ?? retention.decidedBy}`;
}

const useStyles = makeStyles({ quiet: { color: tokens.colorNeutralForeground2 } });

export function IncidentFacts({ incident }: { incident: Incident }) {
  const { words, terms, language } = useTab();
  const { fields } = incidentWords(language);
  const verbatim = incident.report.account?.verbatim ?? '';
  const styles = useStyles();
  const { report, retention } = incident;
  const set = flags.filter((flag) => report[flag]);
  return (
    <Section heading={words.incident.facts}>
      <FactList
        facts={[
          [fields.channel, terms.channels[report.channel]],
          [words.incident.kind, terms.kinds[report.kind]],
          [words.incident.behaviours, report.behaviours.map((behaviour) => terms.behaviours[behaviour]).join('; ')],
          [words.incident.flags, set.map((flag) => terms.marks[flag]).join('; ')],
          [
            words.incident.severity,
            words.incident.because(
              terms.severities[incident.severity],
              incident.severityReasons.map((reason) => terms.severityReasons[reason]).join('; '),
            ),
          ],
          [words.incident.police, incident.policeTask === 'none' ? null : terms.policeTasks[incident.policeTask]],
          [words.incident.occurred, formatDateTime(report.occurredAt, language)],
          [words.incident.officeHours, terms.officeHours[incident.officeHours]],
          [words.incident.reportedBy, words.by(incident.reporter.name, formatDateTime(incident.reportedAt, language))],
          [
            incident.manager?.isAlternate ? words.incident.managerAlternate : words.incident.manager,
            incident.manager ? incident.manager.name : words.incident.managerNone,
          ],
          [words.incident.ownManager, incident.excludedManagerId ? words.incident.managerExcluded : null],
          [words.incident.informationRequest, terms.informationRequest[report.informationRequest]],
          [
            words.incident.retention,
            `${formatCalendarDate(retention.eligibleFrom, language)} (${describeRetention(retention, terms)})`,
          ],
          [words.incident.forward, terms.forwardStates[incident.forward.state]],
        ]}
      />
      {report.facts.trim() ? (
        <CoveredText name={words.incident.factsByReporter} text={report.facts} />
      ) : (
        <p className={styles.quiet}>{words.incident.factsNone}</p>
      )}
      {verbatim.trim() ? <CoveredText name={fields['account.verbatim']} text={verbatim} /> : null}
    </Section>
  );
}
