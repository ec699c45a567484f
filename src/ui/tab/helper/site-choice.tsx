import { Select } from '@fluentui/react-components';
import { useTab } from '../tab-context.tsx';
import { ChoiceButtons } from './choice-buttons.tsx';
import { useHelperWords, useLive } from './helper-context.tsx';

/** More buildings than this no longer fit as buttons. */
const mostButtons = 6;
const nowhere = '';

/** The building, from the person's own entry, changed by one tap. Unknown is an answer too: both ways are then shown. COM-3e-3 */
export function SiteChoice({ labelledBy }: { labelledBy: string }) {
  const { settings, language } = useTab();
  const { draft, change } = useLive();
  const { words } = useHelperWords();
  const { siteId } = draft.account.place;
  const take = (next: string) =>
    change((before) => {
      const { place } = before.account;
      const chosen = next === nowhere ? null : next;
      const where = chosen === null ? 'unknown' : 'office';
      return { ...before, account: { ...before.account, place: { ...place, siteId: chosen, where } } };
    });
  const ids = [...settings.sites.map(({ id }) => id), nowhere];
  const nameOf = (id: string) => settings.sites.find((site) => site.id === id)?.name[language] ?? words.where.unknown;
  if (ids.length > mostButtons) {
    return (
      <Select aria-labelledby={labelledBy} value={siteId ?? nowhere} onChange={(_, data) => take(data.value)}>
        {ids.map((id) => (
          <option key={id} value={id}>
            {nameOf(id)}
          </option>
        ))}
      </Select>
    );
  }
  return (
    <ChoiceButtons
      labelledBy={labelledBy}
      options={ids}
      nameOf={nameOf}
      chosen={[siteId ?? nowhere]}
      onToggle={(id) => take(id === siteId ? nowhere : id)}
    />
  );
}
