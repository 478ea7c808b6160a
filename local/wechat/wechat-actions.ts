import { CloudError, invalidParam } from '../ground/cloud-error'
import type { Actions, Answer, Parameters } from '../ground/action'
import { refusePayment } from './pay-calls'
import { readRequest } from './read-request'
import type { WeChatReply } from './reply'
import type { WeChatApi, WeChatStandIn } from './stand-in'

export interface WeChatActionsOptions {
  standIn: WeChatStandIn
  envId: string
  appId: string
  /** Whether this person has ever used the application here. */
  knows: (openid: string) => boolean
}

/** Of the API names `subscribeMessage.send`, `openapi.subscribeMessage.send`, `/subscribeMessage/send` and paths. */
function findApi(standIn: WeChatStandIn, { apiName }: Parameters): WeChatApi {
  if (typeof apiName !== 'string' || apiName === '') throw invalidParam('apiName is missing')
  const name = apiName.replace(/^\/+/, '').replace(/^openapi[./]/, '')
  const dotted = name.replaceAll('/', '.')
  const api = standIn.apis.find(
    (candidate) => candidate.name === dotted || candidate.path === `/${name}`,
  )
  if (api) return api
  // -604100 is what the cloud's error says of an API that does not exist.
  throw invalidParam(`openapi.${dotted}:fail API not found (error code: -604100)`)
}

const camel = (name: string) =>
  name.replace(/_([a-z])/g, (_whole, letter: string) => letter.toUpperCase())

/** A reply as cloud calls give it: `errCode`, `errMsg` with the API's name, each field under both spellings. */
function cloudReply(api: WeChatApi, reply: WeChatReply | Buffer): Record<string, unknown> {
  const name = `openapi.${api.name}`
  if (Buffer.isBuffer(reply))
    return { errCode: 0, errMsg: `${name}:ok`, contentType: 'image/png', buffer: reply }
  const { errcode = 0, errmsg = '', ...rest } = reply
  const errMsg = errcode === 0 ? `${name}:ok` : `${name}:fail ${errmsg}`
  const both = Object.entries(rest).flatMap(([field, value]) => [
    [field, value],
    [camel(field), value],
  ])
  return { errCode: errcode, errMsg, ...(Object.fromEntries(both) as Record<string, unknown>) }
}

async function callApi(standIn: WeChatStandIn, parameters: Parameters): Promise<Answer> {
  const api = findApi(standIn, parameters)
  const reply = await api.answer(readRequest(parameters.requestData))
  return { data: { responseData: JSON.stringify(cloudReply(api, reply)) } }
}

/** Answers bytes: a picture, or the JSON of WeChat's own reply. */
async function callOpenApi(standIn: WeChatStandIn, parameters: Parameters): Promise<Answer> {
  const api = findApi(standIn, parameters)
  const reply = await api.answer(readRequest(parameters.requestData))
  return { raw: Buffer.isBuffer(reply) ? reply : Buffer.from(JSON.stringify(reply)) }
}

const refuseHosting = (): never => {
  throw new CloudError('UNSUPPORTED_OPERATION', 'the local cloud has no stand-in for cloud hosting')
}

/** Persons have no account besides their openid here: it is the uid too. */
function userInfo(options: WeChatActionsOptions, parameters: Parameters): Answer {
  const { uuid, platform, platformId } = parameters
  const byOpenid = typeof platform === 'string' && /^(wechat-)?openid$/i.test(platform)
  const openid = uuid ?? (byOpenid ? platformId : undefined)
  if (typeof openid !== 'string' || openid === '')
    throw invalidParam('a uid, or an openid as platformId, must be given')
  if (!options.knows(openid)) throw invalidParam(`user ${openid} does not exist`)
  return {
    data: {
      openId: openid,
      appId: options.appId,
      uid: openid,
      customUserId: '',
      envName: options.envId,
      nickName: '',
      email: '',
      username: '',
      hasPassword: false,
      gender: 'UNKNOWN',
      country: '',
      province: '',
      city: '',
      avatarUrl: '',
      isAnonymous: false,
    },
  }
}

/** Analytics of a shop: taken, and kept nowhere. */
function report({ requestData }: Parameters): Answer {
  if (typeof requestData !== 'object' || requestData === null)
    throw invalidParam('requestData must be an object')
  return { data: {} }
}

/** What the SDK asks of WeChat, users and analytics. */
export function wechatActions(options: WeChatActionsOptions): Actions {
  const { standIn } = options
  return {
    'wx.api': (parameters) => callApi(standIn, parameters),
    'wx.openApi': (parameters) => callOpenApi(standIn, parameters),
    'wx.wxPayApi': refusePayment,
    'wx.wxCallContainerApi': refuseHosting,
    'auth.getUserInfoForAdmin': (parameters) => userInfo(options, parameters),
    'analytics.report': report,
  }
}
