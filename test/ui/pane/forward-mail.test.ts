import { describe, expect, it } from 'vitest';
import type { ForwardMail } from '../../../src/application/report-email.ts';
import { forwardMailTo } from '../../../src/ui/pane/forward-mail.ts';

type Entry = Parameters<ForwardMail>[0];

function entryWith(reference: string | null): Entry {
  return {
    reference,
    report: { submissionId: '0123456789ABCDEFGHJKMNPQRS' },
    original: { sha256: 'ab'.repeat(32) },
    draft: { language: 'cy' },
  } as unknown as Entry;
}

describe('the mail with the original (COM-6.1-3)', () => {
  const compose = forwardMailTo('it.security@glanrafon.example');

  it('names number, submission and hash in both languages, the person’s own first', () => {
    const mail = compose(entryWith('UB-2026-000007'));
    expect(mail.to).toBe('it.security@glanrafon.example');
    expect(mail.subject).toMatch(/^E-bost.*UB-2026-000007.* \/ Reported.*UB-2026-000007/);
    for (const part of [
      'Cyfeirnod: UB-2026-000007',
      'Cyflwyniad: 0123456789ABCDEFGHJKMNPQRS',
      'Submission: 0123456789ABCDEFGHJKMNPQRS',
      'ab'.repeat(32),
    ]) {
      expect(mail.text).toContain(part);
    }
    expect(mail.fileName).toMatch(/UB-2026-000007\.eml$/);
  });

  it('leaves before the register has given a number, by the submission’s own id', () => {
    const mail = compose(entryWith(null));
    expect(mail.subject).toContain('0123456789ABCDEFGHJKMNPQRS');
    expect(mail.text).not.toMatch(/\{|undefined|null/);
  });
});
