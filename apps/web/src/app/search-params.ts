const words = (value: unknown): string | undefined => {
  // The router reads ?search=0213 as a number; an address is text.
  const text = typeof value === 'number' ? String(value) : value;
  return typeof text === 'string' && text !== '' ? text.slice(0, 200) : undefined;
};

const oneOf = <Allowed extends string>(value: unknown, allowed: readonly Allowed[]): Allowed | undefined =>
  allowed.find((candidate) => candidate === value);

const present = <Asks extends object>(asks: Asks): { [Key in keyof Asks]?: Exclude<Asks[Key], undefined> } =>
  // Absent keys are left out, so that an address carries only what differs from the start of the page.
  Object.fromEntries(Object.entries(asks).filter(([, value]) => value !== undefined)) as {
    [Key in keyof Asks]?: Exclude<Asks[Key], undefined>;
  };

type Search = Record<string, unknown>;

/** Tabs of the inbox. */
export const inboxTabs = ['mine', 'pool', 'asked'] as const;
/** Filters of the inbox by group. */
export const inboxFilters = ['all', 'today', 'overdue', 'week', 'later'] as const;
/** States by which cases are listed. */
export const caseStates = ['open', 'closed', 'all'] as const;

/** /sign-in: where to return afterwards; only addresses of this console, and not the sign-in itself. */
export const signInAsks = (search: Search): { from?: string } => {
  const from = words(search['from']);
  return present({ from: from && /^\/(?!\/|sign-in\b)/.test(from) ? from : undefined });
};

/** What a browser comes back from the identity provider for. */
export const providerPurposes = ['signIn', 'link', 'stepUp'] as const;

/** Why nothing comes of an answer of the identity provider. */
export const providerRefusals = ['ATTEMPT_OVER', 'PROVIDER_REFUSED', 'PROVIDER_UNAVAILABLE'] as const;

/** /provider-return: what the browser came back for, or the code of why nothing comes of it. */
export const providerReturnAsks = (
  search: Search,
): { for?: (typeof providerPurposes)[number]; refused?: (typeof providerRefusals)[number] } =>
  present({ for: oneOf(search['for'], providerPurposes), refused: oneOf(search['refused'], providerRefusals) });

/** /inbox: tab and filter. */
export const inboxAsks = (
  search: Search,
): { tab?: (typeof inboxTabs)[number]; filter?: (typeof inboxFilters)[number] } =>
  present({ tab: oneOf(search['tab'], inboxTabs), filter: oneOf(search['filter'], inboxFilters) });

/** /cases: state and words searched for. */
export const casesAsks = (search: Search): { state?: (typeof caseStates)[number]; search?: string } =>
  present({ state: oneOf(search['state'], caseStates), search: words(search['search']) });

/** /cases/$caseId: the duty to stand on, and the duty or clock whose "why that day" is open, the paper that is read. */
export const caseAsks = (search: Search): { duty?: string; why?: string; paper?: string } =>
  present({ duty: words(search['duty']), why: words(search['why']), paper: words(search['paper']) });

/** /procedures/$procedure/$edition: the case whose place is marked. */
export const procedureAsks = (search: Search): { case?: string } => present({ case: words(search['case']) });

/** /apply: the item and province chosen. */
export const applyAsks = (search: Search): { item?: string; province?: 'CQ' | 'SC' } =>
  present({ item: words(search['item']), province: oneOf(search['province'], ['CQ', 'SC']) });

/** /track: the number filled in beforehand. */
export const trackAsks = (search: Search): { number?: string } => present({ number: words(search['number']) });

const yearOf = (value: unknown): number | undefined => {
  const year = Number(value);
  return Number.isInteger(year) && year >= 2000 && year <= 2100 ? year : undefined;
};

/** /admin/calendar: the year shown. */
export const calendarAsks = (search: Search): { year?: number } => present({ year: yearOf(search['year']) });

/** /admin/calendar/new: what is proposed, the holidays of a year unless said otherwise. */
export const proposeAsks = (search: Search): { kind?: 'closures' | 'rule' | 'caseRule' } =>
  present({ kind: oneOf(search['kind'], ['closures', 'rule', 'caseRule']) });

/** Kinds of rows in the trail. */
export const auditKinds = ['act', 'refusal', 'read', 'export', 'administration', 'signIn'] as const;
/** How what rows tell of went. */
export const auditOutcomes = ['refused', 'done'] as const;

/** What is looked for in the trail. */
export interface AuditAsks {
  kind?: (typeof auditKinds)[number];
  outcome?: (typeof auditOutcomes)[number];
  from?: string;
  to?: string;
  person?: string;
  subject?: string;
}

const dayOf = (value: unknown): string | undefined =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : undefined;

/** /audit: what is looked for. */
export const auditAsks = (search: Search): AuditAsks =>
  present({
    kind: oneOf(search['kind'], auditKinds),
    outcome: oneOf(search['outcome'], auditOutcomes),
    from: dayOf(search['from']),
    to: dayOf(search['to']),
    person: words(search['person'])?.slice(0, 60),
    subject: words(search['subject'])?.slice(0, 100),
  });

/** What is looked for in which of the three ledgers. */
export interface LedgerAsks {
  cut?: 'unit' | 'region' | 'bureau';
  state?: 'open' | 'closed';
  district?: string;
  category?: 'consult' | 'help' | 'suggestion';
  level?: 'unit' | 'office' | 'deputy' | 'meeting';
  receivedFrom?: string;
  receivedTo?: string;
  search?: string;
}

/** /liaison/ledgers: the ledger and what is looked for in it. */
export const ledgerAsks = (search: Search): LedgerAsks =>
  present({
    cut: oneOf(search['cut'], ['unit', 'region', 'bureau']),
    state: oneOf(search['state'], ['open', 'closed']),
    district: /^\d{6}$/.test(words(search['district']) ?? '') ? words(search['district']) : undefined,
    category: oneOf(search['category'], ['consult', 'help', 'suggestion']),
    level: oneOf(search['level'], ['unit', 'office', 'deputy', 'meeting']),
    receivedFrom: dayOf(search['receivedFrom']),
    receivedTo: dayOf(search['receivedTo']),
    search: words(search['search'])?.slice(0, 100),
  });
