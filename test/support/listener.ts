/** An open stream of events, and everything it has said so far. */
export interface Listener {
  readonly open: Promise<void>;
  /** Settles when the service ends the stream, or it is stopped. */
  readonly ended: Promise<void>;
  readonly text: () => string;
  readonly stop: () => void;
}

/** Listens at that address with a session cookie, as a browser does that looks at a case. */
export function listen(address: string, cookie = '', watch: string | null = null): Listener {
  const stopped = new AbortController();
  let said = '';
  const input = encodeURIComponent(JSON.stringify({ watch }));
  const response = fetch(`${address}/trpc/live.events?input=${input}`, {
    ...{ headers: { cookie, accept: 'text/event-stream' }, signal: stopped.signal },
  });
  const ended = response.then(async ({ body }) => {
    try {
      for await (const chunk of body ?? []) said += new TextDecoder().decode(chunk);
    } catch {
      // stopped
    }
  });
  return { open: response.then(() => undefined), ended, text: () => said, stop: () => stopped.abort() };
}
