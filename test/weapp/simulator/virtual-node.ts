import type { ExparserNode } from 'miniprogram-exparser'

/** A node as the template gave it, in j-component's form; `exparserNode` once it is drawn. */
export interface VirtualNode {
  /** j-component's number of the kind. */
  readonly type: number
  readonly tagName: string
  readonly componentId?: string
  readonly key?: string
  readonly content?: string
  readonly attrs: readonly { readonly name: string; readonly value: unknown }[]
  event: Readonly<Record<string, Binding>>
  readonly children: readonly VirtualNode[]
  exparserNode?: ExparserNode
}

export interface Binding {
  readonly name: string
  readonly handler: string
  readonly isCapture: boolean
  readonly isCatch: boolean
  readonly isMutated: boolean
  /** The listener, once bound. */
  readonly id?: unknown
}
