import { bsonText } from './bson-text'

/** A field with its value as MongoDB prints it in its messages: `a: null`. */
export const elementText = (name: string, value: unknown) => `${name}: ${bsonText(value)}`
