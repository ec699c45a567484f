import { expect, it } from 'vitest';
import { renderCardMarkdown } from '../../../src/sandbox/hosts/teams/card-markdown.ts';

it.each([
  ['plain', 'plain'],
  ['**bold** and _slanted_', '<strong>bold</strong> and <em>slanted</em>'],
  ['snake_case_name stays', 'snake_case_name stays'],
  ['- one\n- two', '<ul><li>one</li><li>two</li></ul>'],
  ['one\ntwo', 'one<br>two'],
  ['[site](https://a.example/x?y=1)', '<a href="https://a.example/x?y=1">site</a>'],
  ['[bad](javascript:alert(1))', '[bad](javascript:alert(1))'],
  ['<img src=x onerror=alert(1)>', '&lt;img src=x onerror=alert(1)&gt;'],
  ['[a](https://a.example/"onmouseover="x)', '<a href="https://a.example/&quot;onmouseover=&quot;x">a</a>'],
])('%s', (text, html) => {
  expect(renderCardMarkdown(text)).toBe(html);
});
