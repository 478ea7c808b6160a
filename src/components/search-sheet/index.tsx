import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { SearchField } from '../field/search-field'
import { FaceBlock } from '../list-faces/face-block'
import { SkeletonList } from '../list-faces/skeleton-list'
import type { Option } from '../option-sheet'
import { useShell } from '../page-shell/shell-context'
import { Row } from '../row'
import { Sheet } from '../sheet'

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

type Found = readonly Option[] | 'loading' | 'failed'

const pauseMs = 300

/** Finds one of many by words of its name. */
export function SearchSheet(props: SearchSheetProps) {
  const { open, title, placeholder, none, load, onChoose, onClose } = props
  const { words } = useShell()
  const [typed, setTyped] = useState('')
  const [found, setFound] = useState<Found>('loading')
  const [turn, setTurn] = useState(0)

  useEffect(() => {
    if (!open) return undefined
    let current = true
    const timer = setTimeout(() => {
      load(typed.trim()).then(
        (options) => current && setFound(options),
        () => current && setFound('failed'),
      )
    }, pauseMs)
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [open, typed, load, turn])

  return (
    <Sheet open={open} title={title} onClose={onClose}>
      <SearchField placeholder={placeholder} onInput={setTyped} />
      {found === 'loading' && <SkeletonList cards={2} />}
      {found === 'failed' && (
        <FaceBlock
          icon="nowifi"
          title={words.failedTitle}
          action={{ text: words.retry, onTap: () => setTurn(turn + 1) }}
        />
      )}
      {typeof found === 'object' && found.length === 0 && <FaceBlock icon="search" title={none} />}
      {typeof found === 'object' &&
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
