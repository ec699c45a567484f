import { Badge, makeStyles, tokens } from '@fluentui/react-components';
import type { Incident } from '../../../domain/incident/incident.ts';
import { formatDateTime } from '../../shared/format-date.ts';
import { useTab } from '../tab-context.tsx';
import { incidentWords } from './describe-value.ts';
import { Section } from './section.tsx';

const useStyles = makeStyles({
  list: { padding: 0, listStyleType: 'none', display: 'grid', gap: tokens.spacingVerticalS },
});

const colors = { open: 'warning', done: 'success', backedUp: 'informative' } as const;

/** Whom the manager still has to tell, and until when. COM-3c-1, C-20 */
export function Duties({ incident }: { incident: Incident }) {
  const { terms, language } = useTab();
  const words = incidentWords(language).duties;
  const styles = useStyles();
  if (incident.duties.length === 0) return null;
  return (
    <Section heading={words.heading}>
      <ul className={styles.list}>
        {incident.duties.map(({ role, state, dueAt }) => (
          <li key={role}>
            {words.tell(terms.roles[role], formatDateTime(dueAt, language))}{' '}
            <Badge appearance="tint" color={colors[state]}>
              {words.states[state]}
            </Badge>
          </li>
        ))}
      </ul>
    </Section>
  );
}
