import { makeStyles, Subtitle2, tokens } from '@fluentui/react-components';
import { SupportLines } from '../support-lines.tsx';
import { useTab } from '../tab-context.tsx';

const useStyles = makeStyles({
  panel: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalL,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground3,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
});

/** Where to find support; from configuration, shown on every report page. COM-9.2-1, COM-1.4-2. */
export function SupportPanel() {
  const { words, settings } = useTab();
  const styles = useStyles();
  const hasLines = settings.contacts.some(({ role }) => role === 'employeeAssistance' || role === 'occupationalHealth');
  if (!hasLines) return null;
  return (
    <section className={styles.panel} aria-labelledby="support-heading">
      <Subtitle2 as="h2" id="support-heading">
        {words.mine.support}
      </Subtitle2>
      <p>{words.mine.supportLead}</p>
      <SupportLines />
    </section>
  );
}
