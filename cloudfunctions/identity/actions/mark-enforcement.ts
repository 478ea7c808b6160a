import { whyNotManage, whyNotMark } from '@/domain/organization/membership-rules'
import type { Unit } from '@/domain/organization/unit'
import { refuseIf, RuleError } from '@/domain/refusal'
import type { Handler } from '../../_kit/handler'
import { keepMark } from '../../_stores/enforcement-marks'
import type { MemberStore } from '../../_stores/member-store'
import type { Stores } from '../../_stores/open-stores'

interface Deps extends Pick<Stores, 'writer' | 'organization'> {
  readonly members: MemberStore
}

const marked = ({ enforcementPaper: _before, ...unit }: Unit, paper: string | null): Unit =>
  paper === null ? unit : { ...unit, enforcementPaper: paper }

/** 标为执法单位 with its legal paper. Taken away only where nobody is left who visits firms for it. */
export const markEnforcement =
  ({ writer, organization, members }: Deps): Handler<'identity.markEnforcement'> =>
  async ({ unitId, paper }, call) => {
    const { actor } = call
    refuseIf(whyNotManage(actor, []))
    const unit = (await organization.units([unitId])).get(unitId)
    // One answer for a unit of another region and for one that is none.
    if (!unit || whyNotManage(actor, [unit.regionCode])) throw new RuleError('THING.NOT_FOUND')
    const held = paper === null ? (await members.ofUnit(unitId)).items : []
    const hasEnforcers = held.some(({ role }) => role === 'enforcer')
    return writer.write(call, async (acting) => {
      await organization.changeUnit(acting.transaction, unitId, (present) => {
        refuseIf(whyNotMark(actor, present, paper, hasEnforcers))
        return marked(present, paper)
      })
      await keepMark(acting, unitId, paper)
      return { unitId, paper }
    })
  }
