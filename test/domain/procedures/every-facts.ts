import { procedures } from '../../../src/domain/procedures/all-procedures.ts';
import { type HelperFacts, noHelperFacts } from '../../../src/domain/procedures/helper-facts.ts';
import { type ProcedureId, stepsFor } from '../../../src/domain/procedures/procedure.ts';

type Choices = { [Fact in keyof HelperFacts]: readonly HelperFacts[Fact][] };

const flags = [false, true] as const;

/** Every value that a step could ask for. */
const choices: Choices = {
  hasEnded: flags,
  violenceThreatened: flags,
  particularlyAbusive: flags,
  abuseReasons: [[], ['abusiveLanguage'], ['alreadyAnswered'], ['abusiveLanguage', 'noSubstance']],
  place: ['cathaysPark', 'otherSite', 'unknown'],
  hasSiteInstructions: flags,
  officeHours: ['inHours', 'window', 'uncovered'],
  hasVoicemail: [null, false, true],
  voicemailLeft: flags,
  ring: [null, 'external', 'internal'],
  callerKnown: [null, false, true],
  managerInvolved: flags,
  immediateDanger: ['no', 'yes'],
  harmDone: ['unsure', 'yes'],
  locationKnown: flags,
  helpAsked: flags,
  knownContact: flags,
};

/** All combinations of the named facts; the others are as before anything was said. */
export function factsWith(...varied: (keyof HelperFacts)[]): HelperFacts[] {
  return varied.reduce<HelperFacts[]>(
    (soFar, fact) => soFar.flatMap((facts) => choices[fact].map((value) => ({ ...facts, [fact]: value }))),
    [noHelperFacts],
  );
}

export const allFacts = Object.keys(choices) as (keyof HelperFacts)[];

/** Ids of the steps shown, in order. */
export function idsOf(procedure: ProcedureId, facts: Partial<HelperFacts> = {}): string[] {
  return stepsFor(procedures[procedure], { ...noHelperFacts, ...facts }).map(({ id }) => id);
}
