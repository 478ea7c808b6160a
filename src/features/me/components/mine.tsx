import { View } from '@tarojs/components'
import { useState } from 'react'
import { roleNames } from '@/copy/identity'
import { meWords as words } from '@/copy/me'
import { homeWords } from '@/copy/home'
import { myReportsWords } from '@/copy/report'
import { messageTemplates } from '@/domain/reminder/template'
import { askAtTap } from '@/src/acting/consent'
import { Card } from '@/src/components/show/card'
import { LegalFoot } from '@/src/components/frame/legal-foot'
import { OptionSheet } from '@/src/components/ask/option-sheet'
import { Row } from '@/src/components/show/row'
import { SwitchRow } from '@/src/components/show/row/switch-row'
import { TextLink } from '@/src/components/tap/text-link'
import { toast } from '@/src/components/frame/toast/toast-bus'
import { chooseLargeType, useLargeType } from '@/src/platform/device'
import { wayTo } from '@/src/platform/navigation'
import { callPhone } from '@/src/platform/phone'
import { chooseActAs, useActAs } from '@/src/platform/session'
import { listDrafts } from '@/src/platform/storage'
import { useMe, useMembership } from '@/src/platform/use-me'
import { useOutbox, type WaitingItem } from '@/src/platform/use-outbox'
import { usePull } from '@/src/platform/use-refresh'
import { OneMachineRows } from './one-machine-rows'

const asResident = 'resident'

/**
 * Reports that were begun as this person and are not on their way: the task each is about, empty
 * for a free one. A draft's name is `report[.<task>].<as whom>`.
 */
const unsentReports = (
  actAs: string | null,
  waiting: readonly WaitingItem[],
): readonly string[] => {
  const as = `.${actAs ?? 'resident'}`
  const onTheirWay = waiting.map(({ form }) => form?.open && form.name)
  return listDrafts()
    .filter((name) => name.startsWith('report') && name.endsWith(as) && !onTheirWay.includes(name))
    .map((name) => name.slice('report.'.length, -as.length))
}

/** 我的: who I am here, what I sent, what may be sent to me, who looked. */
export function Mine() {
  const { me } = useMe()
  usePull(() => undefined)
  const officer = useMembership()?.role === 'villageOfficer'
  const waiting = useOutbox()
  const drafts = unsentReports(useActAs(), waiting)
  const left = (me?.consents ?? []).reduce((sum, consent) => sum + consent.left, 0)
  const large = useLargeType()
  const unsent = waiting.length + drafts.length
  const host = me?.host
  return (
    <View>
      <Identity />
      <Card rows>
        <Row
          icon="msg"
          name={officer ? myReportsWords.villagers : words.reports}
          {...wayTo('pages/my-reports')}
        />
        <Row
          icon="doc"
          name={words.drafts}
          value={unsent === 0 ? words.none : words.count(unsent)}
          {...(waiting.length > 0
            ? wayTo('pages/my-reports')
            : wayTo('pages/report', { taskId: drafts[0] }))}
        />
        <Row icon="search" name={words.lookUp} {...wayTo('pages/lookup')} />
      </Card>
      {process.env.TARO_ENV === 'h5' && process.env.TARO_APP_LOCAL !== '1' ? (
        <OneMachineRows />
      ) : (
        <Card rows>
          <Row icon="bell" name={words.notices} line={words.noticesLine} value={words.left(left)} />
          <Row icon="msg" name={words.messages} {...wayTo('subpackages/about/messages')} />
          <Row
            name={
              <TextLink
                text={words.consentAgain}
                go="right"
                onTap={() =>
                  void askAtTap(messageTemplates, { wanted: true }).then((given) =>
                    toast(given ? words.consented : words.notConsented),
                  )
                }
              />
            }
          />
        </Card>
      )}
      <Card rows>
        <SwitchRow
          icon="aa"
          name={words.largeType}
          line={words.largeTypeLine}
          checked={large}
          onChange={chooseLargeType}
        />
        <Row
          icon="lock"
          name={words.whoSees}
          line={words.looks(me?.identityLooks ?? 0)}
          {...wayTo('subpackages/about/looks')}
        />
        <Row icon="shield" name={words.privacy} {...wayTo('subpackages/about/privacy')} />
      </Card>
      <Card rows>
        <Row icon="edit" name={words.complaint} {...wayTo('pages/complaint')} />
        {host && (
          <Row
            icon="phone"
            name={words.phone}
            value={host.complaintPhone}
            onTap={() => callPhone(host.complaintPhone)}
          />
        )}
        <Row icon="key" name={words.join} {...wayTo('pages/join')} />
      </Card>
      {host && (
        <LegalFoot
          links={[]}
          lines={[homeWords.host(host.name), homeWords.filing(host.filingNumber)]}
        />
      )}
    </View>
  )
}

/** Who the person is here, and the other roles they may take. */
function Identity() {
  const { me, at, failed } = useMe()
  const membership = useMembership()
  const [choosing, setChoosing] = useState(false)
  const place = me?.village?.name
  const name = membership
    ? membership.unit.name
    : [words.resident, place].filter(Boolean).join('，')
  const options = [
    { value: asResident, text: words.resident, ...(place && { line: place }) },
    ...(me?.memberships ?? []).map(({ id, role, unit, region }) => ({
      value: id,
      text: unit.name,
      line: `${roleNames[role]}  ${region.name}`,
    })),
  ]
  return (
    <View className="mb4">
      <View className="dim">{words.now}</View>
      <View className="between">
        <View className="title">{name}</View>
        {options.length > 1 && (
          <TextLink lead="swap" text={words.switch} onTap={() => setChoosing(true)} />
        )}
      </View>
      {membership && <View className="dim">{roleNames[membership.role]}</View>}
      {failed && (
        <View className="sub ink-amber mt1" role="status">
          {at ? words.knownSince(at) : words.notKnown}
        </View>
      )}
      <OptionSheet
        open={choosing}
        title={words.chooseIdentity}
        options={options}
        value={membership?.id ?? asResident}
        onChoose={(value) => chooseActAs(value === asResident ? null : value)}
        onClose={() => setChoosing(false)}
      />
    </View>
  )
}
