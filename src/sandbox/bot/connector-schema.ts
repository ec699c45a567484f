import type { HonoRequest } from 'hono';
import * as v from 'valibot';
import { ConnectorFailure } from './connector-failure.ts';

const attachment = v.looseObject({
  contentType: v.string(),
  content: v.optional(v.unknown()),
  contentUrl: v.optional(v.string()),
  name: v.optional(v.string()),
});

const activity = v.looseObject({
  type: v.picklist(['message', 'typing']),
  text: v.optional(v.string()),
  textFormat: v.optional(v.string()),
  summary: v.optional(v.string()),
  locale: v.optional(v.string()),
  importance: v.optional(v.string()),
  attachments: v.optional(v.array(attachment)),
});

const conversationParameters = v.looseObject({
  bot: v.optional(v.looseObject({ id: v.string() })),
  isGroup: v.optional(v.boolean()),
  members: v.pipe(v.array(v.looseObject({ id: v.string() })), v.length(1)),
  tenantId: v.optional(v.string()),
  channelData: v.optional(v.looseObject({ tenant: v.optional(v.looseObject({ id: v.string() })) })),
  activity: v.optional(activity),
});

export type ConversationParameters = v.InferOutput<typeof conversationParameters>;

/** Reads a body of at most 40 KB and refuses what a connector refuses. */
export async function readBody(request: HonoRequest, mostBytes: number): Promise<unknown> {
  const text = await request.text();
  if (Buffer.byteLength(text) > mostBytes) {
    throw new ConnectorFailure(413, 'MessageSizeTooBig', 'Message size too large.');
  }
  try {
    return JSON.parse(text);
  } catch {
    throw new ConnectorFailure(400, 'BadSyntax', 'The body is not JSON.');
  }
}

export function parseActivity(body: unknown) {
  const parsed = v.safeParse(activity, body);
  if (!parsed.success)
    throw new ConnectorFailure(
      400,
      'BadSyntax',
      `Invalid activity: ${v.flatten(parsed.issues).root ?? JSON.stringify(v.flatten(parsed.issues).nested)}`,
    );
  const { type, text, attachments } = parsed.output;
  if (type === 'message' && !text && !attachments?.length) {
    throw new ConnectorFailure(
      400,
      'BadSyntax',
      'Activity must include non empty text field or at least one attachment.',
    );
  }
  for (const { contentType, content } of attachments ?? []) {
    const isCard = contentType === 'application/vnd.microsoft.card.adaptive';
    if (isCard && (content as { type?: unknown } | null | undefined)?.type !== 'AdaptiveCard') {
      throw new ConnectorFailure(400, 'BadSyntax', 'The content of an adaptive card must be an AdaptiveCard.');
    }
  }
  return parsed.output;
}

export function parseConversationParameters(body: unknown): ConversationParameters {
  const parsed = v.safeParse(conversationParameters, body);
  if (!parsed.success) {
    throw new ConnectorFailure(400, 'BadSyntax', 'A personal conversation has exactly one member, named by its id.');
  }
  return parsed.output;
}
