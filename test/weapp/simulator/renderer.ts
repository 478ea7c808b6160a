import fs from 'node:fs'
import path from 'node:path'
import ComponentManager, { type ComponentDefinition } from 'j-component/src/componentmanager'
import * as exparser from 'miniprogram-exparser'
import type { ExparserNode } from 'miniprogram-exparser'
import { type Draw, keepUnchangedProperties } from './compile-wxml'
import { installOwnDrawing } from './draw-again'
import type { Require } from './load-module'

/** What `Page` or `Component` was called with. */
export type Definition = Readonly<Record<string, unknown>>

/** `this` of a page's or component's methods. */
export interface Instance extends Record<string, unknown> {
  data: Record<string, unknown>
  setData(data: Record<string, unknown>, callback?: () => void): void
}

export interface Drawn {
  readonly node: ExparserNode
  readonly instance: Instance
}

const isFunction = (value: unknown): boolean => typeof value === 'function'
const pick = (definition: Definition, keep: (value: unknown) => boolean): Definition =>
  Object.fromEntries(Object.entries(definition).filter(([, value]) => keep(value)))

interface RendererOptions {
  readonly dist: string
  readonly drawFile: (file: string) => Draw
  readonly require: () => Require
  /** Told what each `setData` carries, as the JSON that crosses to the view layer. */
  readonly onSetData: (json: string) => void
}

let programs = 0

/** Pages and components of one running mini-program, drawn by exparser without a document. */
export class Renderer {
  private readonly managers = new Map<string, ComponentManager>()
  private readonly definitions = new Map<string, Definition>()
  private readonly prefix = `program-${++programs}/`
  /** The file being evaluated: `Page` and `Component` do not say whose they are. */
  private evaluating = ''

  constructor(private readonly options: RendererOptions) {
    installOwnDrawing()
  }

  /** The global `Page` and `Component`. */
  readonly define = (definition: Definition): void => {
    this.definitions.set(this.evaluating, definition)
  }

  createPage(route: string): Drawn {
    const definition = this.definitionOf(route)
    const manager = this.managerOf(route, () => ({
      data: definition.data ?? {},
      methods: pick(definition, isFunction),
    }))
    const drawn = this.create(manager)
    Object.assign(
      drawn.instance,
      pick(definition, (value) => !isFunction(value)),
      {
        data: drawn.instance.data,
        route,
        __route__: route,
        is: route,
      },
    )
    return drawn
  }

  /** A component that stands alone: the custom tab bar. */
  createComponent(file: string): Drawn {
    this.usableComponent(file)
    return this.create(this.managers.get(file)!)
  }

  attach({ node }: Drawn): void {
    exparser.Element.pretendAttached(node)
  }

  destroy({ node }: Drawn): void {
    exparser.Element.pretendDetached(node)
  }

  private create(manager: ComponentManager): Drawn {
    const node = exparser.createElement(manager.id, manager.exparserDef)
    const instance = exparser.Element.getMethodCaller(node) as Instance
    const setData = instance.setData
    instance.setData = (data, callback) => {
      this.options.onSetData(JSON.stringify(data))
      setData.call(instance, data, callback)
    }
    return { node, instance }
  }

  private definitionOf(file: string): Definition {
    if (!this.definitions.has(file)) {
      const outer = this.evaluating
      this.evaluating = file
      this.options.require()(file)
      this.evaluating = outer
    }
    const definition = this.definitions.get(file)
    if (!definition) throw new Error(`${file}.js calls neither Page nor Component`)
    return definition
  }

  private managerOf(file: string, sections: () => Partial<ComponentDefinition>): ComponentManager {
    const known = this.managers.get(file)
    if (known) return known
    const manager = new ComponentManager({
      ...sections(),
      id: this.prefix + file,
      path: file,
      template: keepUnchangedProperties(this.options.drawFile(`${file}.wxml`)),
      usingComponents: this.componentsOf(file),
    })
    this.managers.set(file, manager)
    return manager
  }

  private componentsOf(file: string): Record<string, string> {
    const json = JSON.parse(
      fs.readFileSync(path.join(this.options.dist, `${file}.json`), 'utf8'),
    ) as { usingComponents?: Record<string, string> }
    return Object.fromEntries(
      Object.entries(json.usingComponents ?? {}).map(([tag, target]) => {
        const from = target.startsWith('/') ? '' : path.posix.dirname(file)
        return [tag, this.usableComponent(path.posix.join(from, target).replace(/^\//, ''))]
      }),
    )
  }

  private readonly inProgress = new Set<string>()

  /** The exparser id; a component may use itself, so the id exists before the component. */
  private usableComponent(file: string): string {
    if (!this.managers.has(file) && !this.inProgress.has(file)) {
      this.inProgress.add(file)
      const definition = this.definitionOf(file)
      this.managerOf(file, () => ({ ...definition }))
      this.inProgress.delete(file)
    }
    return this.prefix + file
  }
}
