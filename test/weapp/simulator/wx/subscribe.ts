import type { Phone } from '../phone'
import { ApiFailure, type Args, api, type Wx } from './api'

const maxTemplates = 3

/** One answer per template; `success` fires on refusal too. Only inside a tap. */
const ask = (phone: Phone, { tmplIds }: Args): object => {
  const ids = Array.isArray(tmplIds) ? (tmplIds as string[]) : []
  if (!phone.inTap) {
    throw new ApiFailure('can only be invoked by user TAP gesture.', { errCode: 10005 })
  }
  if (!phone.online) throw new ApiFailure('network error', { errCode: 10002 })
  if (ids.length === 0) throw new ApiFailure("TmplIds can't be empty", { errCode: 10001 })
  if (ids.length > maxTemplates) {
    throw new ApiFailure('Templates count out of max bounds', { errCode: 20003 })
  }
  if (!phone.person.subscriptionsOn) {
    throw new ApiFailure('The main switch is switched off', { errCode: 20004 })
  }
  // What the person really saw: a question outside a tap is asked and refused unseen.
  phone.calls.push({ api: 'subscriptionPopup', args: { ids } })
  return Object.fromEntries(ids.map((id) => [id, phone.person.consents(id)]))
}

export const subscribeApis = (phone: Phone): Wx => ({
  requestSubscribeMessage: api(phone, 'requestSubscribeMessage', (args) => ask(phone, args)),
})
