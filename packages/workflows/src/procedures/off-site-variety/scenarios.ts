import type { Scenario } from '../../testing/scenario.ts';
import type { ChildOf } from '../../vocabulary/opening.ts';
import { chainScenarios } from '../ordinary-permit/chain-scenarios.ts';
import { act, granted, refusalTold, refused } from '../ordinary-permit/scenario-acts.ts';

const childOf = (standing = 'awaiting'): ChildOf => ({
  ...{ caseId: 'parent', duty: 'variety-0/decideVariety' },
  matter: { name: '阿罗替尼', changeClass: 'filing', acceptedOn: '2026-06-01', standing },
});
const base = { item: 'drug-off-site-workshop', receivedOn: '2026-06-02', opening: { childOf: childOf() } } as const;
const referred = [act('2026-06-09', 'referToReview', 'refer')];
const reviewed = [...referred, act('2026-06-24', 'review', 'pass')];
const cleared = [...reviewed, act('2026-06-25', 'hearSite', 'cleared')];

/** The chain of the decision as the ordinary permit shows it, from the review on. */
const asInTheChain: readonly Scenario[] = chainScenarios.map(({ rule, acts, ending }) => ({
  ...{ rule: `as in every decision: ${rule}`, item: 'drug-off-site-workshop', receivedOn: '2026-03-02' },
  opening: { childOf: { ...childOf('cleared'), matter: { ...childOf('cleared').matter, acceptedOn: '2026-03-02' } } },
  acts: acts
    .filter(({ step }) => step !== 'intake')
    .map((one) => (one.step === 'assign' ? { ...one, step: 'referToReview', outcome: 'refer' } : one)),
  ending: ending === 'licensed' ? 'granted' : ending,
}));

