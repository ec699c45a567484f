import type { ServicePorts } from './ports/service-ports.ts';
import { guidanceReadEntrySchema, parsePayload } from './report-schema.ts';
import { answerEntry, type EntryTaker } from './take-entry.ts';

/**
 * The row itself, with its author and time by SharePoint, is the record that somebody has read a version; it is answered so that
 * it is not looked at again. BEH-2.1-1, BEH-R-1.
 */
export function guidanceReadTaker(ports: ServicePorts): EntryTaker {
  return async (row) => {
    const isReadable = parsePayload(guidanceReadEntrySchema, row.payload) !== null;
    const refusal = row.authorId === null ? 'noAuthor' : isReadable ? null : 'unreadable';
    await answerEntry(ports, row, { incident: null, refusal });
    return refusal === null ? 'known' : 'refused';
  };
}
