import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { gravest, processings } from '../../src/application/processing.ts';
import { fieldsByClass } from '../../src/domain/data-protection/data-class.ts';
import { incidentData } from '../../src/domain/data-protection/incident-data.ts';
import { incidentClasses } from '../../src/domain/trail/incident-classes.ts';
import { sitePlan } from '../../src/m365/provisioning/site-plan.ts';
import { dataTables, withDataTables } from '../../src/main/data-protection.ts';

describe('What is kept of people (B-DP-1)', () => {
  it('is declared for every list of the site, with a purpose, whose it is and how long', () => {
    const declared = processings.flatMap(({ lists }) => lists);
    expect(declared.toSorted()).toEqual(sitePlan.lists.map(({ name }) => name).toSorted());
    for (const { name, purpose, people, kept, data } of processings) {
      for (const text of [purpose, people, kept]) expect(text.length, name).toBeGreaterThan(5);
      expect(gravest(data), name).not.toBe('none');
    }
  });

  it('has a class for every field: health, origin and belief are special, what somebody is said to have done an offence', () => {
    const { special, offence, ordinary, none } = fieldsByClass(incidentData);
    expect(special).toEqual(
      expect.arrayContaining(['report.account.welfare', 'report.account.hostility', 'report.account.bomb.nationality']),
    );
    expect(offence).toEqual(expect.arrayContaining(['report.violenceThreatened', 'report.email.from', 'severity']));
    expect(ordinary).toEqual(expect.arrayContaining(['reporter', 'manager', 'report.account.call.numberShown']));
    expect(none).toContain('reference');
    const all = [...special, ...offence, ...ordinary, ...none];
    expect(new Set(all).size).toBe(all.length);
  });

  it('shows the trail no special field in words', () => {
    const { special } = fieldsByClass(incidentData);
    // Codes by which a record is worked with; who may read the trail may read them in the register.
    const codes = ['report.kind', 'report.immediateDanger'];
    const shown = special.filter((path) => {
      const parts = path.split('.');
      let found: unknown = incidentClasses;
      for (const part of parts) {
        const inner = found as Record<string, unknown>;
        found =
          inner && typeof inner === 'object' ? ('each' in inner ? (inner.each as never)[part] : inner[part]) : found;
      }
      return found === 'value';
    });
    expect(shown.filter((path) => !codes.includes(path))).toEqual([]);
  });

  it('stands in the annex as the code has it', async () => {
    const text = await readFile('docs/data-protection.md', 'utf8');
    expect(withDataTables(text)).toBe(text);
    expect(text).toContain(dataTables());
    expect(() => withDataTables('no marks')).toThrow(RangeError);
  });
});
