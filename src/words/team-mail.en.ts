import type { StatementRole } from '../domain/incident/manager-work.ts';
import type { TeamMeasure } from '../domain/incident/team-measures.ts';

/** Mails about a team: to a substitute, to somebody who was there, to the members. No words of what was reported. X-SAFE-1 */
export const teamMailEn = {
  /** To whom a manager has chosen to stand in. Days as they are to be read. */
  standInChosen: (facts: { manager: string; from: string; until: string; isAlone: boolean }) => ({
    subject: `Urddas: you stand in for ${facts.manager}`,
    lines: [
      `${facts.manager} has chosen you to answer reports of abuse at work from their team, from ${facts.from} to ${facts.until}.`,
      facts.isAlone
        ? 'New reports in that time come to you alone. Reports that already wait go to both of you.'
        : 'Reports in that time go to both of you. Whoever answers first, answers for both.',
      'You see what is asked of you in your chat with Urddas, and under “My team” in Urddas.',
      'If you cannot do it, please tell them.',
    ],
  }),
  standInEnded: (facts: { manager: string; until: string }) => ({
    subject: `Urddas: you no longer stand in for ${facts.manager}`,
    lines: [
      `You no longer stand in for ${facts.manager}. Your last day was ${facts.until}.`,
      'What you have answered stays as it is. Reports that are still open go back to them.',
    ],
  }),
  /** To a witness or first aider. BEH-8.5-1 */
  statementAsked: (facts: { reference: string; when: string; askedBy: string; role: StatementRole }) => ({
    subject: `Urddas ${facts.reference}: please write down what you saw`,
    lines: [
      `${facts.askedBy} asks you for a statement, because you were there on ${facts.when}.`,
      `You are asked as ${teamMailEn.statementRoles[facts.role]}. The number is ${facts.reference}.`,
      'Please write down in Urddas what you saw and heard yourself, and sign it there. Do not send it by e-mail.',
      'If you were not there, or would rather not, please tell the person who asks you.',
    ],
  }),
  /** To each member of the team. BEH-8.6-1 */
  teamAlert: (facts: { sender: string; measures: readonly TeamMeasure[] }) => ({
    subject: 'Urddas: for the safety of our team',
    lines: [
      `${facts.sender} tells the team that there has been an incident. Until you hear more, please do this:`,
      ...facts.measures.map((measure) => `- ${teamMailEn.measures[measure]}`),
      'Please do not ask colleagues what happened. If you are worried or need support, speak to your manager.',
    ],
  }),
  statementRoles: {
    victim: 'somebody it happened to',
    witness: 'a witness',
    firstAider: 'a first aider',
  } satisfies Record<StatementRole, string>,
  measures: {
    notAlone: 'Do not meet members of the public alone.',
    bookMeetings: 'Tell your manager before you meet somebody outside the office.',
    passCallsOn: 'If a caller becomes abusive, end the call and tell your manager.',
    keepMessages: 'Keep threatening messages, do not answer them, and report each one in Urddas.',
    callSecurity: 'Call Security at once if something worries you in or near the building.',
    callPolice: 'In danger, call 999 first.',
    doorsShut: 'Keep staff doors shut, and let nobody in behind you.',
    leaveTogether: 'Leave the building together, and park where it is lit.',
    noDetails: 'Give nobody details of where colleagues are or when they work.',
    useReception: 'See visitors at reception only.',
  } satisfies Record<TeamMeasure, string>,
};
