import type { TenantView } from './product.ts';

type Part = Record<string, unknown>;

/** A button of a card, with the inputs a Teams client sends along with it. */
export interface Button {
  verb: string;
  title: string;
  action: Part;
  inputs: Part[];
}

const isPart = (value: unknown): value is Part => typeof value === 'object' && value !== null;
const listOf = (value: unknown): Part[] => (Array.isArray(value) ? value.filter(isPart) : []);

/**
 * Every `Action.Execute` of a card. As the published client does, a button with `associatedInputs: auto` sends the inputs of the card it
 * stands in and of the cards around that one; those of a sibling it does not.
 */
export function buttonsOf(card: unknown): Button[] {
  const found: Button[] = [];
  const inputsIn = (parts: Part[]): Part[] =>
    parts.flatMap((part) => (String(part.type).startsWith('Input.') ? [part] : inputsIn(listOf(part.items))));
  const actionsIn = (parts: Part[]): Part[] =>
    parts.flatMap((part) => [...listOf(part.actions), ...actionsIn(listOf(part.items))]);
  const walk = (within: Part, around: Part[]) => {
    const inputs = [...around, ...inputsIn(listOf(within.body))];
    for (const action of [...actionsIn(listOf(within.body)), ...listOf(within.actions)]) {
      if (action.type === 'Action.ShowCard' && isPart(action.card)) walk(action.card, inputs);
      if (action.type !== 'Action.Execute') continue;
      const sent = action.associatedInputs === 'none' ? [] : inputs;
      found.push({ verb: String(action.verb), title: String(action.title), action, inputs: sent });
    }
  };
  if (isPart(card)) walk(card, []);
  return found;
}

/** What a person would put in: this text, the last of the choices, the last day, a tick. */
export function fill(inputs: readonly Part[], text: string): Record<string, string> {
  const value = (input: Part): string => {
    switch (input.type) {
      case 'Input.Toggle':
        return String(input.valueOn);
      case 'Input.Date':
        return String(input.max);
      case 'Input.ChoiceSet':
        return String(listOf(input.choices).at(-1)?.value);
      default:
        return text;
    }
  };
  return Object.fromEntries(inputs.map((input) => [String(input.id), value(input)]));
}

interface Seen {
  kind: string;
  text?: string;
  card?: unknown;
}

/** A person's Teams: sends the action as the card gave it, with what was put into its inputs. */
export async function pressButton(
  product: TenantView,
  persona: string,
  place: { chatId: string; messageId: string },
  { action }: Pick<Button, 'action'>,
  typed: Record<string, string> = {},
  trigger: 'manual' | 'automatic' = 'manual',
): Promise<Seen> {
  const { chatId, messageId } = place;
  const data = { ...(action.data as Part), ...typed };
  const response = await fetch(
    `${product.sandbox.origin}/sandbox/teams/chats/${encodeURIComponent(chatId)}/messages/${messageId}/actions`,
    {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ persona, action: { ...action, data }, trigger }),
    },
  );
  if (!response.ok) throw new Error(`press: ${response.status} ${await response.text()}`);
  return (await response.json()) as Seen;
}
