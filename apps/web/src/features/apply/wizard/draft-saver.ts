/** What a saver does at the moment. */
export type Saving = 'rest' | 'waiting' | 'saving' | 'failed';

/** Saves what changes, one request at a time. */
export interface DraftSaver<Content> {
  /** Takes a change; it is saved once no other has come for a moment. */
  readonly change: (content: Content) => void;
  /** Saves now whatever is unsaved. @throws whatever the last attempt to save was refused with. */
  readonly flush: () => Promise<void>;
}

/**
 * Never loses the newest change and never runs two saves at once: a change that arrives while one is under way is saved after it,
 * a failed one stays and is tried again with the next change or `flush`.
 */
export function createDraftSaver<Content>(options: {
  readonly save: (content: Content) => Promise<void>;
  readonly waitMs: number;
  readonly onState: (state: Saving, error?: unknown) => void;
}): DraftSaver<Content> {
  const { save, waitMs, onState } = options;
  let unsaved: { readonly content: Content } | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> | null = null;

  const saveAll = async (): Promise<void> => {
    while (unsaved) {
      const taken = unsaved;
      onState('saving');
      await save(taken.content);
      // A change that came meanwhile is newer than what was just saved and stays.
      if (unsaved === taken) unsaved = null;
    }
    onState('rest');
  };
  const flush = (): Promise<void> => {
    clearTimeout(timer);
    if (!unsaved) return running ?? Promise.resolve();
    running ??= saveAll()
      .catch((error: unknown) => {
        onState('failed', error);
        throw error;
      })
      .finally(() => {
        running = null;
      });
    return running;
  };
  const change = (content: Content): void => {
    unsaved = { content };
    onState('waiting');
    clearTimeout(timer);
    timer = setTimeout(() => void flush().catch(() => undefined), waitMs);
  };
  return { change, flush };
}
