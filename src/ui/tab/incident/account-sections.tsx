import type { Incident } from '../../../domain/incident/incident.ts';
import { accountGroups, type GroupId, valueAt } from './account-fields.ts';
import { CoveredText } from './covered-text.tsx';
import { describeValue } from './describe-value.ts';
import { FactList, Section } from './section.tsx';
import { useTelling } from './use-telling.ts';

/** `boundary` says whether data on health may be read here: HR and managers do. */
type AccountRead = Pick<Incident, 'report' | 'boundary'>;

/** Everything a report from the tab holds, group by group; what was not told is left out. ANX, COM-3d, COM-3e-4, BEH-4.2-1. */
export function AccountSections({ incident }: { incident: AccountRead }) {
  if (!incident.report.account) return null;
  return (
    <>
      {accountGroups.map(({ id }) => (
        <AccountGroup key={id} incident={incident} groupId={id} />
      ))}
    </>
  );
}

function AccountGroup({ incident, groupId }: { incident: AccountRead; groupId: GroupId }) {
  const telling = useTelling(incident);
  const { words } = telling;
  const fields = accountGroups.find(({ id }) => id === groupId)?.fields ?? [];
  const told = fields.flatMap(({ path, form, isCovered = false, isHealth = false }) => {
    const text = describeValue(form, valueAt(incident.report, path), telling);
    if (text.trim() === '') return [];
    const isWithheld = isHealth && incident.boundary !== 'hr';
    return [{ path, isCovered, text: isWithheld ? words.health : text }];
  });
  if (told.length === 0) return null;
  return (
    <Section heading={words.groups[groupId]}>
      {told
        .filter(({ isCovered }) => isCovered)
        .map(({ path, text }) => (
          <CoveredText key={path} name={words.fields[path]} text={text} />
        ))}
      <FactList
        facts={told.filter(({ isCovered }) => !isCovered).map(({ path, text }) => [words.fields[path], text])}
      />
    </Section>
  );
}
