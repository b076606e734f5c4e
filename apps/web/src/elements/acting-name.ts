import { actingName } from '@lianban/domain/stand-in';
import { useCallback } from 'react';
import { useText } from '../locales/index.ts';

/** The name of whoever acted, with that of the person they stood in for: 李四（代张三）. */
export function useActingName(): (name: string, standingInFor: string | null) => string {
  const text = useText();
  return useCallback((name, standingInFor) => text(actingName(name, standingInFor)), [text]);
}
