import { Field, Textarea } from '@fluentui/react-components';
import type { Ref } from 'react';
import { statementLimit } from '../../../domain/incident/statements.ts';
import type { KeptText } from '../use-kept-text.ts';
import { useStatementWords } from './use-statement-words.ts';

/** How many characters are left is said when few are. */
const fewLeft = 500;

interface StatementBoxProps {
  label: string;
  rows: number;
  kept: KeptText;
  isMissing: boolean;
  box: Ref<HTMLTextAreaElement>;
}

/** Where a statement, or what is added to one, is written. It is kept on the device with every letter. X-OFF-1 */
export function StatementBox({ label, rows, kept, isMissing, box }: StatementBoxProps) {
  const words = useStatementWords();
  const left = statementLimit - (kept.text?.length ?? 0);
  const hints = [kept.isKept ? words.kept : words.unsaved, ...(left <= fewLeft ? [words.left(left)] : [])];
  return (
    <Field
      label={label}
      hint={hints.join(' ')}
      {...(isMissing && !kept.text?.trim() ? { validationMessage: words.missing } : {})}
    >
      <Textarea
        ref={box}
        value={kept.text ?? ''}
        rows={rows}
        resize="vertical"
        maxLength={statementLimit}
        onChange={(_, { value }) => kept.change(value)}
      />
    </Field>
  );
}
