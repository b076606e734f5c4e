import { useEffect, useId, useRef, useState, type FocusEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../elements/Button.tsx';
import { ErrorText } from '../../elements/ErrorText.tsx';
import { KeyHints } from '../../elements/KeyHints.tsx';
import type { QuickAct } from './attempts.ts';
import { whyNotTogether } from './batch/batch.ts';
import { BatchDialog } from './batch/BatchDialog.tsx';
import type { InboxRow } from './groups.ts';
import { Report } from './Report.tsx';
import { pageLength, type Inbox, type Looked } from './use-inbox.ts';
import type { QuickActs } from './use-quick-acts.ts';

interface FootProps {
  readonly tab: Looked['tab'];
  readonly today: string;
  readonly inbox: Inbox;
  readonly shown: number;
  readonly total: number;
  readonly ticked: readonly InboxRow[];
  readonly acts: QuickActs;
  readonly onClear: () => void;
}

/** Keeps the focus in the foot when the control that had it goes, as the bar does once its rows are gone. */
function useKeptFocus() {
  const foot = useRef<HTMLDivElement>(null);
  const inside = useRef(false);
  useEffect(() => {
    if (inside.current && document.activeElement === document.body) foot.current?.focus({ preventScroll: true });
  });
  return {
    ref: foot,
    tabIndex: -1,
    onFocus: () => {
      inside.current = true;
    },
    onBlur: (event: FocusEvent) => {
      inside.current = event.currentTarget.contains(event.relatedTarget);
    },
  };
}

const batch = {
  mine: { act: 'release', word: 'releaseChosen' },
  pool: { act: 'claim', word: 'claimChosen' },
} as const satisfies Record<Looked['tab'], { act: QuickAct; word: string }>;

function BatchBar({ tab, ticked, acts, onClear, onBatch }: FootProps & { readonly onBatch: () => void }): ReactNode {
  const { t } = useTranslation('inbox');
  const why = useId();
  const { act, word } = batch[tab];
  const whyNot = whyNotTogether(ticked);
  return (
    <div className="inbox-bar">
      <strong>{t('chosen', { count: ticked.length })}</strong>
      {tab === 'mine' && (
        <Button
          look="solid"
          unavailable={whyNot !== null}
          aria-describedby={whyNot === null ? undefined : why}
          onClick={onBatch}
        >
          {t('batch')}
        </Button>
      )}
      {tab === 'mine' && whyNot !== null && (
        <span id={why} className="second-line">
          {t(whyNot)}
        </span>
      )}
      <Button
        look={tab === 'mine' ? 'outlined' : 'solid'}
        aria-busy={acts.pending}
        onClick={() => acts.run(act, ticked)}
      >
        {t(word)}
      </Button>
      <Button look="text" onClick={onClear}>
        {t('clear')}
      </Button>
    </div>
  );
}

function Standing({ tab, inbox, shown, total }: FootProps): ReactNode {
  const { t } = useTranslation(['inbox', 'elements']);
  const hints = [
    { keys: ['j', 'k'], does: t('keyMove') },
    { keys: ['o'], does: t('keyOpen') },
    { keys: ['x'], does: t('keySelect') },
    ...(tab === 'pool' ? [{ keys: ['a'], does: t('keyClaim') }] : []),
    { keys: ['/'], does: t('keySearch') },
    { keys: ['?'], does: t('keyAll') },
  ];
  return (
    <div className="inbox-bar">
      <span>{t('shown', { shown, total })}</span>
      {inbox.hasNextPage && (
        <Button small look="text" aria-busy={inbox.isFetchingNextPage} onClick={() => void inbox.fetchNextPage()}>
          {t('more', { count: Math.max(1, Math.min(pageLength, total - shown)) })}
        </Button>
      )}
      <KeyHints label={t('elements:keys')} hints={hints} />
    </div>
  );
}

/** The foot of the list: results of the last acts, then the bar of ticked rows, or how much is shown and the shortcuts. */
export function Foot(props: FootProps): ReactNode {
  const { t } = useTranslation('inbox');
  const { acts, ticked, inbox, total } = props;
  const kept = useKeptFocus();
  const [together, setTogether] = useState<readonly InboxRow[]>([]);
  const [drafts] = useState(() => new Map<string, string>());
  const [first, ...others] = together;
  return (
    <div className="inbox-foot" {...kept}>
      {acts.attempts.length > 0 && <Report attempts={acts.attempts} onDismiss={acts.dismiss} />}
      <ErrorText error={acts.error} />
      {inbox.isRefetchError && <p className="error-text">{t('refreshFailed')}</p>}
      {ticked.length > 0 && <BatchBar {...props} onBatch={() => setTogether(ticked)} />}
      {ticked.length === 0 && total > 0 && <Standing {...props} />}
      {first && (
        <BatchDialog rows={[first, ...others]} today={props.today} drafts={drafts} onClose={() => setTogether([])} />
      )}
    </div>
  );
}
