/** The parts of Adaptive Cards 1.5 that our cards are made of (adaptivecards.io/explorer). */
export interface TextBlock {
  type: 'TextBlock';
  text: string;
  wrap: true;
  size?: 'large' | 'medium';
  weight?: 'bolder';
  style?: 'heading';
  isSubtle?: true;
  spacing?: 'small' | 'medium';
}

export interface TextRun {
  type: 'TextRun';
  text: string;
  weight?: 'bolder';
}

export interface RichTextBlock {
  type: 'RichTextBlock';
  inlines: TextRun[];
  spacing?: 'small';
}

/** With `isRequired` goes an `errorMessage`, which a client shows at the field. */
export interface TextInput {
  type: 'Input.Text';
  id: string;
  label: string;
  placeholder?: string;
  isMultiline: true;
  isRequired?: true;
  maxLength: number;
  errorMessage: string;
}

export interface DateInput {
  type: 'Input.Date';
  id: string;
  label: string;
  min: string;
  max: string;
  isRequired: true;
  errorMessage: string;
}

export interface ToggleInput {
  type: 'Input.Toggle';
  id: string;
  title: string;
  label: string;
  wrap: true;
  valueOn: 'true';
  valueOff: 'false';
}

export interface ChoiceInput {
  type: 'Input.ChoiceSet';
  id: string;
  label: string;
  style: 'expanded';
  isRequired: true;
  errorMessage: string;
  choices: { title: string; value: string }[];
}

export interface ExecuteAction {
  type: 'Action.Execute';
  id: string;
  verb: string;
  title: string;
  data: Record<string, unknown>;
  style?: 'positive';
  associatedInputs: 'auto' | 'none';
}

export interface OpenUrlAction {
  type: 'Action.OpenUrl';
  title: string;
  url: string;
}

/** A part with inputs of its own, which opens below its button; nothing outside it is sent with what is typed there. */
export interface ShowCardAction {
  type: 'Action.ShowCard';
  title: string;
  style?: 'positive';
  card: { type: 'AdaptiveCard'; body: CardElement[] };
}

/** Shows and hides parts of the card, on the device alone. */
export interface ToggleAction {
  type: 'Action.ToggleVisibility';
  title: string;
  targetElements: string[];
}

/** `Action.Execute` stands in an ActionSet so that old clients show it too (facts 4.1). */
export interface ActionSet {
  type: 'ActionSet';
  spacing?: 'small';
  actions: CardActionPart[];
}

export type CardActionPart = ExecuteAction | OpenUrlAction | ToggleAction | ShowCardAction;

export interface Container {
  type: 'Container';
  id?: string;
  isVisible?: false;
  items: CardElement[];
  separator?: true;
  spacing?: 'medium';
}

export type CardElement =
  | TextBlock
  | RichTextBlock
  | TextInput
  | DateInput
  | ToggleInput
  | ChoiceInput
  | ActionSet
  | Container;

export interface AdaptiveCard {
  $schema: 'http://adaptivecards.io/schemas/adaptive-card.json';
  type: 'AdaptiveCard';
  version: '1.5';
  lang: string;
  /** Read out by a screen reader in place of the parts. */
  speak: string;
  /** Shown where the card itself cannot be. */
  fallbackText: string;
  body: CardElement[];
  /** Only the people named are asked for their own view of the card. */
  refresh?: { action: ExecuteAction; userIds: string[] };
}

/** Bytes of a card on the wire, UTF-8. Teams refuses more than about 28 KB (facts 4.1). */
export function cardBytes(card: AdaptiveCard): number {
  return new TextEncoder().encode(JSON.stringify(card)).length;
}
