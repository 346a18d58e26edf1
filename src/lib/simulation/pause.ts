/**
 * Lets waiting messages in, then goes on. A message to oneself comes back after those already queued;
 * `scheduler.yield` would jump that queue and a newer request would never be heard.
 */
export function createPause(): () => Promise<void> {
  const { port1, port2 } = new MessageChannel();
  const waiting: (() => void)[] = [];
  port1.onmessage = () => waiting.shift()?.();
  return () =>
    new Promise((resolve) => {
      waiting.push(resolve);
      port2.postMessage(null);
    });
}
