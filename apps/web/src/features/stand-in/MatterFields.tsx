import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { trpc } from '../../app/api.ts';
import { useMe } from '../../app/session.tsx';
import { useText } from '../../locales/index.ts';
import type { AbsenceDraft } from './draft.ts';
import type { StandIns } from './views.ts';

/** A choice among titles. */
export function Choice(props: {
  readonly label: string;
  readonly value: string;
  readonly choices: readonly { readonly value: string; readonly title: string }[];
  readonly onChange: (value: string) => void;
}): ReactNode {
  const { t } = useTranslation('stand-in');
  return (
    <label className="field">
      <span>{props.label}</span>
      <select className="input" required value={props.value} onChange={(event) => props.onChange(event.target.value)}>
        <option value="">{t('choose')}</option>
        {props.choices.map(({ value, title }) => (
          <option key={value} value={value}>
            {title}
          </option>
        ))}
      </select>
    </label>
  );
}

const kinds = { post: 'kindPost', item: 'kindItem', procedure: 'kindProcedure', case: 'kindCase' } as const;
const kindNames = ['post', 'item', 'procedure', 'case'] as const;

function ItemChoice({ draft, change }: Pick<Props, 'draft' | 'change'>): ReactNode {
  const { t } = useTranslation('stand-in');
  const text = useText();
  const { province } = useMe().post;
  const { data } = useQuery(trpc.catalogue.items.queryOptions({ province }));
  const choices = (data ?? []).map(({ code, title }) => ({ value: code, title: text(title) }));
  return <Choice label={t('item')} value={draft.item} choices={choices} onChange={(item) => change({ item })} />;
}

interface Props {
  readonly draft: AbsenceDraft;
  readonly procedures: StandIns['procedures'];
  readonly change: (changed: Partial<AbsenceDraft>) => void;
}

/** What is handed over: the whole post, or one matter. */
export function MatterFields({ draft, procedures, change }: Props): ReactNode {
  const { t } = useTranslation('stand-in');
  const text = useText();
  const choices = procedures.map(({ id, title }) => ({ value: id, title: text(title) }));
  return (
    <>
      <label className="field">
        <span>{t('kind')}</span>
        <select
          className="input"
          value={draft.kind}
          onChange={(event) => {
            const kind = kindNames.find((name) => name === event.target.value) ?? 'post';
            change(draft.deputy === 'none' ? { kind, deputy: '' } : { kind });
          }}
        >
          {kindNames.map((kind) => (
            <option key={kind} value={kind}>
              {t(kinds[kind])}
            </option>
          ))}
        </select>
      </label>
      {draft.kind === 'item' && <ItemChoice draft={draft} change={change} />}
      {draft.kind === 'procedure' && (
        <Choice
          {...{ label: t('procedure'), value: draft.procedure, choices }}
          onChange={(procedure) => change({ procedure })}
        />
      )}
      {draft.kind === 'case' && (
        <label className="field">
          <span>{t('caseNumber')}</span>
          <input
            className="input"
            required
            maxLength={60}
            autoComplete="off"
            value={draft.caseNumber}
            onChange={(event) => change({ caseNumber: event.target.value })}
          />
        </label>
      )}
    </>
  );
}
