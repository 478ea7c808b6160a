import type { Archive } from './unpack'

/** What a style says that is not in the text: that its words are hidden, and that it counts. */
export interface Style {
  based: string
  hidden: boolean | null
  list: string
  level: number
}

/** A switch of Word's: on unless it says otherwise. */
export const isOn = (value: string | undefined): boolean =>
  value === undefined || /^(?:1|true|on)$/.test(value)

export class Styles {
  private readonly styles = new Map<string, Style>()

  static async read(archive: Archive): Promise<Styles> {
    const styles = new Styles()
    let style: Style = { based: '', hidden: null, list: '', level: 0 }
    await archive.readXml('word/styles.xml', {
      open: (name, attributes) => {
        const value = attributes['w:val'] ?? ''
        if (name === 'w:style') {
          style = { based: '', hidden: null, list: '', level: 0 }
          styles.styles.set(attributes['w:styleId'] ?? '', style)
        } else if (name === 'w:basedOn') style.based = value
        else if (name === 'w:vanish') style.hidden = isOn(attributes['w:val'])
        else if (name === 'w:numId') style.list = value
        else if (name === 'w:ilvl') style.level = Number(value)
      },
    })
    return styles
  }

  /** The nearest style, from this one up, of which something holds. */
  private nearest(id: string, says: (style: Style) => boolean): Style | undefined {
    const seen = new Set<string>()
    for (let at = id; at !== '' && !seen.has(at); at = this.styles.get(at)?.based ?? '') {
      seen.add(at)
      const style = this.styles.get(at)
      if (style && says(style)) return style
    }
    return undefined
  }

  hides(id: string): boolean {
    return this.nearest(id, ({ hidden }) => hidden !== null)?.hidden ?? false
  }

  /** The list in which a paragraph of this style counts. */
  listOf(id: string): { id: string; level: number } | null {
    const style = this.nearest(id, ({ list }) => list !== '')
    return style ? { id: style.list, level: style.level } : null
  }
}
