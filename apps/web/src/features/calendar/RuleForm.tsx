import { provinces } from '@lianban/domain/province';
import { useQuery } from '@tanstack/react-query';
import type { inferOutput } from '@trpc/tanstack-react-query';
import { useId, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { trpc } from '../../app/api.ts';
import { useMe } from '../../app/session.tsx';
import { useItemTitle } from '../../elements/item-title.ts';
import { useLimitWords } from '../../elements/limit-words.ts';
import { ErrorState } from '../../elements/states/ErrorState.tsx';
import { Loading } from '../../elements/states/Loading.tsx';
import { useText } from '../../locales/index.ts';
import { ProposalForm } from './ProposalForm.tsx';
import { countOf, revisable, rowName } from './rule-rows.ts';
import { RuleSelect } from './RuleSelect.tsx';
import type { Wanted } from './use-proposing.ts';

/** A row of the rule table. */
export type RuleRow = inferOutput<typeof trpc.admin.rules>[number];

const marks = ['law', 'design', 'uncertain'] as const;

/** What is written about the new row. */
interface Written {
  readonly count: string;
  readonly mark: (typeof marks)[number];
  readonly zh: string;
  readonly en: string;
  readonly effectiveFrom: string;
  readonly running: 'keep' | 'favourable';
}

type Change = (written: Partial<Written>) => void;

/** Every row that may be revised, with the limit it has now. */
function ChooseRow(props: {
  readonly rows: readonly RuleRow[];
  readonly chosen: string;
  readonly onChoose: (name: string) => void;
}): ReactNode {
  const { t } = useTranslation('calendar');
  const text = useText();
  const limitWords = useLimitWords();
  const itemTitle = useItemTitle();
  const nameOf = ({ title, item, province, limit }: RuleRow): string =>
    [
      text(title),
      item === null ? t('everyItem') : itemTitle(item),
      province === null ? t('both') : text(provinces[province].name),
      limitWords(limit),
    ].join(' · ');
  return <RuleSelect {...props} valueOf={rowName} nameOf={nameOf} />;
}

function Running({ written, onChange }: { readonly written: Written; readonly onChange: Change }): ReactNode {
  const { t } = useTranslation('calendar');
  const name = useId();
  return (
    <fieldset className="calendar-add">
      <legend>{t('running')}</legend>
      {(['keep', 'favourable'] as const).map((running) => (
        <label key={running} className="calendar-check">
          <input
            type="radio"
            name={name}
            checked={written.running === running}
            onChange={() => onChange({ running })}
          />{' '}
          {t(`running_${running}`)}
        </label>
      ))}
    </fieldset>
  );
}

function Fields({ written, onChange }: { readonly written: Written; readonly onChange: Change }): ReactNode {
  const { t } = useTranslation('calendar');
  return (
    <>
      <label className="field">
        <span>{t('newCount')}</span>
        <input
          type="number"
          className="input"
          min={0}
          max={36_500}
          required
          value={written.count}
          onChange={(event) => onChange({ count: event.target.value })}
        />
      </label>
      <label className="field">
        <span>{t('mark')}</span>
        <select
          className="input"
          value={written.mark}
          onChange={(event) => onChange({ mark: marks.find((mark) => mark === event.target.value) ?? 'design' })}
        >
          {marks.map((mark) => (
            <option key={mark} value={mark}>
              {t(`mark_${mark}`)}
            </option>
          ))}
        </select>
      </label>
      {(['zh', 'en'] as const).map((language) => (
        <label key={language} className="field">
          <span>{t(`basis_${language}`)}</span>
          <input
            className="input"
            maxLength={200}
            required
            value={written[language]}
            onChange={(event) => onChange({ [language]: event.target.value })}
          />
        </label>
      ))}
      <label className="field">
        <span>{t('effectiveFrom')}</span>
        <input
          type="date"
          className="input"
          required
          value={written.effectiveFrom}
          onChange={(event) => onChange({ effectiveFrom: event.target.value })}
        />
      </label>
      <Running {...{ written, onChange }} />
    </>
  );
}

const changeOf = ({ key, province, item }: RuleRow, { count, zh, en, ...rest }: Written): Wanted['change'] => ({
  ...{ kind: 'rule', row: { key, province, item } },
  ...{ count: Number(count), basis: { zh, en }, ...rest },
});

function Form({ rows }: { readonly rows: readonly RuleRow[] }): ReactNode {
  const { t } = useTranslation('calendar');
  const { today } = useMe();
  const [chosen, setChosen] = useState('');
  const start: Written = { count: '', mark: 'design', zh: '', en: '', effectiveFrom: today, running: 'favourable' };
  const [written, setWritten] = useState(start);
  const row = rows.find((candidate) => rowName(candidate) === chosen);
  const choose = (name: string): void => {
    setChosen(name);
    const now = rows.find((candidate) => rowName(candidate) === name);
    if (now) setWritten({ ...written, count: String(countOf(now.limit) ?? ''), mark: now.mark });
  };
  return (
    <ProposalForm change={row ? changeOf(row, written) : null} missing={t('ruleNotYet')}>
      <ChooseRow rows={rows} chosen={chosen} onChoose={choose} />
      {row && <Fields written={written} onChange={(more) => setWritten({ ...written, ...more })} />}
    </ProposalForm>
  );
}

/** 修订规则: another number for a row of the rule table, from a day on. */
export function RuleForm(): ReactNode {
  const { data, error, isPending, refetch } = useQuery(trpc.admin.rules.queryOptions());
  const { post } = useMe();
  if (isPending) return <Loading rows={6} />;
  if (!data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  return <Form rows={revisable(data, post.province)} />;
}
