import { sm3 } from '@lianban/db/sm3';
import { documents } from '@lianban/domain/document';
import type { Item, Material, VerificationMode } from '@lianban/domain/item';
import { citationText, cite, type LawCode } from '@lianban/domain/law';
import { provinces, type Province } from '@lianban/domain/province';
import type { RuleKey, Terms } from '@lianban/domain/rule';
import { text, type Text } from '@lianban/domain/text';
import type { z } from 'zod';
import type { noticeView as schema } from '../views/application.ts';
import { liabilityLines } from './notice-liability.ts';
import { limitWords } from './words.ts';

/** The notice (告知书) of the route by commitment. */
export type NoticeView = z.infer<typeof schema>;

type Paragraph = NoticeView['paragraphs'][number];

/** Short enough to be read out over the telephone, long enough that no two texts of an item meet. */
const VERSION_LENGTH = 12;

/**
 * The notice as it stands under the rules of the day; null for items that are not granted on commitment. Its version is
 * a hash of everything it says: whatever changes in item, rules or wording asks for a new signature (国办发〔2020〕42号).
 */
export function noticeOf(item: Item, terms: Terms): NoticeView | null {
  if (!item.byCommitment) return null;
  const { title } = documents.notice;
  const paragraphs = [
    subject(item),
    legalBasis(item),
    conditions(item),
    materials(item),
    commitment(terms),
    verification(item, terms),
    { head: text('虚假承诺的责任', 'Liability for a false commitment'), body: liabilityLines(item, terms) },
    publication,
  ];
  const { code, province, edition } = item;
  const version = sm3({ code, province, edition, title, paragraphs }).slice(0, VERSION_LENGTH);
  return { version, title, paragraphs };
}

function subject({ title, province, licence }: Item): Paragraph {
  const { bureau } = provinces[province];
  return {
    head: text('事项', 'Item'),
    body: [
      text(`${title.zh}，由${bureau.zh}办理。`, `${title.en}, decided by the ${bureau.en}.`),
      text(
        `准予许可的，颁发${licence.title.zh}，有效期${licence.validYears}年。`,
        `A grant gives: ${licence.title.en}, valid for ${licence.validYears} years.`,
      ),
    ],
  };
}

/** What commitment rests on in each province besides the law of the item. */
const commitmentLaws: Readonly<Record<Province, readonly LawCode[]>> = {
  CQ: ['GZ42', 'GF7', 'GZCQ', 'GZCY'],
  SC: ['GZ42', 'GF7', 'GZCY'],
};

function legalBasis({ basis, province }: Item): Paragraph {
  const laws = commitmentLaws[province].map((law) => citationText(cite(law, '')));
  return {
    head: text('法律依据', 'Legal basis'),
    body: [
      text(`许可依据：${basis.zh}。`, `For the licence: ${basis.en}.`),
      text(
        `告知承诺依据：${laws.map(({ zh }) => zh).join('、')}。`,
        `For commitment: ${laws.map(({ en }) => en).join('; ')}.`,
      ),
    ],
  };
}

const allNow = text(
  '以上条件在提交申请时须全部具备。',
  'All of these conditions must be met when the application is submitted.',
);

const someLater = text(
  '尚未具备的条件可以承诺在约定日期前达成；达成并经核对前，许可证注明不得开展经营。',
  'Conditions not yet met may be promised by a day; until they are met and checked, the licence says that it may not be used for business.',
);

const conditions = ({ conditions: required, laterConditions }: Item): Paragraph => ({
  head: text('应当具备的条件', 'Conditions'),
  body: [...required, laterConditions ? someLater : allNow],
});

const materialWords: Readonly<Record<Material['need'], Text>> = {
  required: text('提交申请时须交', 'To be handed in with the application'),
  later: text('可在决定后核查前补交', 'May follow after the decision, before the verification'),
  waived: text('免于提交，由本机关通过数据共享取得', 'Not asked for: the agency obtains it from shared data'),
};

const materials = ({ materials: asked }: Item): Paragraph => ({
  head: text('应当提交的材料', 'Materials'),
  body: asked.map(({ title, need }) =>
    text(`${title.zh}：${materialWords[need].zh}。`, `${title.en}: ${materialWords[need].en}.`),
  ),
});

/** A limit in words, and where it comes from, which also says whether it is law. */
interface LimitInWords {
  readonly limit: Text;
  readonly source: Text;
  readonly onTheSpot: boolean;
}

