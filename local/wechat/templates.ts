import { readFileSync } from 'node:fs'

export interface MessageTemplate {
  id: string
  title: string
  /** Field name → label, e.g. `{ thing1: '事项' }`. */
  fields: Record<string, string>
  /** One consent holds for every message until it is withdrawn, instead of for one. */
  longTerm?: boolean
}

/**
 * Reads the templates that the stand-in knows.
 * @throws Error naming the file when it is not a list of templates
 */
export function loadTemplates(file: string): MessageTemplate[] {
  let value: unknown
  try {
    value = JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    throw new Error(`cannot read templates from ${file}: ${(error as Error).message}`)
  }
  if (!Array.isArray(value)) throw new Error(`${file} must hold a list of templates`)
  return value.map((raw: unknown) => {
    const { id, title, fields, longTerm } = (raw ?? {}) as Partial<MessageTemplate>
    if (typeof id !== 'string' || typeof fields !== 'object' || fields === null) {
      throw new Error(`${file}: a template is { id, title, fields }`)
    }
    return {
      id,
      title: typeof title === 'string' ? title : id,
      fields,
      ...(longTerm === true ? { longTerm } : {}),
    }
  })
}
