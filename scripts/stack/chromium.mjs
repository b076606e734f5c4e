import { existsSync } from 'node:fs';
import { askSystem } from './ask-system.mjs';
import { StackError } from './stack-error.mjs';

const PROGRAMS = [
  ...['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
  ...['Google Chrome', 'Chromium'].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`),
];

const answersVersion = (program) => askSystem(program, ['--version']).works;

/** Full path of a program on PATH. */
const pathOf = (program) =>
  program.startsWith('/') ? program : askSystem('sh', ['-c', `command -v ${program}`]).text.trim();

function findBrowser() {
  const chosen = process.env.CHROMIUM_PATH;
  if (chosen !== undefined && chosen !== '') {
    if (answersVersion(chosen)) return chosen;
    throw new StackError(`CHROMIUM_PATH=${chosen} is not a browser that starts`);
  }
  const found = PROGRAMS.find(answersVersion); // some systems have a placeholder that only says how to install one
  return found === undefined ? null : pathOf(found);
}

const hasChineseFont = () => process.platform === 'darwin' || askSystem('fc-list', [':lang=zh']).text !== '';

const canInstall = () =>
  process.platform === 'linux' &&
  process.getuid?.() === 0 &&
  existsSync('/etc/debian_version') &&
  existsSync('/usr/bin/apt-get');

const apt = (stack, args, logs) =>
  stack.run({
    name: `apt-get ${args[0]}`,
    log: `${logs}apt-get`,
    program: 'apt-get',
    args: ['--quiet', '--yes', ...args],
    env: { DEBIAN_FRONTEND: 'noninteractive' },
    graceMs: 120_000, // half an installation would have to be repaired by hand
  });

/**
 * A browser and a Chinese font for it, installed from the system's packages when missing and possible.
 * @returns {Promise<string>} path of the browser
 * @throws StackError saying what is missing and how to get it
 */
export async function chromium(stack, { logs = '', say = console.log } = {}) {
  const missing = () => [
    ...(findBrowser() ? [] : ['chromium']),
    ...(hasChineseFont() ? [] : ['fontconfig', 'fonts-noto-cjk']),
  ];
  const wanted = missing();
  if (wanted.length > 0 && canInstall()) {
    say(`Installing for the browser tests by apt-get: ${wanted.join(' ')} …`);
    await apt(stack, ['update'], logs);
    await apt(stack, ['install', '--no-install-recommends', ...wanted], logs);
  }
  const lacking = missing();
  if (lacking.length === 0) return findBrowser();
  throw new StackError(
    [
      `The browser tests need ${lacking.includes('chromium') ? 'a Chromium' : 'a font with Chinese characters'}.`,
      `Debian or Ubuntu: sudo apt-get install ${lacking.join(' ')}. Elsewhere install Chrome or Chromium and a CJK font`,
      'such as Noto Sans CJK; a browser in an unusual place is named by CHROMIUM_PATH.',
    ].join('\n'),
  );
}
