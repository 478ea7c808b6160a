import { View } from '@tarojs/components'
import { useState } from 'react'
import { peopleWords as words } from '@/copy/people'
import { rosterWords } from '@/copy/roster'
import { settingsWords } from '@/copy/settings'
import { watchWords } from '@/copy/watch'
import { ActionButton } from '@/src/components/tap/action-button'
import { Card } from '@/src/components/show/card'
import { ListFaces } from '@/src/components/frame/list-faces'
import { FaceBlock } from '@/src/components/frame/list-faces/face-block'
import { Row } from '@/src/components/show/row'
import { SearchSheet } from '@/src/components/ask/search-sheet'
import { wayTo } from '@/src/platform/navigation'
import { useAction } from '@/src/platform/use-action'
import { useUnitSearch } from '@/src/platform/use-unit-search'
import { UnitPeople } from './unit-people'

function OneUnit({ unitId }: { unitId: string }) {
  const { load, retry, reload } = useAction('identity.getUnit', { unitId })
  return (
    <ListFaces load={load} onRetry={retry} skeletons={2}>
      {(unit) => <UnitPeople unit={unit} reload={reload} />}
    </ListFaces>
  )
}

/** 单位和人员: choose a unit, see who acts for it. */
export function People({ unitId: first }: { unitId: string | null }) {
  const [unitId, setUnitId] = useState(first)
  const [choosing, setChoosing] = useState(false)
  const units = useUnitSearch()
  return (
    <View>
      <View className="sub mb4">{words.line}</View>
      {unitId === null ? (
        <FaceBlock icon="search" title={words.chooseFirst} />
      ) : (
        <OneUnit key={unitId} unitId={unitId} />
      )}
      <View className="mt3">
        <ActionButton
          kind={unitId === null ? 'filled' : 'quiet'}
          text={unitId === null ? words.choose : words.chooseOther}
          onTap={() => setChoosing(true)}
        />
      </View>
      <View className="mt4">
        <Card rows>
          <Row icon="upload" name={rosterWords.entry} {...wayTo('subpackages/office/roster')} />
          <Row icon="clock" name={watchWords.title} {...wayTo('subpackages/office/watch')} />
          <Row icon="cal" name={settingsWords.title} {...wayTo('subpackages/office/settings')} />
        </Card>
      </View>
      <SearchSheet
        open={choosing}
        title={words.choose}
        placeholder={words.searchUnit}
        none={words.noUnits}
        load={units}
        onClose={() => setChoosing(false)}
        onChoose={({ value }) => {
          setUnitId(value)
          setChoosing(false)
        }}
      />
    </View>
  )
}
