import * as v from 'valibot';
import { GraphFailure, type SandboxApp } from '../http.ts';
import { findPerson, mailboxesOf, personOfPersona, savePerson } from '../identity/directory-store.ts';
import type { Person } from '../identity/organisation.ts';
import type { Tenant } from '../tenant.ts';
import { readControl } from './read-control.ts';

const nullableText = v.exactOptional(v.nullable(v.string()));

const changeSchema = v.strictObject({
  accountEnabled: v.exactOptional(v.boolean()),
  /** Persona key, object id or sign-in name; null for nobody. */
  manager: nullableText,
  jobTitle: nullableText,
  officeLocation: nullableText,
  /** What mail reaches the mailbox by, the main address first. */
  addresses: v.exactOptional(v.pipe(v.array(v.pipe(v.string(), v.email())), v.minLength(1))),
  businessPhone: nullableText,
  preferredLanguage: v.exactOptional(v.nullable(v.picklist(['cy-GB', 'en-GB']))),
});

/** What an administrator changes about a person while the product runs. */
export function registerPeopleSwitches(app: SandboxApp, tenant: Tenant): void {
  const find = (asked: string): Person => {
    const person = personOfPersona(tenant, asked) ?? findPerson(tenant, asked);
    if (!person) throw new GraphFailure(404, 'itemNotFound', `Nobody here is '${asked}'.`);
    return person;
  };
  // What Exchange's autodiscovery tells an Outlook: the mailboxes beside the person's own.
  app.get('/sandbox/people/:person/mailboxes', (c) => {
    const found = mailboxesOf(tenant, find(c.req.param('person')).id);
    return c.json({
      value: found.map(({ mailbox, right }) => ({
        id: mailbox.id,
        address: mailbox.userPrincipalName,
        name: mailbox.displayName,
        right,
      })),
    });
  });
  app.patch('/sandbox/people/:person', async (c) => {
    const { manager, ...change } = await readControl(c, changeSchema);
    const person: Person = { ...find(c.req.param('person')), ...change };
    if (manager !== undefined) person.managerId = manager === null ? null : find(manager).id;
    savePerson(tenant, person);
    return c.json(person);
  });
}
