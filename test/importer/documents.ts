import { Document, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow } from 'docx'
import ExcelJS from 'exceljs'

const paragraphs = (text: string): Paragraph[] =>
  text.split('\n').map((line) => new Paragraph(line))

/** A Word file of a title, a table and closing lines. */
export async function wordFile(
  title: string,
  rows: string[][],
  closing: string,
): Promise<Uint8Array> {
  const table = new Table({
    rows: rows.map(
      (row) =>
        new TableRow({
          children: row.map((cell) => new TableCell({ children: paragraphs(cell) })),
        }),
    ),
  })
  const heading = new Paragraph({ text: title, heading: HeadingLevel.HEADING_1 })
  const file = new Document({ sections: [{ children: [heading, table, ...paragraphs(closing)] }] })
  return new Uint8Array(await Packer.toBuffer(file))
}

export async function wordText(text: string): Promise<Uint8Array> {
  return new Uint8Array(
    await Packer.toBuffer(new Document({ sections: [{ children: paragraphs(text) }] })),
  )
}

/** An Excel file; cells may be days, and equal neighbours below may be merged by the caller. */
export async function excelFile(
  rows: (string | number | Date)[][],
  shape: (sheet: ExcelJS.Worksheet) => void = () => undefined,
): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('清单')
  for (const row of rows) sheet.addRow(row)
  shape(sheet)
  return new Uint8Array(await book.xlsx.writeBuffer())
}

/** 60 tasks; with `lastRow` the sheet's last possible row holds an empty cell, as formatting leaves it. */
export const sixtyTasks = ({ lastRow = false } = {}): Promise<Uint8Array> =>
  excelFile(
    [
      ['序号', '整改任务', '整改目标', '整改措施', '责任单位', '整改时限'],
      ...Array.from({ length: 60 }, (_, at) => [
        String(at + 1),
        `第${at + 1}处污水直排。`,
        '完成截污。',
        '建设截污管。',
        '县水利局',
        '2021年6月底前',
      ]),
    ],
    (sheet) => {
      if (lastRow) sheet.getRow(1_048_576).getCell(1).value = ''
    },
  )

export interface PdfPiece {
  x: number
  y: number
  text: string
}

const encoders: Record<string, (text: string) => string> = {
  'UniGB-UCS2-H': (text) =>
    [...text].map((char) => char.charCodeAt(0).toString(16).padStart(4, '0')).join(''),
  'GBK-EUC-H': (text) => [...text].map((char) => gbk[char] ?? '').join(''),
}

/** The GBK codes of the few characters that the GBK test prints. */
const gbk: Record<string, string> = {
  反: 'b7b4',
  馈: 'c0a1',
  问: 'ceca',
  题: 'cce2',
  责: 'd4f0',
  任: 'c8ce',
  单: 'b5a5',
  位: 'cebb',
  ':': '3a',
  河: 'bad3',
  县: 'cfd8',
}

/**
 * A PDF by hand: a Chinese font that is not embedded and a predefined character map, as office
 * software of old writes them, with ruled lines between `lines`.
 */
export const pdfFile = (
  encoding: keyof typeof encoders,
  pieces: PdfPiece[],
  lines: PdfLine[] = [],
): Uint8Array => pdfBook(encoding, [{ pieces, lines }])

type PdfLine = [x0: number, y0: number, x1: number, y1: number]

interface PdfPage {
  pieces: PdfPiece[]
  lines: PdfLine[]
}

/** As many pages. */
export function pdfBook(encoding: keyof typeof encoders, pages: PdfPage[]): Uint8Array {
  const encode = encoders[encoding] as (text: string) => string
  const contents = pages.map(({ pieces, lines }) => {
    const text = pieces.map(
      ({ x, y, text: words }) => `BT /F1 12 Tf 1 0 0 1 ${x} ${y} Tm <${encode(words)}> Tj ET`,
    )
    const strokes = lines.map(([x0, y0, x1, y1]) => `${x0} ${y0} m ${x1} ${y1} l S`)
    return [...strokes, ...text].join('\n')
  })
  return assemble(contents, encoding)
}

/** Objects of a page and its text, behind the four that all pages share. */
const pageAt = (index: number): number => 6 + index * 2

function assemble(contents: string[], encoding: string | number): Uint8Array {
  const kids = contents.map((_, index) => `${pageAt(index)} 0 R`).join(' ')
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${contents.length} >>`,
    `<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /${encoding} /DescendantFonts [4 0 R] >>`,
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /FontDescriptor 5 0 R /DW 1000 >>',
    '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>',
    ...contents.flatMap((content, index) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${pageAt(index) + 1} 0 R >>`,
      `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    ]),
  ]
  let body = '%PDF-1.4\n'
  const places = objects.map((object, index) => {
    const place = body.length
    body += `${index + 1} 0 obj\n${object}\nendobj\n`
    return place
  })
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  const end = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF`
  return new Uint8Array(Buffer.from(body + end, 'latin1'))
}

/** A page that shows no text: what a scanner without text recognition makes. */
export const scannedPdf = (): Uint8Array => assemble(['0 0 500 700 re f'], 'UniGB-UCS2-H')

/** A trailer that asks for a password nobody knows. */
export function encryptedPdf(): Uint8Array {
  const plain = Buffer.from(scannedPdf()).toString('latin1')
  const key = 'ab'.repeat(32)
  const encrypt = `/Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 /P -4 /O <${key}> /U <${key}> >> /ID [<${key.slice(0, 32)}> <${key.slice(0, 32)}>]`
  return new Uint8Array(
    Buffer.from(plain.replace('/Root 1 0 R', `/Root 1 0 R ${encrypt}`), 'latin1'),
  )
}
