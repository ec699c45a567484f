import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ColleagueReason, RingContact } from '../../../domain/procedures/procedure.ts';
import { useTab } from '../tab-context.tsx';
import { helperWordsIn, procedureWords, useHelperWords, useLive } from './helper-context.tsx';
import { knownFor } from './message-for-colleague.ts';
import { RingLink } from './ring-link.tsx';
import { ringableFor } from './ringable.ts';

const useStyles = makeStyles({
  lines: { display: 'grid', gap: tokens.spacingVerticalXS, justifyItems: 'start' },
  line: {
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
  },
  large: { fontSize: tokens.fontSizeHero700, lineHeight: tokens.lineHeightHero700 },
});

/**
 * Whom to ring and what to say, in large type, ready to be read out. For others to read it stands in both languages.
 * COM-3e-1, COM-3e-2
 */
export function ReadOutLines(props: {
  reason: ColleagueReason;
  ring: readonly RingContact[];
  isForOthers?: boolean;
  onRing?: () => void;
}) {
  const { reason, ring, isForOthers = false, onRing } = props;
  const { settings, language } = useTab();
  const { draft, own, site } = useLive();
  const { words } = useHelperWords();
  const styles = useStyles();
  const line = mergeClasses(styles.line, isForOthers && styles.large);
  if (!isForOthers) {
    return (
      <div className={styles.lines}>
        {ring.map((contact) => (
          <RingLink key={contact} contact={contact} isLarge onRing={onRing} />
        ))}
        {procedureWords[language].readOut[reason](knownFor(draft, own, site, language)).map((text) => (
          <p key={text} className={line}>
            {text}
          </p>
        ))}
      </div>
    );
  }
  const numbers = ring.map((contact) => ringableFor(contact, { contacts: settings.contacts, site, language, words }));
  const other = language === 'cy' ? 'en' : 'cy';
  return (
    <div className={styles.lines}>
      {numbers.map(({ name, phone }) =>
        phone === null ? null : (
          <p key={phone} className={line}>
            {words.ringLine(phone === '999' ? phone : `${name}, ${phone}`)}
          </p>
        ),
      )}
      {([language, other] as const).map((each) => (
        <div key={each} lang={each} className={styles.lines}>
          {[
            helperWordsIn[each].colleague.please,
            ...procedureWords[each].readOut[reason](knownFor(draft, own, site, each)),
          ].map((text) => (
            <p key={text} className={each === language ? line : styles.line}>
              {text}
            </p>
          ))}
        </div>
      ))}
    </div>
  );
}
