import { type Kind, kinds } from '../../src/domain/incident/vocabulary.ts';
import { callReport } from '../../test/service/support/account.ts';
import { itemsOf } from '../../test/service/support/look.ts';
import { type Product, startProduct } from '../../test/service/support/product.ts';
import { addForwarded, addReport, forwardedOf, personOf, reportOf } from '../../test/service/support/reporter.ts';
import { type Bench, type Measurement, measured } from '../measurement.ts';
import { TenantControl } from '../tenant-control.ts';

type Way = 'email' | 'call';

interface Spent {
  units: number;
  requests: number;
}

/**
 * What one replica spends on a report of each kind, e-mail and call, from the row in Intake until nothing is owed: resource units as
 * SharePoint bills them (the bytes of evidence are the pane's upload, and not in it), and requests to Graph and the connector. A tenant and
 * a service of its own without a poll in the meantime, so that the figure is the report's alone. Reports of one way are read together, as in
 * a busy hour; what a replica asks once and remembers is spent on one report before.
 */
export async function measureKinds({ runs, say }: Bench): Promise<Measurement[]> {
  const rows: Measurement[] = [];
  for (const way of ['email', 'call'] as const) {
    const product = await startProduct({ webhookOrigin: null, pollSeconds: 3600, leaseSeconds: 60 });
    try {
      const desk = await openDesk(product, way);
      await desk.take('abusive', 1);
      const spent = new Map<Kind, Spent>();
      for (const kind of kinds) spent.set(kind, await desk.take(kind, runs));
      const usual = spent.get('abusive')?.units ?? null;
      for (const [kind, { units, requests }] of spent) {
        rows.push(
          measured({
            name: `units.${way}.${kind}`,
            unit: 'units',
            value: units,
            ...(kind === 'abusive' ? {} : { against: { name: `${way}, abusive`, value: usual } }),
            runs,
            budget: { of: 'value', atMost: 20 },
            note: `${requests.toFixed(1)} requests of the service for a report`,
          }),
        );
      }
      say(`  ${way}: ${[...spent].map(([kind, { units }]) => `${kind} ${units.toFixed(1)}`).join(', ')}`);
    } finally {
      await product.close();
    }
  }
  return rows;
}

async function openDesk(product: Product, way: Way) {
  const service = await product.addReplica();
  const control = new TenantControl(product.sandbox.origin);
  const person = await personOf(product, 'reporter');
  let number = 0;

  async function add(kind: Kind): Promise<void> {
    number += 1;
    const isMail = way === 'email';
    const report = isMail ? await reportOf(person, number, { kind }) : callReport({ kind });
    await addReport(product, 'reporter', report);
    if (isMail && kind !== 'bombThreat') await addForwarded(product, 'reporter', forwardedOf(report));
  }

  /** The mean of `count` reports. */
  async function take(kind: Kind, count: number): Promise<Spent> {
    for (let each = 0; each < count; each += 1) await add(kind);
    const [units, last] = [await control.resourceUnits(product.settings.clientId), await control.lastRequest()];
    await service.work.readLists();
    await service.desk.idle();
    const after = (await control.requestsSince(last)).filter(
      ({ path, caller }) => caller === 'app' && !path.startsWith('/sandbox'),
    );
    const spent = (await control.resourceUnits(product.settings.clientId)) - units;
    await requireDone(product);
    return { units: spent / count, requests: after.length / count };
  }

  return { take };
}

async function requireDone(product: Product): Promise<void> {
  const { incidents, incidentsHr } = product.settings.site.lists;
  const found = [...(await itemsOf(product, incidents)), ...(await itemsOf(product, incidentsHr))];
  const open = found.filter(({ fields }) => fields.WorkState !== 'done');
  if (open.length > 0) throw new Error(`${open.length} of ${found.length} records still owe something.`);
}
