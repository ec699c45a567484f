import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { CallEndRegular } from '@fluentui/react-icons';
import { endLive, tickedAt, tickStep } from '../../../application/live-record.ts';
import { isHelperField } from '../../../domain/procedures/helper-fields.ts';
import type { NumberedStep } from '../../../domain/procedures/procedure.ts';
import { useTab } from '../tab-context.tsx';
import { AskColleague } from './ask-colleague.tsx';
import { FieldInput } from './field-input.tsx';
import { HandOver } from './hand-over.tsx';
import { useHelperWords, useLive } from './helper-context.tsx';
import { ReadOutLines } from './read-out-lines.tsx';
import { RingLink } from './ring-link.tsx';
import { SupportLines } from './support-lines.tsx';
import { SwitchboardQuery } from './switchboard-query.tsx';
import { VoicemailCheck } from './voicemail-check.tsx';

const useStyles = makeStyles({
  fields: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 14rem), 1fr))',
    gap: tokens.spacingVerticalM,
  },
  end: { justifySelf: 'start', minHeight: '44px' },
  instructions: {
    padding: tokens.spacingHorizontalM,
    backgroundColor: tokens.colorNeutralBackground2,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    whiteSpace: 'pre-line',
  },
});

/** What can be pressed or filled in at a step. */
export function StepActions({ step, title }: { step: NumberedStep; title: string }) {
  const { language } = useTab();
  const { draft, change, procedure, site, onGo } = useLive();
  const { words } = useHelperWords();
  const styles = useStyles();
  const { action } = step;
  if (!action) return null;
  const now = () => new Date().toISOString();
  const tick = () => change((before) => (tickedAt(before, step.id) ? before : tickStep(before, step, true, now())));
  switch (action.type) {
    case 'ring':
      return procedure.kind === 'bombThreat' ? (
        <ReadOutLines
          reason={action.contact === 'emergency' ? 'bombOtherSite' : 'bombCathaysPark'}
          ring={[action.contact]}
          onRing={tick}
        />
      ) : (
        <div>
          <RingLink contact={action.contact} onRing={tick} />
        </div>
      );
    case 'askColleague':
      return <AskColleague reason={action.reason} ring={action.ring} title={title} onSent={tick} />;
    case 'siteInstructions':
      return (
        <>
          <p className={styles.instructions}>{site?.bombInstructions?.[language]}</p>
          <AskColleague
            reason="bombSiteInstructions"
            ring={['siteSecurity', 'emergency']}
            title={title}
            onSent={tick}
          />
        </>
      );
    case 'fill': {
      // What stands beside the notes already need not stand here a second time.
      const fields = action.fields.filter((field) => !procedure.quickFields.includes(field)).filter(isHelperField);
      const shown = step.phase === 'afterwards' ? action.fields.filter(isHelperField) : fields;
      if (shown.length === 0) return null;
      return (
        <div className={styles.fields}>
          {shown.map((field) => (
            <FieldInput key={field} field={field} />
          ))}
        </div>
      );
    }
    case 'endCall':
      return (
        <Button
          className={styles.end}
          appearance="primary"
          icon={<CallEndRegular />}
          onClick={() => change((before) => endLive(tickStep(before, step, true, now()), now()))}
        >
          {draft.account.situation === 'call' ? words.endCall : words.endMeeting}
        </Button>
      );
    case 'switchboardQuery':
      return <SwitchboardQuery onAsked={tick} />;
    case 'voicemailCheck':
      return <VoicemailCheck />;
    case 'sendNow':
      return <HandOver isAtOnce />;
    case 'openForm':
      return <HandOver isAtOnce={false} />;
    case 'openGuidance':
      return (
        <Button className={styles.end} onClick={() => onGo({ page: 'guidance', documentId: action.documentId })}>
          {words.guidance}
        </Button>
      );
    case 'support':
      return <SupportLines />;
    default:
      return null;
  }
}
