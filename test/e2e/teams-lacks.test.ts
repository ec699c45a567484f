import { describe, it } from 'vitest';
import { type HostFeature, hostFeatures } from '../../src/sandbox/hosts/teams/tab-context.ts';
import { recordEn } from '../../src/words/record.en.ts';
import { startEn } from '../../src/words/start.en.ts';
import { expectIncident } from './support/counts.ts';
import { carrySignIn, signInByWindow } from './support/sign-in-window.ts';
import { systemUnderTest } from './support/system-under-test.ts';
import { Tab } from './support/tab.ts';

const under = systemUnderTest();

describe('A Teams without one of its features, and without all of them', { timeout: 180_000 }, () => {
  const cases = [...hostFeatures.map((feature): HostFeature[] => [feature]), hostFeatures];

  it.each(cases.map((lacking) => [lacking.join(', '), lacking] as const))(
    'takes a record: %s',
    async (name, lacking) => {
      const { system, browser } = under;
      browser.allowsRefusedRequests = true;
      const page = await browser.page();
      const isByWindow = lacking.includes('nestedAppAuth');
      if (isByWindow) await carrySignIn(page.context(), system);
      const { frame } = await Tab.open(page, system, 'reporter', { query: { without: lacking.join(',') } });
      const { calls } = startEn;
      await frame.getByRole('button', { name: calls.overOf(calls.kinds.abusive.name) }).click();
      const facts = `He shouted for a long time. Without ${name}.`;
      await frame.getByLabel(recordEn.fields.facts.label, { exact: true }).fill(facts);
      await frame.getByRole('button', { name: recordEn.told.send, exact: true }).first().click();
      if (isByWindow) {
        const button = frame.getByRole('button', { name: recordEn.sent.signIn });
        await signInByWindow(page, () => button.click(), 'Carys Llwyd-Fenn');
      }
      await frame.getByRole('heading', { level: 1, name: recordEn.sent.titleDone }).waitFor({ timeout: 90_000 });
      const reference = (await frame.getByText(/UB-\d{4}-\d{6}/).innerText()).match(/UB-\d{4}-\d{6}/)?.[0];
      await expectIncident(system, reference ?? '', { report: { channel: 'phone', kind: 'abusive', facts } });
    },
  );
});
