import { createContext, useContext, useState, type ReactNode } from 'react';
import type { Asked } from './views.ts';
import { WhyDialog } from './WhyDialog.tsx';

const WhyContext = createContext<(asked: Asked) => void>(() => undefined);

/** Opens 为什么是这一天 over the page. */
export const useWhy = (): ((asked: Asked) => void) => useContext(WhyContext);

/** Holds the explanation that is open, so that it stays when the row it was asked from goes. */
export function WhyHost({ children }: { readonly children: ReactNode }): ReactNode {
  const [asked, setAsked] = useState<Asked | null>(null);
  return (
    <WhyContext value={setAsked}>
      {children}
      {asked && <WhyDialog asked={asked} onClose={() => setAsked(null)} />}
    </WhyContext>
  );
}
