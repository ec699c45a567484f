import { abusiveCall } from './abusive-call.ts';
import { bombCall } from './bomb-call.ts';
import { hoaxCall } from './hoax-call.ts';
import { inPerson } from './in-person.ts';
import { internalCall } from './internal-call.ts';
import type { Procedure, ProcedureId } from './procedure.ts';
import { sexualCall } from './sexual-call.ts';
import { suicideCall } from './suicide-call.ts';

/** Typed to the last step, so that a step without words fails the build. COM-3.3-1 */
const exactly = { abusiveCall, sexualCall, hoaxCall, suicideCall, bombCall, internalCall, inPerson } as const;

export const procedures: Readonly<Record<ProcedureId, Procedure>> = exactly;

type Exactly = typeof exactly;
export type StepOf<Id extends ProcedureId> = Exactly[Id]['steps'][number];
