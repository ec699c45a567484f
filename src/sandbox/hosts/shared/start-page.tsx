import { type ReactNode, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { type HostSession, openHostSession } from './host-session.ts';

/** Opens the session and draws the page, or says why it cannot. */
export async function startPage(draw: (session: HostSession) => ReactNode | Promise<ReactNode>): Promise<void> {
  const element = document.getElementById('root');
  if (!element) throw new Error('The page has no #root.');
  const root = createRoot(element);
  try {
    const session = await openHostSession();
    root.render(<StrictMode>{await draw(session)}</StrictMode>);
  } catch (error) {
    root.render(
      <main>
        <h1>This page cannot start</h1>
        <p role="alert">{error instanceof Error ? error.message : String(error)}</p>
        <p>
          <a href="/">All pages</a>
        </p>
      </main>,
    );
  }
}
