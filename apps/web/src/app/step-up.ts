/** With what one proves anew who one is. */
export type ProvenBy = 'password' | 'code' | 'provider';

/** What the service asks for, and for how long the proof will serve. */
export interface StepUpDemand {
  readonly by: ProvenBy;
  readonly minutes: number;
}

/** A question that waits for its answer. */
export interface StepUpQuestion extends StepUpDemand {
  /** True when the session is proven now. */
  readonly settle: (proven: boolean) => void;
}

let question: StepUpQuestion | null = null;
let answer: Promise<boolean> | null = null;
const listeners = new Set<() => void>();

function ask(next: StepUpQuestion | null): void {
  question = next;
  for (const listener of listeners) listener();
}

/** Asks whoever is at the console to prove who they are; everything that needs it meanwhile waits for the same answer. */
export function proveAnew(demand: StepUpDemand): Promise<boolean> {
  answer ??= new Promise<boolean>((resolve) => {
    ask({
      ...demand,
      settle: (proven) => {
        answer = null;
        ask(null);
        resolve(proven);
      },
    });
  });
  return answer;
}

/** The question that is open; null when there is none. */
export const openQuestion = (): StepUpQuestion | null => question;

/** Hears of every question that is opened or settled; gives how to stop. */
export function onQuestion(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
