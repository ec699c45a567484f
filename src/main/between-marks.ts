/** The lines between which a document is written by a command. */
export interface Marks {
  start: string;
  end: string;
}

/** The text with what stands from mark to mark replaced; `written` brings the marks with it. Throws where they are gone. */
export function betweenMarks(text: string, { start, end }: Marks, written: string): string {
  const from = text.indexOf(start);
  const to = text.indexOf(end);
  if (from === -1 || to < from) throw new RangeError(`The document has no place that begins with ${start}`);
  return text.slice(0, from) + written + text.slice(to + end.length);
}
