/** A step of the product that faults are tried on. One line a step; the names are those of the actions of a run. */
export interface Step {
  name: string;
  /** What has happened, and has been dealt with, before. */
  before: readonly string[];
  act: string;
}

export const steps: readonly Step[] = [
  { name: 'A report and its notices', before: [], act: 'report' },
  { name: 'The mark of the forward', before: ['report'], act: 'mark of the forward' },
  { name: 'The manager’s answer in the card', before: ['report'], act: 'manager presses twice' },
  { name: 'Security’s acknowledgement', before: ['report'], act: 'Security acknowledges' },
  { name: 'An amendment', before: ['report'], act: 'grave amendment' },
  { name: 'A manager who turns out to be involved', before: ['report'], act: 'manager is involved' },
  { name: 'A withdrawal', before: ['report'], act: 'withdrawal' },
  { name: 'Evidence', before: ['report'], act: 'evidence' },
];
