import { FlaggedView } from './flagged-view.tsx';
import type { LaterViews } from './pane-connection.ts';
import { PeopleSearch } from './people-search.tsx';
import { ProgressView } from './progress-view.tsx';
import { WhoIsTold } from './who-is-told.tsx';

export const laterViews: LaterViews = { FlaggedView, PeopleSearch, ProgressView, WhoIsTold };
