import {
  makeStyles,
  Table,
  TableBody,
  TableCell,
  TableHeader,
  TableHeaderCell,
  TableRow,
  tokens,
} from '@fluentui/react-components';
import type { Incident, RoutedNotice } from '../../../domain/incident/incident.ts';
import type { termsEn } from '../../../words/terms.en.ts';
import { formatDateTime } from '../../shared/format-date.ts';
import { useTab } from '../tab-context.tsx';
import { Section } from './section.tsx';

function describeReason(notice: RoutedNotice, terms: typeof termsEn): string {
  const reasons: Record<string, string> = terms.ruleReasons;
  const because = notice.reasons.map(({ ruleId }) => reasons[ruleId] ?? ruleId).join(terms.and);
  return terms.told(terms.roles[notice.role], because);
}

const useStyles = makeStyles({
  scroll: { overflowX: 'auto' },
  heading: { margin: 0, fontSize: tokens.fontSizeBase300 },
  why: { margin: 0, paddingLeft: tokens.spacingHorizontalL, color: tokens.colorNeutralForeground2 },
});

/** Every notice with its own state: nothing fails silently. X-PART-1, POL-1.1-1. */
export function Deliveries({ incident }: { incident: Incident }) {
  const { words, terms, language } = useTab();
  const styles = useStyles();
  const columns = words.incident.toldColumns;
  if (incident.deliveries.length === 0) {
    return (
      <Section heading={words.incident.told}>
        <p>{words.incident.toldNobody}</p>
      </Section>
    );
  }
  return (
    <Section heading={words.incident.told}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (WCAG 2.1.1) */}
      <section className={styles.scroll} tabIndex={0} aria-label={words.incident.told}>
        <Table size="small" aria-label={words.incident.told}>
          <TableHeader>
            <TableRow>
              <TableHeaderCell>{columns.role}</TableHeaderCell>
              <TableHeaderCell>{columns.channel}</TableHeaderCell>
              <TableHeaderCell>{columns.state}</TableHeaderCell>
              <TableHeaderCell>{columns.at}</TableHeaderCell>
              <TableHeaderCell>{columns.attempts}</TableHeaderCell>
            </TableRow>
          </TableHeader>
          <TableBody>
            {incident.deliveries.map((delivery) => (
              <TableRow key={delivery.key}>
                <TableCell>{terms.roles[delivery.role]}</TableCell>
                <TableCell>{words.incident.channel[delivery.channel]}</TableCell>
                <TableCell>{words.incident.delivery[delivery.state]}</TableCell>
                <TableCell>{formatDateTime(delivery.at, language)}</TableCell>
                <TableCell>{delivery.attempts}</TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </section>
      <h3 className={styles.heading}>{words.incident.why}</h3>
      <ul className={styles.why}>
        {incident.routing.map((notice) => (
          <li key={notice.role}>{describeReason(notice, terms)}</li>
        ))}
      </ul>
    </Section>
  );
}
