import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useText } from '../../../../locales/index.ts';
import { ConditionList } from '../../ItemFacts.tsx';
import { useFieldError } from '../field-error.ts';
import type { WizardState } from '../wizard-state.ts';
import { PromisedDay } from './PromisedDay.tsx';

type Part = { readonly state: WizardState };

function Choice({ state }: Part): ReactNode {
  const { t } = useTranslation('apply');
  const { draft, change } = state.open;
  const promised = draft.content.conditionsMetOn;
  // "Later" without a day is no answer yet, so it is not part of the draft.
  const [later, setLater] = useState(typeof promised === 'string');
  const error = useFieldError(state)('conditions');
  const choose = (chosen: boolean): void => {
    setLater(chosen);
    change({ conditionsMetOn: chosen ? undefined : null });
  };
  return (
    <fieldset className="wizard-choice" aria-describedby={error ? 'conditions-error' : undefined}>
      <legend>{t('conditionsAsk')}</legend>
      <label>
        <input
          id="conditions"
          type="radio"
          name="conditions"
          checked={!later && promised === null}
          onChange={() => choose(false)}
        />
        {t('conditionsMet')}
      </label>
      {draft.item.laterConditions && (
        <label>
          <input type="radio" name="conditions" checked={later} onChange={() => choose(true)} />
          {t('conditionsLater')}
        </label>
      )}
      {later && draft.item.laterConditions && <PromisedDay state={state} />}
      {error && (
        <p id="conditions-error" className="error-text">
          {error}
        </p>
      )}
      {later && <Restriction state={state} />}
    </fieldset>
  );
}

function Restriction({ state }: Part): ReactNode {
  const { t } = useTranslation('apply');
  const text = useText();
  return (
    <p className="apply-strip apply-strip-warning">
      <span>
        <strong>{t('restricted')}</strong> {t('restrictedMeans', { licence: text(state.open.draft.item.licenceTitle) })}
      </span>
    </p>
  );
}

/** The conditions: all met now, or some promised for a later day where the item allows it, with what that means for the licence. */
export function ConditionsStep({ state }: Part): ReactNode {
  const { t } = useTranslation('apply');
  const { item } = state.open.draft;
  return (
    <>
      <ConditionList conditions={item.conditions} />
      <Choice state={state} />
      {!item.laterConditions && <p className="apply-note">{t('conditionsOnlyNow')}</p>}
    </>
  );
}
