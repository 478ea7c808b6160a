import {
  AlignmentType,
  Document,
  Header,
  HeadingLevel,
  ImageRun,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import qrcode from 'qrcode-generator'
import { type Block, filled, type Paper, type PaperData } from '@/domain/papers/paper'

const font = { ascii: 'Times New Roman', eastAsia: '仿宋', hAnsi: 'Times New Roman' }
/** Half points: 三号 for the title, 小四 for the text, 五号 for tables. */
const sizes = { title: 32, heading: 26, line: 24, small: 20, cell: 20 } as const
/** Side of a code in pixels at 96 dpi: 4 cm, which a phone reads from a hand's breadth. */
const codeSide = 150

const run = (text: string, size: number, bold = false) => new TextRun({ text, size, bold, font })

const paragraphOf = (kind: 'title' | 'heading' | 'line' | 'small', text: string): Paragraph => {
  const isHead = kind === 'title' || kind === 'heading'
  return new Paragraph({
    children: [run(text, sizes[kind], isHead)],
    spacing: { before: isHead ? 240 : 60, after: 60 },
    ...(kind === 'title' && { alignment: AlignmentType.CENTER, heading: HeadingLevel.TITLE }),
    ...(kind === 'heading' && { heading: HeadingLevel.HEADING_1 }),
  })
}

const cell = (text: string, width: number, bold = false): TableCell =>
  new TableCell({
    width: { size: width, type: WidthType.PERCENTAGE },
    children: [new Paragraph({ children: [run(text, sizes.cell, bold)] })],
  })

const tableOf = (rows: readonly TableRow[]): Table =>
  new Table({ width: { size: 100, type: WidthType.PERCENTAGE }, rows: [...rows] })

/** Without a network: the code is drawn here. */
const codeOf = (text: string): Paragraph => {
  const code = qrcode(0, 'M')
  code.addData(text, 'Byte')
  code.make()
  const [, base64 = ''] = code.createDataURL(6, 12).split(',')
  const transformation = { width: codeSide, height: codeSide }
  const data = Buffer.from(base64, 'base64')
  return new Paragraph({ children: [new ImageRun({ type: 'gif', data, transformation })] })
}

const drawn = (block: Block, { values, lists }: PaperData): (Paragraph | Table)[] => {
  switch (block.kind) {
    case 'facts':
      return [
        tableOf(
          block.rows.map(
            ([name, value]) =>
              new TableRow({ children: [cell(name, 25, true), cell(filled(value, values), 75)] }),
          ),
        ),
      ]
    case 'table': {
      const entries = lists[block.list]
      if (entries === undefined) throw new Error(`the paper asks for the list ${block.list}`)
      if (entries.length === 0) return [paragraphOf('line', block.empty)]
      const head = new TableRow({
        tableHeader: true,
        children: block.columns.map(({ name, width }) => cell(name, width, true)),
      })
      const rows = entries.map(
        (entry) =>
          new TableRow({
            children: block.columns.map(({ value, width }) => cell(filled(value, entry), width)),
          }),
      )
      return [tableOf([head, ...rows])]
    }
    case 'code':
      return [codeOf(filled(block.text, values))]
    default:
      return [paragraphOf(block.kind, filled(block.text, values))]
  }
}

/** A .docx of this paper. @throws Error where the data lacks what the paper asks for */
export const render = ({ mark, blocks }: Paper, data: PaperData): Promise<Buffer> =>
  Packer.toBuffer(
    new Document({
      creator: '整改通',
      sections: [
        {
          headers: {
            default: new Header({
              children: [
                new Paragraph({
                  alignment: AlignmentType.RIGHT,
                  children: [run(mark, sizes.line, true)],
                }),
              ],
            }),
          },
          children: blocks.flatMap((block) => drawn(block, data)),
        },
      ],
    }),
  )
