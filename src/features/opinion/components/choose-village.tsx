import { View } from '@tarojs/components'
import { useState } from 'react'
import { opinionWords as words } from '@/copy/opinion'
import { deed } from '@/src/acting/deed'
import { RefusalNote } from '@/src/acting/refusal-note'
import { useAct } from '@/src/acting/use-act'
import { ActionButton } from '@/src/components/tap/action-button'
import { DrillSheet } from '@/src/components/ask/drill-sheet'
import { refreshMe } from '@/src/platform/use-me'
import { useRegionLevels } from '@/src/platform/use-region-levels'

/** Self-declared: nobody checks it, and it only says for which village the person speaks. */
export function ChooseVillage({ text, reload }: { text: string; reload: () => Promise<void> }) {
  const [open, setOpen] = useState(false)
  const act = useAct(reload)
  const levels = useRegionLevels()
  return (
    <View>
      <RefusalNote text={act.refusal} />
      <ActionButton
        kind="outlined"
        icon="pin"
        text={text}
        busy={act.busy}
        onTap={() => setOpen(true)}
      />
      <DrillSheet
        open={open}
        title={words.noVillageTitle}
        load={levels}
        chooseHere={() => null}
        onChoose={(path) => {
          const last = path[path.length - 1]
          setOpen(false)
          if (!last) return
          const then = () => void refreshMe().then(reload)
          void act.run(deed('identity.setVillage', { regionCode: last.value }, { then }))
        }}
        onClose={() => setOpen(false)}
      />
    </View>
  )
}
