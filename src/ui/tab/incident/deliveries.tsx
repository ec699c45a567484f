import { Badge, makeStyles, Subtitle2, tokens } from '@fluentui/react-components';
import { noticeOf } from '../../../application/notices.ts';
import type { Delivery, DeliveryState, Incident, RoutedNotice } from '../../../domain/incident/incident.ts';
import type { tabEn } from '../../../words/tab.en.ts';
import type { termsEn } from '../../../words/terms.en.ts';
import { formatDateTime } from '../../shared/format-date.ts';
import { useTab } from '../tab-context.tsx';
import { Section } from './section.tsx';

const useStyles = makeStyles({
  list: { padding: 0, listStyleType: 'none', display: 'grid', gap: tokens.spacingVerticalM },
  line: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, alignItems: 'center' },
  who: { fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground2 },
  why: {
    paddingLeft: tokens.spacingHorizontalL,
    color: tokens.colorNeutralForeground2,
    display: 'grid',
    gap: tokens.spacingVerticalXS,
  },
});

const colors: Record<DeliveryState, 'informative' | 'success' | 'warning' | 'danger'> = {
  queued: 'informative',
  sent: 'success',
  failed: 'warning',
  gaveUp: 'danger',
  suppressed: 'informative',
};

/** Every notice with its own state: nothing fails silently. X-PART-1, POL-1.1-1. */
export function Deliveries({ incident }: { incident: Incident }) {
  const { words, terms } = useTab();
  const styles = useStyles();
  return (
    <Section heading={words.incident.told}>
      {incident.deliveries.length === 0 ? <p className={styles.quiet}>{words.incident.toldNobody}</p> : null}
      <ul className={styles.list}>
        {incident.deliveries.map((delivery) => (
          <li key={delivery.key}>
            <DeliveryLine delivery={delivery} />
          </li>
        ))}
      </ul>
      {incident.routing.length > 0 ? (
        <>
          <Subtitle2 as="h3">{words.incident.why}</Subtitle2>
          <ul className={styles.why}>
            {incident.routing.map((notice) => (
              <li key={notice.role}>{describeReason(notice, terms)}</li>
            ))}
          </ul>
        </>
      ) : null}
    </Section>
  );
}

function DeliveryLine({ delivery }: { delivery: Delivery }) {
  const { words, terms, language } = useTab();
  const styles = useStyles();
  const details = [
    describeNotice(delivery, words.incident),
    words.incident.channel[delivery.channel],
    formatDateTime(delivery.at, language),
    ...(delivery.attempts > 1 ? [words.incident.attempts(delivery.attempts)] : []),
  ];
  return (
    <>
      <div className={styles.line}>
        <span className={styles.who}>{terms.roles[delivery.role]}</span>
        <Badge appearance="tint" color={colors[delivery.state]}>
          {words.incident.delivery[delivery.state]}
        </Badge>
      </div>
      <div className={styles.quiet}>{details.join(' · ')}</div>
    </>
  );
}

function describeNotice(delivery: Delivery, words: (typeof tabEn)['incident']): string {
  const notice = noticeOf(delivery);
  const about = { ...words.moved, ...words.about };
  return Object.hasOwn(about, notice) ? about[notice] : words.otherAction;
}

function describeReason(notice: RoutedNotice, terms: typeof termsEn): string {
  const reasons: Record<string, string> = terms.ruleReasons;
  const because = notice.reasons.map(({ ruleId }) => reasons[ruleId] ?? ruleId).join(terms.and);
  return terms.told(terms.roles[notice.role], because);
}
