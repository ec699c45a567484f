import * as v from 'valibot';

const icon = v.object({ size: v.number(), url: v.string() });
const control = v.object({
  id: v.string(),
  label: v.string(),
  icons: v.array(icon),
  supertip: v.object({ title: v.string(), description: v.string() }),
  actionId: v.string(),
});
const group = v.object({ id: v.string(), label: v.string(), controls: v.tuple([control]) });
const runtime = v.object({
  code: v.object({ page: v.string() }),
  actions: v.array(v.object({ id: v.string(), pinnable: v.boolean() })),
});
const extension = v.object({
  requirements: v.object({ capabilities: v.tuple([v.object({ name: v.literal('Mailbox'), minVersion: v.string() })]) }),
  alternates: v.tuple([v.object({ hide: v.object({ customOfficeAddin: v.object({ officeAddinId: v.string() }) }) })]),
  runtimes: v.tuple([runtime]),
  ribbons: v.tuple([v.object({ tabs: v.tuple([v.object({ groups: v.tuple([group]) })]) })]),
});
const unifiedSchema = v.object({
  version: v.string(),
  developer: v.object({ name: v.string(), websiteUrl: v.string() }),
  name: v.object({ short: v.string() }),
  description: v.object({ short: v.string() }),
  validDomains: v.array(v.string()),
  extensions: v.tuple([extension]),
});

/** Height of the pane in classic Outlook before ribbons were (pixels; 32 to 450). */
const readPaneHeight = 450;
/** Sizes that Outlook's phones ask for, each at three densities. https://learn.microsoft.com/javascript/api/manifest/icon */
const mobileSizes = [25, 32, 48];

/**
 * The add-in-only manifest, for the Outlooks that do not read the unified one (Mac, phones, versions without a subscription; facts 5).
 * `unified` and `welsh` are the filled unified manifest and its Welsh file: names, texts, button, icons and addresses come from there, so
 * that the two can never say different things. Throws what valibot throws where the unified manifest has lost a part.
 * https://learn.microsoft.com/office/dev/add-ins/develop/xml-manifest-overview
 */
