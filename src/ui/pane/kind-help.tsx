import { usePane } from './pane-context.tsx';
import { PhoneList } from './phone-list.tsx';

/**
 * What to do now, for the kinds where minutes count. It stands in the page from the start and is shown by the style
 * sheet, so that it appears with the choice even when no script has arrived. COM-6.1-4, COM-3d-1, BEH-7.1-1.
 */
export function KindHelp() {
  const { words } = usePane();
  return (
    <div role="status" className="help">
      <HelpBox name="bombThreat" words={words.help.bombThreat} isUrgent />
      <HelpBox name="suicideThreat" words={words.help.suicideThreat} isUrgent />
      <HelpBox name="internal" words={words.help.internal} />
    </div>
  );
}

/** Shown while "they know where I live" is ticked. */
export function HomeHelp() {
  const { words } = usePane();
  return (
    <div role="status" className="help">
      <HelpBox name="home" words={words.help.home} isUrgent />
    </div>
  );
}

interface HelpWords {
  title: string;
  steps: string[];
  after: string;
}

function HelpBox({ name, words, isUrgent = false }: { name: string; words: HelpWords; isUrgent?: boolean }) {
  const { words: all, contacts } = usePane();
  const security = contacts.filter(({ role }) => role === 'security' && name !== 'suicideThreat');
  return (
    <div className={`notice help-${name}`}>
      <h3>{words.title}</h3>
      <ol>
        {words.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      {isUrgent && (
        <p className="calls">
          <a className="call" href="tel:999">
            {all.safety.emergency}
          </a>{' '}
          {name === 'suicideThreat' && (
            <a className="call" href="tel:116123">
              {all.safety.listeners}
            </a>
          )}
        </p>
      )}
      {isUrgent && security.length > 0 && <PhoneList contacts={security} />}
      {words.after !== '' && <p>{words.after}</p>}
    </div>
  );
}
