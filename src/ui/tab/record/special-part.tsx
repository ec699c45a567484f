import {
  Field,
  Input,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { formatDateTime } from '../../shared/format-date.ts';
import { useTab } from '../tab-context.tsx';
import { Attachments } from './attachments.tsx';
import { ContactedField } from './contacted-field.tsx';
import type { SpecialView } from './field-spec.ts';
import { ManagerField } from './manager-field.tsx';
import { useForm, useRecordWords } from './record-context.tsx';
import { SwitchboardQuestion } from './switchboard-question.tsx';
import { VerbatimField } from './verbatim-field.tsx';
import { WitnessField } from './witness-field.tsx';

const useStyles = makeStyles({
  notes: { listStyleType: 'none', padding: 0, display: 'grid', gap: tokens.spacingVerticalXS },
  text: { overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' },
  quiet: { color: tokens.colorNeutralForeground2 },
  narrow: { maxWidth: '28rem' },
});

/** Whatever of the form is more than a question. */
export function SpecialPart({ view }: { view: SpecialView }) {
  const words = useRecordWords();
  switch (view) {
    case 'ownName':
      return <OwnName />;
    case 'switchboard':
      return <SwitchboardQuestion />;
    case 'voicemailKept':
      return <Advice>{words.fields.voicemailKeep.label}</Advice>;
    case 'verbatim':
      return <VerbatimField />;
    case 'witnesses':
      return <WitnessField />;
    case 'attachments':
      return <Attachments />;
    case 'manager':
      return <ManagerField />;
    case 'notes':
      return <Notes />;
    case 'letterAdvice':
      return (
        <>
          <Advice>{words.letterKeep}</Advice>
          <Advice>{words.letterParcel}</Advice>
        </>
      );
    case 'socialAdvice':
      return <Advice>{words.socialKeep}</Advice>;
    case 'homeAdviceNow':
      return <Advice title={words.homeNow}>{words.homeNowText}</Advice>;
    case 'tracing':
      return <Quiet>{words.tracing}</Quiet>;
    case 'contacted':
      return <ContactedField />;
  }
}

function Advice({ title, children }: { title?: string; children: ReactNode }) {
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        {title ? <MessageBarTitle>{title}</MessageBarTitle> : null}
        {children}
      </MessageBarBody>
    </MessageBar>
  );
}

function Quiet({ children }: { children: ReactNode }) {
  const styles = useStyles();
  return <p className={styles.quiet}>{children}</p>;
}

/** Who signs is known from signing in, and cannot be typed. ANX-1, ANX-16 */
function OwnName() {
  const { own } = useForm();
  const words = useRecordWords().fields.person;
  const styles = useStyles();
  if (own.name === '') return null;
  return (
    <Field label={words.label} hint={words.hint} className={styles.narrow}>
      <Input value={own.name} readOnly appearance="filled-darker" />
    </Field>
  );
}

/** As they were written with the caller on the line. COM-3d-6 */
function Notes() {
  const { draft } = useForm();
  const { language } = useTab();
  const styles = useStyles();
  return (
    <ol className={styles.notes}>
      {draft.account.notes.map(({ at, text }) => (
        <li key={`${at} ${text}`}>
          <span className={styles.quiet}>{formatDateTime(at, language)}</span>
          <p className={styles.text}>{text}</p>
        </li>
      ))}
    </ol>
  );
}
