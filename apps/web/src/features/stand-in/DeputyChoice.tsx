import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useId, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { trpc } from '../../app/api.ts';
import { ErrorText } from '../../elements/ErrorText.tsx';
import { Loading } from '../../elements/states/Loading.tsx';
import { useText } from '../../locales/index.ts';
import type { AbsenceDraft } from './draft.ts';
import type { Deputy } from './views.ts';

interface Chosen {
  readonly value: string;
  readonly onChoose: (postId: string) => void;
}

/** A colleague; whoever cannot be chosen stays in the list and says why. */
function Candidate({ deputy, value, onChoose }: Chosen & { readonly deputy: Deputy }): ReactNode {
  const { t } = useTranslation('stand-in');
  const text = useText();
  const id = useId();
  const { postId, name, place, roleTitle, whyNot, apart } = deputy;
  const roles = apart.map(text).join(t('comma'));
  return (
    <label className={whyNot ? 'stand-in-candidate stand-in-unfit' : 'stand-in-candidate'}>
      <input
        type="radio"
        name="deputy"
        value={postId}
        checked={value === postId}
        aria-disabled={whyNot !== null || undefined}
        aria-describedby={id}
        onChange={() => whyNot === null && onChoose(postId)}
      />
      <span>
        {name}
        <span id={id} className="second-line">
          {[text(place), text(roleTitle)].join(' · ')}
          {whyNot && <strong> {t('cannot', { why: text(whyNot) })}</strong>}
          {!whyNot && apart.length > 0 && <span className="stand-in-apart">{t('apart', { roles })}</span>}
        </span>
      </span>
    </label>
  );
}

/** Who stands in: colleagues by name or unit, or nobody where colleagues of the role do the work. */
export function DeputyChoice({ draft, value, onChoose }: Chosen & { readonly draft: AbsenceDraft }): ReactNode {
  const { t } = useTranslation('stand-in');
  const [typed, setTyped] = useState('');
  const search = useDeferredValue(typed);
  const { postId, from, to, kind } = draft;
  const isReady = postId !== '' && from !== '' && to !== '' && from <= to;
  const { data, error, isPending } = useQuery({
    ...trpc.standIn.deputies.queryOptions({ postId, from, to, search }),
    ...{ enabled: isReady, placeholderData: keepPreviousData },
  });
  return (
    <fieldset className="stand-in-deputies">
      <legend>{t('findDeputy')}</legend>
      {!isReady && <p className="second-line">{t('daysFirst')}</p>}
      {isReady && (
        <>
          <input
            className="input"
            type="search"
            aria-label={t('searchDeputy')}
            placeholder={t('searchDeputy')}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
          <ErrorText error={error} />
          {isPending && !error && <Loading rows={2} />}
          <div className="stand-in-candidates">
            {data?.map((deputy) => (
              <Candidate key={deputy.postId} deputy={deputy} value={value} onChoose={onChoose} />
            ))}
            {data?.length === 0 && <p className="second-line">{t('noneFound')}</p>}
          </div>
        </>
      )}
      {kind === 'post' && (
        <label className="stand-in-candidate">
          <input type="radio" name="deputy" checked={value === 'none'} onChange={() => onChoose('none')} />
          <span>{t('withoutDeputy')}</span>
        </label>
      )}
    </fieldset>
  );
}
