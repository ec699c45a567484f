import { Link, makeStyles, tokens } from '@fluentui/react-components';
import { telAddress } from '../shared/tel-address.ts';
import { useTab } from './tab-context.tsx';

const useStyles = makeStyles({
  lines: {
    display: 'grid',
    gridTemplateColumns: 'fit-content(60%) minmax(0, 1fr)',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL}`,
    '@media (max-width: 480px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
    // An address is long, and without a gap.
    overflowWrap: 'anywhere',
  },
});

/** Occupational health and the employee assistance line, from configuration. COM-9.2-1 */
export function SupportLines() {
  const { settings, language } = useTab();
  const styles = useStyles();
  const support = settings.contacts.filter(
    ({ role }) => role === 'employeeAssistance' || role === 'occupationalHealth',
  );
  return (
    <dl className={styles.lines}>
      {support.map(({ role, name, phone, address }) => (
        <SupportLine key={role} name={name[language]} phone={phone} address={address} />
      ))}
    </dl>
  );
}

function SupportLine({ name, phone, address }: { name: string; phone: string | null; address: string | null }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>
        {phone ? <Link href={telAddress(phone)}>{phone}</Link> : null}
        {phone && address ? ' · ' : null}
        {address ? <Link href={`mailto:${address}`}>{address}</Link> : null}
      </dd>
    </>
  );
}
