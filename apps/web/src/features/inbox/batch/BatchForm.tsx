import { useId, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../elements/Button.tsx';
import { useText } from '../../../locales/index.ts';
import { rowKey, type InboxRow } from '../groups.ts';
import { unsettled, type OutcomeView } from './batch.ts';
import { BatchRow } from './BatchRow.tsx';
import { useBatch, type Drafts } from './use-batch.ts';

interface BatchFormProps {
  readonly rows: readonly InboxRow[];
  readonly outcomes: readonly OutcomeView[];
  /** The step has buttons that are not for batches. */
  readonly hasOthers: boolean;
  readonly today: string;
  readonly drafts: Drafts;
  readonly close: () => void;
}

function Choice(props: {
  readonly outcomes: readonly OutcomeView[];
  readonly chosen: OutcomeView | undefined;
  readonly onChoose: (name: string) => void;
}): ReactNode {
  const { t } = useTranslation('inbox');
  const text = useText();
  const name = useId();
  return (
    <fieldset className="batch-choice">
      <legend>{t('batchHow')}</legend>
      {props.outcomes.map((outcome) => (
        <label key={outcome.name}>
          <input
            type="radio"
            name={name}
            checked={props.chosen?.name === outcome.name}
            onChange={() => props.onChoose(outcome.name)}
          />
          {text(outcome.title)}
        </label>
      ))}
    </fieldset>
  );
}

/** What the act brings about in every case. */
function Consequences({ outcome }: { readonly outcome: OutcomeView }): ReactNode {
  const { t } = useTranslation('inbox');
  const text = useText();
  if (outcome.documents.length === 0 && !outcome.irreversible) return null;
  return (
    <p className="batch-note">
      {outcome.documents.map((document) => t('batchMakes', { document: text(document) })).join('')}
      {outcome.irreversible && <strong> {t('batchIrreversible')}</strong>}
    </p>
  );
}

/** Writes the same opinion for all; each can be changed by itself afterwards. */
function SameForAll({ onFill }: { readonly onFill: (text: string) => void }): ReactNode {
  const { t } = useTranslation('inbox');
  const id = useId();
  const [same, setSame] = useState('');
  return (
    <div className="batch-same">
      <label htmlFor={id}>{t('batchSame')}</label>
      <textarea id={id} rows={2} maxLength={2000} value={same} onChange={(event) => setSame(event.target.value)} />
      <Button small onClick={() => onFill(same)}>
        {t('batchFill')}
      </Button>
    </div>
  );
}

/** Chooses the button, writes the opinions, sends them case by case and says what became of each. */
export function BatchForm({ rows, outcomes, hasOthers, today, drafts, close }: BatchFormProps): ReactNode {
  const { t } = useTranslation('inbox');
  const text = useText();
  const batch = useBatch(rows, drafts);
  const [asked, setAsked] = useState<string | null>(null);
  const [tried, setTried] = useState(false);
  const outcome =
    outcomes.find(({ name }) => name === asked) ?? outcomes.find(({ tone }) => tone === 'primary') ?? outcomes[0];
  if (outcome === undefined) return null;
  const [field] = outcome.form;
  const left = unsettled(batch.items);
  const failed = left.filter(({ progress }) => progress.state === 'refused').length;
  const done = batch.items.filter(({ progress }) => progress.state === 'done' || progress.state === 'recording').length;
  const isMissing = (written: string): boolean => field?.required === true && written.trim() === '';
  const send = (): void => {
    setTried(true);
    if (left.some((item) => isMissing(item.text))) return;
    void batch.send({ outcome: outcome.name, field: field?.name ?? null });
  };
  const [doneWords, failedWords] = [t('batchSummary', { count: done }), t('batchFailed', { count: failed })];
  const both = done > 0 && failed > 0 ? t('both', { done: doneWords, refused: failedWords }) : null;
  const summary = both ?? (done > 0 ? doneWords : failed > 0 ? failedWords : '');
  const sendWords =
    failed > 0
      ? t('batchAgain', { count: left.length })
      : t('batchSend', { act: text(outcome.title), count: left.length });
  return (
    <>
      {done === 0 && <Choice outcomes={outcomes} chosen={outcome} onChoose={setAsked} />}
      {hasOthers && done === 0 && <p className="batch-note">{t('batchOthers')}</p>}
      {left.length > 0 && <Consequences outcome={outcome} />}
      {field && left.length > 1 && <SameForAll onFill={batch.writeAll} />}
      <ul className="batch-rows">
        {batch.items.map((item) => (
          <BatchRow
            key={rowKey(item.row)}
            item={item}
            today={today}
            label={field ? text(field.label) : null}
            isMissing={tried && isMissing(item.text)}
            onWrite={(written) => batch.write(rowKey(item.row), written)}
          />
        ))}
      </ul>
      <div className="batch-foot">
        <p role="status" className="batch-summary">
          {batch.sending ? t('batchSending', { count: batch.items.length - done - failed }) : summary}
        </p>
        <Button onClick={close}>{t('batchClose')}</Button>
        {left.length > 0 && (
          <Button look="solid" aria-busy={batch.sending} onClick={send}>
            {sendWords}
          </Button>
        )}
      </div>
    </>
  );
}
