import { MessageBar, MessageBarBody } from '@fluentui/react-components';
import type { Submission } from '../../../application/ports/intake.ts';
import { entryRefusalsCy } from '../../../words/entry-refusals.cy.ts';
import { entryRefusalsEn } from '../../../words/entry-refusals.en.ts';
import { formatDateTime } from '../../shared/format-date.ts';
import { useTab } from '../tab-context.tsx';

/**
 * What the service did not take of this report or of what was added to it, why, and what to do instead; from whichever device it
 * came. BEH-14.1-1, T16
 */
export function RefusedNews({ submission }: { submission: Submission }) {
  const { language } = useTab();
  const words = language === 'cy' ? entryRefusalsCy : entryRefusalsEn;
  const { receipts, amendments, withdrawal, answers } = submission;
  const reportRefusal = receipts.find(({ step, state }) => step === 'recorded' && state === 'failed');
  const refused = [
    ...(reportRefusal ? [{ id: 'report', text: say(words.report, reportRefusal.reason, words.other) }] : []),
    ...amendments.flatMap(({ entry, refusal, recordedAt }) => {
      if (refusal === null) return [];
      const title = words.amendment.title(formatDateTime(recordedAt, language));
      const reason = say(words.amendment.reasons, refusal, words.other);
      const managerOut = entry.report.manager.implicated ? [words.amendment.managerOut] : [];
      return [{ id: entry.amendmentId, text: [title, reason, ...managerOut].join(' ') }];
    }),
    ...answers.flatMap(({ entry, refusal }) => {
      if (refusal === null) return [];
      const { title, reasons, youWrote } = words.answer;
      const reason = say(reasons, refusal, words.other);
      // What was written is in no record: it must not be lost.
      const text = [title(formatDateTime(entry.answeredAt, language)), reason, youWrote(entry.text)].join(' ');
      return [{ id: `answer ${entry.answeredAt}`, text }];
    }),
    ...(withdrawal?.refusal
      ? [
          {
            id: 'withdrawal',
            text: [
              words.withdrawal.title(formatDateTime(withdrawal.entry.withdrawnAt, language)),
              say(words.withdrawal.reasons, withdrawal.refusal, words.other),
            ].join(' '),
          },
        ]
      : []),
  ];
  return (
    <>
      {refused.map(({ id, text }) => (
        <MessageBar key={id} intent="warning" layout="multiline">
          <MessageBarBody>{text}</MessageBarBody>
        </MessageBar>
      ))}
    </>
  );
}

function say(reasons: Record<string, string>, code: string | null, other: string): string {
  return code !== null && Object.hasOwn(reasons, code) ? (reasons[code] ?? other) : other;
}
