import type { Operations } from '@lianban/db/queries/operations';
import type { z } from 'zod';
import type { operationsView as schema } from '../views/supervise.ts';
import { alarmWords } from './alarm-words.ts';

/** 运行状态: cases the engine had trouble with, and how much waits. */
export const operationsView = ({ alarms, waitingSubmissions, openCases }: Operations): z.infer<typeof schema> => ({
  alarms: alarms.map(({ id, at, caseId, number, kind, resolvedAt }) => ({
    id,
    at,
    caseId,
    caseNumber: number,
    kind,
    what: alarmWords(kind),
    resolvedAt,
  })),
  waitingSubmissions,
  openCases,
});
