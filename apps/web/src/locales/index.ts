import type { Text } from '@lianban/domain/text';
import i18next, { type BackendModule, type ResourceKey } from 'i18next';
import { useCallback } from 'react';
import { initReactI18next, useTranslation } from 'react-i18next';
import type { Words } from './words.ts';

/** Languages of the console; Chinese first. */
export type Language = 'zh-CN' | 'en';

const key = 'lianban.language';
const files = import.meta.glob<{ default: ResourceKey }>('./{zh-CN,en}/*.ts');

// One chunk per language and feature: a reader loads only the words of the pages that were opened.
const chunks: BackendModule = {
  type: 'backend',
  init: () => undefined,
  read(language, namespace, done) {
    const load = files[`./${language}/${namespace}.ts`];
    if (!load) return done(new Error(`no words for ${language}/${namespace}`), null);
    load().then(
      (file) => done(null, file.default),
      (error: unknown) => done(error instanceof Error ? error : new Error(String(error)), null),
    );
  },
};

/** Reads the language that the console shows now. */
const currentLanguage = (): Language => (i18next.language === 'en' ? 'en' : 'zh-CN');

const markDocument = (): void => {
  document.documentElement.lang = currentLanguage();
};

/** Starts the console in the remembered language; resolves when the words of the frame are there. */
export async function startLanguage(): Promise<void> {
  i18next.on('languageChanged', markDocument);
  await i18next
    .use(chunks)
    .use(initReactI18next)
    .init({
      lng: localStorage.getItem(key) === 'en' ? 'en' : 'zh-CN',
      fallbackLng: false,
      supportedLngs: ['zh-CN', 'en'],
      load: 'currentOnly',
      ns: ['frame', 'elements', 'errors'],
      defaultNS: 'frame',
      interpolation: { escapeValue: false },
    });
}

/** Loads the words of a feature before its page is shown. */
export const loadWords = (...features: (keyof Words)[]): Promise<void> => i18next.loadNamespaces(features);

/** The language shown and how to change it; the choice is remembered on this device. */
export function useLanguage(): { readonly language: Language; readonly setLanguage: (next: Language) => void } {
  const { i18n } = useTranslation('frame');
  const setLanguage = useCallback(
    (next: Language) => {
      localStorage.setItem(key, next);
      void i18n.changeLanguage(next);
    },
    [i18n],
  );
  return { language: i18n.language === 'en' ? 'en' : 'zh-CN', setLanguage };
}

/** Picks the language shown now out of a text of the record; an absent text reads as an empty string. */
export function useText(): (text: Text | null | undefined) => string {
  const { language } = useLanguage();
  return useCallback((text) => (text ? (language === 'en' ? text.en : text.zh) : ''), [language]);
}
