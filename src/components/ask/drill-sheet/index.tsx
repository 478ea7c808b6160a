import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { ActionButton } from '../../tap/action-button'
import { Icon } from '../../show/icon'
import { SkeletonList } from '../../frame/list-faces/skeleton-list'
import { FailedFace } from '../../frame/list-faces/failed-face'
import { failureOf, type LoadFailure } from '../../frame/list-faces/loaded'
import { useShell } from '../../frame/page-shell/shell-context'
import { Sheet } from '../../frame/sheet'
import { Tappable } from '../../tap/tappable'
import './index.scss'

export interface DrillOption {
  readonly value: string
  readonly text: string
  /** Has a level below. */
  readonly opens: boolean
}

interface DrillSheetProps {
  open: boolean
  title: string
  /** Options of one level; null asks for the first. Rejects when the network is gone. */
  load: (parent: string | null) => Promise<readonly DrillOption[]>
  /** May a place that has levels below be chosen itself? Its button says so. */
  chooseHere?: (path: readonly DrillOption[]) => string | null
  onChoose: (path: readonly DrillOption[]) => void
  onClose: () => void
}

type Level = readonly DrillOption[] | 'loading' | LoadFailure

const isList = (level: Level): level is readonly DrillOption[] => Array.isArray(level)
const isFailure = (level: Level): level is LoadFailure =>
  typeof level === 'object' && 'code' in level

/** Chooses in a tree, level by level: county, town, village. */
export function DrillSheet(props: DrillSheetProps) {
  const { open, title, load, chooseHere, onChoose, onClose } = props
  const { words } = useShell()
  const [path, setPath] = useState<readonly DrillOption[]>([])
  const [level, setLevel] = useState<Level>('loading')
  const [turn, setTurn] = useState(0)
  const parent = path[path.length - 1]?.value ?? null

  useEffect(() => {
    if (!open) return undefined
    let current = true
    setLevel('loading')
    load(parent).then(
      (options) => current && setLevel(options),
      (error: unknown) => current && setLevel(failureOf(error)),
    )
    return () => {
      current = false
    }
  }, [open, parent, load, turn])

  const choose = (chosen: readonly DrillOption[]) => {
    onChoose(chosen)
    setPath([])
    onClose()
  }
  const here = chooseHere?.(path) ?? null
  return (
    <Sheet
      open={open}
      title={path.length > 0 ? path.map(({ text }) => text).join('') : title}
      onClose={onClose}
      {...(here !== null && {
        foot: <ActionButton kind="outlined" text={here} onTap={() => choose(path)} />,
      })}
    >
      {path.length > 0 && (
        <Tappable className="drill-sheet__row" onTap={() => setPath(path.slice(0, -1))}>
          <Icon name="back" size="s" />
          <View className="ml2">{words.back}</View>
        </Tappable>
      )}
      {level === 'loading' && <SkeletonList cards={2} />}
      {isFailure(level) && (
        <FailedFace {...level} onRetry={() => setTurn(turn + 1)} onAway={onClose} />
      )}
      {isList(level) &&
        level.map((option) => (
          <Tappable
            key={option.value}
            className="drill-sheet__row"
            onTap={() => (option.opens ? setPath([...path, option]) : choose([...path, option]))}
          >
            <View className="grow">{option.text}</View>
            {option.opens && <Icon name="right" size="xs" />}
          </Tappable>
        ))}
    </Sheet>
  )
}
