import type { ChainBreak } from './chain-break.ts';
import type { Unlike } from './ends.ts';

/** So many are remembered to keep one damage from being told twice; beyond that, twice is better than not at all. */
const MOST = 100_000;

/** Hands out every break once, whoever finds it. */
export class FoundBreaks {
  count = 0;
  readonly #tell: (broken: ChainBreak) => void;
  readonly #known = new Map<string, ChainBreak[]>();
  readonly #surplus = new Map<string, number>();
  /** Neighbouring turns are told as one break. */
  #joined: ChainBreak | null = null;

  constructor(tell: (broken: ChainBreak) => void) {
    this.#tell = tell;
  }

  /** A break on the way through a chain. */
  found(broken: ChainBreak): void {
    if (this.#covers(broken.chain, broken.stream, broken.position)) return;
    this.count += 1;
    if (this.count <= MOST) {
      const key = `${broken.chain} ${broken.stream}`;
      this.#known.set(key, [...(this.#known.get(key) ?? []), broken]);
    }
    this.#tell(broken);
  }

  /** The positions of a chain have told of rows too many or too few, so its end is moved by as much. */
  surplus(chain: ChainBreak['chain'], stream: string, rows: number): void {
    this.#surplus.set(`${chain} ${stream}`, rows);
  }

  /** A chain that ends elsewhere than it should. */
  wrongEnd(broken: ChainBreak): void {
    const moved = this.#surplus.get(`${broken.chain} ${broken.stream}`) ?? 0;
    const explained = broken.kind === 'inserted' ? moved === broken.rows : moved === -broken.rows;
    if (moved === 0 || !explained) this.found(broken);
  }

  /** A turn that the trail tells otherwise, in order; nothing new where one of the two is known to be broken there. */
  unlike(turn: Unlike): void {
    const broken = this.#breakOf(turn);
    if (broken === null) return;
    const last = this.#joined;
    if (last !== null && continues(last, broken)) this.#joined = { ...last, rows: last.rows + 1 };
    else {
      this.end();
      this.#joined = broken;
    }
  }

  /** Nothing more comes. */
  end(): void {
    if (this.#joined !== null) this.found(this.#joined);
    this.#joined = null;
  }

  #breakOf({ stream, version, inLedger, position }: Unlike): ChainBreak | null {
    if (this.#covers('ledger', stream, version)) return null;
    const broken = { chain: 'ledger', stream, position: version, rows: 1 } as const;
    if (position === null) return this.#known.has(`audit ${stream}`) ? null : { ...broken, kind: 'inserted' };
    const known = this.#covers('audit', stream, position) || this.#surplus.has(`audit ${stream}`);
    return known ? null : { ...broken, kind: inLedger ? 'changed' : 'missing' };
  }

  #covers(chain: ChainBreak['chain'], stream: string, position: number): boolean {
    const known = this.#known.get(`${chain} ${stream}`) ?? [];
    return known.some((broken) => position >= broken.position && position < broken.position + broken.rows);
  }
}

/** Whether the break goes on where the other one ends. */
const continues = (one: ChainBreak, next: ChainBreak): boolean =>
  next.stream === one.stream && next.kind === one.kind && next.position === one.position + one.rows;
