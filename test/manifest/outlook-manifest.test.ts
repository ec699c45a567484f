// @vitest-environment jsdom
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OfficeAddinManifest } from 'office-addin-manifest';
import { beforeAll, describe, expect, it } from 'vitest';
import { outlookManifest } from '../../manifest/outlook-manifest.ts';
import { filledManifest, values } from './values.ts';

let manifest: Awaited<ReturnType<typeof filledManifest>>['manifest'];
let welsh: Record<string, string>;
let xml: string;
let root: Element;

beforeAll(async () => {
  ({ manifest, welsh } = await filledManifest());
  xml = outlookManifest(manifest, welsh);
  root = new DOMParser().parseFromString(xml, 'application/xml').documentElement;
});

const all = (name: string, from: Element = root) => [...from.getElementsByTagName(name)];
/** An element of either version of the commands, the newer one inside the older. */
const versions = () => all('VersionOverrides');
const attribute = (element: Element, name: string) => element.getAttribute(name) ?? '';
const childNames = (element: Element) => [...element.children].map(({ tagName }) => tagName);

/** Order of children that Microsoft's schemas ask for; an element out of its place makes the whole file refused. */
const order: Record<string, string[]> = {
  OfficeApp:
    'Id Version ProviderName DefaultLocale DisplayName Description IconUrl HighResolutionIconUrl SupportUrl AppDomains Hosts Requirements FormSettings Permissions Rule DisableEntityHighlighting VersionOverrides'.split(
      ' ',
    ),
  VersionOverrides: ['Description', 'Requirements', 'Hosts', 'Resources', 'VersionOverrides'],
  Host: ['DesktopFormFactor', 'MobileFormFactor'],
  DesktopFormFactor: ['SupportsSharedFolders', 'FunctionFile', 'ExtensionPoint'],
  Control: ['Label', 'Supertip', 'Icon', 'Action'],
  Action: ['SourceLocation', 'SupportsPinning'],
  Resources: ['bt:Images', 'bt:Urls', 'bt:ShortStrings', 'bt:LongStrings'],
};

