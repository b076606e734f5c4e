import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const service = process.env['LIANBAN_API'] ?? 'http://localhost:3000';

/** The console: code split by page, so that the first screen carries neither the form library nor other pages. */
export default defineConfig({
  plugins: [react()],
  html: { cspNonce: 'LIANBAN-NONCE' }, // the API writes the nonce of the response in its place

  server: { port: 5173, proxy: { '/trpc': service, '/attachments': service } },
  build: { target: 'es2022', modulePreload: { polyfill: false } },
});
