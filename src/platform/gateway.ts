import { fieldsOf } from '@/domain/known'
import Taro from '@tarojs/taro'
import type { Envelope } from '@/contract/envelope'
import { apiBase, cloudEnv, gateway } from './build'
import { CallError } from './call-error'
import { localCaller } from './local-control'

/**
 * The platforms name a lost network in many ways, so what is neither a timeout nor a code of the
 * cloud itself reads as offline: the call may be repeated with the same key.
 */
function failureOf(caught: unknown): CallError {
  const { errMsg = '', message = '' } = fieldsOf(caught)
  const said = `${errMsg} ${message}`
  if (/time_?limit|timeout|timed out|abort/i.test(said)) return new CallError('CLIENT.TIMEOUT')
  // -404…, -501…, -504…, -601…: the function was found missing, or failed while it ran.
  if (/errCode:\s*-(404|50[14]|601)\d{3}/.test(said)) return new CallError('INTERNAL')
  return new CallError('CLIENT.OFFLINE')
}

/** What a proxy in between answers while the server is away. */
const away: Readonly<Record<number, 'CLIENT.OFFLINE' | 'CLIENT.TIMEOUT'>> = {
  502: 'CLIENT.OFFLINE',
  503: 'CLIENT.OFFLINE',
  504: 'CLIENT.TIMEOUT',
}

async function sendByHttp(name: string, envelope: Envelope, timeoutMs: number): Promise<unknown> {
  const response = await Taro.request<unknown>({
    url: `${apiBase}/call/${name}`,
    method: 'POST',
    header: {
      'content-type': 'application/json',
      ...(process.env.TARO_APP_LOCAL === '1' && localCaller()),
    },
    data: envelope,
    timeout: timeoutMs,
    // The local gateway knows the person by its session cookie.
    credentials: 'include',
  }).catch((caught: unknown) => {
    throw failureOf(caught)
  })
  const gone = away[response.statusCode]
  if (gone) throw new CallError(gone)
  return response.data
}

let cloudReady = false

async function sendByCloud(name: string, envelope: Envelope, timeoutMs: number): Promise<unknown> {
  if (!cloudReady) {
    Taro.cloud.init(cloudEnv ? { env: cloudEnv } : {})
    cloudReady = true
  }
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new CallError('CLIENT.TIMEOUT')), timeoutMs)
  })
  try {
    const call = Taro.cloud.callFunction({ name, data: { ...envelope } })
    const { result } = await Promise.race([call, late])
    return result
  } catch (caught) {
    throw caught instanceof CallError ? caught : failureOf(caught)
  } finally {
    clearTimeout(timer)
  }
}

/** Carries one envelope to a function and brings the raw reply; throws `CallError`. */
export const send = gateway === 'cloud' ? sendByCloud : sendByHttp
