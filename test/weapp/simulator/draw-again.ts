import diff from 'j-component/src/render/diff'
import render from 'j-component/src/render/render'
import * as exparser from 'miniprogram-exparser'
import type { ExparserNode } from 'miniprogram-exparser'
import type { VirtualNode } from './virtual-node'

/**
 * Our own second drawing in place of j-component's, which loses the order when a keyed list is
 * turned round and hands every property down when one has changed.
 */

const textType = 18
const isText = (node: VirtualNode): boolean => node.type === textType

const isSame = (before: VirtualNode, after: VirtualNode): boolean =>
  before.type === after.type &&
  before.componentId === after.componentId &&
  before.key === after.key &&
  (!isText(before) || before.content === after.content)

const drawNew = (after: VirtualNode, parent: ExparserNode): ExparserNode =>
  render.renderExparserNode(after, null, parent.ownerShadowRoot ?? parent)

const drawAttributes = (node: ExparserNode, before: VirtualNode, after: VirtualNode): void => {
  const old = new Map(before.attrs.map(({ name, value }) => [name, value]))
  const changed = after.attrs.filter(({ name, value }) => !old.has(name) || old.get(name) !== value)
  const left = new Set(after.attrs.map(({ name }) => name))
  const gone = [...old.keys()].filter((name) => !left.has(name))
  const all = [...changed, ...gone.map((name) => ({ name, value: undefined }))]
  if (all.length > 0) render.updateAttrs(node, all)
}

const spell = ({ event }: VirtualNode): string =>
  JSON.stringify(Object.values(event), (key, value: unknown) => (key === 'id' ? undefined : value))

const drawBindings = (node: ExparserNode, before: VirtualNode, after: VirtualNode): void => {
  if (spell(before) === spell(after)) {
    after.event = before.event
    return
  }
  for (const { name, id, isCapture } of Object.values(before.event)) {
    exparser.removeListenerFromElement(node, name, id, { capture: isCapture })
  }
  render.updateEvent(node, after.event)
}

/** The old child to go on with for each new one: by key, and those without a key in order. */
const matchChildren = (before: VirtualNode, after: VirtualNode) => {
  const waiting = new Map<string | undefined, VirtualNode[]>()
  for (const old of before.children) {
    waiting.set(old.key, [...(waiting.get(old.key) ?? []), old])
  }
  return after.children.map((child) => {
    const match = waiting.get(child.key)?.shift()
    return match && isSame(match, child) ? match : undefined
  })
}

const drawChildren = (parent: ExparserNode, before: VirtualNode, after: VirtualNode): void => {
  const matches = matchChildren(before, after)
  const kept = new Set(matches)
  for (const old of before.children) {
    if (!kept.has(old) && old.exparserNode) parent.removeChild(old.exparserNode)
  }
  after.children.forEach((child, place) => {
    const old = matches[place]
    if (old) drawAgain(old, child)
    const node = child.exparserNode ?? drawNew(child, parent)
    const standing = parent.childNodes[place]
    if (standing === node) return
    if (standing) parent.insertBefore(node, standing)
    else parent.appendChild(node)
  })
}

const drawAgain = (before: VirtualNode, after: VirtualNode): void => {
  const node = before.exparserNode
  if (!node) return
  after.exparserNode = node
  if (!isText(after)) {
    drawAttributes(node, before, after)
    drawBindings(node, before, after)
    drawChildren(node, before, after)
  }
  node._vt = after
}

/** Puts it in j-component's place. */
export const installOwnDrawing = (): void => {
  diff.diffVt = drawAgain
}
