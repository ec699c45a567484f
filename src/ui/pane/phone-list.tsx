import type { Contact } from '../../application/client-settings.ts';
import { fillIn } from '../shared/fill-in.ts';
import { telAddress } from '../shared/tel-address.ts';
import { usePane } from './pane-context.tsx';

/** Numbers to ring, one tap each. */
export function PhoneList({ contacts }: { contacts: Contact[] }) {
  const { words, language } = usePane();
  return (
    <ul className="phones">
      {contacts.map(({ role, name, phone }) =>
        phone === null ? null : (
          <li key={role + phone}>
            <a className="call" href={telAddress(phone)}>
              {fillIn(words.safety.call, { name: name[language], phone })}
            </a>
          </li>
        ),
      )}
    </ul>
  );
}
