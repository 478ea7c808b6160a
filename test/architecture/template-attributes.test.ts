import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import ts from 'typescript'
import table from '@/config/template-attributes.json'

/**
 * In WeChat a component of the mini-program takes the attributes and events that
 * `config/template-attributes.json` names, and silently no other.
 */

const src = path.resolve(__dirname, '../../src')
const taken: Readonly<Record<string, Readonly<Record<string, string>>>> = table

/** What Taro passes for every component, what React reads, and what only a browser tells a screen reader. */
const always =
  /^(id|key|style|className|role|onClick|catchMove|defaultValue|aria-(busy|current|level|sort))$/

/** `maxlength` → `maxlength`, `scrollY` → `scroll-y`, `onInput` → `bindInput`. */
const inTemplate = (name: string) =>
  /^on[A-Z]/.test(name)
    ? name.replace(/^on/, 'bind')
    : name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

interface Found {
  readonly set: readonly string[]
  readonly spread: boolean
}

const missingIn = (file: string, source: string): Found => {
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, false, ts.ScriptKind.TSX)
  const [, imported = ''] = /import \{([^}]*)\} from '@tarojs\/components'/.exec(source) ?? []
  const native = new Set(imported.split(',').map((name) => name.trim()))
  const set: string[] = []
  let spread = false
  const visit = (node: ts.Node): void => {
    if (ts.isJsxOpeningElement(node) || ts.isJsxSelfClosingElement(node)) {
      const tag = (node.tagName as ts.Identifier).text
      if (native.has(tag))
        for (const attribute of node.attributes.properties) {
          if (ts.isJsxSpreadAttribute(attribute)) spread = true
          else {
            const name = (attribute.name as ts.Identifier).text
            const takes = taken[tag] ?? {}
            if (!always.test(name) && !(name in takes) && !(inTemplate(name) in takes))
              set.push(`${file}: ${tag} ${name}`)
          }
        }
    }
    ts.forEachChild(node, visit)
  }
  visit(tree)
  return { set, spread }
}

const found = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.tsx'))
  .map((file) => ({ file, ...missingIn(file, readFileSync(path.join(src, file), 'utf8')) }))

test('an attribute or event that the template does not pass is found', () => {
  const source = `import { Text, View } from '@tarojs/components'
    const a = <View hoverClass="x" animation={b} onTouchStart={c} onLongPress={d}><Text {...e} /></View>`
  expect(missingIn('a.tsx', source)).toEqual({
    set: ['a.tsx: View animation', 'a.tsx: View onLongPress'],
    spread: true,
  })
})

test('every attribute and event that a page sets reaches the component of the mini-program', () => {
  expect(found.length).toBeGreaterThan(300)
  expect(found.flatMap(({ set }) => set)).toEqual([])
})

test('attributes are handed on unnamed by the two components whose tests see them arrive', () => {
  expect(found.flatMap(({ file, spread }) => (spread ? [file] : []))).toEqual([
    'components/show/picture/index.tsx',
    'components/tap/tappable/index.tsx',
  ])
})
