/** Who the first administrator is to this mini-program: the code of a `wx.login` against WeChat. */
import { DeployError } from '../deploy/deploy-error.mjs'
import { faultsOfVariables, valueOf } from '../deploy/variables.mjs'

const usage = `npm run openid -- 登录凭证
  在微信开发者工具里以管理员的微信登录、打开本小程序，控制台执行
  wx.login({ success: ({ code }) => console.log(code) })
  把打出来的 code 当作登录凭证，5 分钟内有效，只能用一次`

/** WeChat's codes that a person meets here, from its page of `code2Session`. */
const known = {
  40013: ['OPENID.APP', 'AppID 不对，请核对 WECHAT_APPID'],
  40029: ['OPENID.CODE', '登录凭证不对或已过期，请重新取一个'],
  40125: ['OPENID.SECRET', 'AppSecret 不对，请核对 WECHAT_SECRET'],
  40163: ['OPENID.CODE', '登录凭证已经用过，请重新取一个'],
  40226: ['OPENID.BLOCKED', '微信拦下了这个账号的登录，请换一位管理员'],
  45011: ['OPENID.LATER', '问得太频繁，请过一分钟再试'],
}

const ask = async (url) => {
  try {
    return await (await fetch(url, { signal: AbortSignal.timeout(10_000) })).json()
  } catch {
    throw new DeployError('OPENID.UNREACHABLE', '连不上微信，请检查网络后重试')
  }
}

/**
 * @param {readonly string[]} argv the code of a `wx.login`
 * @param {Record<string, string | undefined>} env `WECHAT_APPID`, `WECHAT_SECRET`
 * @returns the openid
 * @throws DeployError naming what is wrong; nothing is kept
 */
export const readOpenid = async ([code, ...more], env) => {
  if (!code || more.length > 0) throw new DeployError('ARGUMENTS.CODE', usage)
  const [fault] = faultsOfVariables(['WECHAT_APPID', 'WECHAT_SECRET'], env)
  if (fault) throw new DeployError(fault.code, `${fault.name}：${fault.why}`)
  const query = new URLSearchParams({
    appid: env.WECHAT_APPID,
    secret: env.WECHAT_SECRET,
    js_code: code,
    grant_type: 'authorization_code',
  })
  const { openid, errcode, errmsg } = await ask(
    `${valueOf('WECHAT_API_BASE', env)}/sns/jscode2session?${query}`,
  )
  if (openid) return openid
  const [ownCode, words] = known[errcode] ?? ['OPENID.REFUSED', '微信没有接受']
  throw new DeployError(ownCode, `${words}。原话：${errcode} ${errmsg}`)
}
