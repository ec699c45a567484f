/**
 * Has the tab kept on this device once it is on screen and idle. Where a browser has no workers, or forbids them inside another
 * site's frame, the tab works as before while there is a network. COM-3e-7
 */
export function keepForOffline(): void {
  if (!('serviceWorker' in navigator)) return;
  const register = () => {
    navigator.serviceWorker.register('/tab-worker.js', { scope: '/tab.html' }).catch(() => undefined);
  };
  if (document.readyState === 'complete') register();
  else window.addEventListener('load', register, { once: true });
}
