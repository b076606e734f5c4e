import { text, type Text } from '@lianban/domain/text';

/** What the alarms that the service raises are about, by their kinds. */
const words: Readonly<Record<string, Text>> = {
  workflowRestarted: text(
    '办理引擎未能继续本案，已从台账重新启动',
    'The engine could not carry the case on and was started again from the ledger',
  ),
  unknownProcedure: text(
    '本案应转入的程序在本系统中不存在',
    'The procedure under which the case goes on is not installed',
  ),
};

/** What an alarm is about. */
export const alarmWords = (kind: string): Text =>
  words[kind] ?? text(`办理引擎异常（${kind}）`, `Trouble with the engine (${kind})`);
