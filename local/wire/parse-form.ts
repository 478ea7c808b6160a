import { invalidParam } from '../ground/cloud-error'
import type { Parameters } from '../ground/action'

/** The fields that hold bytes; all others are text. */
const BINARY = new Set(['requestData'])

/**
 * Reads the fields of a `multipart/form-data` body with the platform's own parser.
 * That parser takes every field for UTF-8, which would spoil bytes; so each byte is handed to it as the
 * character of its number and taken back the same way.
 * @throws CloudError INVALID_PARAM when it is no such body
 */
export async function parseForm(body: Buffer, contentType: string): Promise<Parameters> {
  const characters = Buffer.from(body.toString('latin1'), 'utf8')
  let form: FormData
  try {
    form = await new Response(characters, { headers: { 'content-type': contentType } }).formData()
  } catch {
    throw invalidParam('the body is not valid multipart/form-data')
  }
  const fields: Array<[string, FormDataEntryValue]> = []
  form.forEach((value, name) => fields.push([name, value]))
  const parameters: Parameters = {}
  for (const [name, value] of fields) {
    const text = typeof value === 'string' ? value : await value.text()
    const bytes = Buffer.from(text, 'latin1')
    parameters[name] = BINARY.has(name) ? bytes : bytes.toString('utf8')
  }
  return parameters
}
