import { View } from '@tarojs/components'
import { levelNames } from '@/copy/chain'
import { fullDueDay } from '@/copy/moment'
import { noticeDeskWords as words } from '@/copy/notice-desk'
import { photoPairWords } from '@/copy/photo-pairs'
import type { ActionOutput } from '@/contract/actions'
import { Tappable } from '@/src/components/tap/tappable'
import { viewPhotos } from '@/src/platform/photo-viewer'
import type { Reading } from '../hooks/use-reading'
import './notice-desk.scss'

type Preview = ActionOutput<'task.previewRelease'>

/** One place of the text, and where in the ledger it comes from. */
interface Piece {
  /** Which place of the notice it is: `noticePlaces`. */
  readonly place: string
  readonly text: string
  readonly source: string
  readonly kind?: 'check'
  /** It may be written otherwise. */
  readonly written?: true
  /** A photo, shown large. */
  readonly url?: string
}
export type ChosenPiece = Pick<Piece, 'text' | 'source' | 'place' | 'written'>

interface Line {
  readonly name: string
  readonly pieces: readonly Piece[]
}

const doneLines = ({ result }: Preview['task']): Line[] => {
  if (!result) return []
  const { done, completedOn } = result
  const pieces = done.map(({ text, words: said, on }, nth) => ({
    place: `done.${nth}`,
    text: said || text,
    source: words.sources.done(text, on),
    written: true as const,
  }))
  const last = { text: words.allDone(completedOn), source: words.sources.allDone }
  return [{ name: words.done, pieces: [...pieces, { place: 'completed', ...last }] }]
}

const checkLines = ({ result }: Preview['task']): Line[] => {
  const checks = result?.checks ?? []
  const pieces = checks.map(({ level, unitName, checkers, on }, nth) => ({
    place: `check.${nth}`,
    text: words.checkedBy(levelNames[level], unitName, checkers, on),
    source: words.sources.check(levelNames[level], on),
    kind: 'check' as const,
  }))
  return pieces.length > 0 ? [{ name: words.checked, pieces }] : []
}

const villageLines = ({ villages }: Preview): Line[] => {
  if (!villages) return []
  const source = villages.released ? words.sources.villages : words.sources.villagesOpen
  const piece = { place: 'villages', text: words.said(villages), source }
  return [{ name: words.villages, pieces: [piece] }]
}

const timeLines = ({ notice }: Preview): Line[] => {
  if (!notice) return []
  const { from, lastOn, days } = notice
  const counted = days.filter(({ nth }) => nth !== null).length
  const text = lastOn ? words.between(from, lastOn, counted) : words.waits(from)
  return [{ name: words.time, pieces: [{ place: 'time', text, source: words.sources.time }] }]
}

const photoLines = ({ photos }: Preview): Line[] => {
  const pieces = photos
    .filter(({ chosen }) => chosen)
    .flatMap((pair, nth) =>
      (['before', 'after'] as const).map((use) => ({
        place: `photo.${nth}.${use}`,
        text: words.photo(nth + 1, photoPairWords[use]),
        source: words.sources.photo(pair.text),
        url: pair[`${use}Url`],
      })),
    )
  return pieces.length > 0 ? [{ name: words.photos, pieces }] : []
}

const linesOf = (preview: Preview): Line[] => {
  const { task } = preview
  const { sources } = words
  const due = task.dueOn ? fullDueDay(task.dueOn, task.dueProvisional) : task.dueText
  const goals = task.goals.map((text, nth) => ({
    ...{ place: `goal.${nth}`, text, source: sources.goals },
    written: true as const,
  }))
  const number = { place: 'number', text: task.number, source: sources.number }
  const problem = { place: 'problem', text: task.problem, source: sources.problem }
  const who = { place: 'who', text: task.unitNames.join('、'), source: sources.who }
  return [
    { name: words.number, pieces: [number] },
    { name: words.problem, pieces: [{ ...problem, written: true }] },
    {
      name: words.goals,
      pieces: [...goals, { place: 'due', text: words.due(due), source: sources.due }],
    },
    ...doneLines(task),
    { name: words.who, pieces: [who] },
    ...checkLines(task),
    ...villageLines(preview),
    ...timeLines(preview),
    ...photoLines(preview),
  ]
}

/** 几处: each underlined piece. */
export const placesIn = (preview: Preview): number =>
  linesOf(preview).reduce((sum, { pieces }) => sum + pieces.length, 0)

interface NoticePaperProps {
  preview: Preview
  /** The piece that was asked about. */
  chosen: ChosenPiece | null
  onChoose: (piece: ChosenPiece) => void
  /** Of whoever checks it: a tap on a piece is reading it. */
  reading: Reading | null
  /** On a phone the source stands under the line that was tapped. */
  sourceUnder?: boolean
}

/** Mock 24: the notice as the ledger writes it; what is underlined says where it comes from. */
export function NoticePaper(props: NoticePaperProps) {
  const { preview, chosen, onChoose, reading, sourceUnder = false } = props
  const edited = new Set(preview.edits.map(({ place }) => place))
  const isChosen = ({ place }: Piece) => chosen?.place === place
  const lookOf = (piece: Piece): string =>
    [
      'notice-mark',
      piece.kind && 'notice-mark--check',
      edited.has(piece.place) && 'notice-mark--edited',
      isChosen(piece) && 'notice-mark--on',
    ]
      .filter(Boolean)
      .join(' ')
  return (
    <View className="notice-paper">
      <View className="notice-paper__title">
        {words.paper(preview.task.title, preview.task.result !== null)}
        {words.draft}
      </View>
      {linesOf(preview).map(({ name, pieces }) => (
        <View key={name} className="notice-line">
          <View className="notice-line__name">{name}</View>
          <View className="notice-line__text">
            {pieces.map((piece, nth) => {
              const text = nth < pieces.length - 1 ? words.joined(piece.text) : piece.text
              const isRead = reading?.read.includes(piece.place) ?? false
              return (
                <Tappable
                  key={piece.place}
                  selected={isChosen(piece)}
                  className={lookOf(piece)}
                  {...(reading && { label: words.readLabel(text, isRead) })}
                  onTap={() => {
                    onChoose(piece)
                    reading?.open(piece.place)
                    if (piece.url) viewPhotos([piece.url])
                  }}
                >
                  {isRead ? words.readText(text) : text}
                </Tappable>
              )
            })}
            {sourceUnder && chosen && pieces.some(isChosen) && (
              <View className="dim">{words.from(chosen.source)}</View>
            )}
          </View>
        </View>
      ))}
    </View>
  )
}
