import * as v from 'valibot';

export const messageIdSchema = v.object({ id: v.string() });

export const keyedMessageSchema = v.object({ id: v.string(), isDraft: v.boolean() });

export const attachmentsSchema = v.object({
  value: v.array(v.object({ id: v.string(), name: v.nullish(v.string(), '') })),
});

export const uploadSessionSchema = v.object({
  uploadUrl: v.pipe(v.string(), v.url()),
  nextExpectedRanges: v.optional(v.array(v.string()), ['0-']),
});

/** What the upload address answers; it is not Graph, and writes the name with a capital in some answers. */
export const uploadProgressSchema = v.union([
  v.object({ nextExpectedRanges: v.array(v.string()) }),
  v.pipe(
    v.object({ NextExpectedRanges: v.array(v.string()) }),
    v.transform(({ NextExpectedRanges }) => ({ nextExpectedRanges: NextExpectedRanges })),
  ),
]);
