import type { IncidentDraft } from '../../../application/report-incident-draft.ts';
import { emptyBomb, emptyCall, emptyWelfare } from '../../../domain/incident/empty-account.ts';
import type { HelperField } from '../../../domain/procedures/helper-fields.ts';

const empty = { call: emptyCall, bomb: emptyBomb, welfare: emptyWelfare } as const;

function partOf(field: HelperField): [keyof typeof empty, string] | null {
  const [part, name] = field.split('.');
  return name && (part === 'call' || part === 'bomb' || part === 'welfare') ? [part, name] : null;
}

/** What a field holds now; the caller knows its type by the field's kind. */
export function readField(draft: IncidentDraft, field: HelperField): unknown {
  const part = partOf(field);
  if (!part) return (field in draft ? draft : draft.account)[field as never];
  const record = draft.account[part[0]];
  return (record ?? empty[part[0]]())[part[1] as never];
}

/** The draft with another value in a field. A part that the record did not have yet begins. */
export function writeField(draft: IncidentDraft, field: HelperField, value: unknown): IncidentDraft {
  const part = partOf(field);
  if (!part) {
    if (field in draft) return { ...draft, [field]: value };
    return { ...draft, account: { ...draft.account, [field]: value } };
  }
  const [name, key] = part;
  const record = draft.account[name] ?? empty[name]();
  return { ...draft, account: { ...draft.account, [name]: { ...record, [key]: value } } };
}

/** Whether a field is asked now: some follow from another answer. ANX-12, ANX-13, COM-3b-2 */
export function isAsked(draft: IncidentDraft, field: HelperField): boolean {
  const { call, bomb } = draft.account;
  if (field === 'call.nameSource') return call?.nameUsed === 'yes';
  if (field === 'call.recognisedAs') return call?.recognised === 'maybe' || call?.recognised === 'yes';
  if (field === 'bomb.backgroundOther') return bomb?.background.includes('other') === true;
  if (field === 'bomb.colleague') return bomb?.colleague !== null;
  return true;
}
