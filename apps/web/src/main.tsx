import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { queryClient } from './app/api.ts';
import { noteAttention } from './app/attention.ts';
import { router } from './app/router.tsx';
import { startLanguage } from './locales/index.ts';
import './theme/global.css';
import './theme/tokens.css';
import { startAppearance } from './theme/appearance.ts';

startAppearance();
noteAttention();
const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
await startLanguage();
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
);
