import { AxeBuilder } from '@axe-core/playwright';
import type { Frame, Page } from 'playwright-core';

/** What of a page axe looks at; the whole page where nothing is said. */
export interface AxeScope {
  include?: 'main' | '[data-card-under-test]';
  /** `theHost` looks at our page in the host's frame, and at nothing of the host. */
  exclude?: 'iframe' | 'theHost';
}

/** The component library's own markers of the ends of the keyboard's way; nobody comes to rest on them. */
export const notForPeople = '[data-tabster-dummy]';

/**
 * Waits until nothing in the frame is on its way to another look: a colour half faded in has a contrast that no one is left with. From here
 * on colours change at once, for a button may be given free while axe looks. What never ends (a spinner) is not waited for.
 */
export async function comeToRest(frame: Frame): Promise<void> {
  await frame.evaluate(async () => {
    const atOnce = new CSSStyleSheet();
    atOnce.replaceSync('*, *::before, *::after { transition: none !important; }');
    document.adoptedStyleSheets.push(atOnce);
    const ending = document
      .getAnimations()
      .filter(({ effect }) => effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY);
    await Promise.allSettled(ending.map(({ finished }) => finished));
  });
}

/** What axe objects to (B-A11Y-1), one line a fault: its rule and the elements it found it at. */
export async function axeFaults(page: Page, { include, exclude }: AxeScope = {}): Promise<string[]> {
  const isInFrame = exclude === 'theHost';
  for (const frame of isInFrame ? page.frames() : [page.mainFrame()]) await comeToRest(frame);
  let axe = new AxeBuilder({ page }).exclude(isInFrame ? ['iframe', notForPeople] : notForPeople);
  if (isInFrame) axe = axe.include('iframe');
  if (include) axe = axe.include(include);
  if (exclude === 'iframe') axe = axe.exclude(exclude);
  const { violations } = await axe.analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
}
