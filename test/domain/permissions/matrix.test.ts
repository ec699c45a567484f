import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { can, permissions } from '../../../src/domain/incident/permissions.ts';
import { routedRoles } from '../../../src/domain/incident/vocabulary.ts';
import { entities, limits, type Reader, rights } from '../../../src/domain/permissions/vocabulary.ts';
import { columns, matrix, unnamed, waysIn } from './matrix.ts';

const readers: readonly Reader[] = [...columns.flat(), ...unnamed];
const everything = new Set(limits);

// BEH-15.1-1, COM-12.1-1; model 6
describe('the permission matrix', () => {
  it('has every role of the organisation, every entity, and a cell for each column', () => {
    expect(readers).toEqual(expect.arrayContaining([...routedRoles]));
    // They are only told of something; what is theirs they have as members of staff.
    for (const role of ['witness', 'teamMember']) expect(readers).not.toContain(role);
    expect(Object.keys(matrix).toSorted()).toEqual([...entities].toSorted());
    for (const entity of entities) expect(matrix[entity], entity).toHaveLength(columns.length);
  });

  describe.each(entities)('%s', (entity) => {
    it.each(readers)('for %s: each right under exactly the stated conditions, and no other right', (reader) => {
      for (const right of rights) {
        const ways = waysIn(reader, right, entity);
        const isLet = (held: ReadonlySet<string>) => ways.some((way) => way.every((limit) => held.has(limit)));
        expect(can(reader, right, entity, everything), `${right} with everything true`).toBe(ways.length > 0);
        expect(can(reader, right, entity, new Set()), `${right} with nothing true`).toBe(isLet(new Set()));
        for (const way of ways) {
          expect(can(reader, right, entity, new Set(way)), `${right} ${way}`).toBe(true);
          for (const dropped of way) {
            const rest = new Set(way.filter((limit) => limit !== dropped));
            expect(can(reader, right, entity, rest), `${right} without ${dropped}`).toBe(isLet(rest));
            const others = new Set(limits.filter((limit) => limit !== dropped));
            expect(can(reader, right, entity, others), `${right}, all but ${dropped}`).toBe(isLet(others));
          }
        }
      }
    });
  });

  it('says yes for no other combination of facts', () => {
    const facts = fc.subarray([...limits]);
    const asked = fc.tuple(
      fc.constantFrom(...readers),
      fc.constantFrom(...rights),
      fc.constantFrom(...entities),
      facts,
    );
    fc.assert(
      fc.property(asked, ([reader, right, entity, held]) => {
        const isLet = waysIn(reader, right, entity).some((way) => way.every((limit) => held.includes(limit)));
        expect(can(reader, right, entity, new Set(held))).toBe(isLet);
      }),
      { numRuns: 5_000 },
    );
  });

  it('lets nobody delete evidence, or anything else, but by weeding', () => {
    for (const reader of readers) {
      for (const entity of entities) {
        expect(can(reader, 'delete', entity, everything)).toBe(false);
        if (entity !== 'weeding') expect(can(reader, 'weed', entity, everything)).toBe(false);
      }
    }
  });

  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', ''])(
    'knows no role, right or thing called %j',
    (name) => {
      const any = name as never;
      for (const entity of entities) expect(can(any, 'read', entity, everything)).toBe(false);
      for (const reader of readers) {
        expect(can(reader, any, 'incident', everything)).toBe(false);
        expect(can(reader, 'read', any, everything)).toBe(false);
      }
    },
  );

  it('opens no part of a record wider than the record', () => {
    for (const entity of ['verbatim', 'evidence', 'statement', 'assault'] as const) {
      for (const [reader, cell] of Object.entries(permissions[entity])) {
        for (const { only } of cell) expect(only, `${reader} of ${entity}`).not.toEqual([]);
      }
    }
  });
});
