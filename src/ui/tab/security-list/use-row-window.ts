import { defaultRangeExtractor, type Range, useWindowVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useCallback, useLayoutEffect, useState } from 'react';

const guessedHeight = { wide: 45, narrow: 92 };

/**
 * Which of the rows are in sight as the page scrolls: only those exist. 10,000 rows in the page took 2.4 s. A row's
 * height is measured, because its text may wrap or be enlarged. The row with the focus stays, wherever one scrolls.
 */
export function useRowWindow(
  body: RefObject<HTMLElement | null>,
  rows: { count: number; isNarrow: boolean; focused: number | null },
) {
  const { count, isNarrow, focused } = rows;
  const [top, setTop] = useState(0);
  useLayoutEffect(() => {
    const place = () => body.current && setTop(body.current.getBoundingClientRect().top + window.scrollY);
    place();
    // What stands above may grow (a message, larger text) without a row changing; asking at each frame would stop the scrolling.
    const observer = new ResizeObserver(place);
    observer.observe(document.body);
    return () => observer.disconnect();
  }, [body]);
  const rangeExtractor = useCallback(
    (range: Range) => {
      const inSight = defaultRangeExtractor(range);
      if (focused === null || focused >= range.count || inSight.includes(focused)) return inSight;
      return [...inSight, focused].sort((one, other) => one - other);
    },
    [focused],
  );
  return useWindowVirtualizer({
    count,
    estimateSize: () => (isNarrow ? guessedHeight.narrow : guessedHeight.wide),
    overscan: 12,
    scrollMargin: top,
    rangeExtractor,
    useFlushSync: false,
  });
}
