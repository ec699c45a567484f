import { factsLimit, type ReportDraft } from '../../application/report-email-draft.ts';
import type { Behaviour } from '../../domain/incident/vocabulary.ts';
import { fillIn } from '../shared/fill-in.ts';
import { HomeHelp } from './kind-help.tsx';
import { usePane } from './pane-context.tsx';

/** Assault needs a person in the room: the other channels ask for it. BEH-3.2-1. */
const offeredBehaviours: readonly Behaviour[] = [
  'severeVerbalAbuse',
  'likelyViolence',
  'harassmentSerious',
  'harassmentRacial',
  'harassmentSexual',
  'propertyDamageOrThreat',
];

const abuseMarks = [
  'homeThreat',
  'violenceThreatened',
  'weaponMentioned',
  'towardsFamily',
  'particularlyAbusive',
] as const;
/** The number of characters left is said from here on, and not before. */
const sayLeftBelow = 400;

/** Optional answers. Those that do not belong to a kind are hidden by the style sheet, and left out of the report. */
export function DetailsFields({ draft, isTooLong }: { draft: ReportDraft; isTooLong: boolean }) {
  const { words } = usePane();
  return (
    <>
      <fieldset className="not-welfare">
        <legend>{words.marks.legend}</legend>
        <p className="hint">{words.marks.hint}</p>
        {abuseMarks.map((mark) => (
          <div key={mark} className={`mark mark-${mark}`}>
            <label className="choice">
              <input type="checkbox" name={mark} />
              <span>{words.marks[mark]}</span>
            </label>
            {mark === 'homeThreat' && <HomeHelp />}
          </div>
        ))}
      </fieldset>
      <fieldset className="only-welfare">
        <legend>{words.marks.legend}</legend>
        <label className="choice">
          <input type="checkbox" name="immediateDanger" />
          <span>{words.marks.immediateDanger}</span>
        </label>
      </fieldset>
      <details className="not-welfare fold">
        <summary>{words.behaviours.summary}</summary>
        <fieldset>
          <legend>{words.behaviours.legend}</legend>
          {offeredBehaviours.map((behaviour) => (
            <label className="choice" key={behaviour}>
              <input type="checkbox" name="behaviours" value={behaviour} />
              <span>{words.behaviours.options[behaviour]}</span>
            </label>
          ))}
        </fieldset>
      </details>
      <FactsField length={draft.facts.length} isTooLong={isTooLong} />
    </>
  );
}

function FactsField({ length, isTooLong }: { length: number; isTooLong: boolean }) {
  const { words } = usePane();
  const left = factsLimit - length;
  return (
    <div className="field">
      <label htmlFor="facts">{words.facts.label}</label>
      <p className="hint" id="facts-hint">
        {words.facts.hint}
      </p>
      {isTooLong && (
        <p className="problem" id="facts-problem">
          {fillIn(words.facts.tooLong, { count: -left })}
        </p>
      )}
      <textarea
        id="facts"
        name="facts"
        rows={3}
        aria-invalid={isTooLong || undefined}
        aria-describedby={isTooLong ? 'facts-problem facts-hint' : 'facts-hint'}
      />
      <p className="hint" role="status">
        {left < sayLeftBelow && left >= 0 ? fillIn(words.facts.left, { count: left }) : ''}
      </p>
    </div>
  );
}

/** Asked of every written communication, and last: there are more urgent things. COM-1.7-1. */
export function InformationRequestField() {
  const { words } = usePane();
  const { legend, hint, options } = words.informationRequest;
  return (
    <fieldset>
      <legend>{legend}</legend>
      <p className="hint">{hint}</p>
      <div className="row">
        {(['no', 'yes', 'unsure'] as const).map((answer) => (
          <label className="choice" key={answer}>
            <input type="radio" name="informationRequest" value={answer} />
            <span>{options[answer]}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
