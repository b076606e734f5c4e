import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { useMe } from '../../app/session.tsx';
import { explainedOn } from '../../elements/why/explained.ts';
import { WhyDialog } from '../../elements/why/WhyDialog.tsx';
import { CaseHead } from './CaseHead.tsx';
import { Contacts } from './Contacts.tsx';
import { ClockSection } from './clock/ClockSection.tsx';
import { DaysOfSides } from './clock/DaysOfSides.tsx';
import { Desk } from './duty/Desk.tsx';
import { isTyped, readKept } from './duty/kept-form.ts';
import { Rights } from './duty/Rights.tsx';
import { AskedOfMe } from './involvement/AskedOfMe.tsx';
import { WorkSection } from './involvement/WorkSection.tsx';
import { Letters } from './letters/Letters.tsx';
import { People } from './People.tsx';
import { DocumentDialog } from './papers/DocumentDialog.tsx';
import { Papers } from './papers/Papers.tsx';
import { PrintedPapers } from './papers/PrintedPapers.tsx';
import { Related } from './Related.tsx';
import { Request } from './Request.tsx';
import { Standing } from './Standing.tsx';
import { useSteady } from './steady.ts';
import { Teams } from './team/Teams.tsx';
import { Timeline } from './timeline/Timeline.tsx';
import type { CasePageView } from './views.ts';

/** Which duties and rights of the page have something typed, from before a reload too. */
function useTyping({
  duties: open,
  rights: offered,
  caseId,
}: CasePageView): readonly [isBusy: (page: CasePageView) => boolean, onTyped: (key: string, typed: boolean) => void] {
  const { post } = useMe();
  const [typed, setTyped] = useState<ReadonlySet<string>>(() => {
    const kept = (key: string) => readKept({ postId: post.id, caseId, duty: key }).values;
    return new Set([...open, ...offered].flatMap(({ key }) => (isTyped(kept(key)) ? [key] : [])));
  });
  const onTyped = (key: string, isNow: boolean): void =>
    setTyped((before) => {
      if (before.has(key) === isNow) return before;
      const after = new Set(before);
      if (isNow) after.add(key);
      else after.delete(key);
      return after;
    });
  return [({ duties, rights }) => [...duties, ...rights].some(({ key }) => typed.has(key)), onTyped];
}

/** The page of a case that has been read. What others change while the reader types is told, and drawn when they ask for it. */
export function CaseFile({ latest }: { readonly latest: CasePageView }): ReactNode {
  const { duty: asked, why, paper } = useSearch({ from: '/frame/forms/cases/$caseId' });
  const navigate = useNavigate({ from: '/cases/$caseId' });
  const [isBusy, onTyped] = useTyping(latest);
  const steady = useSteady(latest, isBusy);
  const page = steady.shown;
  const chosen = page.duties.find(({ key }) => key === asked) ?? page.duties[0] ?? null;
  const askWhy = (key: string | undefined): void =>
    void navigate({
      search: ({ why: _closed, ...rest }) => (key === undefined ? rest : { ...rest, why: key }),
      resetScroll: false,
      replace: key === undefined,
    });
  const openPaper = (id: string | undefined): void =>
    void navigate({
      search: ({ paper: _closed, ...rest }) => (id === undefined ? rest : { ...rest, paper: id }),
      resetScroll: false,
      replace: id === undefined,
    });
  const act = { latest, steady, onTyped };
  const document = page.documents.find(({ id }) => id === paper);
  return (
    <>
      <CaseHead page={page} />
      <Standing page={page} chosen={chosen} onWhy={askWhy} />
      <Request page={page} />
      <div className="case-columns">
        <div className="case-desk">
          <AskedOfMe page={page} />
          <Desk duty={chosen} page={page} act={act} onPaper={openPaper} />
          <Rights page={page} act={act} />
          <WorkSection page={page} />
          <Letters page={page} />
        </div>
        <div className="case-side">
          {page.clocks.map((clock) => (
            <ClockSection key={clock.key} clock={clock} today={page.today} onWhy={() => askWhy(clock.key)} />
          ))}
          <Teams page={page} />
          <DaysOfSides page={page} />
          <Papers page={page} onPaper={openPaper} />
          <Contacts page={page} />
          <People page={page} />
          <Related page={page} />
        </div>
        <Timeline page={page} onPaper={openPaper} onWhy={askWhy} />
      </div>
      <PrintedPapers page={page} />
      {document && <DocumentDialog document={document} page={page} onClose={() => openPaper(undefined)} />}
      {why !== undefined && (
        <WhyDialog
          key={why}
          asked={explainedOn(page, why) ?? { caseId: page.caseId, key: why }}
          onClose={() => askWhy(undefined)}
        />
      )}
    </>
  );
}
