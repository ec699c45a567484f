/** What a row of the Intake list holds, by its `EntryType`. The payload's form is in `report-schema.ts`. */
export const entryTypes = [
  'report',
  'forwarded',
  'amendment',
  'withdrawal',
  'answer',
  'switchboardQuery',
  'guidanceRead',
] as const;
export type EntryType = (typeof entryTypes)[number];
