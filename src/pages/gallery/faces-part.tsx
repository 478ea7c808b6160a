import { View } from '@tarojs/components'
import { useState } from 'react'
import { gallery as g } from '@/copy/gallery'
import { ReasonOptions } from '@/src/components/ask/choice'
import { SearchField } from '@/src/components/ask/field/search-field'
import { FilterBar } from '@/src/components/ask/filter-bar'
import { ItemCard } from '@/src/components/show/item-card'
import { ListFaces } from '@/src/components/frame/list-faces'
import type { Loaded } from '@/src/components/frame/list-faces/loaded'

const nothing = () => undefined
/** 17 February 2020, 18:20 in Beijing. */
const earlier = 1581934800000

const offline = { code: 'CLIENT.OFFLINE', offline: true }

const faces = ['ready', 'empty', 'loading', 'kept', 'failed', 'refused'] as const
type Face = (typeof faces)[number]
const loads: Record<Face, Loaded<readonly string[]>> = {
  ready: { face: 'ready', data: [g.dump, g.ditch, g.farm, g.plant], at: earlier, stale: null },
  empty: { face: 'ready', data: [], at: earlier, stale: null },
  loading: { face: 'loading' },
  kept: { face: 'ready', data: [g.dump], at: earlier, stale: offline },
  failed: { face: 'failed', code: 'INTERNAL', offline: false },
  refused: { face: 'failed', code: 'ACCESS.ROLE', offline: false },
}
const chips = [
  { tone: 'red', shape: 'overdue', word: g.words.over },
  { tone: 'blue', shape: 'dot', word: g.words.onPlan },
  { tone: 'amber', shape: 'triangle', word: g.words.slow },
  { tone: 'neutral', shape: 'ring', word: g.words.notBegun },
] as const

/** A list in its four faces (failed with and without last content). */
export function FacesPart({ initial }: { initial: string }) {
  const [face, setFace] = useState<Face>(faces.find((each) => each === initial) ?? 'ready')
  const [place, setPlace] = useState('a')
  return (
    <>
      <ReasonOptions
        label={g.title}
        value={face}
        onChange={setFace}
        options={faces.map((value) => ({ value, text: value }))}
      />
      <View className="mt4">
        <SearchField placeholder={g.filters.search} onInput={nothing} />
      </View>
      <View className="mt3 mb3">
        <FilterBar
          onChange={(_, value) => setPlace(value)}
          filters={[
            {
              key: 'place',
              title: g.filters.place,
              all: g.filters.allPlaces,
              value: place,
              options: [
                { value: 'a', text: g.filters.district },
                { value: 'b', text: g.filters.district2 },
              ],
            },
            {
              key: 'category',
              title: g.filters.category,
              all: g.filters.allCategories,
              value: '',
              options: [{ value: 'w', text: g.filters.water }],
            },
            {
              key: 'state',
              title: g.filters.state,
              all: g.filters.allStates,
              value: '',
              options: [{ value: 'x', text: g.words.slow }],
            },
          ]}
        />
      </View>
      <ListFaces
        load={loads[face]}
        onRetry={() => setFace('ready')}
        isEmpty={(items) => items.length === 0}
        empty={{
          icon: 'search',
          title: g.empty.title,
          line: g.empty.line,
          action: { text: g.empty.clear, onTap: () => setFace('ready') },
          other: { text: g.start, onTap: nothing },
        }}
      >
        {(items) =>
          items.map((title, index) => (
            <ItemCard
              key={title}
              title={title}
              facts={[g.townGov, index === 1 ? g.touches : null]}
              chip={chips[index]}
              right={index === 0 ? g.by.january : g.by.december}
              onTap={nothing}
            />
          ))
        }
      </ListFaces>
    </>
  )
}
