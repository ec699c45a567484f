import type { Kind } from '../../domain/incident/vocabulary.ts';
import { KindHelp } from './kind-help.tsx';
import { usePane } from './pane-context.tsx';

/** In the order in which people meet them. */
const offered: readonly Kind[] = [
  'abusive',
  'sexualMalicious',
  'persistent',
  'hoax',
  'bombThreat',
  'suicideThreat',
  'internal',
  'none',
];

/** The one question that must be answered. COM-6.1-1. */
export function KindChoice({ isMissing }: { isMissing: boolean }) {
  const { words } = usePane();
  return (
    <fieldset aria-describedby={isMissing ? 'kind-problem' : undefined}>
      <legend>{words.kind.legend}</legend>
      {isMissing && (
        <p className="problem" id="kind-problem">
          {words.kind.missing}
        </p>
      )}
      {offered.map((kind) => (
        <label className="choice" key={kind}>
          <input type="radio" name="kind" value={kind} aria-invalid={isMissing || undefined} />
          <span>{words.kind.options[kind]}</span>
        </label>
      ))}
      <KindHelp />
    </fieldset>
  );
}
