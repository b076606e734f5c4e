import { useCallback, useEffect, useRef, useState } from 'react';
import type { DraftContent, DraftView } from '../views.ts';
import { draftClient } from './draft-client.ts';
import { withChange, type DraftPatch } from './draft-content.ts';
import { createDraftSaver, type DraftSaver, type Saving } from './draft-saver.ts';
import { dropCopy, keepCopy, newerCopy, readCopy, type LocalCopy } from './local-copy.ts';

/** How the newest content stands with the API. */
export interface SavingState {
  readonly state: Saving;
  readonly error?: unknown;
}

/** A draft being filled in. */
export interface OpenDraft {
  /** What the API last said, with the content as it is on the page. */
  readonly draft: DraftView;
  readonly saving: SavingState;
  /** Content found on this device that the API did not have. */
  readonly restored: LocalCopy | null;
  readonly change: (patch: DraftPatch) => void;
  /** Takes the files of the draft as they are after one came or went. */
  readonly changeFiles: (change: (files: DraftView['attachments']) => DraftView['attachments']) => void;
  readonly sign: (signature: DraftContent['signature']) => void;
  /** Saves now. @throws what the API refused with. */
  readonly flush: () => Promise<void>;
  /** Takes what the API says now, keeping the content of the page. */
  readonly reread: () => Promise<void>;
}

const waitMs = 800;

/** Saves when the page is hidden or left and when the connection is back. */
function useSavingOnLeave(flush: () => Promise<void>): void {
  useEffect(() => {
    const save = (): void => void flush().catch(() => undefined);
    document.addEventListener('visibilitychange', save);
    window.addEventListener('pagehide', save);
    window.addEventListener('online', save);
    return () => {
      document.removeEventListener('visibilitychange', save);
      window.removeEventListener('pagehide', save);
      window.removeEventListener('online', save);
      save();
    };
  }, [flush]);
}

/** What the API last said of the draft. Its files are apart from what saving gives back, which may have been looked up before one came. */
function useServed(loaded: DraftView) {
  const { draftId } = loaded;
  const [view, setView] = useState(loaded);
  const [attachments, changeFiles] = useState(loaded.attachments);
  const reread = useCallback(async () => {
    const now = await draftClient.application.draftById.query({ draftId });
    setView(now);
    changeFiles(now.attachments);
  }, [draftId]);
  return { view, setView, attachments, changeFiles, reread };
}

/** Keeps a draft: every change goes to this device at once and to the API a moment later; nothing typed is lost on leaving. */
export function useDraft(loaded: DraftView): OpenDraft {
  const { draftId } = loaded;
  const served = useServed(loaded);
  const { view, setView, attachments, changeFiles } = served;
  const [restored] = useState(() => newerCopy(readCopy(draftId), loaded.savedAt));
  const [content, setContent] = useState(restored?.content ?? loaded.content);
  const [saving, setSaving] = useState<SavingState>({ state: 'rest' });
  const latest = useRef(content);
  const savedAt = useRef(loaded.savedAt);
  const [saver] = useState((): DraftSaver<DraftContent> => {
    const { item } = loaded;
    return createDraftSaver<DraftContent>({
      waitMs,
      onState: (state, error) => {
        if (state === 'rest') dropCopy(draftId);
        setSaving({ state, error });
      },
      save: async (changed) => {
        const saved = await draftClient.application.draft.mutate({
          ...{ draftId, item: item.code, province: item.province, content: changed },
        });
        savedAt.current = saved.savedAt;
        setView(saved);
      },
    });
  });
  const take = useCallback(
    (next: DraftContent) => {
      latest.current = next;
      setContent(next);
      keepCopy(draftId, next, savedAt.current);
      saver.change(next);
    },
    [draftId, saver],
  );
  useEffect(() => {
    if (restored) saver.change(restored.content);
  }, [restored, saver]);
  useSavingOnLeave(saver.flush);
  return {
    draft: { ...view, content, attachments },
    changeFiles,
    saving,
    restored,
    change: useCallback((patch) => take(withChange(latest.current, patch)), [take]),
    sign: useCallback((signature) => take({ ...latest.current, signature: signature ?? null }), [take]),
    flush: saver.flush,
    reread: served.reread,
  };
}
