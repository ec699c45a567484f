const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function inline(text: string): string {
  return text
    .replace(/[&<>"']/g, (character) => escapes[character] ?? character)
    .replace(/\[([^\]]+)\]\((https?:\/\/[^\s)]+|mailto:[^\s)]+|tel:[^\s)]+)\)/g, '<a href="$2">$1</a>')
    .replace(/\*\*(.+?)\*\*/g, '<strong>$1</strong>')
    .replace(/(^|\W)[_*](\S(?:.*?\S)?)[_*](?=\W|$)/g, '$1<em>$2</em>');
}

/** The Markdown that Teams allows in a card's text: bold, italic, lists, links. Everything else stays as written. */
export function renderCardMarkdown(text: string): string {
  const lines = text.split(/\r\n|\r|\n/);
  const isList = lines.length > 0 && lines.every((line) => /^\s*[-*] /.test(line));
  if (isList) return `<ul>${lines.map((line) => `<li>${inline(line.replace(/^\s*[-*] /, ''))}</li>`).join('')}</ul>`;
  return lines.map(inline).join('<br>');
}
