/** What a team can be asked to do. Nothing else can be said: so no evidence and no health can be in it. BEH-8.6-1 */
export const teamMeasures = [
  'callPolice',
  'callSecurity',
  'notAlone',
  'bookMeetings',
  'useReception',
  'passCallsOn',
  'keepMessages',
  'doorsShut',
  'leaveTogether',
  'noDetails',
] as const;
export type TeamMeasure = (typeof teamMeasures)[number];
