import { mediaTypes, mostAttachments, mostMebibytes } from '@lianban/domain/attachment';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useText } from '../../../../locales/index.ts';
import { NeedTag } from '../../MaterialFacts.tsx';
import type { ItemView } from '../../views.ts';
import { materialField, requiredReady } from '../completeness.ts';
import { routeOf } from '../draft-content.ts';
import { FileField } from '../../../../elements/files/FileField.tsx';
import { useFiles } from '../../../../elements/files/use-files.ts';
import { useFieldError } from '../field-error.ts';
import type { WizardState } from '../wizard-state.ts';

const kinds = Object.values(mediaTypes)
  .map(({ name }) => name)
  .join(' / ');

type Material = ItemView['materials'][number];

/** One material: its files, or the word that its paper comes to the window, with a remark; a waived one only says that it is not asked for. */
function MaterialRow({ material, state }: { readonly material: Material; readonly state: WizardState }): ReactNode {
  const { t } = useTranslation('apply');
  const text = useText();
  const { draft, change } = state.open;
  const error = useFieldError(state)(materialField(material.key));
  const id = materialField(material.key);
  const title = text(material.title);
  const { changeFiles } = state.open;
  const files = draft.attachments.filter((file) => file.material === material.key);
  const of = useFiles({ place: { draftId: draft.draftId, material: material.key }, files, changeFiles });
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
  const mayFollow = material.curable && routeOf(draft) === 'ordinary' && !entry.provided && of.files.length === 0;
  const isRequired = material.need === 'required' && of.files.length === 0 && !mayFollow;
  return (
    <li className="wizard-material">
      <span className="wizard-material-title">{title}</span>
      <NeedTag need={material.need} />
      {material.curable && <span className="apply-need apply-need-later">{t('curable')}</span>}
      {error && (
        <p id={`${id}-error`} className="error-text">
          {error}
        </p>
      )}
      {mayFollow && <span className="second-line">{t('curableMeans')}</span>}
      {material.need === 'later' && !entry.provided && of.files.length === 0 && (
        <span className="second-line">{t('laterMeans')}</span>
      )}
      <FileField material={title} of={of} />
      <label className="wizard-material-paper">
        <input
          id={id}
          type="checkbox"
          checked={entry.provided}
          aria-label={t('atWindowFor', { material: title })}
          aria-required={isRequired}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? `${id}-error` : undefined}
          onChange={(event) => put({ provided: event.target.checked })}
        />
        {t('atWindow')}
      </label>
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
      <p className="wizard-lead second-line">
        {t('filesMean', { kinds, size: mostMebibytes.value, count: mostAttachments.value })}
      </p>
      <ul className="wizard-materials">
        {draft.item.materials.map((material) => (
          <MaterialRow key={material.key} material={material} state={state} />
        ))}
      </ul>
    </>
  );
}
