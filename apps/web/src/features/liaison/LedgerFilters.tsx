import { requestCategories, type LedgerCut } from '@lianban/domain/liaison';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import type { FormEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { trpc } from '../../app/api.ts';
import { ledgerAsks, type LedgerAsks } from '../../app/search-params.ts';
import { Button } from '../../elements/Button.tsx';
import { useText } from '../../locales/index.ts';
import { levels } from './views.ts';

interface Choice {
  readonly value: string;
  readonly title: string;
}

function Chosen(props: {
  readonly name: 'state' | 'district' | 'category' | 'level';
  readonly label: string;
  readonly every: string;
  readonly choices: readonly Choice[];
  readonly asked: LedgerAsks;
}): ReactNode {
  const { name, label, every, choices, asked } = props;
  return (
    <label className="field">
      <span>{label}</span>
      <select name={name} className="input" defaultValue={asked[name] ?? ''}>
        <option value="">{every}</option>
        {choices.map(({ value, title }) => (
          <option key={value} value={value}>
            {title}
          </option>
        ))}
      </select>
    </label>
  );
}

function useChoices() {
  const { t } = useTranslation('liaison');
  const text = useText();
  const places = useQuery(trpc.liaison.districts.queryOptions());
  return {
    state: (['open', 'closed'] as const).map((value) => ({ value, title: t(value) })),
    district: (places.data?.districts ?? []).map(({ id, name }) => ({ value: id, title: text(name) })),
    category: Object.entries(requestCategories).map(([value, title]) => ({ value, title: text(title) })),
    level: levels.map((value) => ({ value, title: t(`level_${value}`) })),
  };
}

/** What of a ledger is looked for. It is sent as a whole and stands in the address. */
export function LedgerFilters({ cut, asked }: { readonly cut: LedgerCut; readonly asked: LedgerAsks }): ReactNode {
  const { t } = useTranslation('liaison');
  const navigate = useNavigate();
  const choices = useChoices();
  const search = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const typed = [...new FormData(event.currentTarget)].map(([name, value]) => [
      name,
      typeof value === 'string' ? value.trim() : '',
    ]);
    // every value is a text, as the line above makes it
    const filters = Object.fromEntries(typed) as Record<string, string>;
    void navigate({ to: '/liaison/ledgers', search: ledgerAsks({ cut, ...filters }) });
  };
  return (
    <form role="search" className="liaison-filters" aria-label={t('filters')} onSubmit={search}>
      <Chosen name="state" label={t('progress')} every={t('everyState')} choices={choices.state} asked={asked} />
      <Chosen
        name="district"
        label={t('district')}
        every={t('everyDistrict')}
        choices={choices.district}
        asked={asked}
      />
      <Chosen
        name="category"
        label={t('category')}
        every={t('everyCategory')}
        choices={choices.category}
        asked={asked}
      />
      <Chosen name="level" label={t('level')} every={t('everyLevel')} choices={choices.level} asked={asked} />
      {(['receivedFrom', 'receivedTo'] as const).map((name) => (
        <label key={name} className="field">
          <span>{t(name)}</span>
          <input type="date" name={name} className="input" max="2100-12-31" defaultValue={asked[name] ?? ''} />
        </label>
      ))}
      <label className="field">
        <span>{t('searchWords')}</span>
        <input
          type="search"
          name="search"
          className="input"
          autoComplete="off"
          maxLength={100}
          defaultValue={asked.search ?? ''}
        />
      </label>
      <Button type="submit">{t('search')}</Button>
      {Object.keys(asked).some((name) => name !== 'cut') && (
        <Link to="/liaison/ledgers" search={{ cut }} className="button button-text">
          {t('clear')}
        </Link>
      )}
    </form>
  );
}
