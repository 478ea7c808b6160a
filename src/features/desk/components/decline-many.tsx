import { maxDeclined } from '@/contract/feedback/limits'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { deskWords as words } from '@/copy/desk'
import { ActDialogs } from '@/src/acting/act-dialogs'
import { blockedBy } from '@/src/acting/blocked'
import { deed } from '@/src/acting/deed'
import type { Dialog } from '@/src/acting/dialog'
import { useAct } from '@/src/acting/use-act'
import { ActionButton } from '@/src/components/tap/action-button'
import { Card } from '@/src/components/show/card'
import { Icon } from '@/src/components/show/icon'
import { Tappable } from '@/src/components/tap/tappable'
import { TextLink } from '@/src/components/tap/text-link'
import type { RowOf } from '@/src/platform/use-pages'

type DeskRow = RowOf<'feedback.listDesk'>

interface DeclineManyProps {
  rows: readonly DeskRow[]
  titleOf: (row: DeskRow) => string
  reload: () => Promise<void>
  onStop: () => void
}

const dialogOf = (feedbackIds: readonly string[], onDone: () => void): Dialog => ({
  kind: 'reason',
  title: words.declineMany,
  label: words.declineLabel,
  line: words.declineManyLine,
  needed: words.declineNeeded,
  deed: (reason) =>
    deed(
      'feedback.declineMany',
      { feedbackIds: [...feedbackIds], reason },
      {
        told: ({ declined, refused }) => words.declinedMany(declined.length, refused.length),
        then: onDone,
      },
    ),
})

/** After a flood: several reports that nobody can take up, with one reason. */
export function DeclineMany({ rows, titleOf, reload, onStop }: DeclineManyProps) {
  const [chosen, setChosen] = useState<readonly string[]>([])
  const act = useAct<'declineMany'>(reload)
  const open = rows.filter(({ events }) => events.includes('decline'))
  const ids = open.map(({ id }) => id).filter((id) => chosen.includes(id))
  const toggle = (id: string) =>
    setChosen(
      ids.includes(id) ? ids.filter((each) => each !== id) : [...ids, id].slice(-maxDeclined),
    )
  const done = () => {
    onStop()
    void reload()
  }
  return (
    <View>
      <View className="sub mb3">{words.declineManyLine}</View>
      {open.map((row) => (
        <Card key={row.id}>
          <Tappable
            role="checkbox"
            checked={ids.includes(row.id)}
            label={words.chosen(titleOf(row))}
            className="between"
            onTap={() => toggle(row.id)}
          >
            <View className="name">{titleOf(row)}</View>
            {ids.includes(row.id) && <Icon name="check" size="s" />}
          </Tappable>
        </Card>
      ))}
      <View className="mt3">
        <ActionButton
          text={words.declineChosen(ids.length)}
          blocked={blockedBy(ids.length === 0 && words.chooseReports)}
          onTap={() => act.show('declineMany')}
        />
        <TextLink text={words.stopChoosing} onTap={onStop} />
      </View>
      <ActDialogs act={act} thing="desk" dialogs={{ declineMany: dialogOf(ids, done) }} />
    </View>
  )
}
