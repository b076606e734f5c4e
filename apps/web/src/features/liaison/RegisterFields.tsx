import { requestCategories, type RequestCategory } from '@lianban/domain/liaison';
import type { ReactNode } from 'react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { audienceOf, useMe } from '../../app/session.tsx';
import { useText } from '../../locales/index.ts';
import type { RequestDraft } from './draft.ts';
import type { Places } from './views.ts';

/** What a part of the form shows and changes. */
export interface Change {
  readonly draft: RequestDraft;
  readonly change: (changed: Partial<RequestDraft>) => void;
}

type TextName = 'subject' | 'text' | 'enterprise' | 'creditCode' | 'contact' | 'phone';

/** A line or text of the form. */
export function Words(
  props: Change & {
    readonly name: TextName;
    readonly maxLength: number;
    readonly optional?: boolean;
    readonly hint?: string;
  },
): ReactNode {
  const { t } = useTranslation(['liaison', 'elements']);
  const { name, maxLength, optional = false, hint, draft, change } = props;
  const id = useId();
  const shared = {
    ...{ className: 'input', name, maxLength, required: !optional, value: draft[name] },
    ...(hint === undefined ? {} : { 'aria-describedby': id }),
  };
  return (
    <label className="field">
      <span>
        {t(name)} {optional && <span className="form-optional">{t('elements:optional')}</span>}
      </span>
      {name === 'text' ? (
        <textarea {...shared} rows={5} onChange={(event) => change({ [name]: event.target.value })} />
      ) : (
        <input {...shared} autoComplete="off" onChange={(event) => change({ [name]: event.target.value })} />
      )}
      {hint !== undefined && (
        <span id={id} className="second-line">
          {hint}
        </span>
      )}
    </label>
  );
}

/** The kind of the request. */
export function Kinds({ draft, change }: Change): ReactNode {
  const { t } = useTranslation('liaison');
  const text = useText();
  const kinds = Object.entries(requestCategories) as [RequestCategory, (typeof requestCategories)[RequestCategory]][]; // its own keys
  return (
    <fieldset>
      <legend>{t('category')}</legend>
      <div className="liaison-kinds">
        {kinds.map(([value, title]) => (
          <label key={value}>
            <input
              type="radio"
              name="category"
              value={value}
              checked={draft.category === value}
              onChange={() => change({ category: value })}
            />
            {text(title)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** The district the request is of; that of the caller where they liaise for one. */
export function District({ draft, change, places }: Change & { readonly places: Places }): ReactNode {
  const { t } = useTranslation('liaison');
  const text = useText();
  const { post } = useMe();
  const here = places.districts.filter(({ province }) => province === post.province);
  const there = places.districts.filter(({ province }) => province !== post.province);
  const isFixed = places.own !== null;
  const optionsOf = (districts: Places['districts']) =>
    districts.map(({ id, name }) => (
      <option key={id} value={id}>
        {text(name)}
      </option>
    ));
  return (
    <label className="field">
      <span>{t('district')}</span>
      <select
        className="input"
        name="district"
        required
        value={draft.district}
        onChange={(event) => change({ district: event.target.value, unit: '' })}
      >
        {isFixed ? (
          optionsOf(places.districts.filter(({ id }) => id === places.own))
        ) : (
          <>
            <option value="">{t('chooseDistrict')}</option>
            <optgroup label={t('districtsHere')}>{optionsOf(here)}</optgroup>
            <optgroup label={t('districtsThere')}>{optionsOf(there)}</optgroup>
          </>
        )}
      </select>
    </label>
  );
}

/** The unit that is asked: one's own for an officer, otherwise the one that answers for the district unless another is chosen. */
export function UnitChoice({ draft, change, places }: Change & { readonly places: Places }): ReactNode {
  const { t } = useTranslation('liaison');
  const text = useText();
  const { post } = useMe();
  if (audienceOf(post.role) === 'officer' && post.role !== 'TECH')
    return <p className="second-line">{t('unitOwn', { name: text(post.unit) })}</p>;
  const regional = places.districts.find(({ id }) => id === draft.district)?.regionalUnit ?? null;
  const named = places.units.find(({ id }) => id === regional);
  return (
    <label className="field">
      <span>{t('unit')}</span>
      <select
        className="input"
        name="unit"
        value={draft.unit}
        onChange={(event) => change({ unit: event.target.value })}
      >
        <option value="">{named ? t('unitRegional', { name: text(named.name) }) : t('chooseUnit')}</option>
        {places.units
          .filter(({ id }) => id !== regional)
          .map(({ id, name }) => (
            <option key={id} value={id}>
              {text(name)}
            </option>
          ))}
      </select>
      {draft.district !== '' && !named && <span className="second-line">{t('unitThere')}</span>}
    </label>
  );
}
