import { requestFailed } from '../../ground/cloud-error'
import { arrayKeywords } from './array-keywords'
import { logicalKeywords } from './logical-keywords'
import { objectKeywords } from './object-keywords'
import { scalarKeywords } from './scalar-keywords'
import { keywordError } from './schema'
import type { Fields, Keyword, Schema } from './schema'
import { typeKeywords } from './type-keywords'

const words =
  (keyword: string): Keyword =>
  (value) => {
    if (typeof value !== 'string') throw keywordError(keyword, 'must be of type string')
    return () => true
  }

const KEYWORDS: ReadonlyMap<string, Keyword> = new Map(
  Object.entries({
    ...typeKeywords,
    ...logicalKeywords,
    ...scalarKeywords,
    ...arrayKeywords,
    ...objectKeywords,
    title: words('title'),
    description: words('description'),
  }),
)

/** Keywords of JSON Schema draft 4 that MongoDB leaves out. */
const LEFT_OUT = new Set(['$ref', '$schema', 'default', 'definitions', 'format', 'id'])

/**
 * Parses the argument of `$jsonSchema`: draft 4 as MongoDB reads it, with `bsonType`. A keyword only applies
 * to values of its own type, and a property that is missing fits every schema but `required`.
 * @throws CloudError DATABASE_REQUEST_FAILED for a schema that is malformed or uses what MongoDB leaves out
 */
export function parseSchema(schema: Fields): Schema {
  for (const keyword of Object.keys(schema)) {
    if (LEFT_OUT.has(keyword)) throw keywordError(keyword, 'is not currently supported')
    if (!KEYWORDS.has(keyword)) throw requestFailed(`Unknown $jsonSchema keyword: ${keyword}`)
  }
  if (schema.type !== undefined && schema.bsonType !== undefined)
    throw requestFailed("Cannot specify both $jsonSchema keywords 'type' and 'bsonType'")
  const checks = Object.entries(schema).map(([keyword, value]) =>
    (KEYWORDS.get(keyword) as Keyword)(value, schema, parseSchema),
  )
  return (value) => checks.every((fits) => fits(value))
}
