import { correctionWords as words } from '@/copy/correction'
import type { StaffTask } from './staff-task'

type Name = 'number' | 'problem' | 'goal' | 'measure' | 'due'

const names: Readonly<Record<Name, (nth: number) => string>> = {
  number: () => words.number,
  problem: () => words.problem,
  goal: (nth) => words.goal(nth + 1),
  measure: (nth) => words.measure(nth + 1),
  due: (nth) => (Number.isNaN(nth) ? words.due : words.dueOf(nth + 1)),
}

const isName = (name: string): name is Name => name in names

/** Where the list may have been misread, as the server names it, in words. */
export const placesOf = ({ correctable }: StaffTask) =>
  correctable.map((each) => {
    const [name = '', nth] = each.place.split('.')
    return { ...each, name: isName(name) ? names[name](Number(nth)) : each.place }
  })

export type NamedPlace = ReturnType<typeof placesOf>[number]
