import { submissionIdFrom } from '../../../src/domain/incident/identity.ts';

/** Another for each run, so that a list which keeps rows of an earlier one answers nothing of it. */
export const ownPrefix = submissionIdFrom(crypto.getRandomValues(new Uint8Array(17))).slice(0, 24);

/** A submission id of this run: one for each letter and number (0 to 9). */
export function ownId(letter: string, number = 0): string {
  return `${ownPrefix}${number}${letter}`;
}
