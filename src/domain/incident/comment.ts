/** Longest comment, in characters as JavaScript and Teams count them (UTF-16 units). */
export const commentLimit = 2_000;

export type CommentRefusal = 'commentMissing' | 'commentTooLong';

/** A comment without blank ends, or why it cannot be taken. */
export function checkComment(text: string): { ok: true; text: string } | { ok: false; refusal: CommentRefusal } {
  const trimmed = text.trim();
  if (trimmed === '') return { ok: false, refusal: 'commentMissing' };
  if (trimmed.length > commentLimit) return { ok: false, refusal: 'commentTooLong' };
  return { ok: true, text: trimmed };
}
