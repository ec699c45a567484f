import * as v from 'valibot';

/** What we read of an activity from Teams (facts 6). Everything else in it is left alone. */
export const activitySchema = v.object({
  type: v.string(),
  name: v.optional(v.string()),
  channelId: v.string(),
  serviceUrl: v.string(),
  from: v.optional(v.object({ id: v.string(), aadObjectId: v.optional(v.string()) })),
  conversation: v.optional(
    v.object({ id: v.string(), tenantId: v.optional(v.string()), conversationType: v.optional(v.string()) }),
  ),
  channelData: v.optional(v.object({ tenant: v.optional(v.object({ id: v.string() })) })),
  locale: v.optional(v.string()),
  value: v.optional(v.unknown()),
});
export type Activity = v.InferOutput<typeof activitySchema>;

export const cardInvokeSchema = v.object({ action: v.unknown() });

/** Tenant the sender belongs to; null when the activity does not say. */
export function tenantOf(activity: Activity): string | null {
  return activity.conversation?.tenantId ?? activity.channelData?.tenant?.id ?? null;
}
