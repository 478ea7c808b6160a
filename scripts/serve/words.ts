/** What the pages of one machine say that the mini-program has not. */
export const words = {
  title: '整改通',
  signIn: '工作人员登录',
  number: '账号（6 位数字）',
  code: '登录码',
  signInHint: '登录码向管理员要，15 分钟内有效，只能用一次，输错五次作废。',
  submit: '登录',
  refused: '账号或登录码不对，或者登录码已过期、已用过、输错五次。请向管理员要新的登录码',
  signedIn: (name: string) => `您已登录：${name}。12 小时后要重新登录`,
  signOut: '退出登录',
  home: '打开整改通',
  noMessages: '这里没有微信消息：到期的事看“待办”，其他人由办公室按“电话名单”打电话。',
  accounts: '账号和登录码',
  accountsHint:
    '给每位工作人员一个账号，再给登录码，请当面或打电话告诉本人。角色在“单位和人员”里邀请，本人登录后填邀请码。',
  name: '姓名和单位',
  add: '新建账号',
  give: '给登录码',
  end: '结束登录',
  ended: '已结束该账号的全部登录',
  given: (name: string, number: string, code: string) =>
    `${name}：账号 ${number}，登录码 ${code}。15 分钟内有效，只显示这一次`,
  online: '已登录',
  offline: '未登录',
  onlyAdministrators: '只有系统管理员能管理账号',
} as const
