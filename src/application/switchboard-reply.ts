import * as v from 'valibot';
import { putThroughAnswers, quotedLimit, type SwitchboardAnswer } from '../domain/incident/switchboard-question.ts';

const text = v.pipe(v.string(), v.maxLength(quotedLimit));

export const switchboardAnswerSchema = v.object({
  queryId: v.string(),
  putThrough: v.picklist(putThroughAnswers),
  nameQuoted: text,
  numberQuoted: text,
  answeredAt: v.string(),
  answeredBy: v.object({ id: v.string(), name: v.string(), address: v.string() }),
}) satisfies v.GenericSchema<unknown, SwitchboardAnswer>;

/** The switchboard's answer as the `Reply` column of a reporter's own row holds it; null when there is none, or none that can be read. */
export function readReply(text: string): SwitchboardAnswer | null {
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), switchboardAnswerSchema), text);
  return parsed.success ? parsed.output : null;
}
