import type { English } from '../words.ts';
import type chinese from '../zh-CN/sign-in.ts';

export default {
  sentence: 'Sign in to Lianban',
  second: 'The step, deadline and owner of every case.',
  user: 'Account',
  password: 'Password',
  signIn: 'Sign in',
  signingIn: 'Signing in',
  missing: 'Please fill in account and password.',
} satisfies English<typeof chinese>;
