/** Untyped parts of WeChat's own tool chain, as far as the simulator uses them. */

declare module 'miniprogram-compiler' {
  /** WeChat's `wcc`: source of a function that returns `$gwx`. Throws with file, line, column. */
  export function wxmlToJs(rootPath: string, options?: { maxBuffer?: number }): string
}

declare module 'miniprogram-exparser' {
  export interface ExparserNode {
    readonly childNodes: ExparserNode[]
    readonly parentNode: ExparserNode | null
    readonly ownerShadowRoot: ExparserNode | null
    /** Only components have one, and only `is` of ours is drawn through it. */
    readonly shadowRoot?: ExparserNode
    readonly textContent?: string
    readonly is?: string
    readonly id?: string
    _vt?: import('./virtual-node').VirtualNode
    getHostNode?(): ExparserNode
    insertBefore(child: ExparserNode, before: ExparserNode | undefined): void
    removeChild(child: ExparserNode): void
    appendChild(child: ExparserNode): void
    replaceChild(child: ExparserNode, replaced: ExparserNode): void
  }
  export const Element: {
    getMethodCaller(node: ExparserNode): unknown
    pretendAttached(node: ExparserNode): void
    pretendDetached(node: ExparserNode): void
  }
  export const Event: {
    create(type: string, detail: unknown, options: object): object
    dispatchEvent(target: ExparserNode, event: object): void
  }
  export const TextNode: new () => ExparserNode
  export const VirtualNode: new () => ExparserNode
  export function removeListenerFromElement(
    node: ExparserNode,
    event: string,
    listener: unknown,
    options: { readonly capture: boolean },
  ): void
  export function createElement(tagName: string, definition: unknown): ExparserNode
  /** A listener that returns false keeps exparser from printing the error. */
  export function addGlobalErrorListener(listener: (error: Error) => boolean): void
  export function removeGlobalErrorListener(listener: (error: Error) => boolean): void
}

declare module 'j-component/src/componentmanager' {
  export interface ComponentDefinition {
    readonly id: string
    readonly template: string | ((data: object) => unknown)
    readonly usingComponents?: Readonly<Record<string, string>>
    readonly [section: string]: unknown
  }
  export default class ComponentManager {
    constructor(definition: ComponentDefinition)
    readonly id: string
    readonly exparserDef: unknown
  }
}

declare module 'j-component/src/render/render' {
  import type { ExparserNode } from 'miniprogram-exparser'
  type VirtualNode = import('./virtual-node').VirtualNode
  const render: {
    updateAttrs(node: ExparserNode, attrs: readonly { name: string; value: unknown }[]): void
    updateEvent(node: ExparserNode, event: VirtualNode['event']): void
    renderExparserNode(
      drawn: VirtualNode,
      host: null,
      shadowRoot: ExparserNode | null,
    ): ExparserNode
  }
  export default render
}

declare module 'j-component/src/render/diff' {
  type VirtualNode = import('./virtual-node').VirtualNode
  const diff: { diffVt(before: VirtualNode, after: VirtualNode): void }
  export default diff
}
