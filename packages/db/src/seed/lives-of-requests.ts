import type { RequestCategory } from '@lianban/domain/liaison';
import { did, didAs, type Deed } from './life.ts';

/** The past of a liaison request of the demonstration. Days are working days before the day of installation, as in a `Life`. */
export interface RequestLife {
  /** What the request shows; names it when it cannot be played. */
  readonly story: string;
  /** Code of the district. */
  readonly district: string;
  /** User name of whoever put or entered it. */
  readonly enteredBy: string;
  readonly category: RequestCategory;
  readonly sensitive?: true;
  readonly subject: string;
  readonly text: string;
  readonly enterprise: string;
  readonly filed: number;
  readonly past: readonly Deed[];
}

const [BANAN, DADUKOU, FULING] = ['500113', '500104', '500102'] as const;

/** Requests in different states, the oldest first. Enterprises and people are invented. */
export const livesOfRequests: readonly RequestLife[] = [
  {
    story: 'a request that policy does not support and that is followed',
    ...{ district: DADUKOU, enteredBy: 'shuyan', category: 'suggestion', filed: 14 },
    ...{ subject: '创新器械优先审批进口口径', enterprise: '重庆鱼复材料医疗科技有限公司' },
    text: '建议将进口创新器械的优先审批口径扩大到本地转产品种。',
    past: [
      didAs('shuyan', 13, 'accept', 'acceptOwn', { category: 'suggestion' }),
      didAs('shuyan', 10, 'handle', 'unsupported', {
        reasons: '现行规定未授权省级调整优先审批范围，已向企业说明并登记跟踪。',
        legalBasis: '创新医疗器械特别审查程序',
      }),
    ],
  },
  {
    story: 'a request that has climbed to the bureau meeting',
    ...{ district: BANAN, enteredBy: 'banan', category: 'help', sensitive: true, filed: 12 },
    ...{ subject: '细胞治疗样品跨省委托试制', enterprise: '重庆澜泽生物医药有限公司' },
    text: '细胞治疗样品委托四川企业试制，两省核查与样品转运如何衔接，请予协调。',
    past: [
      didAs('shuyan', 11, 'accept', 'acceptOwn', { category: 'help' }),
      didAs('shuyan', 9, 'handle', 'escalate', '涉及注册、生产两处与四川受托企业，本单位难以协调。'),
      did(8, 'dispatch', 'requestInstruction', '情况复杂，两省衔接口径需局领导明确。'),
      did(6, 'instruct', 'callMeeting', { instruction: '需明确责任分工与两省衔接方案，提请局长办公会审议。' }),
      did(4, 'prepareAgenda', 'submit', {
        responsibilities: '行政审批处牵头，市药审中心、检查二局配合。',
        plan: '建立两省核查衔接清单，明确样品转运的交接与温控记录要求。',
      }),
    ],
  },
  {
    story: 'a question that was answered to the satisfaction of its district',
    ...{ district: BANAN, enteredBy: 'banan', category: 'consult', filed: 8 },
    ...{ subject: '第二类器械注册资料预审辅导', enterprise: '重庆花溪医疗器械有限公司' },
    text: '企业首次申报第二类器械注册，咨询资料预审与沟通交流的渠道。',
    past: [
      didAs('shuyan', 8, 'accept', 'answerDirectly', {
        answer: '可通过市药审中心沟通交流预约，申报前由审评员预审资料目录。',
      }),
      didAs('chengyi', 7, 'approveReply', 'approve', '同意答复。'),
      didAs('shuyan', 7, 'giveReply', 'reply', {
        answer: '可通过市药审中心沟通交流预约，申报前由审评员预审资料目录。',
      }),
      didAs('banan', 5, 'rate', 'satisfied', '答复及时，企业已预约。'),
      did(4, 'archive', 'archive', '归档。'),
    ],
  },
  {
    story: 'a request that was referred to another department by the platform',
    ...{ district: DADUKOU, enteredBy: 'shuyan', category: 'help', filed: 7 },
    ...{ subject: '园区危险化学品仓储审批衔接', enterprise: '重庆义渡中药饮片有限公司' },
    text: '园区拟建危险化学品专用仓，与应急管理部门审批如何衔接。',
    past: [
      didAs('shuyan', 6, 'accept', 'toPlatform', {
        department: '应急管理部门',
        reasons: '不属药监事权，经平台转办。',
      }),
    ],
  },
  {
    story: 'a request with which another unit helps',
    ...{ district: FULING, enteredBy: 'kuangyuan', category: 'help', filed: 4 },
    ...{ subject: '饮片外购委托检验资质', enterprise: '重庆乌江中药饮片有限公司' },
    text: '饮片生产企业外购原料的委托检验机构资质如何认定。',
    past: [
      didAs('kuangyuan', 4, 'accept', 'acceptOwn', { category: 'help' }),
      didAs('kuangyuan', 3, 'handle', 'askHelp', {
        helpers: [{ unit: 'cq-permits', task: '请提供委托检验备案口径。' }],
      }),
    ],
  },
  {
    story: 'a request that is being handled',
    ...{ district: DADUKOU, enteredBy: 'shuyan', category: 'help', filed: 3 },
    ...{ subject: '医疗机构制剂配制场所共用', enterprise: '重庆钓鱼嘴医药科技有限公司' },
    text: '两家医疗机构拟共用制剂配制场所，请指导许可与质量责任如何划分。',
    past: [didAs('shuyan', 2, 'accept', 'acceptOwn', { category: 'help' })],
  },
  {
    story: 'a question that nobody has accepted yet',
    ...{ district: BANAN, enteredBy: 'banan', category: 'consult', filed: 1 },
    ...{ subject: '试剂变更是否需注册检验', enterprise: '重庆礼嘉光谷诊断试剂有限公司' },
    text: '体外诊断试剂变更反应条件，是否需要重新注册检验。',
    past: [],
  },
];
