import type { Db } from './cloud'
import { isObject } from './naive-values'
import type { Doc } from './naive-values'
import type { Driver, Outcome } from './property-driver'
import type { Operation } from './property-operations'

type Command = Record<string, (...values: unknown[]) => Command>

/** Says an operation in the SDK's own words: its commands instead of MongoDB's operators. */
export class SdkDriver implements Driver {
  private readonly _: Command

  constructor(
    private readonly db: Db,
    private readonly collectionName: string,
  ) {
    this._ = db.command as unknown as Command
  }

  close = () => Promise.resolve()

  async run(operation: Operation): Promise<Outcome> {
    try {
      return await this.perform(operation)
    } catch (error) {
      const { code, message } = error as { code?: string; message: string }
      if (!code) throw error
      return { code, message }
    }
  }

  private async perform(operation: Operation): Promise<Outcome> {
    const collection = this.db.collection(this.collectionName)
    const { _ } = this
    const doc = (id: unknown) => collection.doc(id as never)
    const where = (filter: Doc) =>
      collection.where(
        this.filter(Object.keys(filter).length > 0 ? filter : { _id: { $exists: true } }) as never,
      )
    switch (operation.kind) {
      case 'insert':
        await collection.add(operation.docs as never)
        return { count: operation.docs.length }
      case 'set': {
        const { updated } = (await doc(operation.id).set(operation.data)) as { updated: number }
        return { count: updated }
      }
      case 'update':
        return { count: (await doc(operation.id).update(this.update(operation.update))).updated! }
      case 'updateWhere':
        return {
          count: (await where(operation.filter).update(this.update(operation.update))).updated!,
        }
      case 'updateAndReturn': {
        const answer = (await collection
          .where({ _id: _.eq!(operation.id) } as never)
          .updateAndReturn(this.update(operation.update))) as { updated: number; doc: Doc | null }
        return { count: answer.updated, docs: answer.doc ? [answer.doc] : [] }
      }
      case 'remove':
        return { count: ((await doc(operation.id).remove()) as { deleted: number }).deleted }
      case 'removeWhere':
        return { count: ((await where(operation.filter).remove()) as { deleted: number }).deleted }
      case 'count':
        return { count: (await where(operation.filter).count()).total! }
      case 'find':
        return this.find(operation, where(operation.filter))
      default:
        throw new Error(`the SDK is not asked to ${operation.kind}`)
    }
  }

  private async find(
    { sort, skip, limit, projection }: Operation & { kind: 'find' },
    query: ReturnType<ReturnType<Db['collection']>['where']>,
  ): Promise<Outcome> {
    let ordered = query.skip(skip).limit(limit)
    for (const [path, direction] of sort)
      ordered = ordered.orderBy(path, direction === 1 ? 'asc' : 'desc')
    const { data } = await (projection ? ordered.field(projection as never) : ordered).get()
    return { docs: data as Doc[] }
  }

  private filter(filter: Doc): unknown {
    const { _ } = this
    const parts: unknown[] = []
    const fields: Doc = {}
    for (const [key, value] of Object.entries(filter)) {
      if (key.startsWith('$'))
        parts.push(_[key.slice(1)]!((value as Doc[]).map((part) => this.filter(part))))
      else fields[key] = this.condition(value)
    }
    if (parts.length === 0) return fields
    return _.and!([...(Object.keys(fields).length > 0 ? [fields] : []), ...parts])
  }

  private condition(value: unknown): unknown {
    const { _ } = this
    const hasOperators = isObject(value) && Object.keys(value).some((key) => key.startsWith('$'))
    if (!hasOperators || value instanceof RegExp)
      return Array.isArray(value) || value === null ? _.eq!(value) : value
    const commands = Object.entries(value).map(([operator, operand]) =>
      this.command(operator, operand),
    )
    return commands.reduce((left, right) => left.and!(right))
  }

  private command(operator: string, operand: unknown): Command {
    const { _ } = this
    const name = operator === '$ne' ? 'neq' : operator.slice(1)
    if (operator === '$not') return _.not!(this.condition(operand))
    if (operator === '$elemMatch') {
      const onItems = Object.keys(operand as Doc).some((key) => key.startsWith('$'))
      return _.elemMatch!(onItems ? this.condition(operand) : this.filter(operand as Doc))
    }
    return _[name]!(operand)
  }

  private update(update: Record<string, Doc>): never {
    const fields: Doc = {}
    for (const [operator, operands] of Object.entries(update))
      for (const [path, operand] of Object.entries(operands))
        fields[path] = this.change(operator, operand)
    return fields as never
  }

  private change(operator: string, operand: unknown): unknown {
    const { _ } = this
    switch (operator) {
      case '$unset':
        return _.remove!()
      case '$pop':
        return operand === 1 ? _.pop!() : _.shift!()
      case '$push': {
        const options = Object.entries(operand as Doc).map(([key, value]) => [key.slice(1), value])
        return _.push!(Object.fromEntries(options))
      }
      case '$pull':
        return _.pull!(
          isObject(operand) && !Object.keys(operand).some((key) => key.startsWith('$'))
            ? this.filter(operand)
            : this.condition(operand),
        )
      default:
        return _[operator.slice(1)]!(operand)
    }
  }
}
