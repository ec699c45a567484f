import { useEffect, useState } from 'react';
import { obstacleOf, type SignInObstacle } from '../shared/sign-in-obstacle.ts';
import { useTab } from './tab-context.tsx';

/** A press on "Sign in", and why the last one came to nothing. X-PART-1 */
export function useSignInPress(onSignedIn?: () => void): { press: () => void; obstacle: SignInObstacle | null } {
  const { signIn, signIns } = useTab();
  const [obstacle, setObstacle] = useState<SignInObstacle | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another button of this window may have been the one that worked
  useEffect(() => setObstacle(null), [signIns]);

  const press = () => {
    // Gone while the window is open, so that the same answer a second time is said a second time.
    setObstacle(null);
    signIn().then(onSignedIn, (error: unknown) => setObstacle(obstacleOf(error)));
  };
  return { press, obstacle };
}
