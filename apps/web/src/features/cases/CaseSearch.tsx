import { Link, useNavigate } from '@tanstack/react-router';
import { useId, useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { caseStates } from '../../app/search-params.ts';
import { Button } from '../../elements/Button.tsx';
import { readTyped } from './case-search.ts';
import type { Asked } from './use-cases.ts';

const addressOf = ({ state, search }: Asked) => ({
  ...(state === 'open' ? {} : { state }),
  ...(search === undefined ? {} : { search }),
});

/** States as filters, each an address of its own that keeps the words searched for. */
function States({ asked }: { readonly asked: Asked }): ReactNode {
  const { t } = useTranslation('cases');
  return (
    <nav className="chips" aria-label={t('states')}>
      {caseStates.map((state) => (
        <Link
          key={state}
          to="/cases"
          search={addressOf({ ...asked, state })}
          className="chip"
          activeOptions={{ exact: true }}
        >
          {t(state)}
        </Link>
      ))}
    </nav>
  );
}

/** Field and states. The words are in the address, so that going back finds them again. */
export function CaseSearch({ asked }: { readonly asked: Asked }): ReactNode {
  const { t } = useTranslation('cases');
  const navigate = useNavigate();
  const hint = useId();
  const [typed, setTyped] = useState(asked.search ?? '');
  const [short, setShort] = useState(false);
  const search = (event: FormEvent): void => {
    event.preventDefault();
    const read = readTyped(typed);
    setShort(read.kind === 'short');
    if (read.kind === 'short') return;
    const words = read.kind === 'words' ? read.words : undefined;
    void navigate({ to: '/cases', search: addressOf({ state: asked.state, search: words }) });
  };
  return (
    <div className="cases-asked">
      <form role="search" className="cases-search" aria-label={t('title')} onSubmit={search}>
        <input
          type="search"
          className="input"
          enterKeyHint="search"
          aria-label={t('searchLabel')}
          aria-describedby={hint}
          aria-invalid={short || undefined}
          placeholder={t('searchPlaceholder')}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <Button type="submit" look="solid">
          {t('search')}
        </Button>
        {asked.search !== undefined && (
          <Link
            to="/cases"
            search={addressOf({ state: asked.state, search: undefined })}
            className="button button-text"
          >
            {t('clear')}
          </Link>
        )}
        <span id={hint} className={short ? 'error-text' : 'cases-hint'} role={short ? 'alert' : undefined}>
          {t(short ? 'tooShort' : 'searchHint')}
        </span>
      </form>
      <States asked={asked} />
    </div>
  );
}
