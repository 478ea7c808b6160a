/** A straight stroke or thin bar on a page, in page units with the origin below. */
export interface Ruling {
  vertical: boolean
  /** x of a vertical, y of a horizontal one. */
  at: number
  from: number
  to: number
}

type Matrix = [number, number, number, number, number, number]

/** The numbers of pdf.js's drawing operators that matter here. */
export interface DrawingOperators {
  save: number
  restore: number
  transform: number
  constructPath: number
  endPath: number
}

const identity: Matrix = [1, 0, 0, 1, 0, 0]
const times = (m: Matrix, n: Matrix): Matrix => [
  m[0] * n[0] + m[2] * n[1],
  m[1] * n[0] + m[3] * n[1],
  m[0] * n[2] + m[2] * n[3],
  m[1] * n[2] + m[3] * n[3],
  m[0] * n[4] + m[2] * n[5] + m[4],
  m[1] * n[4] + m[3] * n[5] + m[5],
]

const thickest = 2.5
const shortest = 6

function addBox(rulings: Ruling[], x0: number, y0: number, x1: number, y1: number): void {
  const [left, right] = x0 < x1 ? [x0, x1] : [x1, x0]
  const [low, high] = y0 < y1 ? [y0, y1] : [y1, y0]
  const wide = right - left
  const tall = high - low
  if (wide <= thickest && tall >= shortest)
    rulings.push({ vertical: true, at: (left + right) / 2, from: low, to: high })
  if (tall <= thickest && wide >= shortest)
    rulings.push({ vertical: false, at: (low + high) / 2, from: left, to: right })
}

/** Closed boxes that are wide and tall are cell frames: their four sides rule the table. */
function addFrame(rulings: Ruling[], points: [number, number][]): void {
  const xs = points.map(([x]) => x)
  const ys = points.map(([, y]) => y)
  const [left, right, low, high] = [
    Math.min(...xs),
    Math.max(...xs),
    Math.min(...ys),
    Math.max(...ys),
  ]
  if (right - left <= thickest || high - low <= thickest) addBox(rulings, left, low, right, high)
  else
    points.forEach(([x, y], index) => {
      const next = points[(index + 1) % points.length]
      if (next) addBox(rulings, x, y, next[0], next[1])
    })
}

/** Reads the sub-paths of one path buffer: moveTo 0, lineTo 1, curveTo 2, quadratic 3, close 4. */
function addPath(rulings: Ruling[], path: ArrayLike<number>, matrix: Matrix): void {
  let points: [number, number][] = []
  const place = (x: number, y: number): [number, number] => [
    matrix[0] * x + matrix[2] * y + matrix[4],
    matrix[1] * x + matrix[3] * y + matrix[5],
  ]
  const finish = (): void => {
    const [first, second] = points
    if (first && second && points.length === 2)
      addBox(rulings, first[0], first[1], second[0], second[1])
    else if (points.length > 2 && points.length < 7) addFrame(rulings, points)
    points = []
  }
  const sizes = [2, 2, 6, 4, 0]
  for (let at = 0; at < path.length;) {
    const operator = path[at] ?? 0
    const size = sizes[operator] ?? 0
    if (operator === 0) finish()
    if (operator <= 1) points.push(place(path[at + 1] ?? 0, path[at + 2] ?? 0))
    at += 1 + size
  }
  finish()
}

const isList = (value: unknown): value is ArrayLike<unknown> =>
  typeof value === 'object' && value !== null && 'length' in value
const isNumbers = (value: unknown): value is ArrayLike<number> =>
  isList(value) && typeof (value[0] ?? 0) === 'number'
const isMatrix = (value: unknown): value is Matrix => isNumbers(value) && value.length === 6

/** The rulings of a page from pdf.js's operator list. */
export function findRulings(
  fnArray: number[],
  argsArray: unknown[],
  ops: DrawingOperators,
): Ruling[] {
  const rulings: Ruling[] = []
  const stack: Matrix[] = []
  let matrix = identity
  fnArray.forEach((fn, index) => {
    const args = argsArray[index]
    if (fn === ops.save) stack.push(matrix)
    else if (fn === ops.restore) matrix = stack.pop() ?? identity
    else if (fn === ops.transform && isMatrix(args)) matrix = times(matrix, args)
    else if (fn === ops.constructPath && isList(args) && args[0] !== ops.endPath) {
      const buffer = isList(args[1]) ? args[1][0] : null
      if (isNumbers(buffer)) addPath(rulings, buffer, matrix)
    }
  })
  return rulings
}
