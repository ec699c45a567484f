/** Channels an incident can come by. COM-1.4-1, POL-3.1-1. */
export const channels = [
  'phone',
  'voicemail',
  'email',
  'letter',
  'inPerson',
  'socialMedia',
  'otherElectronic',
] as const;
export type Channel = (typeof channels)[number];

/** Kinds of communication. COM-3.3-1, COM-1.1-1. `none` is an incident described by behaviours or a concern alone. */
export const kinds = [
  'abusive',
  'sexualMalicious',
  'hoax',
  'suicideThreat',
  'bombThreat',
  'internal',
  'persistent',
  'none',
] as const;
export type Kind = (typeof kinds)[number];

/** Behaviours, several of which can go with one kind. BEH-3.2-1. */
export const behaviours = [
  'physicalAssault',
  'attemptedAssault',
  'severeVerbalAbuse',
  'likelyViolence',
  'harassmentSerious',
  'harassmentRacial',
  'harassmentSexual',
  'propertyDamageOrThreat',
] as const;
export type Behaviour = (typeof behaviours)[number];

/** Severity in rising order; the index is its rank. */
export const severities = ['concern', 'standard', 'serious', 'critical'] as const;
export type Severity = (typeof severities)[number];

/** States of an incident after it was submitted. */
export const incidentStates = [
  'submitted',
  'managerReview',
  'infoRequested',
  'localOnly',
  'hrRoute',
  'withSecurity',
  'acknowledged',
  'underReview',
  'actionAgreed',
  'monitoring',
  'closed',
  'merged',
  'withdrawn',
] as const;
export type IncidentState = (typeof incidentStates)[number];

/** Where the forwarded original of an e-mail stands. A bomb threat is `suppressed` until Security releases it (C-06). */
export const forwardStates = ['none', 'queued', 'sent', 'failed', 'suppressed', 'released'] as const;
export type ForwardState = (typeof forwardStates)[number];

/** Answers to "is there a request for information or personal data in it?" COM-1.7-1. */
export const informationRequestAnswers = ['yes', 'no', 'unsure', 'notAsked'] as const;
export type InformationRequestAnswer = (typeof informationRequestAnswers)[number];

/** Functional roles; configuration maps each to a person, group or mailbox (C-01). */
export const roles = [
  'reporter',
  'lineManager',
  'managerAlternate',
  'seniorManager',
  'deputyDirector',
  'security',
  'facilities',
  'itSecurity',
  'informationSecurity',
  'helpDesk',
  'switchboard',
  'hrPartner',
  'informationRights',
  'healthEnquiries',
  'occupationalHealth',
  'reception',
  // Added by a business area for itself; never instead of anyone (BEH-8.2-3).
  'areaContact',
  // People of one record: somebody who was there, and the members of the team. BEH-8.5-1, BEH-8.6-1
  'witness',
  'teamMember',
  // Whoever has changed a row of the register by hand.
  'columnEditor',
] as const;
export type Role = (typeof roles)[number];

/** Whom a rule can name; the others are found in one record, by what its manager does. */
export type RoutedRole = Exclude<Role, 'witness' | 'teamMember' | 'columnEditor'>;
const foundInRecord: ReadonlySet<Role> = new Set(['witness', 'teamMember', 'columnEditor']);
export const routedRoles = roles.filter((role): role is RoutedRole => !foundInRecord.has(role));

export const languages = ['en', 'cy'] as const;
export type Language = (typeof languages)[number];

/** Which register holds the incident, and so who may read it. COM-12.1-1. */
export const caveatBoundaries = ['default', 'hr'] as const;
export type CaveatBoundary = (typeof caveatBoundaries)[number];

/** What is asked about the police: nothing, a question to a person, a call now, or a recorded task that closing waits for. POL-4.3-1, POL-4.7-1. */
export const policeTasks = ['none', 'prompt', 'now', 'mandatory', 'nowAndMandatory'] as const;
export type PoliceTask = (typeof policeTasks)[number];

/** Why an incident has its severity; words come from the catalogue. */
export const severityReasons = [
  'concernOnly',
  'ordinary',
  'physicalAssault',
  'bombThreat',
  'homeThreat',
  'immediateDanger',
  'violenceThreatened',
  'attemptedAssault',
  'likelyViolence',
  'particularlyAbusive',
  'harassment',
  'weaponMentioned',
  'towardsFamily',
  'heightenedExposure',
  'raisedByPerson',
] as const;
export type SeverityReason = (typeof severityReasons)[number];
