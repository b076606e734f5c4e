import { Link, useNavigate } from '@tanstack/react-router';
import type { FormEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { auditAsks, auditKinds, auditOutcomes, type AuditAsks } from '../../app/search-params.ts';
import { Button } from '../../elements/Button.tsx';

const without = ({ kind: _, ...others }: AuditAsks): AuditAsks => others;

/** Kinds as filters, each an address of its own that keeps what else is looked for. */
function Kinds({ asked }: { readonly asked: AuditAsks }): ReactNode {
  const { t } = useTranslation('audit');
  return (
    <nav className="chips audit-kinds" aria-label={t('kinds')}>
      {[null, ...auditKinds].map((kind) => (
        <Link
          key={kind ?? 'all'}
          to="/audit"
          search={kind === null ? without(asked) : { ...asked, kind }}
          className="chip"
          activeOptions={{ exact: true }}
        >
          {kind === null ? t('allKinds') : t(kind)}
        </Link>
      ))}
    </nav>
  );
}

function Words({ name, asked }: { readonly name: 'person' | 'subject'; readonly asked: AuditAsks }): ReactNode {
  const { t } = useTranslation('audit');
  return (
    <label className="field">
      <span>{t(name)}</span>
      <input
        type="search"
        name={name}
        className="input"
        autoComplete="off"
        maxLength={name === 'person' ? 60 : 100}
        defaultValue={asked[name] ?? ''}
      />
    </label>
  );
}

/** What is looked for. It is sent as a whole, as every search is written into the trail, and stands in the address; `aside` beside the kinds. */
export function Filters({ asked, aside }: { readonly asked: AuditAsks; readonly aside: ReactNode }): ReactNode {
  const { t } = useTranslation('audit');
  const navigate = useNavigate();
  const search = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const typed = Object.fromEntries(
      [...form].map(([name, value]) => [name, typeof value === 'string' ? value.trim() : '']),
    );
    void navigate({ to: '/audit', search: auditAsks({ kind: asked.kind, ...typed }) });
  };
  return (
    <>
      <div className="audit-head">
        <Kinds asked={asked} />
        {aside}
      </div>
      <form role="search" className="audit-filters" aria-label={t('filters')} onSubmit={search}>
        {(['from', 'to'] as const).map((name) => (
          <label key={name} className="field audit-day">
            <span>{t(name)}</span>
            <input type="date" name={name} className="input" defaultValue={asked[name] ?? ''} />
          </label>
        ))}
        <Words name="person" asked={asked} />
        <Words name="subject" asked={asked} />
        <label className="field audit-outcome">
          <span>{t('outcome')}</span>
          <select name="outcome" className="input" defaultValue={asked.outcome ?? ''}>
            <option value="">{t('everyOutcome')}</option>
            {auditOutcomes.map((outcome) => (
              <option key={outcome} value={outcome}>
                {t(outcome)}
              </option>
            ))}
          </select>
        </label>
        <Button type="submit" look="solid">
          {t('search')}
        </Button>
        {Object.keys(asked).length > 0 && (
          <Link to="/audit" search={{}} className="button button-text">
            {t('clear')}
          </Link>
        )}
      </form>
    </>
  );
}