/** Lives of varieties, each showing one rule; what the case of the site tells is played as news. */
export const scenarios: readonly Scenario[] = [
  {
    ...base,
    rule: 'a variety is granted once its review is passed and consent and assessment are there (J1)',
    acts: [...cleared, ...granted('2026-06-26'), act('2026-06-29', 'deliver', 'delivered')],
    ending: 'granted',
  },
  {
    ...base,
    rule: 'news that come before the review is over are kept, and nothing is drafted before J1',
    acts: [
      ...referred,
      act('2026-06-09', 'hearSite', 'inspecting'),
      act('2026-06-22', 'hearSite', 'cleared'),
      { ...act('2026-06-23', 'draft', 'proposeGrant'), refused: 'NO_SUCH_DUTY' },
      act('2026-06-24', 'review', 'pass'),
      ...granted('2026-06-26'),
      act('2026-06-29', 'deliver', 'delivered'),
    ],
    ending: 'granted',
  },
  {
    ...base,
    rule: 'no decision is drafted while consent or assessment is awaited',
    acts: [...reviewed, { ...act('2026-06-25', 'draft', 'proposeGrant'), refused: 'NO_SUCH_DUTY' }],
    ending: null,
  },
  {
    ...base,
    rule: 'no consent after every level means refusal, with legal review, notice and service (14.24)',
    acts: [
      ...reviewed,
      act('2026-06-25', 'hearSite', 'noConsent'),
      { ...act('2026-06-26', 'draft', 'proposeGrant'), refused: 'OUTCOME_UNAVAILABLE' },
      ...refusalTold('2026-06-26'),
      act('2026-06-29', 'makeStatement', 'waive'),
      ...refused('2026-06-30'),
    ],
    ending: 'refused',
  },
  {
    ...base,
    rule: 'no consent when the limit ends is no consent: refused, never granted by silence (14.25)',
    acts: [
      ...reviewed,
      { ...act('2026-07-10', 'draft', 'proposeGrant'), refused: 'OUTCOME_UNAVAILABLE' },
      ...refusalTold('2026-07-10'),
      act('2026-07-13', 'makeStatement', 'waive'),
      ...refused('2026-07-14'),
    ],
    ending: 'refused',
  },
  {
    ...base,
    rule: 'a site that does not pass bars every variety',
    acts: [
      ...reviewed,
      act('2026-06-25', 'hearSite', 'notPassed'),
      ...refusalTold('2026-06-26'),
      act('2026-06-29', 'makeStatement', 'waive'),
      ...refused('2026-06-30'),
    ],
    ending: 'refused',
  },
  {
    ...base,
    rule: 'an opinion that changes before the seal leads back to J1, and what was drafted falls (14.27)',
    acts: [
      ...cleared,
      act('2026-06-26', 'draft', 'proposeGrant'),
      act('2026-06-26', 'audit', 'agree'),
      act('2026-06-29', 'approve', 'agree'),
      act('2026-06-29', 'hearSite', 'awaiting'),
      { ...act('2026-06-29', 'seal', 'grant'), refused: 'STALE_DUTY' },
      act('2026-06-30', 'hearSite', 'cleared'),
      ...granted('2026-07-01'),
      act('2026-07-02', 'deliver', 'delivered'),
    ],
    ending: 'granted',
  },
  {
    ...base,
    rule: 'an opinion that changes to a refusal before the seal ends in a refusal',
    acts: [
      ...cleared,
      act('2026-06-26', 'draft', 'proposeGrant'),
      act('2026-06-29', 'hearSite', 'noConsent'),
      { ...act('2026-06-29', 'audit', 'agree'), refused: 'STALE_DUTY' },
      { ...act('2026-06-29', 'draft', 'proposeGrant'), refused: 'OUTCOME_UNAVAILABLE' },
      ...refusalTold('2026-06-29'),
      act('2026-06-30', 'makeStatement', 'waive'),
      ...refused('2026-07-01'),
    ],
    ending: 'refused',
  },
  {
    ...base,
    rule: 'more is asked for once; what does not come leaves the file as it stands, and a failed review needs no site',
    acts: [
      ...referred,
      act('2026-06-10', 'review', 'requestMore'),
      act('2026-07-20', 'hearSite', 'inspecting'),
      { ...act('2026-11-02', 'review', 'requestMore'), refused: 'OUTCOME_UNAVAILABLE' },
      act('2026-11-02', 'review', 'fail'),
      { ...act('2026-11-03', 'draft', 'proposeGrant'), refused: 'OUTCOME_UNAVAILABLE' },
      ...refusalTold('2026-11-03'),
      act('2026-11-04', 'makeStatement', 'waive'),
      ...refused('2026-11-05'),
    ],
    ending: 'refused',
  },
  {
    ...base,
    rule: 'what was asked for is handed in and reviewed again',
    acts: [
      ...referred,
      act('2026-06-10', 'review', 'requestMore'),
      act('2026-06-17', 'supplementReview', 'submit'),
      act('2026-06-24', 'review', 'pass'),
      act('2026-06-25', 'withdraw', 'withdraw'),
    ],
    ending: 'withdrawn',
  },
  {
    ...base,
    rule: 'the head lengthens the limit once, before it ends',
    acts: [
      ...reviewed,
      act('2026-06-25', 'requestExtension', 'request'),
      act('2026-06-25', 'approveExtension', 'refuse'),
      act('2026-06-26', 'requestExtension', 'request'),
      act('2026-06-26', 'approveExtension', 'grant'),
      { ...act('2026-06-29', 'requestExtension', 'request'), refused: 'RIGHT_BLOCKED' },
      act('2026-07-14', 'hearSite', 'cleared'),
      ...granted('2026-07-15'),
      act('2026-07-16', 'deliver', 'failed'),
      act('2026-07-17', 'deliver', 'failed'),
      act('2026-07-20', 'deliver', 'failed'),
      act('2026-07-21', 'deliver', 'announced'),
    ],
    ending: 'granted',
  },
  {
    ...base,
    rule: 'a request for more time that nobody decides in time falls with the limit',
    acts: [
      ...reviewed,
      act('2026-07-06', 'requestExtension', 'request'),
      { ...act('2026-07-10', 'approveExtension', 'grant'), refused: 'STALE_DUTY' },
    ],
    ending: null,
  },
  {
    ...base,
    rule: 'falsity that is confirmed bars the grant and the withdrawal; one that is cleared bars nothing',
    acts: [
      ...cleared.slice(0, 2),
      act('2026-06-24', 'suspectFalsity', 'report'),
      { ...act('2026-06-24', 'withdraw', 'withdraw'), refused: 'RIGHT_BLOCKED' },
      act('2026-06-25', 'hearSite', 'cleared'),
      act('2026-06-25', 'investigateFalsity', 'cleared'),
      act('2026-06-25', 'draft', 'proposeGrant'),
      act('2026-06-25', 'suspectFalsity', 'report'),
      act('2026-06-26', 'audit', 'sendBack'),
      act('2026-06-26', 'investigateFalsity', 'confirmed'),
      { ...act('2026-06-26', 'draft', 'proposeGrant'), refused: 'OUTCOME_UNAVAILABLE' },
    ],
    ending: null,
  },
  {
    ...base,
    rule: 'a suspicion that comes up during the bureau meeting is looked into before the seal',
    acts: [
      ...cleared,
      ...refusalTold('2026-06-26'),
      act('2026-06-29', 'makeStatement', 'waive'),
      act('2026-06-29', 'approve', 'callMeeting'),
      act('2026-06-30', 'suspectFalsity', 'report'),
      act('2026-06-30', 'meet', 'changeToGrant'),
      act('2026-07-01', 'investigateFalsity', 'cleared'),
      act('2026-07-02', 'seal', 'grant'),
      act('2026-07-03', 'deliver', 'delivered'),
    ],
    ending: 'granted',
  },
  {
    ...base,
    rule: 'a variety that joins a site which is cleared already is decided after its own review',
    opening: { childOf: childOf('cleared') },
    acts: [...reviewed, ...granted('2026-06-26'), act('2026-06-29', 'deliver', 'delivered')],
    ending: 'granted',
  },
  ...asInTheChain,
];
