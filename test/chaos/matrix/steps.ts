/** A step of the product that faults are tried on. One line a step; the names are those of the actions of a run. */
export interface Step {
  name: string;
  /** What has happened, and has been dealt with, before. */
  before: readonly string[];
  act: string;
}

/** Each has been seen to hold; a step joins when all its cells do. */
export const steps: readonly Step[] = [{ name: 'A report and its notices', before: [], act: 'report' }];
