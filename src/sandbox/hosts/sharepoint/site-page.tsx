import { useState } from 'react';
import type { HostSession } from '../shared/host-session.ts';
import { StandInBar } from '../shared/stand-in-bar.tsx';
import { ListView } from './list-view.tsx';
import type { Site, SiteList } from './sharepoint-client.ts';

interface SitePageProps {
  session: HostSession;
  opened: { site: Site; lists: SiteList[] } | null;
}

export function SitePage({ session, opened }: SitePageProps) {
  const [openId, setOpenId] = useState(() => new URLSearchParams(window.location.search).get('list'));
  const lists = opened?.lists ?? [];
  const list = lists.find(({ id, displayName }) => openId === id || openId === displayName) ?? lists[0];

  const open = (chosen: SiteList) => {
    const url = new URL(window.location.href);
    url.searchParams.set('list', chosen.displayName);
    window.history.replaceState(null, '', url);
    setOpenId(chosen.id);
  };
  return (
    <div className="sharepoint">
      <StandInBar product="SharePoint" session={session} />
      <div className="site-body">
        <nav aria-label="Lists">
          <ul>
            {lists.map((entry) => (
              <li key={entry.id}>
                <button type="button" aria-current={entry === list ? 'page' : undefined} onClick={() => open(entry)}>
                  {entry.displayName}
                </button>
              </li>
            ))}
          </ul>
          {opened && lists.length === 0 && <p>There is no list here that you may read.</p>}
        </nav>
        <main>
          <h1>{opened?.site.displayName ?? 'There is no site here that you may open'}</h1>
          {opened && list && <ListView key={list.id} persona={session.persona.key} site={opened.site} list={list} />}
        </main>
      </div>
    </div>
  );
}
