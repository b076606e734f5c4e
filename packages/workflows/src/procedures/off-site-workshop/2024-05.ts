import type { CivilDate } from '@lianban/domain/civil-date';
import type { FlowValues, RowValue } from '@lianban/domain/field';
import { cite } from '@lianban/domain/law';
import { text } from '@lianban/domain/text';
import { procedure } from '../../vocabulary/procedure.ts';
import type { Offer, Proceeding } from '../../vocabulary/proceeding.ts';
import { intake, intakeSteps } from '../building-blocks/intake.ts';
import { offerWithdrawal, withdrawalSteps } from '../building-blocks/withdrawal.ts';
import { ladderSteps, replySteps } from './consent-steps.ts';
import { entrustedSteps, routeSteps } from './route-steps.ts';
import { settleSite, Site } from './site.ts';
import { siteSteps, varietyCaseSteps } from './site-steps.ts';
import { agreePlan, carryAll, named, offerMore, Varieties } from './varieties.ts';

const steps = {
  ...withdrawalSteps,
  ...intakeSteps,
  ...routeSteps,
  ...entrustedSteps,
  ...replySteps,
  ...ladderSteps,
  ...siteSteps,
  ...varietyCaseSteps,
};
type P = Proceeding<typeof steps>;

const ownLicence = text(
  '医疗器械跨省异地生产由场地所在省许可',
  'A device made in another province needs the licence of that province',
);

/** 跨省厂外车间: one site in the other province with all its varieties; the home province decides with the consent of the other. */
export const offSiteWorkshop = procedure({
  id: 'off-site-workshop',
  edition: '2024-05',
  title: text('跨省厂外车间', 'Off-site workshop in the other province'),
  series: '异地',
  basis: [cite('DAL', '41'), cite('INSP', '53'), cite('INSP', '56'), cite('CHG', '')],
  steps,
  endings: {
    launched: text('准予变更并投产', 'Granted and in production'),
    notLaunched: text('准予变更，未投产', 'Granted, not in production'),
    refused: text('不予变更', 'Refused'),
    toEntrusted: text('转路径B（委托生产）', 'Goes on as entrusted production'),
    toSiteLicence: text('转由场地所在省许可', 'To be licensed by the province of the site'),
    notAccepted: text('不予受理', 'Not accepted'),
    notRequired: text('无需许可', 'No permit required'),
    withdrawn: text('撤回', 'Withdrawn'),
    terminated: text('终止（未补正）', 'Terminated: not supplemented'),
  },
  clockRules: ['permit.decide', 'contactLetter.reply.delayed', 'insp.eval.pending'],
  flow: async (p) => {
    const withdrawal = offerWithdrawal(p);
    const acceptedOn = await intake(p);
    p.clock.start('decision', 'permit.decide', acceptedOn);
    const route = await p.step('chooseRoute', { without: routesClosed(p) });
    if (route.outcome === 'siteLicence') return p.close('toSiteLicence');
    const sentOn = await sendLetter(p, route.on);
    p.clock.stop('decision');
    if (route.outcome === 'entrusted') return entrust(p, sentOn);
    return workshop(p, { chosen: route.flow, acceptedOn, sentOn, withdrawal });
  },
});

/** Of a device the site needs a licence of its own (总局令53第18条). */
const routesClosed = ({ opening }: P) =>
  opening.item.field === 'device' ? { homeWithConsent: ownLicence, entrusted: ownLicence } : {};

/** Step 3: drafted, checked and signed; gives the day on which it was sent. */
async function sendLetter(p: P, since: CivilDate): Promise<CivilDate> {
  for (;;) {
    await p.step('draftLetter', { since });
    if ((await p.step('auditLetter', { since })).outcome === 'sendBack') continue;
    const signed = await p.step('signLetter', { since });
    if (signed.outcome === 'send') return signed.on;
  }
}

/** Route B: a consent that expires before it was used is asked for again. */
async function entrust(p: P, sentOn: CivilDate): Promise<never> {
  for (let since = sentOn; ; since = await sendLetter(p, p.today)) {
    const consent = await p.step('awaitEntrustedConsent', { since, share: { asks: 'entrusted' } });
    if (consent.outcome === 'declined') return p.close('refused');
    const application = await p.step('applyEntrusted', { since: consent.on });
    if (application.outcome === 'applied') return p.close('toEntrusted');
    if (application.outcome === 'abandon') return p.close('withdrawn');
  }
}

interface Begun {
  /** What was chosen with the route: the varieties, and what both sides talked about before. */
  readonly chosen: FlowValues & { readonly varieties?: readonly RowValue[] };
  readonly acceptedOn: CivilDate;
  readonly sentOn: CivilDate;
  readonly withdrawal: Offer;
}

/** Route A: from here on the clock of the decision runs in the case of each variety. */
async function workshop(p: P, { chosen, acceptedOn, sentOn, withdrawal }: Begun): Promise<never> {
  const varieties = new Varieties();
  const site = new Site();
  const household = { varieties, site, withdrawal };
  offerMore(p, household);
  await p.inParallel({
    ...carryAll(p, { rows: varieties.admit(named(chosen)), acceptedOn }, household),
    site: () =>
      p.until(
        'awaitReply',
        () => varieties.areOver,
        () => settleSite(p, site, { on: sentOn, share: { asks: 'consent', ...chosen } }),
      ),
    plan: () => agreePlan(p, varieties),
  });
  await p.when('admitVariety', () => varieties.areOver);
  return p.close(varieties.ending);
}
