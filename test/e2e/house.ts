import type { ApiEnvironment } from '@lianban/api/environment';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { testServer } from '../support/environment.ts';
import { startRunningService, type RunningService } from '../support/running-service.ts';
import { WorkerProcess } from '../support/worker-process.ts';
import { openCase } from './screens/case.ts';
import { signInOn } from './screens/sign-in.ts';

/** The screen a visitor brings. */
export interface Visit {
  readonly width?: number;
  readonly height?: number;
  /** What the content policy refuses in it is no failure. */
  readonly mayViolate?: boolean;
}

/** How long a page may take to show what is expected of it, on the slowest machine in use. */
const PATIENCE_MS = 20_000;

/** Of every page: hears what its content policy refused. */
declare function noteViolation(violation: string): void;

/** Runs in every page: says what its content policy refused. */
function tellViolations(): void {
  addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sourceFile, lineNumber }) =>
    noteViolation(`${location.pathname}: ${effectiveDirective} refused ${blockedURI} of ${sourceFile}:${lineNumber}`),
  );
}

/** The console, the service, a worker and a browser, over a database and a namespace of their own. */
export class House {
  readonly running: RunningService;
  readonly #worker: WorkerProcess;
  readonly #browser: Browser;
  readonly #failures: string[] = [];

  private constructor(running: RunningService, worker: WorkerProcess, browser: Browser) {
    this.running = running;
    this.#worker = worker;
    this.#browser = browser;
  }

  /** `changed` takes the place of what the environment of a demonstration says. */
  static async open(changed: Partial<ApiEnvironment> = {}): Promise<House> {
    const running = await startRunningService(testServer('LIANBAN_WEB'), undefined, changed);
    const browser = chromium.launch({
      executablePath: testServer('CHROMIUM_PATH'),
      args: ['--no-sandbox', '--disable-gpu', '--disable-quic'],
    });
    return new House(running, await WorkerProcess.start(running), await browser);
  }

  /** A browser window of its own, without cookies. */
  async window({ width = 1440, height = 900, mayViolate = false }: Visit = {}): Promise<BrowserContext> {
    const context = await this.#browser.newContext({
      ...{ baseURL: this.running.address, viewport: { width, height }, locale: 'zh-CN' },
      ...{ timezoneId: 'Asia/Shanghai', reducedMotion: 'reduce' },
    });
    context.setDefaultTimeout(PATIENCE_MS);
    context.on('weberror', (failure) => this.#failures.push(String(failure.error().stack)));
    if (mayViolate) return context;
    await context.exposeFunction('noteViolation', (violation: string) => this.#failures.push(violation));
    await context.addInitScript(tellViolations);
    return context;
  }

  /** A window in which this account has signed in. */
  async signedIn(user: string): Promise<Page> {
    const page = await (await this.window()).newPage();
    await page.goto('/');
    await signInOn(page, user);
    return page;
  }

  /** The same, with the page of a case open. */
  async atCase(caseId: string, user: string): Promise<Page> {
    const page = await this.signedIn(user);
    await openCase(page, caseId);
    return page;
  }

  /** Ends everything. @throws Error with what any page threw and nobody caught, and what its content policy refused. */
  async close(): Promise<void> {
    await this.#browser.close();
    await this.#worker.stop();
    await this.running.stop();
    if (this.#failures.length > 0) throw new Error(`uncaught or refused in a page:\n${this.#failures.join('\n')}`);
  }
}
