import type { Conflict } from '@lianban/domain/interest';
import { interestTitles } from '@lianban/domain/interest';
import { separationRule } from '@lianban/domain/separation';
import { text, type Text } from '@lianban/domain/text';
import { ruleApart } from '@lianban/workflows/procedures/separation';
import type { Apartness } from '../answering/apartness.ts';
import type { Reader } from './owner.ts';

/** That the reader, or whom they stand in for, answered a step which has to be in another hand, with the rule that says so. */
export function separated(
  step: string,
  { other, title }: { readonly other: string; readonly title: Text },
  { post }: Reader,
): Text {
  const key = ruleApart(step, other);
  const name = post.standingIn?.for.name;
  const principal = name === undefined ? text('', '') : text(`或您所代的${name}`, ` or ${name}, for whom you act,`);
  const rule = key === null ? text('岗位分离', 'Separation of duties') : separationRule(key).title;
  return text(
    `您${principal.zh}在本案中办理过“${title.zh}”，按“${rule.zh}”不得再办本步骤`,
    `You${principal.en} handled "${title.en}" in this case; under the rule "${rule.en}" another person must take this step`,
  );
}

/** That the reader has to keep out of the case; said to nobody else. */
export function recused(conflict: Conflict): Text {
  if (conflict === 'recused')
    return text(
      '您已申请回避本案，不再办理；由处室负责人决定',
      'You asked to be left out of this case; the head of section decides',
    );
  const { zh, en } = interestTitles[conflict];
  return text(
    `您应当回避本案（${zh}）。请在本页“申请回避”，或与处室负责人联系`,
    `You have to keep out of this case (${en}). Ask to be left out on this page, or turn to the head of section`,
  );
}

/** Why somebody cannot answer for an inspection: there is no team of two, or they are not in it. */
export function outsideTeam(
  { of, people }: Apartness['seconds'][string],
  personId: string,
  needed: number,
): Text | null {
  if (of === 'unit') return null;
  const able = people.filter(({ isAble }) => isAble);
  if (able.length < needed) {
    const done =
      people.length === 0
        ? text('尚未组成检查组', 'No team yet')
        : text('检查组不足两人', 'The team has fewer than two');
    return text(
      `${done.zh}，不得开始检查：请在本页“检查组与回避”中抽取`,
      `${done.en}: the inspection may not begin. Draw one under "Team and recusal" on this page`,
    );
  }
  if (able.some((member) => member.personId === personId)) return null;
  const names = able.map(({ name }) => name);
  return text(`由检查组办理：${names.join('、')}`, `For its team: ${names.join(', ')}`);
}
