import { View } from '@tarojs/components'
import { levelNames } from '@/copy/chain'
import { fullDueDay } from '@/copy/moment'
import { noticeDeskWords as words } from '@/copy/notice-desk'
import type { ActionOutput } from '@/contract/actions'
import { Tappable } from '@/src/components/tappable'
import './notice-desk.scss'

type Preview = ActionOutput<'task.previewRelease'>

/** One place of the text, and where in the ledger it comes from. */
interface Piece {
  readonly text: string
  readonly source: string
  readonly kind?: 'check'
  /** Where it may be written otherwise. */
  readonly place?: string
}
export type ChosenPiece = Pick<Piece, 'text' | 'source' | 'place'>

interface Line {
  readonly name: string
  readonly pieces: readonly Piece[]
}

const resultLines = ({ result }: Preview['task']): Line[] => {
  if (!result) return []
  const { done, checks, completedOn } = result
  return [
    {
      name: words.done,
      pieces: [
        ...done.map(({ text, words: said, on }, place) => ({
          text: said || text,
          source: words.sources.done(text, on),
          place: `done.${place}`,
        })),
        { text: words.allDone(completedOn), source: words.sources.allDone },
      ],
    },
    {
      name: words.checked,
      pieces: checks.map(({ level, unitName, checkers, on }) => ({
        text: words.checkedBy(levelNames[level], unitName, checkers, on),
        source: words.sources.check(levelNames[level], on),
        kind: 'check' as const,
      })),
    },
  ]
}

const villageLines = ({ villages }: Preview): Line[] => {
  if (!villages) return []
  const source = villages.released ? words.sources.villages : words.sources.villagesOpen
  return [{ name: words.villages, pieces: [{ text: words.said(villages), source }] }]
}

const linesOf = (preview: Preview): Line[] => {
  const { task, notice } = preview
  const { sources } = words
  const due = task.dueOn ? fullDueDay(task.dueOn, task.dueProvisional) : task.dueText
  const counted = notice?.days.filter(({ nth }) => nth !== null).length ?? 0
  return [
    { name: words.number, pieces: [{ text: task.number, source: sources.number }] },
    {
      name: words.problem,
      pieces: [{ text: task.problem, source: sources.problem, place: 'problem' }],
    },
    {
      name: words.goals,
      pieces: [
        ...task.goals.map((text, place) => ({
          ...{ text, source: sources.goals },
          place: `goal.${place}`,
        })),
        { text: words.due(due), source: sources.due },
      ],
    },
    ...resultLines(task),
    { name: words.who, pieces: [{ text: task.unitNames.join('、'), source: sources.who }] },
    ...villageLines(preview),
    ...(notice
      ? [
          {
            name: words.time,
            pieces: [
              {
                text: notice.lastOn
                  ? words.between(notice.from, notice.lastOn, counted)
                  : words.waits(notice.from),
                source: sources.time,
              },
            ],
          },
        ]
      : []),
  ]
}

/** 几处: each underlined piece, and each photo that goes with them. */
export const placesIn = (preview: Preview): number =>
  linesOf(preview).reduce((sum, { pieces }) => sum + pieces.length, 0) +
  2 * preview.photos.filter(({ chosen }) => chosen).length

interface NoticePaperProps {
  preview: Preview
  /** The piece that was asked about. */
  chosen: ChosenPiece | null
  onChoose: (piece: ChosenPiece) => void
}

/** Mock 24: the notice as the ledger writes it; what is underlined says where it comes from. */
export function NoticePaper({ preview, chosen, onChoose }: NoticePaperProps) {
  const edited = new Set(preview.edits.map(({ place }) => place))
  const isChosen = ({ source, place }: Piece) => chosen?.source === source && chosen.place === place
  const lookOf = (piece: Piece): string =>
    [
      'notice-mark',
      piece.kind && 'notice-mark--check',
      piece.place && edited.has(piece.place) && 'notice-mark--edited',
      isChosen(piece) && 'notice-mark--on',
    ]
      .filter(Boolean)
      .join(' ')
  return (
    <View className="notice-paper">
      <View className="notice-paper__title">
        {words.paper(preview.task.title)}
        {words.draft}
      </View>
      {linesOf(preview).map(({ name, pieces }) => (
        <View key={name} className="notice-line">
          <View className="notice-line__name">{name}</View>
          <View className="notice-line__text">
            {pieces.map((piece, place) => (
              <Tappable
                key={place}
                selected={isChosen(piece)}
                className={lookOf(piece)}
                onTap={() => onChoose(piece)}
              >
                {place < pieces.length - 1 ? words.joined(piece.text) : piece.text}
              </Tappable>
            ))}
          </View>
        </View>
      ))}
    </View>
  )
}
