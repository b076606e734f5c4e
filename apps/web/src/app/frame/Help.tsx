import type { ReactNode, Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../elements/Button.tsx';
import { KeyHints } from '../../elements/KeyHints.tsx';

/** What the lights and dashed dates mean, and all shortcuts. */
export function Help({ ref }: { readonly ref: Ref<HTMLDialogElement> }): ReactNode {
  const { t } = useTranslation('frame');
  const hints = [
    { keys: ['j'], does: t('keyDown') },
    { keys: ['k'], does: t('keyUp') },
    { keys: ['o'], does: t('keyOpen') },
    { keys: ['x'], does: t('keySelect') },
    { keys: ['a'], does: t('keyClaim') },
    { keys: ['/'], does: t('keySearch') },
    { keys: ['?'], does: t('keyHelp') },
  ];
  return (
    <dialog ref={ref} className="help" aria-labelledby="help-title">
      <h2 id="help-title">{t('help')}</h2>
      <p>{t('helpText')}</p>
      <KeyHints label={t('keysTitle')} hints={hints} />
      <form method="dialog">
        <Button type="submit">{t('close')}</Button>
      </form>
    </dialog>
  );
}
