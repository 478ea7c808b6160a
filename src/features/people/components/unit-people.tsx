import { maxEnforcementPaper, maxInvitedName } from '@/contract/identity/limits'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { roleNames } from '@/copy/identity'
import { peopleWords as words } from '@/copy/people'
import { isEnforcing } from '@/domain/organization/membership-rules'
import type { ActionOutput } from '@/contract/actions'
import { ActDialogs } from '@/src/acting/act-dialogs'
import { deed } from '@/src/acting/deed'
import type { Dialog } from '@/src/acting/dialog'
import { useAct } from '@/src/acting/use-act'
import { ActionButton } from '@/src/components/tap/action-button'
import { Card } from '@/src/components/show/card'
import { FaceBlock } from '@/src/components/frame/list-faces/face-block'
import { Row } from '@/src/components/show/row'
import { SectionHead } from '@/src/components/frame/section-head'
import { TextLink } from '@/src/components/tap/text-link'
import type { Invitation } from '../invitation'
import { InvitationSheet } from './invitation-sheet'
import { InviteSheet } from './invite-sheet'

type Unit = ActionOutput<'identity.getUnit'>
type Member = Unit['members'][number]

const end: Dialog = {
  kind: 'confirm',
  title: words.endTitle,
  line: words.endLine,
  confirm: words.end,
  danger: true,
  deed: (membershipId) => deed('identity.endMembership', { membershipId }, { told: words.ended }),
}

/** 交接: the successor's code; when it is taken the one that is handed over ends. */
const handOverOf = (unit: Unit, onMade: (invitation: Invitation) => void): Dialog => ({
  kind: 'reason',
  title: words.handOver,
  label: words.handOverLabel,
  line: words.handOverLine,
  needed: words.handOverNeeded,
  max: maxInvitedName,
  deed: (name, membershipId) => {
    const { role, region } = unit.members.find((each) => each.membershipId === membershipId)!
    const input = { role, unitKey: unit.id, regionCode: region.code, name }
    return deed(
      'identity.invite',
      { ...input, replacesId: membershipId },
      { then: ({ code, expiresAt }) => onMade({ code, expiresAt, name, role }) },
    )
  },
})

/** 标为执法单位, by the paper that gives it the power; without it nobody of the unit enters a firm. */
const markingOf = (unitId: string): Readonly<Record<'mark' | 'unmark', Dialog>> => ({
  mark: {
    kind: 'reason',
    title: words.mark,
    label: words.markLabel,
    line: words.markLine,
    needed: words.markNeeded,
    max: maxEnforcementPaper,
    deed: (paper) => deed('identity.markEnforcement', { unitId, paper }, { told: words.marked }),
  },
  unmark: {
    kind: 'confirm',
    title: words.unmarkTitle,
    line: words.unmarkLine,
    confirm: words.unmark,
    danger: true,
    deed: () => deed('identity.markEnforcement', { unitId, paper: null }, { told: words.unmarked }),
  },
})

interface EnforcementProps {
  unit: Unit
  onOpen: (dialog: 'mark' | 'unmark') => void
}

/** Only where such a body can have power of enforcement; the server refuses the others. */
function Enforcement({ unit: { kind, enforcementPaper }, onOpen }: EnforcementProps) {
  if (!isEnforcing(kind)) return null
  return (
    <View className="mt4">
      <Card rows>
        <Row
          icon="shield"
          name={words.enforcement}
          line={enforcementPaper ?? words.noEnforcement}
          value={
            enforcementPaper === null ? (
              <TextLink text={words.mark} onTap={() => onOpen('mark')} />
            ) : (
              <TextLink text={words.unmark} onTap={() => onOpen('unmark')} />
            )
          }
        />
      </Card>
    </View>
  )
}

const nameOf = ({ name }: Member) => name ?? words.unnamed

const factsOf = ({ role, since, alsoActsAs }: Member) => [
  roleNames[role],
  words.since(since),
  alsoActsAs.length > 0 ? words.alsoActsAs(alsoActsAs) : null,
]

/** Who acts for one unit; others are invited and ended from here. */
export function UnitPeople({ unit, reload }: { unit: Unit; reload: () => Promise<void> }) {
  const act = useAct<'invite' | 'end' | 'handOver' | 'mark' | 'unmark'>(reload)
  const [invitation, setInvitation] = useState<Invitation | null>(null)
  const { members } = unit
  return (
    <View>
      <SectionHead text={unit.name} right={words.head(members.length)} />
      {members.length === 0 ? (
        <FaceBlock icon="users" title={words.nobody} line={words.nobodyLine} />
      ) : (
        <Card rows>
          {members.map((member) => (
            <Row
              key={member.membershipId}
              name={nameOf(member)}
              line={factsOf(member)}
              value={
                <View>
                  {member.isOwn && <View className="sub">{words.own}</View>}
                  <TextLink
                    text={words.handOver}
                    label={words.handOverOf(nameOf(member))}
                    onTap={() => act.show('handOver', member.membershipId)}
                  />
                  {!member.isOwn && (
                    <TextLink
                      text={words.end}
                      label={words.endOf(nameOf(member))}
                      onTap={() => act.show('end', member.membershipId)}
                    />
                  )}
                </View>
              }
            />
          ))}
        </Card>
      )}
      {unit.more && <View className="sub mt2">{words.more}</View>}
      <Enforcement unit={unit} onOpen={act.show} />
      <View className="mt4">
        <ActionButton text={words.invite} onTap={() => act.show('invite')} />
      </View>
      {act.open?.name === 'invite' && <InviteSheet unit={unit} act={act} onMade={setInvitation} />}
      {invitation && (
        <InvitationSheet invitation={invitation} onClose={() => setInvitation(null)} />
      )}
      <ActDialogs
        act={act}
        thing={unit.id}
        dialogs={{ end, handOver: handOverOf(unit, setInvitation), ...markingOf(unit.id) }}
      />
    </View>
  )
}
