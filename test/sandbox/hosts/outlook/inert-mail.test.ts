// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { inertMailPage } from '../../../../src/sandbox/hosts/outlook/inert-mail.ts';

const shown = (content: string) =>
  new DOMParser().parseFromString(inertMailPage({ contentType: 'html', content }), 'text/html');

describe('the body of a mail', () => {
  it.each([
    ['a script', '<script>alert(1)</script>', 'script'],
    ['a form', '<form action="https://x.example"><input></form>', 'form'],
    ['a frame', '<iframe src="https://x.example"></iframe>', 'iframe'],
    ['a drawing that can hold a script', '<svg onload="x()"><a></a></svg>', 'svg'],
    ['an event', '<p onclick="x()">text</p>', '[onclick]'],
    ['a link', '<a href="javascript:x()">text</a>', '[href]'],
    ['a picture from elsewhere', '<img src="https://x.example/pixel.gif">', '[src]'],
    ['a set of pictures', '<img srcset="https://x.example/p.gif 2x">', '[srcset]'],
    ['a background', '<table background="https://x.example/p.gif"></table>', '[background]'],
    ['a base address', '<base href="https://x.example/">', 'base'],
    ['a style sheet', '<link rel="stylesheet" href="https://x.example/s.css">', 'link'],
    [
      'a page that moves on',
      '<meta http-equiv="refresh" content="0;url=https://x.example">',
      'meta[http-equiv=refresh]',
    ],
    ['another policy', '<meta http-equiv="Content-Security-Policy" content="default-src *">', 'meta[content*="*"]'],
  ])('holds no %s', (_what, content, selector) => {
    expect(shown(content).querySelector(selector)).toBeNull();
  });

  it('names no address in its style', () => {
    const page = inertMailPage({
      contentType: 'html',
      content:
        '<style>@import "https://x.example/a.css"; p{background:url(https://x.example/b.png)}</style><p style="background:URL( https://x.example/c )">x</p>',
    });
    expect(page).not.toContain('x.example');
  });

  it('keeps its words, its shape and pictures it brings along', () => {
    const page = shown('<p style="color:red">Annwyl <b>Carys</b></p><img src="data:image/png;base64,AA==">');
    expect(page.body.textContent).toContain('Annwyl Carys');
    expect(page.querySelector('img')?.getAttribute('src')).toContain('data:image/png');
  });

  it('is forbidden to load anything, whatever is left in it', () => {
    const policy = shown('x').querySelector('meta[http-equiv="Content-Security-Policy"]')?.getAttribute('content');
    expect(policy).toContain("default-src 'none'");
  });

  it('shows plain text as text', () => {
    const page = new DOMParser().parseFromString(
      inertMailPage({ contentType: 'text', content: '<b>&lt;' }),
      'text/html',
    );
    expect(page.querySelector('pre')?.textContent).toBe('<b>&lt;');
  });
});
