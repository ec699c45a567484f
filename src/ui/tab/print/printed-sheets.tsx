import type { printEn } from '../../../words/print.en.ts';
import { bombFields, welfareFields } from '../record/crisis-fields.ts';
import { visitorFields } from '../record/event-fields.ts';
import type { FieldSpec } from '../record/field-spec.ts';
import { sectionsOf } from '../record/form-sections.ts';
import { useAccountTerms, useAnswerNames, useRecordWords } from '../record/record-context.tsx';
import { useRecordTitle } from '../record/use-record-title.ts';
import { switchboardLine } from '../switchboard-line.ts';
import { useTab } from '../tab-context.tsx';
import { annexValues } from './annex-rows.ts';
import { AnnexSheet } from './annex-sheet.tsx';
import { allLines, answeredLines, type Reading } from './answer-text.ts';
import { type ListPart, ListSheet } from './list-sheet.tsx';
import { SheetFoot, SheetHead } from './sheet-frame.tsx';
import type { PrintedRecord } from './use-printed-record.ts';

interface PrintedSheetsProps {
  record: PrintedRecord;
  words: typeof printEn;
  other: typeof printEn;
  withWords: boolean;
}

/** Sections that the call record itself holds, so that they need not be said again. */
const onTheForm: ReadonlySet<string> = new Set(['call', 'ending', 'verbatim', 'you', 'bomb', 'welfare']);

/** The sheets of one record: the call record, the bomb checklist or the record of a call for help, and what else was told. */
export function PrintedSheets({ record, words, other, withWords }: PrintedSheetsProps) {
  const { terms, language, settings } = useTab();
  const account = useAccountTerms();
  const recordWords = useRecordWords();
  const nameOf = useAnswerNames();
  const title = useRecordTitle(record.draft);
  const { draft } = record;
  const reading: Reading = {
    language,
    sites: settings.sites,
    nameOf,
    account,
    record: recordWords,
    withWords,
    covered: words.covered,
  };
  const isWelfare = draft.kind === 'suicideThreat';
  const isAnnex = draft.account.call !== null && !isWelfare;

  const head = (heading: string, otherHeading: string | null) => (
    <SheetHead heading={heading} otherHeading={otherHeading} record={record} words={words} />
  );
  const foot = <SheetFoot record={record} words={words} other={other} />;
  const given = {
    reporter: record.reporter,
    forwarded: record.forwardedTo.map((role) => terms.roles[role]).join(', '),
    switchboard: record.switchboardAnswer
      ? switchboardLine(record.switchboardAnswer, language)
      : draft.account.call?.switchboardQueryId
        ? words.switchboardAsked
        : '',
  };
  const basics = annexValues(draft, given, words, reading);
  const partsOf = (ids: (id: string) => boolean): ListPart[] =>
    sectionsOf(draft)
      .filter(({ section }) => ids(section.id))
      .map(({ section, fields }) => ({
        title: recordWords.sections[section.id].title,
        lines: answeredLines(fields, draft, reading),
      }))
      .filter(({ lines }) => lines.length > 0);
  const quick: ListPart = {
    title: recordWords.sections.quick.title,
    lines: (
      [
        [words.labels.signed, basics.person],
        [recordWords.fields.occurredAt.label, [basics.date, basics.time].filter(Boolean).join(', ')],
        [words.labels.location, basics.location],
        [recordWords.fields.who.label, draft.account.otherParty.name],
        [words.labels.facts, draft.facts],
      ] as const
    ).flatMap(([label, value]) => (value ? [{ label, value }] : [])),
  };
  const crisis = (id: 'bomb' | 'welfare', fields: readonly FieldSpec[]): ListPart => ({
    title: recordWords.sections[id].title,
    lines: allLines(fields, draft, reading),
  });
  const more = partsOf((id) => !onTheForm.has(id));
  const behind: ListPart[] = draft.account.otherParty.name
    ? [
        {
          title: recordWords.sections.otherParty.title,
          lines: [{ label: recordWords.fields.who.label, value: draft.account.otherParty.name }],
        },
        ...more,
      ]
    : more;

  const visitor: ListPart[] = draft.account.visitor
    ? [{ title: recordWords.sections.visitor.title, lines: answeredLines(visitorFields, draft, reading) }]
    : [];

  if (isWelfare) {
    const notes = partsOf((id) => !['welfare', 'behaviour'].includes(id));
    return (
      <ListSheet
        title={words.welfareTitle}
        head={head(words.welfareTitle, other.welfareTitle)}
        parts={[quick, crisis('welfare', welfareFields), ...notes]}
        foot={foot}
      />
    );
  }
  return (
    <>
      {isAnnex ? (
        <AnnexSheet values={basics} words={words} other={other} head={head(words.title, other.title)} foot={foot} />
      ) : (
        <ListSheet
          title={words.otherTitle}
          head={head(title, null)}
          parts={[...visitor, quick, ...partsOf((id) => id !== 'bomb')]}
          foot={foot}
        />
      )}
      {draft.kind === 'bombThreat' ? (
        <ListSheet
          title={words.bombTitle}
          head={head(words.bombTitle, other.bombTitle)}
          parts={[crisis('bomb', bombFields)]}
          foot={foot}
        />
      ) : null}
      {isAnnex && behind.length > 0 ? (
        <ListSheet title={words.moreTitle} head={head(words.moreTitle, other.moreTitle)} parts={behind} />
      ) : null}
    </>
  );
}
