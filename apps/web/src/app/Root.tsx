import { Outlet } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { StepUpHost } from './StepUpHost.tsx';

/** What stands around every page. */
export function Root(): ReactNode {
  return (
    <>
      <Outlet />
      <StepUpHost />
    </>
  );
}
