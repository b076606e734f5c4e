import { isCivilDate } from '@lianban/domain/civil-date';
import { safeTextUpTo } from '@lianban/domain/safe-text';
import { z } from 'zod';

const coded = (code: 'MALFORMED_DATE' | 'NO_SUCH_DATE') => ({ error: code, params: { code } });

const name = safeTextUpTo(120);
const DAY = /^\d{4}-\d{2}-\d{2}/;

const day = z
  .string()
  .refine((value) => /^\d{4}-\d{2}-\d{2}$/.test(value), { ...coded('MALFORMED_DATE'), abort: true })
  .refine(isCivilDate, coded('NO_SUCH_DATE'))
  .meta({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });

const moment = z
  .string()
  .refine((value) => /^\d{4}-\d{2}-\d{2}(T([01]\d|2[0-3]):[0-5]\d)?$/.test(value), {
    ...coded('MALFORMED_DATE'),
    abort: true,
  })
  .refine((value) => isCivilDate(DAY.exec(value)?.[0] ?? ''), coded('NO_SUCH_DATE'))
  .meta({
    pattern: '^\\d{4}-\\d{2}-\\d{2}(T\\d{2}:\\d{2})?$',
    description: '2026-03-06T10:30 in Beijing time; a day alone is its ten o’clock',
  });

const person = name.describe('who acts, by any name; without it every step has a person of its own');
const refused = name.describe('the code with which the act has to be refused');

const values = z.record(
  z.string(),
  z.union([z.string(), z.boolean(), z.array(z.string()), z.array(z.record(z.string(), z.string()))]),
);

const opening = z.strictObject({
  item: name.describe('code of the item'),
  province: z.enum(['CQ', 'SC']).default('CQ'),
  on: moment,
  gate: z
    .enum(['clear', 'unclear', 'barred'])
    .default('clear')
    .describe('what catalogue and credit file say: open, for the window to judge, or closed to commitment'),
  commitment: z
    .strictObject({ conditionsMetOn: day.nullish().describe('conditions that are promised for a later day') })
    .nullish()
    .describe('the commitment signed with the application; null when there is none, signed when left out'),
  convertedFrom: z
    .strictObject({
      acceptedOn: day.nullable(),
      falsitySuspected: z.boolean(),
      ruling: z
        .strictObject({
          from: z.enum(['intake', 'examination', 'decision', 'service']),
          on: day,
          until: day.nullable().default(null),
          barred: z.string().max(4000).default(''),
        })
        .optional()
        .describe(
          'what a ruling on a remedy has done again: from where, since when, by when, and without which grounds',
        ),
    })
    .nullish()
    .describe('what a case takes over that left the commitment route'),
  openedBy: z
    .strictObject({ matter: values })
    .optional()
    .describe('of a case that another one opens: what that one hands over'),
  letter: z
    .strictObject({ matter: values, answerBy: day.nullish() })
    .optional()
    .describe('of a case that a letter of the other bureau opens: what it asks, and by which day'),
  request: z
    .strictObject({
      source: z.enum(['daily', 'district', 'enterprise']).default('district'),
      district: name.describe('code of the district'),
      districtProvince: z.enum(['CQ', 'SC']).default('CQ'),
      category: z.enum(['consult', 'help', 'suggestion']),
      sensitive: z.boolean().default(false),
      receivedBy: name.describe('the unit that was asked first'),
      regionalUnit: name.describe('the unit that answers for the district'),
      regionalUnits: z.array(name).describe('every unit that answers for districts'),
    })
    .optional()
    .describe('of a liaison request: where it came from and who answers for it'),
  contests: z
    .strictObject({
      procedure: name.default('ordinary-permit'),
      ending: name.default('refused'),
      kind: z.enum(['reconsideration', 'lawsuit']).default('reconsideration'),
      knownOn: day,
      soughtOn: day,
      lastOn: day,
      repeatable: z.boolean().default(true),
    })
    .optional()
    .describe('of a remedy: the decided case that it is sought against'),
  quarter: z
    .strictObject({ year: z.int(), quarter: z.int().min(1).max(4), units: z.array(name) })
    .optional()
    .describe('of a quarterly ledger: the quarter, and the units that hand in'),
  meetings: z
    .strictObject({
      year: z.int(),
      districts: z.array(z.strictObject({ code: name, name: z.strictObject({ zh: name, en: name }), unit: name })),
    })
    .optional()
    .describe('of the meetings with district leaders: the year, and who is to be met by which unit'),
  licenceEndsOn: day.optional().describe('of a renewal: the last day of the licence that it renews'),
});

const answer = z.strictObject({
  on: moment,
  step: name,
  do: name.describe('the button'),
  fields: values.optional().describe('what the form holds; only what the procedure reads has to be there'),
  by: person.optional(),
  duty: name.optional().describe('key of the duty, where the step is open more than once; the oldest without it'),
  refused: refused.optional(),
});

const takingBack = z.strictObject({
  on: moment,
  step: name,
  'take back': name.describe('the button whose last use is taken back'),
  by: person.optional(),
  refused: refused.optional(),
});

const letterAnswer = z.strictObject({
  on: moment,
  step: name,
  'letter answers': name.describe('what the bureau of the other province answers to the letter of this step'),
  closes: z.boolean().default(true).describe('whether its case is over with the answer'),
  fields: values.optional(),
  refused: refused.optional(),
});

const waiting = z.strictObject({ 'wait until': moment.describe('days go on until here') });

/** The kinds of acts, by the name that only they have; the first is meant where none of these names stands. */
export const actKinds = {
  do: answer,
  'take back': takingBack,
  'letter answers': letterAnswer,
  'wait until': waiting,
} as const;

/** How a case is opened and what is done in it, in order. What is silent passes by itself. */
export const scriptSchema = z.strictObject({
  title: safeTextUpTo(200).optional().describe('what the script shows'),
  open: opening,
  acts: z.array(z.union([answer, takingBack, letterAnswer, waiting])).max(1000),
});

/** A script of a rehearsal. */
export type Script = z.infer<typeof scriptSchema>;
/** One entry of it. */
export type ScriptAct = Script['acts'][number];

/** The schema as JSON Schema, for editors and for whoever writes scripts. */
export const scriptJsonSchema = (): object => z.toJSONSchema(scriptSchema, { io: 'input' });
