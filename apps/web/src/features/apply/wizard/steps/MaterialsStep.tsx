import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useText } from '../../../../locales/index.ts';
import { NeedTag } from '../../MaterialFacts.tsx';
import type { ItemView } from '../../views.ts';
import { materialField, requiredReady } from '../completeness.ts';
import { useFieldError } from '../field-error.ts';
import type { WizardState } from '../wizard-state.ts';

type Material = ItemView['materials'][number];

/** One material: ready or not, with a remark; a waived one only says that it is not asked for. */
function MaterialRow({ material, state }: { readonly material: Material; readonly state: WizardState }): ReactNode {
  const { t } = useTranslation('apply');
  const text = useText();
  const { draft, change } = state.open;
  const error = useFieldError(state)(materialField(material.key));
  const id = materialField(material.key);
  const title = text(material.title);
  if (material.need === 'waived')
    return (
      <li className="wizard-material">
        <span className="wizard-material-title">{title}</span>
        <NeedTag need="waived" />
        <span className="second-line">{t('waivedMeans')}</span>
      </li>
    );
  const entry = draft.content.materials?.[material.key] ?? { provided: false, note: '' };
  const put = (changed: Partial<typeof entry>): void =>
    change({ materials: { ...draft.content.materials, [material.key]: { ...entry, ...changed } } });
  return (
    <li className="wizard-material">
      <label className="wizard-material-title">
        <input
          id={id}
          type="checkbox"
          checked={entry.provided}
          aria-required={material.need === 'required'}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? `${id}-error` : undefined}
          onChange={(event) => put({ provided: event.target.checked })}
        />
        {title}
      </label>
      <NeedTag need={material.need} />
      {error && (
        <p id={`${id}-error`} className="error-text">
          {error}
        </p>
      )}
      {material.need === 'later' && !entry.provided && <span className="second-line">{t('laterMeans')}</span>}
      {entry.provided && (
        <input
          className="input"
          maxLength={500}
          value={entry.note}
          aria-label={t('noteOf', { material: title })}
          placeholder={t('notePlaceholder')}
          onChange={(event) => put({ note: event.target.value })}
        />
      )}
    </li>
  );
}

/** The checklist: required, may follow later, waived because shared. */
export function MaterialsStep({ state }: { readonly state: WizardState }): ReactNode {
  const { t } = useTranslation('apply');
  const { draft } = state.open;
  const { ready, of } = requiredReady(draft);
  return (
    <>
      <p className="wizard-lead">
        <strong>{t('requiredReady', { ready, of })}</strong> {t('materialsMean')}
      </p>
      <ul className="wizard-materials">
        {draft.item.materials.map((material) => (
          <MaterialRow key={material.key} material={material} state={state} />
        ))}
      </ul>
    </>
  );
}
