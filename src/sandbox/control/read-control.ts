import * as v from 'valibot';
import { GraphFailure, type SandboxContext } from '../http.ts';

/** Reads a control request's JSON; what does not fit is a 400 that says where. */
export async function readControl<S extends v.GenericSchema>(c: SandboxContext, schema: S): Promise<v.InferOutput<S>> {
  const body: unknown = await c.req.json().catch(() => undefined);
  const parsed = v.safeParse(schema, body);
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  throw new GraphFailure(400, 'invalidRequest', `${v.getDotPath(issue) ?? 'body'}: ${issue.message}`);
}
