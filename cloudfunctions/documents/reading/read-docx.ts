import { BodyWalker } from './docx-body'
import { Numbering } from './docx-numbering'
import { Styles } from './docx-styles'
import { ImportRefusal } from './import-refusal'
import { type Archive, openArchive } from './unpack'

const body = 'word/document.xml'

/** The words of footnotes and endnotes by `footnote N` and `endnote N`. */
async function notesOf(archive: Archive): Promise<Map<string, string>> {
  const notes = new Map<string, string>()
  for (const kind of ['footnote', 'endnote']) {
    let id = ''
    let words = ''
    let inText = false
    await archive.readXml(`word/${kind}s.xml`, {
      open: (name, attributes) => {
        if (name === `w:${kind}`) {
          id = attributes['w:id'] ?? ''
          words = ''
        } else if (name === 'w:t') inText = true
      },
      text: (piece) => {
        if (inText) words += piece
      },
      close: (name) => {
        if (name === 'w:t') inText = false
        else if (name === `w:${kind}`) notes.set(`${kind} ${id}`, words)
      },
    })
  }
  return notes
}

/**
 * The text of a .docx, its tables as | lines |, with the numbers that Word counts itself. Hidden
 * words, notes and pictures are marked where they stand.
 */
export async function readDocx(bytes: Uint8Array): Promise<string> {
  try {
    const archive = await openArchive(bytes)
    if (!archive.has(body)) throw new ImportRefusal('IMPORT.BROKEN_DOCX')
    const styles = await Styles.read(archive)
    const numbering = await Numbering.read(archive)
    const walker = new BodyWalker(styles, numbering, await notesOf(archive))
    await archive.readXml(body, {
      open: (name, attributes) => walker.open(name, attributes),
      close: (name) => walker.close(name),
      text: (words) => walker.text(words),
    })
    return walker.lines.join('\n')
  } catch (error) {
    if (error instanceof ImportRefusal) throw error
    throw new ImportRefusal('IMPORT.BROKEN_DOCX')
  }
}
