import { Button, makeStyles, Select, Spinner, tokens } from '@fluentui/react-components';
import { AttachRegular, DismissRegular } from '@fluentui/react-icons';
import { type DragEvent, useEffect, useRef, useState } from 'react';
import type { AttachRefusal } from '../../../application/ports/incident-reporting.ts';
import type { AttachmentClaim } from '../../../domain/incident/account.ts';
import { type AttachmentType, attachmentTypes } from '../../../domain/incident/account-vocabulary.ts';
import { accountLimits } from '../../../domain/incident/report-limits.ts';
import { formatSize } from '../../shared/format-date.ts';
import { useTab } from '../tab-context.tsx';
import { guessAttachmentType } from './guess-attachment-type.ts';
import { useAccountTerms, useForm, useRecordWords } from './record-context.tsx';

const useStyles = makeStyles({
  drop: {
    display: 'grid',
    justifyItems: 'start',
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalL,
    border: `1px dashed ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  over: { backgroundColor: tokens.colorBrandBackground2 },
  quiet: { color: tokens.colorNeutralForeground2 },
  problem: { color: tokens.colorPaletteRedForeground1 },
  list: { listStyleType: 'none', padding: 0, display: 'grid', gap: tokens.spacingVerticalS },
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  name: { overflowWrap: 'anywhere' },
});

/** Photographs, scans, recordings, screenshots: picked, dropped or pasted, and kept sealed on the device. POL-3.1-1, B-EVD-1 */
export function Attachments() {
  const { draft, change } = useForm();
  const { ports } = useTab();
  const words = useRecordWords().files;
  const styles = useStyles();
  const picker = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const [isAdding, setAdding] = useState(false);
  const [refused, setRefused] = useState<{ name: string; refusal: AttachRefusal | 'failed' }[]>([]);
  const { attachments } = draft.account;
  const latest = useRef(draft);
  latest.current = draft;

  const put = (next: (before: AttachmentClaim[]) => AttachmentClaim[]) =>
    change((before) => {
      const { account } = before;
      latest.current = { ...before, account: { ...account, attachments: next(account.attachments) } };
      return latest.current;
    });
  const add = async (files: readonly File[]) => {
    if (files.length === 0) return;
    setAdding(true);
    const refusals: typeof refused = [];
    for (const file of files) {
      try {
        // Asked before the bytes are read: a film would fill the memory.
        const bytes = file.size > accountLimits.attachmentBytes ? 'tooLarge' : new Uint8Array(await file.arrayBuffer());
        const type = guessAttachmentType(file, draft.account.situation);
        const taken =
          bytes === 'tooLarge'
            ? bytes
            : await ports.reporting.attach(latest.current, { type, name: file.name, mediaType: file.type, bytes });
        if (typeof taken === 'string') refusals.push({ name: file.name, refusal: taken });
        else put((before) => [...before, taken]);
      } catch {
        refusals.push({ name: file.name, refusal: 'failed' });
      }
    }
    setRefused(refusals);
    setAdding(false);
  };
  const addLatest = useRef(add);
  addLatest.current = add;

  // A screenshot is pasted wherever the person happens to be in the form; text is left to the field it goes into.
  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      const files = [...(event.clipboardData?.files ?? [])];
      if (files.length === 0) return;
      event.preventDefault();
      void addLatest.current(files);
    };
    document.addEventListener('paste', paste);
    return () => document.removeEventListener('paste', paste);
  }, []);

  const remove = (id: string) => {
    put((before) => before.filter((each) => each.id !== id));
    ports.reporting.shelf.removeFile(draft.id, id).catch(() => undefined);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    void add([...event.dataTransfer.files]);
  };
  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the button inside does the same by keyboard */}
      <div
        data-field="attachments"
        className={isOver ? `${styles.drop} ${styles.over}` : styles.drop}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <input
          ref={picker}
          type="file"
          multiple
          hidden
          onChange={(event) => {
            void add([...(event.currentTarget.files ?? [])]);
            event.currentTarget.value = '';
          }}
        />
        <Button icon={<AttachRegular />} onClick={() => picker.current?.click()}>
          {words.pick}
        </Button>
        <p className={styles.quiet}>{words.drop}</p>
        <p className={styles.quiet}>
          {words.limit(formatSize(accountLimits.attachmentBytes), accountLimits.attachments)} {words.sealed}
        </p>
      </div>
      <div role="status">
        {isAdding ? <Spinner size="tiny" label={words.adding} labelPosition="after" /> : null}
        {refused.map(({ name, refusal }) => (
          <p key={name} className={styles.problem}>
            {refusal === 'tooMany' ? words.tooMany : words[refusal](name)}
          </p>
        ))}
      </div>
      {attachments.length > 0 ? (
        <ul className={styles.list}>
          {attachments.map((claim) => (
            <li key={claim.id} className={styles.row}>
              <AttachmentRow
                claim={claim}
                onType={(type) =>
                  put((before) => before.map((each) => (each.id === claim.id ? { ...each, type } : each)))
                }
                onRemove={() => remove(claim.id)}
              />
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
}

function AttachmentRow(props: { claim: AttachmentClaim; onType(type: AttachmentType): void; onRemove(): void }) {
  const { claim, onType, onRemove } = props;
  const { draft } = useForm();
  const words = useRecordWords().files;
  const { attachmentTypes: names } = useAccountTerms();
  const styles = useStyles();
  // What was sent before is evidence by now, and nobody can take it back. COM-3a-6
  const isSent = draft.amending?.filedIds.includes(claim.id) ?? false;
  return (
    <>
      <span className={styles.name}>
        {claim.name} <span className={styles.quiet}>({formatSize(claim.size)})</span>
      </span>
      {isSent ? (
        <span className={styles.quiet}>
          {names[claim.type]} · {words.sent}
        </span>
      ) : (
        <>
          <Select
            size="small"
            aria-label={words.type(claim.name)}
            value={claim.type}
            onChange={(_, { value }) => onType(attachmentTypes.find((each) => each === value) ?? claim.type)}
          >
            {attachmentTypes.map((type) => (
              <option key={type} value={type}>
                {names[type]}
              </option>
            ))}
          </Select>
          <Button
            appearance="subtle"
            icon={<DismissRegular />}
            aria-label={words.remove(claim.name)}
            onClick={onRemove}
          />
        </>
      )}
    </>
  );
}
