import { usePane } from './pane-context.tsx';

/** Outlook, or the network its script comes from, does not answer: what a person can do all the same. X-PART-1, X-OFF-1. */
export function StuckHelp() {
  const { words, storesNothing } = usePane();
  const { title, text, steps, firstHere, reload, urgent } = words.stuck;
  const ways = storesNothing ? [firstHere, ...steps.slice(1)] : steps;
  return (
    <div className="notice">
      <h3>{title}</h3>
      <p>{text}</p>
      <ul className="ways">
        {ways.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ul>
      {/* Office.js is asked for once a document: a request that hangs ends with it. What was typed is kept for the next one. */}
      <button type="button" onClick={() => window.location.reload()}>
        {reload}
      </button>
      <p>{urgent}</p>
    </div>
  );
}
