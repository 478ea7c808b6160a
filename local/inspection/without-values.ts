/**
 * A message of the database or of a function without the values it quotes: a key or an id beside the instant of a
 * request could lead from a report to whoever made it. The log has the whole text.
 */
export const withoutValues = (message: string): string =>
  message.replace(/(dup key: )\{.*\}/gs, '$1{ … }').replace(/"(?:[^"\\]|\\.)*"/g, '"…"')
