import { makeStyles, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import { ChoiceButtons } from './choice-buttons.tsx';
import { useHelperWords } from './helper-context.tsx';
import { useVoicemail } from './use-voicemail.ts';

const useStyles = makeStyles({ question: { display: 'grid', gap: tokens.spacingVerticalXS } });

/** Asked until the person says that it is set up, and remembered on this device. COM-3a-5 */
export function VoicemailCheck() {
  const { words } = useHelperWords();
  const styles = useStyles();
  const id = useId();
  const [hasVoicemail, setVoicemail] = useVoicemail();
  const chosen = hasVoicemail === null ? [] : hasVoicemail ? (['yes'] as const) : (['no'] as const);
  return (
    <div className={styles.question}>
      <span id={id}>{words.voicemail.question}</span>
      <ChoiceButtons
        labelledBy={id}
        options={['yes', 'no'] as const}
        nameOf={(option) => words.voicemail[option]}
        chosen={chosen}
        onToggle={(option) => setVoicemail(option === 'yes')}
      />
    </div>
  );
}
