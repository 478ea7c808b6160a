import * as exparser from 'miniprogram-exparser'
import type { ExparserNode } from 'miniprogram-exparser'

/** Queries over what a page has drawn, as a person or a screen reader meets it. */

const isText = (node: ExparserNode): boolean => node instanceof exparser.TextNode
const isVirtual = (node: ExparserNode): boolean => node instanceof exparser.VirtualNode

/** Our own components are drawn in their shadow; built-in tags only carry what is put in them. */
const isOwnComponent = (node: ExparserNode): boolean =>
  node.shadowRoot !== undefined && (node.is?.startsWith('program-') ?? false)

const childrenOf = (node: ExparserNode): readonly ExparserNode[] =>
  isText(node) ? [] : isOwnComponent(node) ? node.shadowRoot!.childNodes : node.childNodes

const camels = new Map<string, string>()

/** wcc writes `aria-label` as `ariaLabel`. Asked of every node of a page, for few names. */
const camel = (name: string): string => {
  const known = camels.get(name)
  if (known !== undefined) return known
  const spelt = name.replace(/-[a-z]/g, (part) => part[1]!.toUpperCase())
  camels.set(name, spelt)
  return spelt
}

export const attribute = (node: ExparserNode, name: string): string | undefined => {
  const other = camel(name)
  const value = node._vt?.attrs.find((attr) => attr.name === name || attr.name === other)?.value
  return value === undefined || value === null || value === '' ? undefined : String(value)
}

/** A tag's name without wcc's prefix; empty for text and virtual nodes. */
export const tagOf = (node: ExparserNode): string =>
  isText(node) || isOwnComponent(node) || isVirtual(node)
    ? ''
    : (node._vt?.tagName ?? '').replace(/^wx-/, '')

const isHidden = (node: ExparserNode): boolean =>
  /display:\s*none|visibility:\s*hidden/.test(attribute(node, 'style') ?? '') ||
  attribute(node, 'hidden') === 'true'

/** Every drawn node in reading order, hidden branches left out. */
function* walk(node: ExparserNode): Generator<ExparserNode> {
  if (isHidden(node)) return
  yield node
  for (const child of childrenOf(node)) yield* walk(child)
}

/** Parent as drawn: out of a component's shadow to the component itself. */
const parentOf = (node: ExparserNode): ExparserNode | null => {
  if (node.parentNode) return node.parentNode
  return node.getHostNode ? node.getHostNode() : null
}

const block = new Set(['view', 'button', 'input', 'textarea', 'image', 'form', 'scroll-view'])

/** Texts of nodes, kept while nothing is drawn anew: a page's nodes lie in each other. */
type Texts = Map<ExparserNode, string>

const drawnText = (node: ExparserNode, known: Texts): string => {
  const before = known.get(node)
  if (before !== undefined) return before
  const text = freshText(node, known)
  known.set(node, text)
  return text
}

const freshText = (node: ExparserNode, known: Texts): string => {
  if (isHidden(node)) return ''
  if (isText(node)) return node.textContent ?? ''
  const inner = childrenOf(node)
    .map((child) => drawnText(child, known))
    .join('')
  return block.has(tagOf(node)) ? `\n${inner}\n` : inner
}

/** Visible text: blocks on lines of their own, what was typed and placeholders are not part of it. */
export const textOf = (root: ExparserNode): string =>
  drawnText(root, new Map())
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .join('\n')

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()

export const hasBinding = (node: ExparserNode, event: string): boolean =>
  node._vt?.event[event] !== undefined

/** A `catchtouchmove`: the finger's movement ends here and moves nothing around it. */
const catchesMovement = (node: ExparserNode): boolean =>
  Object.values(node._vt?.event ?? {}).some(({ name, isCatch }) => isCatch && name === 'touchmove')

const isScrollView = (node: ExparserNode): boolean =>
  tagOf(node) === 'scroll-view' && attribute(node, 'scroll-y') === 'true'

const upwards = function* (node: ExparserNode): Generator<ExparserNode> {
  for (let at: ExparserNode | null = node; at; at = parentOf(at)) yield at
}

