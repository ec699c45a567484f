import { usePane } from './pane-context.tsx';
import { PhoneList } from './phone-list.tsx';

/** First in reading order, always there, nothing to confirm. BEH-4.1-1. */
export function SafetyPanel() {
  const { words, contacts } = usePane();
  const callable = contacts.filter(({ phone, role }) => phone !== null && role !== 'emergency');
  const [first, ...others] = callable.filter(({ role }) => role === 'security' || role === 'facilities');
  const rest = callable.filter((contact) => contact !== first && !others.includes(contact));
  return (
    <section className="safety" aria-labelledby="safety-title">
      <h2 id="safety-title">{words.safety.title}</h2>
      <p>
        {words.safety.first} {words.safety.manager}
      </p>
      <p className="calls">
        <a className="call" href="tel:999">
          {words.safety.emergency} <span className="call-hint">{words.safety.emergencyHint}</span>
        </a>
      </p>
      {/* The page as built knows no numbers: their place is kept, so that the form does not move when they come. */}
      {contacts.length === 0 && <div className="numbers-to-come" aria-hidden="true" />}
      {first && <PhoneList contacts={[first]} />}
      {others.length + rest.length > 0 && (
        <details>
          <summary>{words.safety.numbers}</summary>
          <PhoneList contacts={[...others, ...rest]} />
        </details>
      )}
    </section>
  );
}
