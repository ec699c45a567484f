import type Database from 'libsql';
import { rows, run } from './sql.ts';

/** Limits and known defects of Exchange that a test can switch. Sizes are bytes. */
export interface MailSettings {
  /** At most four requests of one app to one mailbox at a time. */
  mailboxConcurrency: boolean;
  /** Bytes that one app may upload to one mailbox within five minutes; null for no limit. */
  uploadLimit: number | null;
  /** `$value` of a message larger than this fails, as reported for messages over about 25 MB; null for never. */
  valueLimit: number | null;
  /** Upload sessions on shared and delegated mailboxes fail: a known issue of Graph. */
  sharedUploadFails: boolean;
}

export const usualSettings: MailSettings = {
  mailboxConcurrency: true,
  uploadLimit: 150 * 1024 * 1024,
  valueLimit: null,
  sharedUploadFails: false,
};

export function readSettings(db: Database.Database): MailSettings {
  const stored = rows<{ name: string; value: string }>(db, 'SELECT name, value FROM mail_settings');
  return { ...usualSettings, ...Object.fromEntries(stored.map(({ name, value }) => [name, JSON.parse(value)])) };
}

/** Changes the settings given; unknown names and wrong types are refused with their name. */
export function writeSettings(db: Database.Database, changes: Record<string, unknown>): string | null {
  for (const [name, value] of Object.entries(changes)) {
    if (!(name in usualSettings)) return name;
    const usual = usualSettings[name as keyof MailSettings];
    const isRight = typeof usual === 'boolean' ? typeof value === 'boolean' : value === null || Number.isInteger(value);
    if (!isRight) return name;
  }
  for (const [name, value] of Object.entries(changes)) {
    run(db, 'INSERT OR REPLACE INTO mail_settings (name, value) VALUES (?, ?)', [name, JSON.stringify(value)]);
  }
  return null;
}
