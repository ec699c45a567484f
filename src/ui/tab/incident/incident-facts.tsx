import { Button, makeStyles, Subtitle2, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { Incident, Retention } from '../../../domain/incident/incident.ts';
import type { termsEn } from '../../../words/terms.en.ts';
import { formatCalendarDate, formatDateTime } from '../../shared/format-date.ts';
import { useTab } from '../tab-context.tsx';
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

const useStyles = makeStyles({
  box: { display: 'grid', gap: tokens.spacingVerticalS, justifyItems: 'start' },
  quiet: { color: tokens.colorNeutralForeground2 },
  words: {
    width: '100%',
    boxSizing: 'border-box',
    padding: tokens.spacingHorizontalM,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    backgroundColor: tokens.colorNeutralBackground3,
    borderRadius: tokens.borderRadiusMedium,
  },
});

export function IncidentFacts({ incident }: { incident: Incident }) {
  const { words, terms, language } = useTab();
  const { report, retention } = incident;
  const set = flags.filter((flag) => report[flag]);
  return (
    <Section heading={words.incident.facts}>
      <FactList
        facts={[
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
      <CoveredWords text={report.facts} />
    </Section>
  );
}

/** The reporter's own words, covered until asked for: reading them is a choice. COM-3b-6, X-SAFE-2. */
function CoveredWords({ text }: { text: string }) {
  const { words } = useTab();
  const styles = useStyles();
  const [isShown, setShown] = useState(false);
  if (!text.trim()) return <p className={styles.quiet}>{words.incident.factsNone}</p>;
  return (
    <div className={styles.box}>
      <Subtitle2 as="h3">{words.incident.factsByReporter}</Subtitle2>
      <p className={isShown ? styles.words : styles.quiet}>{isShown ? text : words.incident.covered}</p>
      <Button aria-expanded={isShown} onClick={() => setShown(!isShown)}>
        {isShown ? words.incident.hide : words.incident.show}
      </Button>
    </div>
  );
}
