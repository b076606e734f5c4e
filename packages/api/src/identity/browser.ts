import Bowser from 'bowser';

/** Longer ones are no browser's. */
const MAX_LENGTH = 500;

/** Family of the browser and its system, such as `Chrome · Windows`; null when it does not say. */
export function browserFamily(userAgent: string | undefined): string | null {
  if (userAgent === undefined || userAgent === '' || userAgent.length > MAX_LENGTH) return null;
  const { browser, os } = Bowser.parse(userAgent);
  const named = [browser.name, os.name].filter((name) => name !== undefined && name !== '');
  return named.length === 0 ? null : named.join(' · ');
}
