import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { isRemoteError } from '../application/remote-error.ts';
import { describeDifference } from '../m365/provisioning/describe-difference.ts';
import type { Difference } from '../m365/provisioning/difference.ts';
import { planSite, provisionSite } from '../m365/provisioning/provision-site.ts';
import { sitePlan } from '../m365/provisioning/site-plan.ts';
import { connect } from './provision/connect.ts';
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

async function run(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { request: { type: 'string' }, out: { type: 'string' }, 'stand-in': { type: 'string' } },
  });
  const [command] = positionals;
  if ((command !== 'plan' && command !== 'apply') || !values.request) {
    console.log(usage);
    return 1;
  }
  const standIn = values['stand-in']?.replace(/\/+$/, '') ?? null;
  const read = await readRequest(values.request, standIn !== null);
  const { graph, rest } = connect(read, standIn, process.env, (line) => console.log(line));
  if (command === 'plan') {
    const { differences } = await planSite(graph, rest, read.request);
    differences.forEach(sayOne);
    return sum(differences);
  }
  const { site, left } = await provisionSite(graph, rest, read.request, sayOne);
  const text = JSON.stringify(site, null, 2);
  if (values.out) await writeFile(values.out, `${text}\n`);
  else console.log(text);
  left.forEach(sayOne);
  return sum(left);
}

run().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    console.error(isRemoteError(error) || error instanceof Error ? error.message : error);
    process.exitCode = 1;
  },
);
