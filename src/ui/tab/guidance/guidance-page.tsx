import type { TabPlace } from '../tab-place.ts';
import { useTab } from '../tab-context.tsx';

/** The guidance library. F25 */
export function GuidancePage(_props: { documentId: string | null; onGo: (place: TabPlace) => void }) {
  const { words } = useTab();
  return <h1>{words.nav.guidance}</h1>;
}
