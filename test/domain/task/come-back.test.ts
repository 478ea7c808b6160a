import { comeBackOf } from '@/domain/task/cycle'
import { cycle, recheck } from '../builders'

const found = (on: string) => recheck(on, true)
const rework = (cause: 'reopened' | 'returnedByUpper', on: string) => ({
  cause,
  on,
  reason: 'black again',
  dueOn: '2020-12-31',
  demands: [],
})

describe('what came back after close-out', () => {
  it('is what was reopened, whatever became of it since', () => {
    const cycles = [
      cycle({ rechecks: [found('2020-01-02')] }),
      cycle({ rework: rework('reopened', '2020-01-05') }),
      cycle({ rework: rework('returnedByUpper', '2020-03-05') }),
    ]
    expect(comeBackOf({ cycles })).toEqual({ reopened: 1, found: 1, on: '2020-01-05' })
  })

  it('is what was found back twice, though it was kept closed', () => {
    const twice = [found('2020-01-02'), found('2020-07-02')]
    expect(comeBackOf({ cycles: [cycle({ rechecks: twice })] })).toEqual({
      ...{ reopened: 0, found: 2, on: '2020-07-02' },
    })
  })

  it('is nothing that was found back once, found lasting, or returned by another cause', () => {
    const lasting = recheck('2020-07-02', false)
    for (const one of [
      cycle({ rechecks: [found('2020-01-02'), lasting] }),
      cycle({ rework: rework('returnedByUpper', '2020-01-05') }),
    ])
      expect(comeBackOf({ cycles: [one] })).toBeNull()
    expect(comeBackOf({ cycles: [] })).toBeNull()
  })
})
