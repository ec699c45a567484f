import { Link, makeStyles, Subtitle2, tokens } from '@fluentui/react-components';
import { useTab } from '../tab-context.tsx';

const useStyles = makeStyles({
  panel: {
    display: 'grid',
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalL,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground3,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  lines: {
    display: 'grid',
    gridTemplateColumns: 'fit-content(60%) 1fr',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL}`,
  },
});

/** Where to find support; from configuration, shown on every report page. COM-9.2-1, COM-1.4-2. */
export function SupportPanel() {
  const { words, settings, language } = useTab();
  const styles = useStyles();
  const support = settings.contacts.filter(
    (contact) => contact.role === 'employeeAssistance' || contact.role === 'occupationalHealth',
  );
  if (support.length === 0) return null;
  return (
    <section className={styles.panel} aria-labelledby="support-heading">
      <Subtitle2 as="h2" id="support-heading">
        {words.mine.support}
      </Subtitle2>
      <p>{words.mine.supportLead}</p>
      <dl className={styles.lines}>
        {support.map((contact) => (
          <SupportLine
            key={contact.role}
            name={contact.name[language]}
            phone={contact.phone}
            address={contact.address}
          />
        ))}
      </dl>
    </section>
  );
}

function SupportLine({ name, phone, address }: { name: string; phone: string | null; address: string | null }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>
        {phone ? <Link href={`tel:${phone.replaceAll(' ', '')}`}>{phone}</Link> : null}
        {phone && address ? ' · ' : null}
        {address ? <Link href={`mailto:${address}`}>{address}</Link> : null}
      </dd>
    </>
  );
}
