import { provinces } from '@lianban/domain/province';
import type { Proposal } from '@lianban/domain/revision';
import { text, type Text } from '@lianban/domain/text';

/** What a revision changes, in a line. */
export function revisionTitle(proposal: Proposal): Text {
  if (proposal.kind === 'calendarYear') {
    const { year } = proposal.year;
    return text(`${year} 年节假日安排`, `Holidays of ${year}`);
  }
  const { bureau } = provinces[proposal.province];
  return text(`${bureau.zh}停止办公日`, `Closures of ${bureau.en}`);
}
