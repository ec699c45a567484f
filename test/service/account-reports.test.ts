import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Account } from '../../src/domain/incident/account.ts';
import { emptyAccount, emptyCall, emptyWelfare } from '../../src/domain/incident/empty-account.ts';
import type { Incident } from '../../src/domain/incident/incident.ts';
import type { Report } from '../../src/domain/incident/report.ts';
import { cardsOf, incidents, itemsOf, sentMails } from './support/look.ts';
import { type Product, type Replica, startProduct } from './support/product.ts';
import { addReport, numberOf, personOf, reportOf } from './support/reporter.ts';

/** What must be in no notice, whoever reads it. */
const verbatim = 'VERBATIM I will make you sorry';
const caller = 'Zebedee Secretname';

type Told = { to: string; subject: string; text: string };

describe('A report from the tab', () => {
  let product: Product;
  let service: Replica;
  let number = 0;
  beforeAll(async () => {
    product = await startProduct({ webhookOrigin: null, pollSeconds: 3600 });
    service = await product.addReplica();
  });
  afterAll(() => product?.close());

  /** Writes the row with the reporter's own rights, lets the service work, and gives what became of it. */
  async function report(
    account: Account,
    change: Partial<Report>,
    persona = 'reporter',
  ): Promise<{ incident: Incident; told: Told[]; audit: Record<string, string>[] }> {
    number += 1;
    const submissionId = `0123456789ABCDEFGHJKMNPQ${String(number).padStart(2, '0')}`;
    const person = await personOf(product, 'reporter');
    const whole = await reportOf(person, number, { channel: 'phone', submissionId, email: null, account, ...change });
    const before = await sentMails(product);
    const rowId = await addReport(product, persona, whole);
    await service.work.readLists();
    await service.desk.idle();
    const reference = numberOf(rowId);
    const found = (await incidents(product)).find(({ incident }) => incident.reference === reference);
    if (!found) throw new Error('no incident');
    const known = new Set(before.map((mail) => `${mail.to.join()} ${mail.text}`));
    const told = (await sentMails(product)).filter((mail) => !known.has(`${mail.to.join()} ${mail.text}`));
    const entries = await itemsOf(product, product.settings.site.lists.audit);
    return {
      incident: found.incident,
      told: told.map(({ to, subject, text }) => ({ to: to.join().split('@')[0] ?? '', subject, text })),
      audit: entries.filter((each) => each.fields.SubmissionId === submissionId).map((each) => each.fields),
    };
  }

  const mailTo = (told: readonly Told[], name: string) => {
    const mail = told.find(({ to }) => to === name);
    if (!mail) throw new Error(`no mail to ${name}`);
    return mail;
  };

  it('of an abusive call out of hours reaches facilities first, then HR and the switchboard (COM-3a-3, COM-3a-7, COM-4.1-2)', async () => {
    const { incident, told } = await report(
      {
        ...emptyAccount('call'),
        verbatim,
        otherParty: { ...emptyAccount('call').otherParty, name: caller },
        call: { ...emptyCall(), extension: '4321', ring: 'external', numberShown: '01632 960 123' },
      },
      // Friday 20 November 2026, 07:45 in London.
      { kind: 'abusive', occurredAt: '2026-11-20T07:45:00.000Z' },
    );
    expect(incident).toMatchObject({ officeHours: 'window', severity: 'standard', state: 'managerReview' });
    expect(incident.routing.map(({ role }) => role)[0]).toBe('facilities');
    expect(told.map(({ to }) => to).sort()).toEqual(['adnoddau.dynol', 'cyfleusterau', 'switsfwrdd']);

    const facilities = mailTo(told, 'cyfleusterau');
    expect(facilities.text).toContain('Extension of the call: 4321');
    expect(facilities.text).toContain('Ffôn yr adroddwr: +44 29 2018 0021');
    const switchboard = mailTo(told, 'switsfwrdd');
    expect(switchboard.text).toContain('20 November 2026 at 07:45');
    expect(switchboard.text).toContain('Estyniad: 4321');
    expect(`${switchboard.subject}${switchboard.text}`).not.toContain(incident.reference);
    for (const { subject, text, to } of told) {
      for (const secret of [verbatim, caller]) expect(`${subject}${text}`, to).not.toContain(secret);
      // Whoever is not to recognise the caller is not given the number.
      expect(text, to).not.toContain('01632');
    }
    const cards = (await cardsOf(product, 'manager')).filter(({ json }) => json.includes(incident.reference));
    expect(cards).toHaveLength(1);
    expect(cards[0]?.json).not.toContain('VERBATIM');
  });

  it('of a call for help about health goes to health enquiries as it was noted, and the disclosure is logged (COM-3d-6, COM-3d-7, B-SUI-2)', async () => {
    const { incident, told, audit } = await report(
      {
        ...emptyAccount('call'),
        verbatim,
        notes: [
          { at: '2026-11-20T10:01:00.000Z', text: 'Is on a bridge.' },
          { at: '2026-11-20T10:04:00.000Z', text: 'Talks of the clinic.' },
        ],
        call: { ...emptyCall(), extension: '4321' },
        welfare: {
          ...emptyWelfare(),
          immediateDanger: 'yes',
          location: 'Pont Glanrafon',
          callbackNumber: '01632 960 777',
          healthMatter: 'yes',
          contacted: [{ who: 'police', at: '2026-11-20T10:02:00.000Z' }],
        },
      },
      { kind: 'suicideThreat', facts: '' },
    );
    // The person's danger counts, although no mark of the report says it.
    expect(incident).toMatchObject({ severity: 'critical', policeTask: 'prompt', forward: { state: 'none' } });
    expect(told.map(({ to }) => to)).toEqual(['ymholiadau.iechyd']);
    const { text, subject } = mailTo(told, 'ymholiadau.iechyd');
    for (const words of ['Pont Glanrafon', '01632 960 777', 'Is on a bridge.', 'Talks of the clinic.', 'Yr heddlu']) {
      expect(text).toContain(words);
    }
    expect(text.indexOf('Is on a bridge.')).toBeLessThan(text.indexOf('Talks of the clinic.'));
    expect(`${subject}${text}`).not.toMatch(/abuse|offender|commit|suicid|hunanladd|VERBATIM/i);
    expect(audit.map(({ Action }) => Action)).toEqual(['registered', 'disclosed']);
    expect(JSON.parse(audit[1]?.Detail ?? '{}')).toMatchObject({ role: 'healthEnquiries', basis: 'vitalInterests' });
    expect(JSON.stringify(audit)).not.toContain('bridge');
  });

  it('of a worry about a visitor goes to the reception of that site and to the manager, and to nobody else (BEH-4.2-1)', async () => {
    const { incident, told } = await report(
      {
        ...emptyAccount('visitorConcern'),
        verbatim,
        visitor: {
          visitor: 'A. N. Visitor',
          expectedOn: '2026-11-23',
          siteId: 'pen-y-bont',
          concern: 'Was loud last time.',
        },
      },
      { channel: 'inPerson', kind: 'none', facts: 'FACTS the history of it all' },
    );
    expect(incident).toMatchObject({ severity: 'concern', state: 'managerReview' });
    expect(told.map(({ to }) => to)).toEqual(['derbynfa.penybont']);
    const { text } = mailTo(told, 'derbynfa.penybont');
    for (const words of ['Swyddfa Pen-y-bont', 'Pen-y-bont Office', '23 November 2026', 'A. N. Visitor', 'loud']) {
      expect(text).toContain(words);
    }
    expect(text).not.toContain('FACTS');
    expect(text).not.toContain('VERBATIM');
  });

  it('of a hoax call leaves the manager three duties with a time, and tells nobody else yet (COM-3c-1, C-20)', async () => {
    const { incident, told, audit } = await report(
      { ...emptyAccount('call'), call: emptyCall() },
      { kind: 'hoax', occurredAt: '2026-11-20T10:00:00.000Z' },
    );
    expect(told).toEqual([]);
    const dueAt = new Date(Date.parse(incident.reportedAt) + 30 * 60_000).toISOString();
    expect(incident.duties).toEqual(
      (['security', 'helpDesk', 'hrPartner'] as const).map((role) => ({ role, state: 'open', dueAt, ended: null })),
    );
    expect(audit.map(({ Action }) => Action)).toEqual(['registered', 'dutiesOpened']);
  });

  it('of somebody in a more exposed area is more severe, and the area’s own people hear of it besides (BEH-1.1-2, BEH-8.2-3)', async () => {
    const abusive = { ...emptyAccount('call'), call: emptyCall() };
    const change = { kind: 'abusive' as const, occurredAt: '2026-11-20T10:00:00.000Z' };
    const ordinary = await report(abusive, change);
    expect(ordinary.incident.severity).toBe('standard');
    expect(ordinary.told.map(({ to }) => to)).toEqual(['adnoddau.dynol']);
    const exposed = await report(abusive, change, 'ioan.penrhynash@glanrafon.example');
    expect(exposed.incident).toMatchObject({
      severity: 'serious',
      severityReasons: ['ordinary', 'heightenedExposure'],
    });
    expect(exposed.told.map(({ to }) => to).sort()).toEqual([
      'adnoddau.dynol',
      'diogelwch',
      'gwenllian.prothero',
      'llys.teulu',
    ]);
    const area = mailTo(exposed.told, 'llys.teulu');
    expect(area.text).toContain(exposed.incident.reference);
    expect(area.text).not.toContain('Ioan');
    const keys = exposed.incident.deliveries.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('that an office cannot be told of is told to Security besides, once, and nothing is lost in silence (X-PART-1)', async () => {
    const rule = {
      match: { part: 'graph', method: 'POST', path: '*/users/*/messages', body: 'derbynfa.cathays@' },
      effect: { kind: 'status', status: 400 },
      times: null,
    };
    const faults = `${product.sandbox.origin}/sandbox/faults`;
    const headers = { 'content-type': 'application/json' };
    await fetch(faults, { method: 'POST', headers, body: JSON.stringify(rule) });
    const visitor = { visitor: 'A. N. Visitor', expectedOn: null, siteId: 'cathays', concern: '' };
    const { incident, told } = await report(
      { ...emptyAccount('visitorConcern'), visitor },
      { channel: 'inPerson', kind: 'none' },
    );
    await fetch(faults, { method: 'DELETE' });
    expect(incident.deliveries.map(({ role, state }) => [role, state])).toEqual([
      ['lineManager', 'sent'],
      ['reception', 'gaveUp'],
      ['security', 'sent'],
    ]);
    const { subject, text } = mailTo(told, 'diogelwch');
    expect(subject).toContain('not everybody could be told');
    expect(text).toContain('ni roddir cynnig arall arni');
    expect(text).not.toContain('Visitor');
  });
});
