import { describe, expect, it } from 'vitest';
import { parsePayload, reportSchema } from '../../../src/application/report-schema.ts';
import { reportLimits, withinLimits } from '../../../src/domain/incident/report-limits.ts';
import { emailOf, reportOf } from '../../service/support/reporter.ts';

const long = 'x'.repeat(40_000);
const someone = { name: long, address: long };
const many = Array.from({ length: 600 }, () => someone);
const huge = {
  ...emailOf('a@b.example', 1),
  from: someone,
  otherSenders: many,
  replyTo: many,
  to: many,
  cc: many,
  subject: long,
  internetMessageId: long,
  headerText: long,
  attachmentNames: many.map(({ name }) => name),
};

describe('A message that is larger than any report may be', () => {
  it('becomes a report that the service takes (COM-6.1-1)', async () => {
    const person = { id: 'b9b0d2b6-6a7e-4d27-9a3e-0a4d6f4c2f11', userPrincipalName: 'a@b.example', displayName: 'A' };
    const report = await reportOf(person, 1);
    expect(parsePayload(reportSchema, JSON.stringify({ ...report, email: huge }))).toBeNull();
    expect(parsePayload(reportSchema, JSON.stringify({ ...report, email: withinLimits(huge) }))).not.toBeNull();
  });

  it('is left as it is when it is within the limits', () => {
    const email = emailOf('a@b.example', 1);
    expect(withinLimits(email)).toEqual(email);
    expect(withinLimits(withinLimits(huge))).toEqual(withinLimits(huge));
  });

  it('never ends with half a character', () => {
    const subject = `${'x'.repeat(reportLimits.line - 1)}😀`;
    expect(withinLimits({ ...huge, subject }).subject).toBe('x'.repeat(reportLimits.line - 1));
  });
});
