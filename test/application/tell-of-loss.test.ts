import { describe, expect, it } from 'vitest';
import { queued } from '../../src/application/notices.ts';
import type { Organisation } from '../../src/application/organisation.ts';
import { tellOfLoss } from '../../src/application/tell-of-loss.ts';
import type { Delivery } from '../../src/domain/incident/incident.ts';
import type { Kind, Role } from '../../src/domain/incident/vocabulary.ts';
import { sampleIncident } from '../domain/samples.ts';

const at = '2026-11-10T11:00:00.000Z';
const organisation = {
  recipients: {
    security: { address: 'security@llyw.example', language: null },
    itSecurity: { address: 'it@llyw.example', language: null },
    hrPartner: { address: 'hr@llyw.example', language: null },
  },
} satisfies Pick<Organisation, 'recipients'>;

const lost = (role: Role, change: Partial<Delivery> = {}): Delivery => ({
  ...queued('0123456789ABCDEFGHJKMNPQRS', 'reported', { role, channel: 'mail', to: 'a@llyw.example' }, at),
  state: 'gaveUp',
  failure: 'forbidden',
  ...change,
});

const tell = (kind: Kind, delivery: Delivery) =>
  tellOfLoss(sampleIncident({ kind }), delivery, organisation, at).map(({ role, to, key }) => [
    role,
    to,
    key.split('/')[1],
  ]);

describe('a notice that could not be delivered', () => {
  it('is told to Security, a manager’s as such (X-PART-1)', () => {
    expect(tell('abusive', lost('helpDesk'))).toEqual([
      ['security', 'security@llyw.example', 'recipientUnreached@helpDesk'],
    ]);
    expect(tell('abusive', lost('managerAlternate'))).toEqual([
      ['security', 'security@llyw.example', 'managerUnreached'],
    ]);
  });

  it('about a colleague is told to HR, and Security hears nothing of it (COM-3f-1)', () => {
    for (const role of ['lineManager', 'switchboard'] as const) {
      expect(tell('internal', lost(role)).map(([keeper]) => keeper)).toEqual(['hrPartner']);
    }
  });

  it.each([
    ['to Security itself', lost('security')],
    ['that will be tried again', lost('helpDesk', { state: 'failed' })],
    ['that there was nothing to ask about', lost('switchboard', { failure: 'noExtension' })],
    [
      'of a later step',
      lost('reporter', { key: '0123456789ABCDEFGHJKMNPQRS/acknowledge@2026-11-10T10:30:00.000Z/reporter/mail' }),
    ],
  ])('%s is not', (_, delivery) => {
    expect(tell('abusive', delivery)).toEqual([]);
  });

  it('has a key of its own for each role, so that each loss is told once', () => {
    expect(tell('abusive', lost('helpDesk'))).not.toEqual(tell('abusive', lost('hrPartner')));
  });
});