export function outlookManifest(unified: unknown, welsh: Readonly<Record<string, string>>): string {
  const app = v.parse(unifiedSchema, unified);
  const [{ requirements, alternates, runtimes, ribbons }] = app.extensions;
  const [{ minVersion }] = requirements.capabilities;
  const [ribbonGroup] = ribbons[0].tabs[0].groups;
  const [button] = ribbonGroup.controls;
  const [{ code, actions }] = runtimes;
  const isPinnable = actions.find(({ id }) => id === button.actionId)?.pinnable === true;
  const inWelsh = (path: string) => {
    const text = welsh[path];
    if (text === undefined) throw new RangeError(`The Welsh file has no ${path}.`);
    return text;
  };
  const ofGroup = 'extensions[0].ribbons[0].tabs[0].groups[0]';
  const ofButton = `${ofGroup}.controls[0]`;
  const iconUrl = (pixels: number) => (button.icons[0]?.url ?? '').replace(/icon-\d+\.png$/, `icon-${pixels}.png`);

  const strings = {
    'label.group': [ribbonGroup.label, inWelsh(`${ofGroup}.label`)],
    'label.report': [button.label, inWelsh(`${ofButton}.label`)],
    'tip.title': [button.supertip.title, inWelsh(`${ofButton}.supertip.title`)],
  } as const;
  const longStrings = {
    'tip.text': [button.supertip.description, inWelsh(`${ofButton}.supertip.description`)],
  } as const;
  const mobileIcons = mobileSizes.flatMap((size) => [1, 2, 3].map((scale) => ({ size, scale, pixels: size * scale })));
  const desktopPixels = button.icons.map(({ size }) => size);

  const desktop = (isNewer: boolean) =>
    tag(
      'DesktopFormFactor',
      {},
      isNewer && tag('SupportsSharedFolders', {}, 'true'),
      tag(
        'ExtensionPoint',
        { 'xsi:type': 'MessageReadCommandSurface' },
        tag(
          'OfficeTab',
          { id: 'TabDefault' },
          tag(
            'Group',
            { id: ribbonGroup.id },
            tag('Label', { resid: 'label.group' }),
            tag(
              'Control',
              { 'xsi:type': 'Button', id: button.id },
              tag('Label', { resid: 'label.report' }),
              tag('Supertip', {}, tag('Title', { resid: 'tip.title' }), tag('Description', { resid: 'tip.text' })),
              tag('Icon', {}, ...button.icons.map(({ size }) => tag('bt:Image', { size, resid: `icon.${size}` }))),
              openPane(isNewer && isPinnable),
            ),
          ),
        ),
      ),
    );
  const mobile = tag(
    'MobileFormFactor',
    {},
    tag(
      'ExtensionPoint',
      { 'xsi:type': 'MobileMessageReadCommandSurface' },
      tag(
        'Group',
        { id: `${ribbonGroup.id}Mobile` },
        tag('Label', { resid: 'label.group' }),
        tag(
          'Control',
          { 'xsi:type': 'MobileButton', id: `${button.id}Mobile` },
          tag('Label', { resid: 'label.report' }),
          tag(
            'Icon',
            { 'xsi:type': 'bt:MobileIconList' },
            ...mobileIcons.map((each) =>
              tag('bt:Image', { size: each.size, scale: each.scale, resid: `icon.${each.pixels}` }),
            ),
          ),
          openPane(false),
        ),
      ),
    ),
  );
  const resources = (pixels: readonly number[]) =>
    tag(
      'Resources',
      {},
      tag('bt:Images', {}, ...[...new Set(pixels)].map((each) => resource('Image', `icon.${each}`, iconUrl(each)))),
      tag('bt:Urls', {}, resource('Url', 'page.pane', code.page)),
      tag('bt:ShortStrings', {}, ...Object.entries(strings).map(([id, texts]) => resource('String', id, ...texts))),
      tag('bt:LongStrings', {}, ...Object.entries(longStrings).map(([id, texts]) => resource('String', id, ...texts))),
    );
  const host = (...formFactors: string[]) => tag('Hosts', {}, tag('Host', { 'xsi:type': 'MailHost' }, ...formFactors));
  const newer = tag(
    'VersionOverrides',
    { xmlns: `${overridesNamespace}/1.1`, 'xsi:type': 'VersionOverridesV1_1' },
    requirementsOf(minVersion, 'bt:'),
    host(desktop(true), mobile),
    resources([...desktopPixels, ...mobileIcons.map((each) => each.pixels)]),
  );
  const commands = tag(
    'VersionOverrides',
    { xmlns: overridesNamespace, 'xsi:type': 'VersionOverridesV1_0' },
    requirementsOf(minVersion, 'bt:'),
    host(desktop(false)),
    resources(desktopPixels),
    newer,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${tag(
    'OfficeApp',
    {
      xmlns: 'http://schemas.microsoft.com/office/appforoffice/1.1',
      'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
      'xmlns:bt': 'http://schemas.microsoft.com/office/officeappbasictypes/1.0',
      'xsi:type': 'MailApp',
    },
    tag('Id', {}, alternates[0].hide.customOfficeAddin.officeAddinId),
    tag('Version', {}, `${app.version}.0`),
    tag('ProviderName', {}, text(app.developer.name)),
    tag('DefaultLocale', {}, 'en-GB'),
    translated('DisplayName', apart(app.name.short), apart(inWelsh('name.short'))),
    translated('Description', app.description.short, inWelsh('description.short')),
    tag('IconUrl', { DefaultValue: iconUrl(64) }),
    tag('HighResolutionIconUrl', { DefaultValue: iconUrl(128) }),
    tag('SupportUrl', { DefaultValue: app.developer.websiteUrl }),
    tag('AppDomains', {}, ...app.validDomains.map((host) => tag('AppDomain', {}, `https://${host}`))),
    tag('Hosts', {}, tag('Host', { Name: 'Mailbox' })),
    requirementsOf(minVersion, ''),
    tag(
      'FormSettings',
      {},
      tag(
        'Form',
        { 'xsi:type': 'ItemRead' },
        tag(
          'DesktopSettings',
          {},
          tag('SourceLocation', { DefaultValue: code.page }),
          tag('RequestedHeight', {}, String(readPaneHeight)),
        ),
      ),
    ),
    // Reading the message and its file. What the pane writes it writes by Graph.
    tag('Permissions', {}, 'ReadItem'),
    tag('Rule', { 'xsi:type': 'ItemIs', ItemType: 'Message', FormType: 'Read' }),
    tag('DisableEntityHighlighting', {}, 'true'),
    commands,
  )}\n`;
}

/**
 * Whoever keeps both in the admin centre must be able to tell them apart, as Microsoft's page on keeping both asks. The names of the Outlooks
 * are the same in every language.
 */
function apart(name: string): string {
  return `${name} (Mac, iOS, Android, LTSC)`;
}

const overridesNamespace = 'http://schemas.microsoft.com/office/mailappversionoverrides';
const welshLocale = 'cy-GB';

function requirementsOf(minVersion: string, prefix: '' | 'bt:'): string {
  const sets = tag(`${prefix}Sets`, { DefaultMinVersion: minVersion }, tag(`${prefix}Set`, { Name: 'Mailbox' }));
  return tag('Requirements', {}, sets);
}

function openPane(isPinnable: boolean): string {
  return tag(
    'Action',
    { 'xsi:type': 'ShowTaskpane' },
    tag('SourceLocation', { resid: 'page.pane' }),
    isPinnable && tag('SupportsPinning', {}, 'true'),
  );
}

function translated(name: string, english: string, welsh: string): string {
  return tag(name, { DefaultValue: english }, tag('Override', { Locale: welshLocale, Value: welsh }));
}

function resource(kind: 'Image' | 'Url' | 'String', id: string, value: string, welsh?: string): string {
  const override = welsh !== undefined && tag('bt:Override', { Locale: welshLocale, Value: welsh });
  return tag(`bt:${kind}`, { id, DefaultValue: value }, override);
}

/** An element; its children are markup already. */
function tag(name: string, attributes: Record<string, string | number>, ...children: (string | false)[]): string {
  const opened = [name, ...Object.entries(attributes).map(([key, value]) => `${key}="${text(String(value))}"`)].join(
    ' ',
  );
  const inside = children.filter((each) => each !== false);
  if (inside.length === 0) return `<${opened}/>`;
  const isText = inside.length === 1 && !inside[0]?.startsWith('<');
  if (isText) return `<${opened}>${inside[0]}</${name}>`;
  return `<${opened}>\n${inside.join('\n').replace(/^/gm, '  ')}\n</${name}>`;
}

function text(value: string): string {
  return value.replace(/[&<>"]/g, (each) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[each] ?? each);
}
