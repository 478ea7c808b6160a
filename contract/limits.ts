/**
 * What may be typed and handed in, in characters, pieces and bytes. The inputs hold it and the forms say it before
 * anything is sent, each by the same name; each context keeps its own in a file like this one. No schema stands in
 * these files: pages take them without the wire's code.
 */

/** Why something was decided, as others read it. */
export const maxReason = 500
/** The number that is printed on a paper. */
export const maxPaperNumber = 60
/** The name of somebody who is written down, not chosen. */
export const maxPerson = 20
/** Words that lists are searched by. */
export const maxQuery = 30
/** Pieces of one sheet of papers or photos; a paper's name with its ending, and how large it may be. */
export const maxAttached = 9
export const maxFileName = 120
export const maxPaperBytes = 20 * 1024 * 1024
