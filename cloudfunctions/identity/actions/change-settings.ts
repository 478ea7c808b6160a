import { whyNotManage } from '@/domain/organization/membership-rules'
import { refuseIf } from '@/domain/refusal'
import type { Handler } from '../../_kit/handler'
import type { Stores } from '../../_stores/open-stores'

type Deps = Pick<Stores, 'writer' | 'settings' | 'city'>

/** One version for the whole city, by who manages all of it. */
export const changeSettings =
  ({ writer, settings, city }: Deps): Handler<'identity.changeSettings'> =>
  async (input, call) => {
    refuseIf(whyNotManage(call.actor, [city]))
    return settings.change(writer, input, call, ({ settings: { version }, inForceFrom }) => ({
      version,
      inForceFrom,
    }))
  }
