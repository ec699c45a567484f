import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Language, type Node, Parser } from 'web-tree-sitter';

const require = createRequire(import.meta.url);

/** Newer than the grammar: an extension by its name in bicepconfig.json, and a parameter file, whose `param` is a plain assignment. */
function asTheGrammarKnowsIt(file: string, text: string): string {
  if (!file.endsWith('.bicepparam')) return text.replace(/^extension \w+$/m, '');
  return text.replace(/^using '.*'$/m, '').replace(/^param /gm, 'var ');
}

let parser: Parser | undefined;

/** The syntax tree of a Bicep file. Throws with the line of the first fault. */
export async function parseBicep(file: string, text = readFileSync(file, 'utf8')): Promise<Node> {
  if (!parser) {
    await Parser.init();
    parser = new Parser();
    parser.setLanguage(await Language.load(require.resolve('tree-sitter-bicep/tree-sitter-bicep.wasm')));
  }
  const root = parser.parse(asTheGrammarKnowsIt(file, text))?.rootNode;
  if (!root) throw new Error(`${file} cannot be read.`);
  const fault = root.hasError ? firstFault(root) : null;
  if (fault) throw new Error(`${file}:${fault.startPosition.row + 1}: ${fault.text.slice(0, 60)}`);
  return root;
}

function firstFault(node: Node): Node | null {
  if (node.isError || node.isMissing) return node;
  for (const child of node.children) {
    const found = child && firstFault(child);
    if (found) return found;
  }
  return null;
}

/** Declarations of one kind at the top of a file, by name: `var`, `param`, `output`, `resource`. */
export function declarations(root: Node, kind: 'variable' | 'parameter' | 'output' | 'resource'): Map<string, Node> {
  const found = new Map<string, Node>();
  for (const child of root.descendantsOfType(`${kind}_declaration`)) {
    const name = child?.descendantsOfType('identifier')[0]?.text;
    if (child && name) found.set(name, child);
  }
  return found;
}

/** Names of an object's own properties with their values as they are written. */
export function propertiesOf(node: Node | null | undefined): Map<string, Node> {
  const object = node?.type === 'object' ? node : node?.children.find((child) => child?.type === 'object');
  const found = new Map<string, Node>();
  for (const property of object?.children ?? []) {
    if (property?.type !== 'object_property') continue;
    const [name, value] = [property.firstNamedChild, property.lastNamedChild];
    if (name && value) found.set(name.text, value);
  }
  return found;
}
