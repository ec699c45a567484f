import '../shared/host.css';
import './outlook.css';
import { startPage } from '../shared/start-page.tsx';
import { loadMailboxes, loadPanes } from './mail-client.ts';
import { OutlookHost } from './outlook-host.tsx';

void startPage(async (session) => {
  const [mailboxes, panes] = await Promise.all([loadMailboxes(session.persona), loadPanes()]);
  return <OutlookHost session={session} mailboxes={mailboxes} panes={panes} />;
});