/** A sentence about a limit; nothing when no rule is in force for it. */
function limitLine(terms: Terms, key: RuleKey, say: (words: LimitInWords) => Text): Text[] {
  const term = terms[key];
  if (term === undefined) return [];
  const { limit, basis } = term;
  const source = text(`（${basis.zh}）`, ` (${basis.en})`);
  return [say({ limit: limitWords(limit), source, onTheSpot: 'onTheSpot' in limit })];
}

const commitment = (terms: Terms): Paragraph => ({
  head: text('承诺的方式和办理期限', 'How to commit, and how long it takes'),
  body: [
    text(
      '是否承诺由申请人自愿选择；不愿承诺或者无法承诺的，按一般程序办理。',
      'Whether to commit is the applicant’s own choice; whoever will not or cannot commit takes the ordinary procedure.',
    ),
    text(
      '承诺以书面作出，由法定代表人或者其授权的经办人对照本告知书的版本签署；本告知书内容变更的，须重新签署。',
      'The commitment is in writing, signed by the legal representative or an authorised agent against this version of the notice; when the notice changes, it must be signed again.',
    ),
    ...limitLine(terms, 'permit.intake', ({ limit, source }) =>
      text(
        `收到申请后 ${limit.zh}内决定是否受理${source.zh}。`,
        `Whether the application is accepted is decided within ${limit.en} of receipt${source.en}.`,
      ),
    ),
    ...limitLine(terms, 'commit.decide', decisionLine),
    ...limitLine(terms, 'permit.deliver', ({ limit, source }) =>
      text(
        `准予许可的，自决定之日起 ${limit.zh}内送达许可证${source.zh}。`,
        `A licence is served within ${limit.en} of the decision${source.en}.`,
      ),
    ),
  ],
});

function decisionLine({ limit, source, onTheSpot }: LimitInWords): Text {
  const latest = onTheSpot
    ? text('', '')
    : text(`，最迟自受理之日起 ${limit.zh}`, `, at the latest within ${limit.en} of acceptance`);
  return text(
    `材料齐全并已承诺的，当场决定${latest.zh}${source.zh}。`,
    `With complete materials and a commitment the decision is made on the spot${latest.en}${source.en}.`,
  );
}

const modeWords: Readonly<Record<VerificationMode, Text>> = {
  data: text('与共享数据比对', 'by comparison with shared data'),
  paper: text('审查书面材料', 'on paper'),
  'on-site': text('到经营、生产场所现场核查，核查人员不少于两人', 'on the premises, by at least two inspectors'),
  sample: text('抽取样品检验', 'by testing samples'),
};

const noWindow = text(
  '规章未规定核查的期限，由本机关在许可后的监管中核查。',
  'The rules set no window: the agency verifies in the course of its supervision.',
);

const revokedAtOnce = text(
  '核查发现不符合许可条件的，本事项规定直接撤销许可，不适用整改。',
  'If the conditions are found unmet, the rule for this item is revocation, without rectification.',
);

const refusal = text(
  '拒绝、阻碍核查的，视为不能证明符合条件，启动撤销程序（本系统默认规则）。',
  'Whoever refuses or obstructs the verification counts as unable to prove the conditions, and revocation is opened (default of this system).',
);

function verification({ verification: rule }: Item, terms: Terms): Paragraph {
  const { zh, en } = modeWords[rule.mode];
  const window = limitLine(terms, 'commit.verify.window', ({ limit, source }) =>
    text(
      `核查期限：自决定之日起 ${limit.zh}${source.zh}。`,
      `It takes place within ${limit.en} of the decision${source.en}.`,
    ),
  );
  const rectification = limitLine(terms, 'commit.rectify', ({ limit, source }) =>
    text(
      `不相符但可以整改的，责令在 ${limit.zh}内整改${source.zh}；逾期不改或者整改不合格的，撤销许可。`,
      `What does not conform but can be put right is to be rectified within ${limit.en}${source.en}; otherwise the licence is revoked.`,
    ),
  );
  return {
    head: text('本机关的核查权', 'The agency’s right to verify'),
    body: [
      text(
        `决定后，本机关对承诺内容进行核查，方式：${zh}。`,
        `After the decision the agency verifies the commitment ${en}.`,
      ),
      ...(rule.windowed ? window : [noWindow]),
      ...(rule.rectifiable ? rectification : [revokedAtOnce]),
      refusal,
    ],
  };
}

const publication: Paragraph = {
  head: text('承诺的公开', 'Publication of the commitment'),
  body: [
    text(
      '许可证送达后，承诺书（联系人和电话除外）向社会公示，至案件办结为止；公示期限为本系统默认值。',
      'Once the licence is served, the commitment is published without contact person and telephone, until the case is closed; how long is a default of this system.',
    ),
  ],
};
