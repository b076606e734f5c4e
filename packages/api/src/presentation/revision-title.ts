import { assertNever } from '@lianban/domain/assert-never';
import { provinces } from '@lianban/domain/province';
import type { Proposal } from '@lianban/domain/revision';
import { text, type Text } from '@lianban/domain/text';
import { ruleTitles } from './rule-titles.ts';
import { limitWords } from './words.ts';

/** What a revision changes, in a line. */
export function revisionTitle(proposal: Proposal): Text {
  switch (proposal.kind) {
    case 'calendarYear': {
      const { year } = proposal.year;
      return text(`${year} 年节假日安排`, `Holidays of ${year}`);
    }
    case 'closures': {
      const { bureau } = provinces[proposal.province];
      return text(`${bureau.zh}停止办公日`, `Closures of ${bureau.en}`);
    }
    case 'rule': {
      const [title, limit] = [ruleTitles[proposal.rule.key], limitWords(proposal.rule.limit)];
      return text(`“${title.zh}”时限改为 ${limit.zh}`, `${title.en}: ${limit.en}`);
    }
    case 'caseRule': {
      const [title, limit] = [ruleTitles[proposal.key], limitWords(proposal.term.limit)];
      return text(
        `${proposal.caseNumber}“${title.zh}”适用 ${limit.zh}`,
        `${proposal.caseNumber}, ${title.en}: ${limit.en} applied`,
      );
    }
    default:
      return assertNever(proposal);
  }
}
