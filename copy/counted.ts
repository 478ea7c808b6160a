/** A number as far as it is counted: servers stop at a hundred. */
export const counted = (value: number): string => (value > 99 ? '99+' : String(value))
