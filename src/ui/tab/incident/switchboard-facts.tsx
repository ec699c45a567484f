import type { Incident } from '../../../domain/incident/incident.ts';
import { switchboardCy } from '../../../words/switchboard.cy.ts';
import { switchboardEn } from '../../../words/switchboard.en.ts';
import { formatDateTime } from '../../shared/format-date.ts';
import { useTab } from '../tab-context.tsx';
import { FactList, Section } from './section.tsx';

/** The switchboard's answer about the call, where it has given one. COM-4.1-2 */
export function SwitchboardFacts({ incident }: { incident: Incident }) {
  const { language } = useTab();
  const words = language === 'cy' ? switchboardCy : switchboardEn;
  const { switchboardAnswer: answer } = incident;
  if (!answer) return null;
  return (
    <Section heading={words.record.heading}>
      <FactList
        facts={[
          [words.record.call, words.said[answer.putThrough]],
          [words.record.name, answer.nameQuoted],
          [words.record.number, answer.numberQuoted],
          [words.record.by, answer.answeredBy.name],
          [words.record.at, formatDateTime(answer.answeredAt, language)],
        ]}
      />
    </Section>
  );
}
