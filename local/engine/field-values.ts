import { isPlainObject } from './document'

/** Values that an index stores under `path`, and whether an array was met on the way (a multikey entry). */
export interface FieldValues {
  values: unknown[]
  multikey: boolean
}

function collect(value: unknown, parts: string[], at: number, out: FieldValues): void {
  if (at === parts.length) {
    if (!Array.isArray(value)) {
      out.values.push(value ?? null)
      return
    }
    out.multikey = true
    if (value.length === 0) out.values.push(null)
    for (const item of value) out.values.push(item ?? null)
    return
  }
  const part = parts[at] as string
  if (Array.isArray(value)) {
    out.multikey = true
    if (/^\d+$/.test(part)) collect(value[Number(part)], parts, at + 1, out)
    for (const item of value) if (isPlainObject(item)) collect(item[part], parts, at + 1, out)
    if (out.values.length === 0) out.values.push(null)
    return
  }
  collect(isPlainObject(value) ? value[part] : null, parts, at + 1, out)
}

/** Reads `path` (dotted) from a document as an index does: arrays fan out, a missing field counts as null. */
export function fieldValues(document: Record<string, unknown>, path: string): FieldValues {
  const out: FieldValues = { values: [], multikey: false }
  if (!path.includes('.')) {
    const value = document[path]
    if (!Array.isArray(value)) return { values: [value ?? null], multikey: false }
    collect(value, [path], 1, out)
    return out
  }
  collect(document, path.split('.'), 0, out)
  return out
}
