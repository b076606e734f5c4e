import { text, type Text } from './text.ts';

/** What is wrong with a calendar file. Each is repaired in the file, which is then read again. */
export type FileProblemCode =
  | 'EMPTY' // nothing in it, or no day
  | 'NOT_UTF8' // saved in another encoding
  | 'UNSAFE_TEXT' // NUL, another control character, or half a character
  | 'NOT_JSON'
  | 'HEADER' // first line of a CSV file does not name the columns
  | 'ROW' // a line that does not fit the columns, or an entry that is no object
  | 'UNKNOWN_FIELD'
  | 'WRONG_TYPE' // JSON only: something else than text, or than a number for `year`
  | 'MISSING'
  | 'TOO_LONG'
  | 'FULL_WIDTH' // full-width digits or signs, as Chinese keyboards write them
  | 'MALFORMED_DATE'
  | 'NO_SUCH_DATE'
  | 'MALFORMED_YEAR'
  | 'OTHER_YEAR'
  | 'UNKNOWN_KIND'
  | 'MARKED_TWICE'
  | 'NOT_WEEKEND' // an exchanged working day is a Saturday or Sunday
  | 'FESTIVAL_MISSING'; // a statutory festival is no rest day

/** One mistake of a calendar file, and where it is. */
export interface FileProblem {
  /** Line of the file, counted from 1; null where no line is to blame. */
  readonly line: number | null;
  /** Column or key: `date`, `kind`, `name`, `year`, `source`; `header`, `row` or `file` for the whole of one. */
  readonly field: string;
  readonly code: FileProblemCode;
  readonly text: Text;
}

/** What stood in the file, or was expected there. */
export type Found = Readonly<Record<string, string>>;

const types: Readonly<Record<string, string>> = { number: '数字', text: '文本', list: '列表' };

const sentences: Readonly<Record<FileProblemCode, (found: Found) => Text>> = {
  EMPTY: () => text('文件中没有日期', 'The file holds no days'),
  NOT_UTF8: () => text('文件不是UTF-8编码，请另存为UTF-8', 'The file is not UTF-8: save it as UTF-8'),
  UNSAFE_TEXT: () => text('含有不可见的控制字符或不完整的字符', 'Holds a control character or half a character'),
  NOT_JSON: () => text('从这一行起不是有效的JSON', 'From this line on it is not valid JSON'),
  HEADER: ({ columns }) => text(`第一行应为列名：${columns}`, `The first line has to name the columns: ${columns}`),
  ROW: ({ columns }) => text(`应为一行${columns}`, `Has to be one row of ${columns}`),
  UNKNOWN_FIELD: ({ fields }) => text(`没有这个字段，可用的是：${fields}`, `No such field; there are: ${fields}`),
  WRONG_TYPE: ({ type = '' }) => text(`应为${types[type] ?? type}`, `Has to be a ${type}`),
  MISSING: () => text('缺少内容', 'Is missing'),
  TOO_LONG: ({ max }) => text(`最多${max}个字符`, `At most ${max} characters`),
  FULL_WIDTH: ({ value }) =>
    text(
      `“${value}”含全角字符，数字和符号请用半角`,
      `"${value}" holds full-width characters: use plain digits and signs`,
    ),
  MALFORMED_DATE: ({ value }) =>
    text(`“${value}”不是日期，请写成2027-01-01`, `"${value}" is no date: write it like 2027-01-01`),
  NO_SUCH_DATE: ({ value }) => text(`没有${value}这一天`, `There is no day ${value}`),
  MALFORMED_YEAR: ({ value }) => text(`“${value}”不是四位数年份`, `"${value}" is no year of four digits`),
  OTHER_YEAR: ({ value, year }) => text(`${value}不在${year}年`, `${value} is not in ${year}`),
  UNKNOWN_KIND: ({ value }) =>
    text(`“${value}”既不是rest（放假）也不是work（上班）`, `"${value}" is neither rest nor work`),
  MARKED_TWICE: ({ value, line }) => text(`${value}已在第${line}行写过`, `${value} stands in line ${line} already`),
  NOT_WEEKEND: ({ value }) =>
    text(
      `${value}不是周六或周日，不能是调休上班日`,
      `${value} is no Saturday or Sunday, so it cannot be an exchanged one`,
    ),
  FESTIVAL_MISSING: ({ festival, festivalEn, days }) =>
    text(`缺少${festival}：${days}应放假`, `${festivalEn} is missing: ${days} has to be a rest day`),
};

/** Every code there is. */
export const fileProblemCodes = Object.keys(sentences);

/** The mistake with its sentence in both languages. */
export const fileProblem = (
  { line, field }: Pick<FileProblem, 'line' | 'field'>,
  code: FileProblemCode,
  found: Found = {},
): FileProblem => ({ line, field, code, text: sentences[code](found) });

/** By line, those of no line last. */
export const inOrder = (problems: readonly FileProblem[]): readonly FileProblem[] =>
  [...problems].sort((a, b) => (a.line ?? Infinity) - (b.line ?? Infinity));
