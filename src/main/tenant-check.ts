import { parseArgs } from 'node:util';
import { askAll } from '../m365/tenant-check/ask-all.ts';
import { openCheckedTenant } from './tenant-check/checked-tenant.ts';

/**
 * `npm run tenant:check -- --tenant FILE`: tries in a tenant what Microsoft's pages leave open, and says what to set where
 * it is otherwise than we take for granted. Puts a row into Intake and a message into one chat, and takes both away again.
 * Ends with 1 where an assumption does not hold. docs/proof.md says what FILE holds.
 */
async function run(): Promise<void> {
  const { values } = parseArgs({ options: { tenant: { type: 'string' } } });
  if (!values.tenant) throw new Error('Name the file of the tenant: npm run tenant:check -- --tenant FILE');
  const tenant = await openCheckedTenant(values.tenant, process.env);
  const counts = { holds: 0, 'does not hold': 0, 'could not be tried': 0 };
  for await (const { question, answer } of askAll(tenant)) {
    counts[answer.outcome] += 1;
    console.log(`${question.id}: ${question.question}`);
    console.log(`  taken for granted: ${question.assumption}`);
    console.log(`  seen: ${answer.seen}`);
    console.log(`  ${answer.outcome}`);
    if (answer.outcome === 'does not hold') console.log(`  what to do: ${question.otherwise}`);
  }
  const { holds } = counts;
  console.log(`holds ${holds} does-not-hold ${counts['does not hold']} not-tried ${counts['could not be tried']}`);
  if (counts['does not hold'] > 0) process.exitCode = 1;
}

run().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
