import { usePane } from './pane-context.tsx';
import { PhoneList } from './phone-list.tsx';

/** Someone to talk to, on every confirmation. COM-9.2-1, COM-3d-9. */
export function SupportOffer() {
  const { words, contacts } = usePane();
  const offered = contacts.filter(
    ({ role, phone }) => phone !== null && (role === 'employeeAssistance' || role === 'occupationalHealth'),
  );
  if (offered.length === 0) return null;
  return (
    <section className="support">
      <h3>{words.progress.support}</h3>
      <p>{words.progress.supportText}</p>
      <PhoneList contacts={offered} />
    </section>
  );
}
