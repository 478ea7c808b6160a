import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { SearchField } from '../field/search-field'
import { useSettled } from '../field/use-settled'
import { FaceBlock } from '../../frame/list-faces/face-block'
import { FailedFace } from '../../frame/list-faces/failed-face'
import { failureOf, type LoadFailure } from '../../frame/list-faces/loaded'
import { SkeletonList } from '../../frame/list-faces/skeleton-list'
import type { Option } from '../option-sheet'
import { Row } from '../../show/row'
import { Sheet } from '../../frame/sheet'

interface SearchSheetProps {
  open: boolean
  title: string
  placeholder: string
  /** Said when nothing matches. */
  none: string
  /** Options for the words typed; rejects when the network is gone. */
  load: (query: string) => Promise<readonly Option[]>
  onChoose: (option: Option) => void
  onClose: () => void
}

type Found = readonly Option[] | 'loading' | LoadFailure

const isList = (found: Found): found is readonly Option[] => Array.isArray(found)
const isFailure = (found: Found): found is LoadFailure =>
  typeof found === 'object' && 'code' in found

/** Finds one of many by words of its name. */
export function SearchSheet(props: SearchSheetProps) {
  const { open, title, placeholder, none, load, onChoose, onClose } = props
  const [typed, setTyped] = useState('')
  const query = useSettled(typed.trim())
  const [found, setFound] = useState<Found>('loading')
  const [turn, setTurn] = useState(0)

  useEffect(() => {
    if (!open) return undefined
    let current = true
    load(query).then(
      (options) => current && setFound(options),
      (error: unknown) => current && setFound(failureOf(error)),
    )
    return () => {
      current = false
    }
  }, [open, query, load, turn])

  return (
    <Sheet open={open} title={title} onClose={onClose}>
      <SearchField placeholder={placeholder} onInput={setTyped} />
      {found === 'loading' && <SkeletonList cards={2} />}
      {isFailure(found) && (
        <FailedFace {...found} onRetry={() => setTurn(turn + 1)} onAway={onClose} />
      )}
      {isList(found) && found.length === 0 && <FaceBlock icon="search" title={none} />}
      {isList(found) &&
        found.map((option) => (
          <View key={option.value}>
            <Row
              name={option.text}
              line={option.line}
              onTap={() => {
                onChoose(option)
                onClose()
              }}
            />
          </View>
        ))}
    </Sheet>
  )
}