/** The nearest node, itself or around it, that this matches. */
export const closest = (
  node: ExparserNode,
  matches: (candidate: ExparserNode) => boolean,
): ExparserNode | undefined => [...upwards(node)].find(matches)

/**
 * What a finger moved over this node scrolls: the nearest `scroll-view`, else the page. A caught
 * movement scrolls neither the page nor a view whose style says `overflow`, only a `scroll-view`
 * inside of it; then the answer is what caught it.
 */
export const scrollerOf = (
  node: ExparserNode,
): { readonly scrolls: ExparserNode | 'page' } | { readonly caughtBy: ExparserNode } => {
  for (const at of upwards(node)) {
    if (isScrollView(at)) return { scrolls: at }
    if (catchesMovement(at)) return { caughtBy: at }
  }
  return { scrolls: 'page' }
}

const takesFinger = (node: ExparserNode): boolean =>
  hasBinding(node, 'tap') || ['input', 'textarea', 'picker'].includes(tagOf(node))

/** What can be tapped or typed into where a caught movement holds the page: no `scroll-view` lies around it. */
export const heldFast = (root: ExparserNode): ExparserNode[] => {
  const drawn = [...walk(root)]
  if (!drawn.some(catchesMovement)) return []
  return drawn.filter(
    (node) => takesFinger(node) && !catchesMovement(node) && 'caughtBy' in scrollerOf(node),
  )
}

/**
 * Rows that can be tapped inside `around` before this node, in reading order. Those of a scroll-view that it
 * does not stand in push nothing down: they move inside of it, as over the foot of a sheet.
 */
export const rowsBefore = (node: ExparserNode, around: ExparserNode): number => {
  const inside = [...walk(around)]
  const above = new Set(upwards(node))
  const scrollsApart = (other: ExparserNode): boolean =>
    closest(other, (at) => isScrollView(at) && !above.has(at)) !== undefined
  return inside
    .slice(0, inside.indexOf(node))
    .filter((other) => hasBinding(other, 'tap') && !above.has(other) && !scrollsApart(other)).length
}

/**
 * Nodes with this spoken name (aria-label) or this text, the smallest first; those that only
 * contain it when none reads exactly so.
 */
export const findByName = (root: ExparserNode, name: string): ExparserNode[] => {
  const texts: Texts = new Map()
  const named = [...walk(root)]
    .filter((node) => tagOf(node) !== '')
    .map((node) => ({
      node,
      label: attribute(node, 'aria-label'),
      text: oneLine(drawnText(node, texts)),
    }))
  const exact = named.filter(({ label, text }) => label === name || text === name)
  const matching =
    exact.length > 0
      ? exact
      : named.filter(({ label, text }) => label?.includes(name) || text.includes(name))
  return matching.sort((a, b) => a.text.length - b.text.length).map(({ node }) => node)
}

export const findById = (root: ExparserNode, id: string): ExparserNode | undefined =>
  [...walk(root)].find((node) => attribute(node, 'id') === id)

/** Fields by spoken name or placeholder; all of them when no name is given. */
export const findFields = (root: ExparserNode, name?: string): ExparserNode[] => {
  const fields = [...walk(root)].filter((node) => ['input', 'textarea'].includes(tagOf(node)))
  if (name === undefined) return fields
  const names = (node: ExparserNode) =>
    ['aria-label', 'placeholder', 'name', 'id'].map((key) => attribute(node, key) ?? '')
  const exact = fields.filter((node) => names(node).includes(name))
  return exact.length > 0
    ? exact
    : fields.filter((node) => names(node).some((own) => own.includes(name)))
}

/** Nodes of a simple selector: `#id`, `.class`, or the last part of a longer one. */
export const findAllBySelector = (root: ExparserNode, selector: string): ExparserNode[] => {
  const last =
    selector
      .trim()
      .split(/[\s>]+/)
      .at(-1) ?? ''
  return [...walk(root)].filter((node) =>
    last.startsWith('#')
      ? attribute(node, 'id') === last.slice(1)
      : (attribute(node, 'class') ?? '').split(/\s+/).includes(last.replace(/^\./, '')),
  )
}
