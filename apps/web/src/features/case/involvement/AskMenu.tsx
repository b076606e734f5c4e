import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../elements/Button.tsx';
import type { SheetView } from '../../../elements/involvement/views.ts';
import type { DutyView } from '../views.ts';
import { AskDialog } from './AskDialog.tsx';
import type { AskKind } from './asking.ts';

/** What may be asked from the desk now: with a sheet standing one adds to it, or starts anew when it was refused. */
function kindsFor(sheet: Pick<SheetView, 'state'> | null, isHolder: boolean): readonly AskKind[] {
  if (!isHolder) return ['reassign'];
  const asking = ['reassign', 'delegate', 'assist'] as const;
  if (sheet === null || sheet.state === 'refused') return [...asking, 'countersign', 'after', 'copy'];
  return [...asking, 'add', 'copy'];
}

/** 转办, 委派, 协办, 会签, 加签, 抄送: quiet, under the form of the step. */
export function AskMenu(props: {
  readonly duty: DutyView;
  readonly sheet: SheetView | null;
  readonly isHolder: boolean;
}): ReactNode {
  const { t } = useTranslation('involvement');
  const [kind, setKind] = useState<AskKind | null>(null);
  const { duty, sheet, isHolder } = props;
  return (
    <div className="involvement-menu" role="group" aria-label={t('menu')}>
      <span className="case-note">{t('menu')}</span>
      {kindsFor(sheet, isHolder).map((one) => (
        <Button key={one} small look="text" aria-haspopup="dialog" onClick={() => setKind(one)}>
          {t(one === 'after' || one === 'add' ? 'addSign' : one)}
        </Button>
      ))}
      <span className="case-note">{t('menuHint')}</span>
      {kind && <AskDialog kind={kind} duty={duty} onClose={() => setKind(null)} />}
    </div>
  );
}
