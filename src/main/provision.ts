import { writeFile } from 'node:fs/promises';
import { describeDifference } from '../m365/provisioning/describe-difference.ts';
import type { Difference } from '../m365/provisioning/difference.ts';
import { type ProvisionedSite, planSite, provisionSite } from '../m365/provisioning/provision-site.ts';
import { sitePlan } from '../m365/provisioning/site-plan.ts';
import { connect } from './provision/connect.ts';
import { type Arguments, readArguments } from './provision/read-arguments.ts';
import { readRequest } from './provision/read-request.ts';

/** Makes a tenant's site ready, or says what it lacks. Exit code 0: nothing is left to do; 2: something is; 1: it could not. */
const usage = `npm run provision -- plan --request FILE
npm run provision -- apply --request FILE [--out site.json]

plan   says what the site lacks, and writes nothing
apply  makes it; deletes nothing, and may be run again at any time

FILE is like docs/provision-example.json. --stand-in http://localhost:3000 does it in the stand-in tenant.
Exit code 0: nothing is left to do. 2: something is. 1: it could not be done.`;

/** What nobody can see over Graph or REST, so that it is said each time. */
const unseen = [
  'no retention policy or label of the tenant may keep what this site deletes: it would stop weeding',
  'sharing with people outside must be off for this site, in the SharePoint admin centre',
  'what is deleted stays in the recycle bin for 93 days, and in a backup for as long as that is kept: put both into your retention schedule',
];

const words = { make: 'make', change: 'change', byHand: 'by hand', note: 'note' } as const;

function sayOne(difference: Difference): void {
  console.log(`${words[difference.effort].padEnd(8)}${describeDifference(difference)}`);
}

/** The last line, and the exit code that goes with it. */
function sum(differences: readonly Difference[]): number {
  const asPlanned = sitePlan.lists
    .map(({ name }) => name)
    .filter((name) => !differences.some((one) => 'list' in one && one.list === name && one.effort !== 'note'));
  if (asPlanned.length > 0) console.log(`as planned: ${asPlanned.join(', ')}`);
  for (const line of unseen) console.log(`unseen  ${line}`);
  const count = (effort: Difference['effort']) => differences.filter((one) => one.effort === effort).length;
  const [make, change, byHand] = [count('make'), count('change'), count('byHand')];
  console.log(`${make} to make, ${change} to change, ${byHand} for you to do by hand`);
  return make + change + byHand === 0 ? 0 : 2;
}

/** The ids go to the file, or else to the terminal: they are not to be lost when the file cannot be written. */
async function tell(site: ProvisionedSite, out: string | null): Promise<boolean> {
  const text = JSON.stringify(site, null, 2);
  try {
    if (out === null) console.log(text);
    else {
      await writeFile(out, `${text}\n`);
      console.log(`The ids for the settings of the service are in ${out}.`);
    }
    return true;
  } catch (error) {
    console.log(text);
    console.error(`${out} cannot be written (${sentenceOf(error)}). The ids above belong in it.`);
    return false;
  }
}

async function run({ command, requestFile, out, standIn }: Arguments): Promise<number> {
  const read = await readRequest(requestFile, standIn !== null);
  const { graph, rest } = connect(read, standIn, process.env, (line) => console.log(line));
  if (command === 'plan') {
    const { differences } = await planSite(graph, rest, read.request);
    differences.forEach(sayOne);
    return sum(differences);
  }
  const { site, left } = await provisionSite(graph, rest, read.request, sayOne);
  const isTold = await tell(site, out);
  left.forEach(sayOne);
  const code = sum(left);
  return isTold ? code : 1;
}

async function main(): Promise<number> {
  let given: Arguments | 'help';
  try {
    given = readArguments(process.argv.slice(2));
  } catch (error) {
    console.error(`${sentenceOf(error)}\n\n${usage}`);
    return 1;
  }
  if (given === 'help') {
    console.log(usage);
    return 0;
  }
  return run(given);
}

function sentenceOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    console.error(sentenceOf(error));
    process.exitCode = 1;
  },
);
