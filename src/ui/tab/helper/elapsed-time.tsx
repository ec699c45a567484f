import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { useHelperWords } from './helper-context.tsx';

const useStyles = makeStyles({
  time: { fontVariantNumeric: 'tabular-nums', fontWeight: tokens.fontWeightSemibold, fontSize: tokens.fontSizeBase400 },
  large: { fontSize: tokens.fontSizeHero700, lineHeight: tokens.lineHeightHero700 },
});

/** How long it has gone on; stands still once it is over. Not read out by itself. COM-3d-5 */
export function ElapsedTime({ from, to, isLarge }: { from: string; to: string | null; isLarge: boolean }) {
  const { words } = useHelperWords();
  const styles = useStyles();
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (to !== null) return;
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [to]);
  const seconds = Math.max(0, Math.floor(((to === null ? now : Date.parse(to)) - Date.parse(from)) / 1000));
  return (
    <span role="timer" aria-label={words.elapsed} className={mergeClasses(styles.time, isLarge && styles.large)}>
      {clock(seconds)}
    </span>
  );
}

function clock(seconds: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const rest = `${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  return hours > 0 ? `${hours}:${rest}` : rest;
}
