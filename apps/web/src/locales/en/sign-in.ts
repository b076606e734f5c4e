import type { English } from '../words.ts';
import type chinese from '../zh-CN/sign-in.ts';

export default {
  sentence: 'Sign in to Lianban',
  second: 'The step, deadline and owner of every case.',
  user: 'Account',
  password: 'Password',
  signIn: 'Sign in',
  signingIn: 'Signing in',
  codeSentence: 'Please enter the code',
  codeSecond:
    'The password is right. Open the authenticator app on your phone for the six digits; without the phone, use a recovery code.',
  code: 'Code or recovery code',
  codeMissing: 'Please fill in the code or a recovery code.',
  codeLost: 'Phone and recovery codes are gone? The administrator of your unit makes sure who you are and resets it.',
  or: 'or',
  provider: 'the identity provider',
  byProvider: 'Sign in with {{provider}}',
  goingToProvider: 'Going to the identity provider',
  arriving: 'Signing in',
  providerFailed: 'That did not work',
  toSignIn: 'Back to the sign-in',
  toAccount: 'Back to my account',
  codeAfterProvider:
    'The identity provider knows you. Open the authenticator app on your phone and enter the six digits; without the phone, enter a recovery code.',
  proven: 'You have proven again who you are',
  provenSecond: 'You can close this window and go on in the other one.',
  back: 'Use another account',
  offered: 'Nobody is made to use a second factor here: for demonstrations only.',
  tryAgain_one:
    'It is possible again in about {{count}} minute, and now from a browser that you have signed in with before. If it is urgent, ask the administrator of your unit.',
  tryAgain_other:
    'It is possible again in about {{count}} minutes, and now from a browser that you have signed in with before. If it is urgent, ask the administrator of your unit.',
  missing: 'Please fill in account and password.',
  staffByProvider:
    'Officials sign in with the identity provider; account and password are for enterprises and administrators.',
} satisfies English<typeof chinese>;
