import { Text, View } from '@tarojs/components'
import { Tappable } from '../../tap/tappable'
import './index.scss'

/** A stretch of the source text, untouched. Pieces of a paragraph join to its exact words. */
export interface SourcePiece {
  readonly text: string
  /**
   * `read` was understood, `unsure` waits for a person, `label` is a heading of the source,
   * `unread` belongs to nothing that was read, `doubted` may have been read wrongly.
   */
  readonly mark?: 'read' | 'unsure' | 'label' | 'unread' | 'doubted'
  /** Number of the unsure place, the same as beside its field. */
  readonly no?: number
}

export interface SourceParagraph {
  readonly key: string
  readonly pieces: readonly SourcePiece[]
  /** Belongs to the next item; shown dim for context. */
  readonly outside?: boolean
}

interface SourcePaneProps {
  paragraphs: readonly SourceParagraph[]
  /** The unsure place that is being decided. */
  current: number | null
  onPick: (no: number) => void
}

/** Keeps a number on the line of its words. */
const wordJoiner = '\u2060'

interface PieceProps {
  piece: SourcePiece
  current: number | null
  onPick: SourcePaneProps['onPick']
}

function Piece({ piece, current, onPick }: PieceProps) {
  if (!piece.mark) return <Text>{piece.text}</Text>
  const at = piece.no !== undefined && piece.no === current ? 'source-pane__mark--current' : ''
  const classes = `source-pane__mark source-pane__mark--${piece.mark} ${at}`
  const { no } = piece
  if (no === undefined) return <Text className={classes}>{piece.text}</Text>
  return (
    <Tappable className="source-pane__place" onTap={() => onPick(no)}>
      <Text className={classes}>{piece.text}</Text>
      <Text className="source-pane__no">{`${wordJoiner}${no}`}</Text>
    </Tappable>
  )
}

/** The source beside its fields: what was read is underlined, what is unsure is numbered. */
export function SourcePane({ paragraphs, current, onPick }: SourcePaneProps) {
  return (
    <View className="source-pane">
      {paragraphs.map((paragraph) => (
        <View
          key={paragraph.key}
          className={
            paragraph.outside
              ? 'source-pane__paragraph source-pane__paragraph--outside'
              : 'source-pane__paragraph'
          }
        >
          {paragraph.pieces.map((piece, index) => (
            <Piece key={index} piece={piece} current={current} onPick={onPick} />
          ))}
        </View>
      ))}
    </View>
  )
}