describe('The add-in-only manifest', () => {
  it('is well-formed, and small enough', () => {
    expect(root.tagName).toBe('OfficeApp');
    expect(all('parsererror')).toEqual([]);
    expect(Buffer.byteLength(xml)).toBeLessThan(256 * 1024);
  });

  it('has every element in the place that the schemas give it', () => {
    for (const [name, wanted] of Object.entries(order)) {
      const found = name === 'OfficeApp' ? [root] : all(name);
      expect(found.length, name).toBeGreaterThan(0);
      for (const element of found) {
        const names = childNames(element);
        expect(names, name).toEqual(wanted.filter((each) => names.includes(each)));
      }
    }
  });

  it('is read by Office’s own tool, without a network', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'urddas-manifest-'));
    const file = join(folder, 'outlook.xml');
    await writeFile(file, xml);
    const info = await OfficeAddinManifest.readManifestFile(file);
    await rm(folder, { recursive: true });
    expect(info).toMatchObject({
      id: values.OUTLOOK_ADDIN_ID,
      displayName: 'Urddas (Mac, iOS, Android, LTSC)',
      providerName: values.ORGANISATION_NAME,
      permissions: 'ReadItem',
      hosts: ['Mailbox'],
      officeAppType: 'MailApp',
    });
  });

  it('is the one that the unified manifest hides', () => {
    expect(manifest.extensions[0].alternates).toEqual([
      { hide: { customOfficeAddin: { officeAddinId: root.getElementsByTagName('Id')[0]?.textContent } } },
    ]);
    expect(values.OUTLOOK_ADDIN_ID).not.toBe(values.TEAMS_APP_ID);
  });

  it('has a name of its own in the list of add-ins, in both languages, so that nobody takes one for the other', () => {
    const [name] = all('DisplayName');
    const [override] = name ? [...name.children] : [];
    for (const [own, other] of [
      [attribute(name ?? root, 'DefaultValue'), manifest.name.short],
      [attribute(override ?? root, 'Value'), welsh['name.short']],
    ] as [string, string][]) {
      expect(own.startsWith(`${other} (`)).toBe(true);
      expect(own.length).toBeLessThanOrEqual(125);
    }
    expect(attribute(override ?? root, 'Locale')).toBe('cy-GB');
  });

  it('asks for the same requirement set and opens the same page', () => {
    const [{ requirements, runtimes }] = manifest.extensions;
    const versionsAsked = [...all('Sets'), ...all('bt:Sets')].map((each) => attribute(each, 'DefaultMinVersion'));
    expect(new Set(versionsAsked)).toEqual(new Set([requirements.capabilities[0].minVersion]));
    const pages = [...all('bt:Url'), ...all('SourceLocation').filter((each) => each.hasAttribute('DefaultValue'))];
    expect(new Set(pages.map((each) => attribute(each, 'DefaultValue')))).toEqual(new Set([runtimes[0].code.page]));
  });

  it('names nothing that is not there, and no name is too long', () => {
    for (const version of versions()) {
      const resources = [...version.children].find(({ tagName }) => tagName === 'Resources');
      const own = new Set(
        [...(resources?.getElementsByTagName('*') ?? [])].flatMap((each) => each.getAttribute('id') ?? []),
      );
      const named = [...version.getElementsByTagName('*')]
        .filter((each) => each.closest('VersionOverrides') === version)
        .flatMap((each) => each.getAttribute('resid') ?? []);
      expect(named.length).toBeGreaterThan(5);
      for (const id of named) expect([...own], id).toContain(id);
      for (const id of own) {
        expect(named, id).toContain(id);
        expect(id.length).toBeLessThanOrEqual(32);
      }
    }
  });

  it('says everything in both languages, the button as the unified manifest does', () => {
    const strings = [...all('bt:String'), ...all('Description')].filter((each) => !each.hasAttribute('resid'));
    for (const each of strings) {
      const override = [...each.children].find((child) => attribute(child, 'Locale') === 'cy-GB');
      expect(Object.values(welsh), attribute(each, 'DefaultValue')).toContain(attribute(override ?? each, 'Value'));
      const limit = each.parentElement?.tagName === 'bt:ShortStrings' ? 125 : 250;
      expect(attribute(each, 'DefaultValue').length).toBeLessThanOrEqual(limit);
      expect(attribute(override ?? each, 'Value').length).toBeLessThanOrEqual(limit);
    }
    const labels = all('bt:String').filter((each) => attribute(each, 'id') === 'label.report');
    const { label } = manifest.extensions[0].ribbons[0].tabs[0].groups[0].controls[0];
    expect(labels.map((each) => attribute(each, 'DefaultValue'))).toEqual([label, label]);
  });

  it('has its pictures where they are served, each in its size', async () => {
    const pictures = [...all('bt:Image').filter((each) => each.hasAttribute('DefaultValue')), ...all('IconUrl')];
    const urls = new Set([...pictures, ...all('HighResolutionIconUrl')].map((each) => attribute(each, 'DefaultValue')));
    expect(urls.size).toBeGreaterThan(10);
    for (const url of urls) {
      const { origin, pathname } = new URL(url);
      expect(origin).toBe(values.APP_ORIGIN);
      const size = Number(/icon-(\d+)\.png$/.exec(pathname)?.[1]);
      const bytes = await readFile(`assets${pathname}`);
      expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)], url).toEqual([size, size]);
    }
  });

  it('gives phones a button with every size and density they ask for, and pins only where a pane can be pinned', () => {
    const [mobile] = all('MobileFormFactor');
    const asked = all('bt:Image', mobile).map((each) => `${attribute(each, 'size')}@${attribute(each, 'scale')}`);
    expect(asked).toEqual([25, 32, 48].flatMap((size) => [1, 2, 3].map((scale) => `${size}@${scale}`)));
    expect(all('SupportsPinning')).toHaveLength(1);
    expect(all('SupportsPinning', mobile)).toEqual([]);
  });

  it('stays well-formed whatever an organisation is called', async () => {
    const odd = await filledManifest({ ORGANISATION_NAME: 'Tir & Môr <Cyf> "Un"' });
    const text = outlookManifest(odd.manifest, welsh);
    const parsed = new DOMParser().parseFromString(text, 'application/xml');
    expect(parsed.getElementsByTagName('ProviderName')[0]?.textContent).toBe('Tir & Môr <Cyf> "Un"');
  });

  it('is not made where the Welsh file has lost a text', () => {
    const { 'name.short': _, ...rest } = welsh;
    expect(() => outlookManifest(manifest, rest)).toThrow(RangeError);
  });
});
