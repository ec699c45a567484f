/** A manager's question to whoever reported, and the answer, under “My reports”. T5 */
export const questionEn = {
  /** Where the report stands, for whoever is asked. */
  state: 'Waiting for your answer',
  heading: (name: string) => `${name} asks you`,
  asked: (when: string) => `Asked on ${when}`,
  lead: 'Write what you know, in your own words. If you cannot answer, or would rather not, your report goes on all the same.',
  late: 'Your report has gone on in the meantime. You can still answer: it is kept with the report.',
  label: 'Your answer',
  /** Characters that are left. */
  left: (count: number) => (count === 1 ? '1 character left' : `${count} characters left`),
  kept: 'What you write is kept on this device until you send it.',
  unsaved: 'This device cannot keep what you write. Do not close this page before you have sent it.',
  send: 'Send the answer',
  missing: 'Write something first.',
  failed: 'This device could not keep the answer. Try again.',
  onItsWay: 'Your answer is on its way.',
  waits: 'Your answer is kept on this device, and goes by itself as soon as it can. You need do nothing.',
  openWindow: 'Your answer has not gone yet, and this device cannot keep it. Do not close this page.',
  signIn: 'Sign in, so that it can go',
  arrived: 'Your answer has arrived.',
  answered: (when: string) => `Answered on ${when}.`,
  youWrote: 'You wrote:',
  noted: 'It was noted by whoever asked, or sent from another of your devices.',
  ended: 'This report has ended, so no answer is needed any more.',
};
