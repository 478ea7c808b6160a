/**
 * The environment variables of a deployment: what each is for, what a right value looks like
 * and where a person finds it. Values are read from the process that deploys and never printed
 * or kept in a file.
 */

const isKeys = (value) =>
  value.split(',').every((entry) => {
    const [id, key, ...rest] = entry.split(':')
    return Boolean(id) && rest.length === 0 && Buffer.from(key ?? '', 'base64').length === 32
  })

const templateId = {
  form: /^[A-Za-z0-9_-]{43}$/,
  looksLike: '43 个字母、数字、- 或 _',
  where: '微信公众平台 → 订阅消息 → 我的模板',
}

/** @type {Record<string, {what: string, form: RegExp | ((value: string) => boolean), looksLike: string, where: string, value?: string, optional?: boolean}>} */
const variables = {
  TZ: {
    what: '时区',
    form: /^Asia\/Shanghai$/,
    looksLike: 'Asia/Shanghai',
    where: '',
    value: 'Asia/Shanghai',
  },
  IDENTITY_KEYS: {
    what: '身份密钥',
    form: isKeys,
    looksLike: '编号:base64 的 32 字节，轮换后用逗号隔开几把',
    where: 'docs/deploy.md “Make the key”一节，一条命令生成',
  },
  FIRST_ADMINISTRATOR: {
    what: '首位管理员的 openid',
    form: /^o[A-Za-z0-9_-]{27}$/,
    looksLike: '以 o 开头的 28 个字符',
    where: 'docs/deploy.md “Find the first administrator”一节，npm run openid',
  },
  HOST_NAME: {
    what: '主办单位',
    form: /^\S{4,40}$/u,
    looksLike: '县级以上单位全称',
    where: '小程序备案信息',
  },
  CITY_NAME: { what: '城市', form: /^\S{2,20}$/u, looksLike: '茂名市', where: '民政部行政区划' },
  CITY_REGION: {
    what: '市级行政区划代码',
    form: /^\d{4}00$/,
    looksLike: '6 位数字，以 00 结尾',
    where: 'GB/T 2260 行政区划代码',
  },
  FILING_NUMBER: {
    what: '备案号',
    form: /^\S备案?\S*\d{8}号(-\d+X)?$|^\p{Script=Han}ICP备\d{8,10}号-\d+X$/u,
    looksLike: '粤ICP备12345678号-1X',
    where: '小程序备案通过后的短信和公众平台“备案”页',
  },
  COMPLAINT_PHONE: {
    what: '投诉电话',
    form: /^(12345|12369|0\d{2,3}-?\d{7,8})$/,
    looksLike: '12345、12369 或带区号的座机',
    where: '主办单位',
  },
  TEMPLATE_ANSWER_READY: { what: '“办理结果通知”模板编号', ...templateId },
  TEMPLATE_DEADLINE: { what: '“到期提醒”模板编号', ...templateId },
  TEMPLATE_TIMELINE: { what: '“商定时间通知”模板编号', ...templateId },
  WECHAT_API_BASE: {
    what: '微信接口地址',
    form: /^https:\/\/api\.weixin\.qq\.com$/,
    looksLike: 'https://api.weixin.qq.com',
    where: '',
    value: 'https://api.weixin.qq.com',
  },
  WECHAT_APPID: {
    what: '小程序 AppID',
    form: /^wx[0-9a-f]{16}$/,
    looksLike: 'wx 加 16 位十六进制',
    where: '微信公众平台 → 开发管理 → 开发设置',
  },
  WECHAT_SECRET: {
    what: '小程序 AppSecret',
    form: /^[0-9a-f]{32}$/,
    looksLike: '32 位十六进制',
    where: '微信公众平台 → 开发管理 → 开发设置',
  },
  ALARM_WEBHOOK: {
    what: '告警机器人的地址',
    form: /^https:\/\/qyapi\.weixin\.qq\.com\/cgi-bin\/webhook\/send\?key=[0-9a-f-]{36}$/,
    looksLike: 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=…',
    where: '企业微信群 → 消息推送（群机器人）→ Webhook 地址',
    optional: true,
  },
  MINI_PROGRAM_STATE: {
    what: '消息打开的版本',
    form: /^(developer|trial|formal)$/,
    looksLike: 'developer、trial 或 formal',
    where: '',
    value: 'formal',
  },
  MESSAGES: {
    what: '怎样发消息',
    form: /^(wechat|none)$/,
    looksLike: 'wechat 或 none',
    where: '',
    value: 'wechat',
  },
  DATABASE_ADDS_SINGLY: {
    what: '新文档逐条写入',
    form: /^[01]$/,
    looksLike: '0 或 1',
    where: 'docs/limits.md',
    value: '0',
  },
}

/** The value to deploy: from the process, else the one that never differs; null when not set. */
export const valueOf = (name, env) => env[name] || variables[name]?.value || null

/** Nobody misses it: without a value it is not deployed. */
const isLeftOut = (name, env) => Boolean(variables[name]?.optional) && valueOf(name, env) === null

/** @returns the names of those that are deployed */
export const deployedNames = (names, env) => names.filter((name) => !isLeftOut(name, env)).sort()

const holds = ({ form }, value) => (form instanceof RegExp ? form.test(value) : form(value))

/**
 * What is missing or of the wrong form, with where to get it.
 * @param {readonly string[]} names
 * @param {Record<string, string | undefined>} env
 * @returns {{code: string, name: string, why: string}[]}
 */
export const faultsOfVariables = (names, env) =>
  names.flatMap((name) => {
    const known = variables[name]
    if (!known) return [{ code: 'VARIABLE.UNKNOWN', name, why: '没有说明这个变量是什么' }]
    const value = valueOf(name, env)
    const where = known.where ? `；在哪里找：${known.where}` : ''
    if (value === null && known.optional) return []
    if (value === null)
      return [{ code: 'VARIABLE.MISSING', name, why: `没有设置${known.what}${where}` }]
    if (holds(known, value)) return []
    return [
      {
        code: 'VARIABLE.FORM',
        name,
        why: `${known.what}的格式不对，应为${known.looksLike}${where}`,
      },
    ]
  })
