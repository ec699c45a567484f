import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { KeyedMail, Mailbox } from '../../../src/application/ports/mailbox.ts';

export interface MailboxWorld {
  mailbox: () => Mailbox;
  /** Address to send to. */
  to: () => string;
  /** Copies of the mail with this subject that have arrived there, with the bytes of their one attachment. */
  arrived: (subject: string) => Promise<{ text: string; attachment: Uint8Array | null }[]>;
  /** Drafts with this subject left in the sender's mailbox. */
  draftsLeft: (subject: string) => Promise<number>;
}

let count = 0;
/** A real mailbox keeps what an earlier run has sent. */
export const mailRun = randomUUID();

export function sampleMail(to: string, over: Partial<KeyedMail> = {}): KeyedMail {
  count += 1;
  return {
    key: `original-${mailRun}-${count}`,
    to: [to],
    subject: `Gwreiddiol ŵ ${mailRun} ${count}`,
    text: 'Ar gyfer Diogelwch TG.\nFor IT Security.',
    importance: 'high',
    attachment: null,
    ...over,
  };
}

export function bytesOf(size: number): Uint8Array {
  const bytes = new Uint8Array(size);
  for (let index = 0; index < size; index += 1) bytes[index] = (index * 31 + (index >> 8)) & 255;
  return bytes;
}

/** What every `Mailbox` must do. */
export function mailboxContract(world: MailboxWorld): void {
  describe('any Mailbox', () => {
    it('sends a mail with its words and its attachment byte for byte', async () => {
      const bytes = bytesOf(300_001);
      const attachment = { name: 'gwreiddiol.eml', contentType: 'message/rfc822', bytes };
      const mail = sampleMail(world.to(), { attachment });
      const sent = await world.mailbox().sendOnce(mail);
      expect(sent.sentNow).toBe(true);
      const [copy, ...others] = await world.arrived(mail.subject);
      expect(others).toEqual([]);
      expect(copy?.text).toContain('Ar gyfer Diogelwch TG.');
      expect(Buffer.from(copy?.attachment ?? []).equals(bytes)).toBe(true);
    });

    it('sends a mail that has left already no second time, with or without memory of its draft', async () => {
      const mail = sampleMail(world.to());
      let draftId = '';
      const first = await world.mailbox().sendOnce(mail, {
        onDraft: async (id) => {
          draftId = id;
        },
      });
      const byKey = await world.mailbox().sendOnce(mail, { resume: true });
      const byDraft = await world.mailbox().sendOnce(mail, { resume: true, draftId });
      expect([byKey, byDraft]).toEqual([
        { messageId: first.messageId, sentNow: false },
        { messageId: first.messageId, sentNow: false },
      ]);
      expect(await world.arrived(mail.subject)).toHaveLength(1);
    });

    it('sends the draft of an attempt that stopped before sending', async () => {
      const mail = sampleMail(world.to());
      const stop = new Error('the pane was closed');
      const attempt = world.mailbox().sendOnce(mail, {
        onDraft: () => Promise.reject(stop),
      });
      await expect(attempt).rejects.toBe(stop);
      expect(await world.arrived(mail.subject)).toHaveLength(0);
      expect((await world.mailbox().sendOnce(mail, { resume: true })).sentNow).toBe(true);
      expect(await world.arrived(mail.subject)).toHaveLength(1);
      expect(await world.draftsLeft(mail.subject)).toBe(0);
    });

    it('refuses an attachment over 150 MB before anything is made', async () => {
      // The size alone decides, so no such memory is filled.
      const bytes = new Uint8Array(0);
      Object.defineProperty(bytes, 'byteLength', { value: 151 * 1024 * 1024 });
      const mail = sampleMail(world.to(), { attachment: { name: 'x.eml', contentType: 'message/rfc822', bytes } });
      await expect(world.mailbox().sendOnce(mail)).rejects.toMatchObject({ code: 'tooLarge' });
      expect(await world.draftsLeft(mail.subject)).toBe(0);
    });
  });
}
