import { Spinner } from '@fluentui/react-components';
import { useTab } from './tab-context.tsx';

/** While something is read. */
export function Loading() {
  const { words } = useTab();
  return <Spinner label={words.loading} />;
}
