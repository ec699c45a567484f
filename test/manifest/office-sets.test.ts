import { readFile } from 'node:fs/promises';
import ts from 'typescript';
import { beforeAll, describe, expect, it } from 'vitest';
import { capabilities } from '../../src/m365/office/host-capabilities.ts';
import { filledManifest } from './values.ts';

interface Use {
  /** `MessageRead.getAsFileAsync` */
  api: string;
  file: string;
  /** Requirement set that Microsoft's own types name for it. */
  version: string;
  isMethod: boolean;
  /** It stands behind a question whether the host has it at all, in the same function. */
  isAsked: boolean;
}

/** `[Api set: Mailbox 1.14]` of the declaration's comment, the lowest where there are several. */
function setOf(declaration: ts.Declaration): string | null {
  const text = declaration.getSourceFile().text.slice(declaration.getFullStart(), declaration.getStart());
  return /\[Api set: Mailbox (?:preview|(\d+\.\d+))/.exec(text)?.[1] ?? null;
}

const asNumber = (version: string) => {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major * 1000 + minor;
};

function usesOf(program: ts.Program): Use[] {
  const checker = program.getTypeChecker();
  const uses: Use[] = [];
  for (const source of program.getSourceFiles()) {
    if (!program.getRootFileNames().includes(source.fileName)) continue;
    const visit = (node: ts.Node): void => {
      if (ts.isPropertyAccessExpression(node)) {
        const declared = checker.getSymbolAtLocation(node.name)?.declarations?.[0];
        const isOffice = declared?.getSourceFile().fileName.includes('@types/office-js');
        const version = declared && isOffice ? setOf(declared) : null;
        if (version !== null) {
          const owner = declared?.parent && ts.isInterfaceDeclaration(declared.parent) ? declared.parent.name.text : '';
          const within = ts.findAncestor(node, (each) => ts.isFunctionLike(each) && each.getText().includes('typeof '));
          const question = new RegExp(`typeof [\\w.]+\\.${node.name.text} [!=]== 'function'`);
          const isAsked = within !== undefined && question.test(within.getText());
          const isMethod = checker.getTypeAtLocation(node).getCallSignatures().length > 0;
          uses.push({ api: `${owner}.${node.name.text}`, file: source.fileName, version, isMethod, isAsked });
        }
      }
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  return uses;
}

describe('Office’s API', () => {
  let uses: Use[];
  let declared: string;
  beforeAll(async () => {
    const { config } = ts.parseConfigFileTextToJson('tsconfig.json', await readFile('tsconfig.json', 'utf8'));
    const include = ['src/m365', 'src/ui', 'src/main', 'src/application'];
    const { fileNames, options } = ts.parseJsonConfigFileContent({ ...config, include }, ts.sys, process.cwd());
    const naming = fileNames.filter((file) => /\bOffice\b/.test(ts.sys.readFile(file) ?? ''));
    uses = usesOf(ts.createProgram(naming, options));
    declared = (await filledManifest()).manifest.extensions[0].requirements.capabilities[0].minVersion;
  }, 120_000);

  it('is found where it is used, so that the rule below can fail', () => {
    expect(uses.map(({ api }) => api)).toEqual(
      expect.arrayContaining(['MessageRead.getAsFileAsync', 'MessageRead.getAllInternetHeadersAsync']),
    );
    expect(uses.some(({ version }) => asNumber(version) > asNumber(declared))).toBe(true);
  });

  it('is used above the set that the manifests ask for only where the host is asked first', () => {
    const blind = uses.filter(({ version, isAsked }) => asNumber(version) > asNumber(declared) && !isAsked);
    expect(blind.map(({ api, version, file }) => `${api} (${version}) in ${file}`)).toEqual([]);
  });

  it('has no method in use that is not among the capabilities, each of which is taken away from a host by a test', () => {
    const nameOf = (path: string) => path.split('.').at(-1);
    const known = new Set(Object.values(capabilities).map(({ member }) => nameOf(member)));
    const used = uses.filter(({ isMethod }) => isMethod).map(({ api }) => api);
    expect(used).toContain('MessageRead.getAsFileAsync');
    expect(used.filter((api) => !known.has(nameOf(api)))).toEqual([]);
    // In mailboxes of a team the same method is newer than its type says.
    const { teamMailbox: _, ...ofTheirOwn } = capabilities;
    const told = Object.values(ofTheirOwn).flatMap(({ set, member }) =>
      uses.filter(({ api }) => nameOf(api) === nameOf(member)).map(({ api, version }) => [api, version, set[1]]),
    );
    expect(told.map(([api]) => api)).toEqual(expect.arrayContaining(['MessageRead.getAsFileAsync', 'Body.getAsync']));
    for (const [api, version, ours] of told) expect(ours, api).toBe(version);
  });
});
