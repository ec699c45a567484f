import { RemoteError } from './remote-error.ts';

/** What can be wrong with a field of the configuration; the catalogue `configuration` has a sentence for each. */
export const configurationProblemCodes = [
  'missing',
  'notJson',
  'wrongForm',
  'unknownPart',
  'notAnAddress',
  'notATime',
  'notADate',
  'notAnId',
  'notANumber',
  'outOfRange',
  'notOffered',
  'unknownRole',
  'unknownRetentionRule',
  'empty',
  'closedDomain',
  'placeholder',
  'inventedAddress',
  'missingRecipient',
  'missingContact',
  'contactUnreachable',
  'hoursOverlap',
  'duplicate',
  'siteWithoutNumber',
  'criticalSlower',
  'beyondGuidance',
  'closedAlready',
] as const;
export type ConfigurationProblemCode = (typeof configurationProblemCodes)[number];

/** `field` is where it stands, for example `sites.2.phone` or `recipients.security.address`; rows count from 0. Values are not repeated. */
export interface ConfigurationProblem {
  field: string;
  code: ConfigurationProblemCode;
}

/** What the service can work with for the time being; the rest would send something wrong, or nothing. */
const tolerated: ReadonlySet<ConfigurationProblemCode> = new Set([
  'unknownPart',
  'unknownRetentionRule',
  'missingRecipient',
  'missingContact',
  'contactUnreachable',
  'criticalSlower',
  'beyondGuidance',
  'closedAlready',
]);

/** Whether a configuration with this problem must not come into force. X-CONF-1 */
export function isBlocking({ code }: ConfigurationProblem): boolean {
  return !tolerated.has(code);
}

/** The Config list as it stands cannot be worked with. The message has fields and codes, never a value. */
export class UnusableConfiguration extends RemoteError {
  readonly problems: readonly ConfigurationProblem[];

  constructor(problems: readonly ConfigurationProblem[]) {
    super('invalid', `the Config list is not usable at ${problemsInShort(problems)}`);
    this.problems = problems;
  }
}

/** Fields and codes, for a log. */
export function problemsInShort(problems: readonly ConfigurationProblem[]): string {
  return problems.map(({ field, code }) => `${field} (${code})`).join(', ');
}
