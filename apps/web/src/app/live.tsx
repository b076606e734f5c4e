import type { LiveEvent } from '@lianban/api/live/event';
import { useSubscription } from '@trpc/tanstack-react-query';
import { createContext, useCallback, useContext, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useActingName } from '../elements/acting-name.ts';
import { useText } from '../locales/index.ts';
import { queryClient, signedOut, trpc } from './api.ts';

/** A live event in words, kept until the sign-out. */
export interface Notice {
  readonly id: number;
  readonly caseId: string;
  readonly sentence: string;
  readonly at: string;
}

interface Live {
  readonly notices: readonly Notice[];
  readonly unread: number;
  readonly readAll: () => void;
  readonly spoken: string;
  readonly announce: (sentence: string) => void;
  /** Hears of this case too while it is looked at; null when it no longer is. */
  readonly watch: (caseId: string | null) => void;
}

const LiveContext = createContext<Live | null>(null);
const kept = 50;
const gatherMs = 100;
const shownMs = 8_000;

/** Reads again what a live event may have changed; events that arrive together cost one reading. */
function useGatheredRefresh(): () => void {
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  useEffect(() => () => void (timer.current && clearTimeout(timer.current)), []);
  return useCallback(() => {
    timer.current ??= setTimeout(() => {
      timer.current = null;
      for (const key of [
        trpc.duty.pathKey(),
        trpc.case.pathKey(),
        trpc.team.pathKey(),
        trpc.supervise.pathKey(),
        trpc.application.list.pathKey(),
        trpc.message.pathKey(),
        trpc.involvement.pathKey(),
      ])
        void queryClient.invalidateQueries({ queryKey: key });
    }, gatherMs);
  }, []);
}

/** What was read of a case that is not the reader's to see any more goes from the screen before anything is read again. */
const forget = (caseId: string): void =>
  void queryClient.resetQueries({ predicate: ({ queryKey }) => JSON.stringify(queryKey).includes(caseId) });

/** What is announced now; it goes from the screen after a while and stays in the notices. */
function useSpoken(): readonly [string, (sentence: string) => void] {
  const [spoken, setSpoken] = useState('');
  useEffect(() => {
    if (spoken === '') return undefined;
    const timer = setTimeout(() => setSpoken(''), shownMs);
    return () => clearTimeout(timer);
  }, [spoken]);
  return [spoken, setSpoken];
}

type TurnEvent = Extract<LiveEvent, { version: number }>;

function useSentence(): (event: TurnEvent) => string {
  const { t } = useTranslation('frame');
  const text = useText();
  const nameOf = useActingName();
  return useCallback(
    ({ caseNumber: number, by: name, standingInFor, act }) => {
      const by = name === null ? null : nameOf(name, standingInFor);
      if (act) return by ? t('liveBy', { number, by, act: text(act) }) : t('live', { number, act: text(act) });
      return by ? t('liveChangedBy', { number, by }) : t('liveChanged', { number });
    },
    [t, text, nameOf],
  );
}

/** Listens to the server's events for the signed-in post. Focus and scroll stay where they are. */
export function LiveEvents({ children }: { readonly children: ReactNode }): ReactNode {
  const [watched, watch] = useState<string | null>(null);
  const [notices, setNotices] = useState<readonly Notice[]>([]);
  const [unread, setUnread] = useState(0);
  const [spoken, announce] = useSpoken();
  const refresh = useGatheredRefresh();
  const sentenceOf = useSentence();
  const { t } = useTranslation('frame');

  const hear = useCallback(
    (event: LiveEvent) => {
      if ('accessEnded' in event) {
        forget(event.accessEnded);
        return announce(t('accessEnded'));
      }
      if ('concealed' in event) {
        forget(event.concealed);
        return announce(t('concealed'));
      }
      refresh();
      if ('messages' in event) return announce(t('newMessages'));
      // One's own act has been answered on the spot already.
      if (event.byMe) return;
      const sentence = sentenceOf(event);
      announce(sentence);
      setUnread((count) => count + 1);
      setNotices((before) => {
        const notice = { id: (before[0]?.id ?? 0) + 1, caseId: event.caseId, sentence, at: new Date().toISOString() };
        return [notice, ...before].slice(0, kept);
      });
    },
    [announce, refresh, sentenceOf, t],
  );
  // Whatever happened while nobody listened is read when the connection stands again.
  useSubscription(
    trpc.live.events.subscriptionOptions({ watch: watched }, { onData: hear, onStarted: refresh, onError: signedOut }),
  );

  const readAll = useCallback(() => setUnread(0), []);
  const live = useMemo(
    () => ({ notices, unread, readAll, spoken, announce, watch }),
    [notices, unread, readAll, spoken, announce],
  );
  return <LiveContext value={live}>{children}</LiveContext>;
}

/**
 * Notices, and `announce` for the outcome of an act that changes something outside the reader's view.
 * @throws Error outside the signed-in frame.
 */
export function useLive(): Live {
  const live = useContext(LiveContext);
  if (!live) throw new Error('useLive is for pages inside the frame');
  return live;
}

/** The polite live region: read out by screen readers when they are idle, shown at the foot, never focused. */
export function LiveRegion(): ReactNode {
  const { spoken } = useLive();
  return (
    <div className="live-region" role="status" aria-live="polite" aria-atomic="true">
      {spoken && <span>{spoken}</span>}
    </div>
  );
}
