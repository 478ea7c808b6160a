import type { ActionInput } from '@/contract/actions'

/** A word on each of the five standards. */
export const standardWords = {
  measuresDone: '两条都做完',
  violationsPunished: '没有违法',
  normsMet: '出水达标',
  likeProblemsDone: '同类管口一起查过',
  treatedAtSource: '每月巡查一次',
}

/** The county's step by its farming office, the city's by the water office. */
export const twoSteps: Pick<ActionInput<'task.changeChain'>, 'chain' | 'closingLevel'> = {
  chain: [
    { level: 'county', unitId: 'farming-maonan' },
    { level: 'city', unitId: 'water' },
  ],
  closingLevel: 'city',
}

/** Both measures of the draft task reported done by one unit. */
export const doneAll = async (
  report: (input: ActionInput<'task.reportDone'>) => Promise<unknown>,
  taskId: string,
  unitId: string,
): Promise<void> => {
  for (const measureId of ['m1', 'm2'])
    await report({
      taskId,
      partId: `measure.${measureId}.${unitId}`,
      on: '2019-11-18',
      words: '截污管已接通',
      paperNumber: '茂建函〔2019〕1号',
    })
}
