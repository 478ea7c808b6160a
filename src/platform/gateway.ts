import Taro from '@tarojs/taro'
import type { Envelope } from '@/contract/envelope'
import { apiBase, cloudEnv, gateway } from './build'
import { CallError } from './call-error'

interface Failure {
  readonly errMsg?: string
  readonly message?: string
}

/** The platforms name a lost network in many ways; only a timeout is told apart. */
function failureOf(caught: unknown): CallError {
  const { errMsg = '', message = '' } = (caught ?? {}) as Failure
  const timedOut = /timeout|timed out|abort/i.test(`${errMsg} ${message}`)
  return new CallError(timedOut ? 'CLIENT.TIMEOUT' : 'CLIENT.OFFLINE')
}

async function sendByHttp(name: string, envelope: Envelope, timeoutMs: number): Promise<unknown> {
  const response = await Taro.request<unknown>({
    url: `${apiBase}/call/${name}`,
    method: 'POST',
    header: { 'content-type': 'application/json' },
    data: envelope,
    timeout: timeoutMs,
    // The local gateway knows the person by its session cookie.
    credentials: 'include',
  }).catch((caught: unknown) => {
    throw failureOf(caught)
  })
  // A proxy's or server's error page is no reply: the call may be repeated.
  if (response.statusCode >= 500) throw new CallError('CLIENT.OFFLINE')
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
