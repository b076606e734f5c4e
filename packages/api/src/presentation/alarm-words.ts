import { text, type Text } from '@lianban/domain/text';

/** What the alarms that the service raises are about, by their kinds. */
const words: Readonly<Record<string, Text>> = {
  workflowRestarted: text(
    '办理引擎未能继续本案，已从台账重新启动',
    'The engine could not carry the case on and was started again from the ledger',
  ),
  newsRefused: text(
    '本案没有接受相关案件的结果，须人工核对',
    'The case did not take what another one told it: somebody has to look',
  ),
  letterNotDelivered: text(
    '发往对方省局的函件多次未能送达，系统继续重试',
    'A letter to the other bureau has not got through; it is tried again',
  ),
  letterNotTaken: text(
    '对方省局的来函未能进入本案，系统继续重试',
    'A letter of the other bureau could not be taken in; it is tried again',
  ),
  unknownProcedure: text(
    '本案应转入的程序在本系统中不存在',
    'The procedure under which the case goes on is not installed',
  ),
};

/** What an alarm is about. */
export const alarmWords = (kind: string): Text =>
  words[kind] ?? text(`办理引擎异常（${kind}）`, `Trouble with the engine (${kind})`);
