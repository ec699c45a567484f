import { usePane } from './pane-context.tsx';

/** Nothing is open, or several messages are selected. */
export function EmptyState({ hasDraft }: { hasDraft: boolean }) {
  const { words, storesNothing } = usePane();
  return (
    <section className="empty" role="status">
      <h2>{words.empty.title}</h2>
      <p>{words.empty.text}</p>
      {hasDraft && <p className="hint">{storesNothing ? words.empty.keptHere : words.empty.kept}</p>}
    </section>
  );
}
