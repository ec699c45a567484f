/** Nothing is loaded and nothing runs: no script, no remote picture, no form, no frame. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

const dropped = 'script,iframe,frame,object,embed,applet,meta,link,base,form,svg,math,template,audio,video,portal';
const followed = ['href', 'xlink:href', 'ping', 'target', 'action', 'formaction', 'srcset', 'background', 'autofocus'];

const escapeText = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** Style may stay, but names no address. (What hides one behind escapes meets the policy.) */
const withoutAddresses = (css: string) => css.replace(/@import[^;]*;?/gi, '').replace(/url\s*\([^)]*\)/gi, 'none');

function removeActive(html: string): string {
  const page = new DOMParser().parseFromString(html, 'text/html');
  for (const element of page.querySelectorAll(dropped)) element.remove();
  for (const element of page.querySelectorAll('*')) {
    for (const { name } of [...element.attributes]) {
      if (name.startsWith('on') || followed.includes(name)) element.removeAttribute(name);
    }
    const style = element.getAttribute('style');
    if (style !== null) element.setAttribute('style', withoutAddresses(style));
    const source = element.getAttribute('src');
    if (source !== null && !source.startsWith('data:image/')) element.removeAttribute('src');
  }
  for (const element of page.querySelectorAll('style')) element.textContent = withoutAddresses(element.textContent);
  return page.head.innerHTML + page.body.innerHTML;
}

/**
 * The body of a mail as a page of its own, for a frame that is sandboxed entirely. Three walls: what is active is taken
 * out, the policy forbids loading, and the frame may do nothing.
 */
export function inertMailPage(body: { contentType: 'text' | 'html'; content: string }): string {
  const content =
    body.contentType === 'html'
      ? removeActive(body.content)
      : `<pre style="white-space:pre-wrap;font:inherit">${escapeText(body.content)}</pre>`;
  return `<!doctype html><html><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}">
<style>body{font:14px/1.5 "Segoe UI",Arial,sans-serif;color:#242424;background:#fff;margin:12px;overflow-wrap:anywhere}</style></head><body>${content}</body></html>`;
}
