import { Ajv, type ErrorObject } from 'ajv';

/**
 * The parts of Adaptive Cards 1.5 that our cards use, each with every property it may have here and no other: written from the property
 * lists of adaptivecards.io/explorer. A misspelt property is ignored by a client without a word; here it fails.
 */
const text = { type: 'string', minLength: 1 };
const id = { type: 'string', pattern: '^[A-Za-z][\\w:]*$' };
const spacing = { enum: ['none', 'small', 'default', 'medium', 'large', 'extraLarge', 'padding'] };
const style = { enum: ['default', 'positive', 'destructive'] };
const listOf = (name: string) => ({ type: 'array', minItems: 1, items: { $ref: `#/definitions/${name}` } });

function part(type: string, required: readonly string[], properties: Record<string, object>) {
  return {
    type: 'object',
    additionalProperties: false,
    required: ['type', ...required],
    properties: { type: { const: type }, ...properties },
  };
}

/** Properties of every element, and of every input besides. */
const element = { id, spacing, separator: { type: 'boolean' }, isVisible: { type: 'boolean' } };
const input = { ...element, id, label: text, isRequired: { type: 'boolean' }, errorMessage: text };
const inputNeeds = ['id', 'label'];

const elements = [
  part('TextBlock', ['text', 'wrap'], {
    ...element,
    text,
    wrap: { type: 'boolean' },
    size: { enum: ['default', 'small', 'medium', 'large', 'extraLarge'] },
    weight: { enum: ['default', 'lighter', 'bolder'] },
    style: { enum: ['default', 'heading'] },
    isSubtle: { type: 'boolean' },
  }),
  part('RichTextBlock', ['inlines'], { ...element, inlines: listOf('run') }),
  part('Container', ['items'], { ...element, items: listOf('element') }),
  part('ActionSet', ['actions'], { ...element, actions: { ...listOf('action'), maxItems: 6 } }),
  part('Input.Text', inputNeeds, {
    ...input,
    placeholder: text,
    isMultiline: { type: 'boolean' },
    maxLength: { type: 'integer', minimum: 1 },
  }),
  part('Input.Date', inputNeeds, {
    ...input,
    min: { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' },
    max: { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' },
  }),
  part('Input.Toggle', ['id', 'title'], {
    ...input,
    title: text,
    wrap: { type: 'boolean' },
    valueOn: text,
    valueOff: text,
  }),
  part('Input.ChoiceSet', [...inputNeeds, 'choices'], {
    ...input,
    style: { enum: ['compact', 'expanded', 'filtered'] },
    choices: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['title', 'value'],
        properties: { title: text, value: text },
      },
    },
  }),
];

const execute = part('Action.Execute', ['verb', 'title', 'data'], {
  id,
  verb: text,
  title: text,
  data: { type: 'object' },
  style,
  associatedInputs: { enum: ['auto', 'none'] },
});

const actions = [
  execute,
  part('Action.OpenUrl', ['url', 'title'], { id, title: text, url: { type: 'string', pattern: '^https://' }, style }),
  part('Action.ShowCard', ['card', 'title'], {
    id,
    title: text,
    style,
    card: part('AdaptiveCard', ['body'], { body: listOf('element') }),
  }),
  part('Action.ToggleVisibility', ['targetElements', 'title'], {
    id,
    title: text,
    targetElements: { type: 'array', minItems: 1, items: id },
  }),
];

const schema = {
  definitions: {
    element: { anyOf: elements },
    action: { anyOf: actions },
    run: part('TextRun', ['text'], { text, weight: { enum: ['default', 'lighter', 'bolder'] } }),
  },
  ...part('AdaptiveCard', ['version', 'body', 'fallbackText', 'lang', 'speak'], {
    $schema: { const: 'http://adaptivecards.io/schemas/adaptive-card.json' },
    version: { const: '1.5' },
    lang: { enum: ['en', 'cy'] },
    speak: text,
    fallbackText: text,
    body: listOf('element'),
    refresh: {
      type: 'object',
      additionalProperties: false,
      required: ['action', 'userIds'],
      properties: {
        action: execute,
        userIds: { type: 'array', minItems: 1, maxItems: 60, items: { type: 'string', pattern: '^29:' } },
      },
    },
  }),
};

const validate = new Ajv({ allErrors: false, strict: true, strictTypes: false }).compile(schema);

/** What is wrong with a card, by its place in it; empty for a card that a 1.5 client reads as it is meant. */
export function schemaProblemsOf(card: unknown): string[] {
  if (validate(JSON.parse(JSON.stringify(card)))) return [];
  return (validate.errors ?? []).map(({ instancePath, message, params }: ErrorObject) => {
    return `${instancePath} ${message} ${JSON.stringify(params)}`;
  });
}
