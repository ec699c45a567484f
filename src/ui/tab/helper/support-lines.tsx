import { Link, makeStyles, tokens } from '@fluentui/react-components';
import { telAddress } from '../../shared/tel-address.ts';
import { useTab } from '../tab-context.tsx';
import { useHelperWords } from './helper-context.tsx';

const useStyles = makeStyles({
  list: { listStyleType: 'none', padding: 0, display: 'grid', gap: tokens.spacingVerticalXS },
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalM,
    alignItems: 'center',
    minHeight: '28px',
  },
});

/** Answer day and night, free of charge, for anyone. */
const samaritansPhone = '116 123';

/** Whom to turn to for oneself; nobody hears of it. COM-3d-9, COM-9.2-1 */
export function SupportLines() {
  const { settings, language } = useTab();
  const { words } = useHelperWords();
  const styles = useStyles();
  const lines = [
    ...settings.contacts
      .filter(({ role }) => role === 'employeeAssistance' || role === 'occupationalHealth')
      .map(({ name, phone, address }) => ({ name: name[language], phone, address })),
    { name: words.support.samaritans, phone: samaritansPhone, address: null },
  ];
  return (
    <ul className={styles.list}>
      {lines.map(({ name, phone, address }) => (
        <li key={name} className={styles.line}>
          <span>{name}</span>
          {phone ? (
            <Link inline href={telAddress(phone)}>
              {phone}
            </Link>
          ) : null}
          {address ? (
            <Link inline href={`mailto:${address}`}>
              {address}
            </Link>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
