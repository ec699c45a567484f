import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { CallRegular } from '@fluentui/react-icons';
import type { RingContact } from '../../../domain/procedures/procedure.ts';
import { telAddress } from '../../shared/tel-address.ts';
import { useTab } from '../tab-context.tsx';
import { useHelperWords, useLive } from './helper-context.tsx';
import { type Ringable, ringableFor } from './ringable.ts';

const useStyles = makeStyles({
  link: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    minHeight: '44px',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL}`,
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorBrandStroke1}`,
    color: tokens.colorBrandForeground1,
    fontSize: tokens.fontSizeBase400,
    fontWeight: tokens.fontWeightSemibold,
    textDecorationLine: 'none',
    ':hover': { textDecorationLine: 'underline' },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' },
  },
  large: { fontSize: tokens.fontSizeBase600, lineHeight: tokens.lineHeightBase600 },
});

/** Whom a step says to ring, with the number of the chosen building where it is the building's. */
export function useRingable(contact: RingContact): Ringable {
  const { settings, language } = useTab();
  const { site } = useLive();
  const { words } = useHelperWords();
  return ringableFor(contact, { contacts: settings.contacts, site, language, words });
}

/** A number to ring, one tap; without a number in the configuration it says so. */
export function RingLink({
  contact,
  onRing,
  isLarge,
}: {
  contact: RingContact;
  onRing?: (() => void) | undefined;
  isLarge?: boolean;
}) {
  const { words } = useHelperWords();
  const { name, phone } = useRingable(contact);
  const styles = useStyles();
  if (phone === null) return <p>{words.noNumber(name)}</p>;
  return (
    <a className={mergeClasses(styles.link, isLarge && styles.large)} href={telAddress(phone)} onClick={onRing}>
      <CallRegular aria-hidden="true" fontSize={20} />
      {words.ring(name, phone)}
    </a>
  );
}
