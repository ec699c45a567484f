import { GraphFailure } from '../http.ts';
import { addressesOf, type Person } from './organisation.ts';

type Property = (person: Person) => unknown;

const addressOfGuest = (person: Person) => person.userPrincipalName.replace(/_([^_]+)#EXT#@.*$/, '@$1');

const properties: Record<string, Property> = {
  id: (person) => person.id,
  displayName: (person) => person.displayName,
  givenName: (person) => person.givenName,
  surname: (person) => person.surname,
  mail: (person) => (person.kind === 'guest' ? addressOfGuest(person) : (addressesOf(person)[0] ?? null)),
  userPrincipalName: (person) => person.userPrincipalName,
  jobTitle: (person) => person.jobTitle,
  department: (person) => person.department,
  officeLocation: (person) => person.officeLocation,
  businessPhones: (person) => (person.businessPhone === null ? [] : [person.businessPhone]),
  mobilePhone: () => null,
  preferredLanguage: (person) => person.preferredLanguage,
  accountEnabled: (person) => person.accountEnabled,
  // The main one has the prefix in capitals. https://learn.microsoft.com/graph/api/resources/user
  proxyAddresses: (person) =>
    addressesOf(person).map((address, index) => `${index === 0 ? 'SMTP' : 'smtp'}:${address}`),
  userType: (person) => (person.kind === 'guest' ? 'Guest' : 'Member'),
};

/** What Graph gives without `$select`. https://learn.microsoft.com/graph/api/user-get */
const byDefault = [
  'businessPhones',
  'displayName',
  'givenName',
  'id',
  'jobTitle',
  'mail',
  'mobilePhone',
  'officeLocation',
  'preferredLanguage',
  'surname',
  'userPrincipalName',
];

/** All that User.ReadBasic.All shows of other people. */
const basic = new Set(['id', 'displayName', 'givenName', 'surname', 'mail', 'userPrincipalName']);

/** Reads a property by its name in Graph; unknown ones are a 400, as there. */
export function propertyOf(name: string): Property {
  const property = properties[name];
  if (!property) {
    throw new GraphFailure(
      400,
      'BadRequest',
      `Parsing OData Select and Expand failed: Could not find a property named '${name}' on type 'microsoft.graph.user'.`,
    );
  }
  return property;
}

/** A person as Graph shows one, with the properties asked for. */
export function toPersonResource(
  person: Person,
  options: { select?: string | undefined; onlyBasic?: boolean } = {},
): Record<string, unknown> {
  const names = options.select ? options.select.split(',').map((name) => name.trim()) : byDefault;
  const resource: Record<string, unknown> = {};
  for (const name of names) {
    const read = propertyOf(name);
    resource[name] = options.onlyBasic && !basic.has(name) ? null : read(person);
  }
  // The id is there whether asked for or not.
  resource.id = person.id;
  return resource;
}
