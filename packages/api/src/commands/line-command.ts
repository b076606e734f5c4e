import { readKnowledge, type Knowledge } from './calendars.ts';
import { exitCodes, type Command } from './command.ts';
import { answerLines } from './lines.ts';

/** A command that answers JSON Lines from the calendar and the rules, and takes no options. */
export const lineCommand = (help: string, answer: (question: unknown, knowledge: Knowledge) => object): Command => ({
  help,
  async run(options, surroundings) {
    if (options.length > 0) {
      surroundings.errors.write(`没有这个选项 / no such option: ${options.join(' ')}\n\n${help}`);
      return exitCodes.misused;
    }
    const knowledge = await readKnowledge(surroundings.env);
    return answerLines(surroundings, (question) => answer(question, knowledge));
  },
});
