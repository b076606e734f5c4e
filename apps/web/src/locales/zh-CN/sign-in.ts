export default {
  sentence: '登录联办',
  second: '查看每件案件的步骤、期限与责任人。',
  user: '账号',
  password: '密码',
  signIn: '登录',
  signingIn: '正在登录',
  tryAgain_other: '约 {{count}} 分钟后可以再试；曾经登录过的浏览器不受影响。急需登录请联系本单位系统管理员。',
  missing: '请填写账号和密码。',
};
