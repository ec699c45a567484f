import type { TabPlace } from '../tab-place.ts';
export function HelperPage({ draftId }: { draftId: string; onGo: (place: TabPlace) => void }) {
  return <p>{draftId}</p>;
}
