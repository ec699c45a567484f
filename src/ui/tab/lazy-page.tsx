import { Button, MessageBar, MessageBarActions, MessageBarBody, Spinner } from '@fluentui/react-components';
import { type ComponentType, useEffect, useReducer } from 'react';
import { useTab } from './tab-context.tsx';

export interface LazyPage<P> {
  Page: ComponentType<P>;
  /** Fetches it ahead, so that it opens at once; a failure is told to whoever opens it. */
  preload(): void;
}

/**
 * A page whose script comes when it is first opened, or ahead of that. Once it is here it is shown in the same frame, and a
 * load that failed can be tried again: React's own `lazy` does neither.
 */
export function lazyPage<P extends object>(load: () => Promise<ComponentType<P>>): LazyPage<P> {
  let loaded: ComponentType<P> | null = null;
  let hasFailed = false;
  let loading: Promise<void> | null = null;

  function start(): Promise<void> {
    hasFailed = false;
    loading ??= load().then(
      (component) => {
        loaded = component;
      },
      () => {
        hasFailed = true;
        loading = null;
      },
    );
    return loading;
  }

  function Page(props: P) {
    const { words } = useTab();
    const [, redraw] = useReducer((count: number) => count + 1, 0);
    const get = () => void start().then(redraw);
    // biome-ignore lint/correctness/useExhaustiveDependencies: once
    useEffect(() => {
      if (!loaded) get();
    }, []);
    if (loaded) {
      const Loaded = loaded;
      return <Loaded {...props} />;
    }
    if (!hasFailed) return <Spinner label={words.loading} />;
    return (
      <MessageBar intent="error" layout="multiline" role="alert">
        <MessageBarBody>{words.pageUnreachable}</MessageBarBody>
        <MessageBarActions>
          <Button
            size="small"
            onClick={() => {
              get();
              redraw();
            }}
          >
            {words.tryAgain}
          </Button>
        </MessageBarActions>
      </MessageBar>
    );
  }

  return { Page, preload: () => void start() };
}
