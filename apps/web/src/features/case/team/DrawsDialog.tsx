import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../../elements/Dialog.tsx';
import type { CasePageView } from '../views.ts';
import { DialogHead } from './DialogHead.tsx';
import { DrawFacts } from './DrawFacts.tsx';
import type { Team } from './views.ts';

/** Every draw of a team, the latest first. */
export function DrawsDialog(props: {
  readonly page: CasePageView;
  readonly team: Team;
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useTranslation('team');
  const id = useId();
  const { page, team, onClose } = props;
  return (
    <Dialog labelledBy={id} onClose={onClose} className="team-dialog">
      {(close) => (
        <>
          <DialogHead id={id} title={t('draws')} note={t('drawsNote')} onClose={close} />
          {team.draws.toReversed().map((draw) => (
            <DrawFacts key={draw.number} draw={draw} caseNumber={page.caseNumber} today={page.today} />
          ))}
        </>
      )}
    </Dialog>
  );
}
