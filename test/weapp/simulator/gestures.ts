import * as exparser from 'miniprogram-exparser'
import type { ExparserNode } from 'miniprogram-exparser'
import * as tree from './tree'
import { attribute, closest, hasBinding, rowsBefore, scrollerOf, tagOf } from './tree'

interface Sent {
  readonly detail?: object
  readonly bubbles?: boolean
}

/** Sends an event as the view layer does; touches bubble, a field's own events do not. */
export const send = (
  target: ExparserNode,
  type: string,
  { detail = {}, bubbles = false }: Sent = {},
): void => {
  const touch = { identifier: 0, pageX: 0, pageY: 0, clientX: 0, clientY: 0 }
  const ended = type === 'touchend' || type === 'touchcancel' || type === 'tap'
  const event = exparser.Event.create(type, detail, {
    bubbles,
    composed: true,
    capturePhase: true,
    extraFields: bubbles ? { touches: ended ? [] : [touch], changedTouches: [touch] } : {},
  })
  exparser.Event.dispatchEvent(target, event)
}

const bubbling = { bubbles: true, detail: { x: 0, y: 0 } }

const isDead = (node: ExparserNode): boolean =>
  tagOf(node) === 'button' && attribute(node, 'disabled') === 'true'

/** What takes a tap on this node: itself or something around it that listens. */
export const tapTarget = (node: ExparserNode): ExparserNode | undefined =>
  closest(node, (candidate) => hasBinding(candidate, 'tap'))

/** A phone's screen and the smallest row a finger hits, px: so many rows are seen at once. */
const rowsOnScreen = Math.floor(812 / 48)

/** Why a finger cannot get to this node, or null: it lies below the screen and nothing scrolls. */
export const outOfReach = (node: ExparserNode): string | null => {
  const found = scrollerOf(node)
  if ('scrolls' in found || rowsBefore(node, found.caughtBy) < rowsOnScreen) return null
  return 'it lies below the screen, and under a caught touchmove only a scroll-view scrolls'
}

/** A panel's own: the veil, the sign that closes it, and what stands in its foot. */
const mostOutside = 5

/**
 * Why this page cannot be reached as a whole, or null: what may grow longer than a panel stands in
 * a scroll-view, however few rows it has today.
 */
export const heldFast = (root: ExparserNode): string | null => {
  const held = tree.heldFast(root)
  if (held.length <= mostOutside) return null
  const named = held.map((node) => tree.textOf(node).replace(/\s+/g, ' ') || tree.tagOf(node))
  return `under a caught touchmove and in no scroll-view: ${named.join(' | ')}`
}

/** Draws the finger upwards over this node; returns what scrolled. */
export const swipe = (node: ExparserNode): 'page' | 'scroll-view' => {
  const found = scrollerOf(node)
  send(node, 'touchstart', bubbling)
  send(node, 'touchmove', bubbling)
  send(node, 'touchend', bubbling)
  if ('caughtBy' in found) throw new Error('a caught touchmove: nothing scrolls here')
  if (found.scrolls === 'page') return 'page'
  send(found.scrolls, 'scroll', { detail: { scrollTop: 100 } })
  return 'scroll-view'
}

/** Touch, lift, tap. A disabled native button swallows it. */
export const tap = (node: ExparserNode): void => {
  if (closest(node, isDead)) return
  send(node, 'touchstart', bubbling)
  send(node, 'touchend', bubbling)
  send(node, 'tap', bubbling)
}

export const press = (node: ExparserNode): void => {
  send(node, 'touchstart', bubbling)
  send(node, 'longpress', bubbling)
}

export const release = (node: ExparserNode): void => send(node, 'touchend', bubbling)

/** Longest text that fits: `maxlength` is 140 when the template does not say, −1 is no limit. */
const fitting = (field: ExparserNode, text: string): string => {
  const limit = Number(attribute(field, 'maxlength') ?? 140)
  return limit < 0 ? text : text.slice(0, limit)
}

const detailOf = (value: string) => ({ value, cursor: value.length, keyCode: 0 })

export const focus = (field: ExparserNode): void => {
  if (attribute(field, 'disabled') === 'true') throw new Error('the field is disabled')
  send(field, 'focus', { detail: { value: attribute(field, 'value') ?? '', height: 0 } })
}

/** One key: the field holds this text now. Returns what fits. */
export const input = (field: ExparserNode, text: string): string => {
  const value = fitting(field, text)
  send(field, 'input', { detail: detailOf(value) })
  return value
}

export const blur = (field: ExparserNode, value: string): void =>
  send(field, 'blur', { detail: detailOf(value) })

/** Replaces what the field holds, as one input event between focus and blur. Returns what fits. */
export const type = (field: ExparserNode, text: string): string => {
  focus(field)
  const value = input(field, text)
  blur(field, value)
  return value
}
