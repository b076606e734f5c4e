/** Windows of one browser tell each other here that the session has just been proven. */
const CHANNEL = 'lianban-proven';

/** Tells the other windows that it has been proven in this one. */
export function tellProven(): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage('proven');
  channel.close();
}

/** Hears that it has been proven in another window; gives how to stop. */
export function onProven(listener: () => void): () => void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = listener;
  return () => channel.close();
}
