import { createRequire } from 'node:module';
import type { Frame, Page } from 'playwright-core';
import { comeToRest, notForPeople } from '../../browser/axe.ts';
import type { RunningSystem } from './running-system.ts';

/** The rules of axe as the library for Playwright brings them. */
const rules: string = (() => {
  const near = createRequire(createRequire(import.meta.url).resolve('@axe-core/playwright'));
  return near('axe-core').source;
})();

interface Violation {
  id: string;
  nodes: { target: string[]; failureSummary: string }[];
}

/**
 * What axe finds in our own page (B-A11Y-1). It is asked in that frame alone, with every rule: the mail beside it is a sandboxed frame that
 * may run no script, and whoever puts axe in there gets "Blocked script execution in about:srcdoc" on the console, and waits for an answer.
 */
export async function axeComplaints(page: Page, system: RunningSystem): Promise<string[]> {
  const frame = ourFrame(page, system);
  await comeToRest(frame);
  await frame.evaluate(rules);
  const options = { exclude: [[notForPeople]] };
  const { violations } = (await frame.evaluate(`axe.run(${JSON.stringify(options)})`)) as { violations: Violation[] };
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target, failureSummary }) => `${target} ${failureSummary}`).join(' | ')}`,
  );
}

/** The frame of our own page inside its host. */
export function ourFrame(page: Page, system: RunningSystem): Frame {
  const frame = page.frames().find((each) => each.url().startsWith(system.appOrigin));
  if (!frame) throw new Error('Our page is not there.');
  return frame;
}
