import { lastDayShares } from '@/domain/signs/signs'
import { fixedDeadline } from '@/domain/task/deadline'
import { assignment, doneReport, measure, task } from '../builders'

const dueOn = '2018-12-31'

/** Three measures due at the end of the year, each reported by `doer` on its day. */
const reported = (days: readonly string[]) =>
  task({
    state: 'inProgress',
    measures: days.map((_day, place) =>
      measure({ id: `m${place}`, deadline: fixedDeadline('2018年12月底前', dueOn) }),
    ),
    assignments: [assignment('doer', { state: 'planned' })],
    done: days.map((reportedOn, place) =>
      doneReport(`measure.m${place}.doer`, 'doer', { on: reportedOn, reportedOn }),
    ),
  })

describe('a share that is said done in the last days', () => {
  it('is asked about when every part came on the day due or the one before', () => {
    const [sign] = lastDayShares(reported(['2018-12-30', '2018-12-31', '2018-12-31']))
    expect(sign).toMatchObject({ kind: 'lastDay', unitId: 'doer' })
    expect(sign!.partIds).toHaveLength(3)
  })

  it('is not when one came earlier, or late, or there are two parts only', () => {
    expect(lastDayShares(reported(['2018-12-29', '2018-12-31', '2018-12-31']))).toEqual([])
    expect(lastDayShares(reported(['2019-01-01', '2018-12-31', '2018-12-31']))).toEqual([])
    expect(lastDayShares(reported(['2018-12-31', '2018-12-31']))).toEqual([])
  })

  it('does not count a part that the unit has no part in', () => {
    const whole = reported(['2018-12-31', '2018-12-31', '2018-12-31'])
    const [first, ...rest] = whole.done
    expect(lastDayShares({ ...whole, done: [{ ...first!, noPart: true }, ...rest] })).toEqual([])
  })
})

describe('a part without a day', () => {
  it('is never late: nothing is asked about it', () => {
    const whole = reported(['2018-12-31', '2018-12-31', '2018-12-31'])
    const [first, ...rest] = whole.measures
    expect(lastDayShares({ ...whole, measures: [{ ...first!, deadline: null }, ...rest] })).toEqual(
      [],
    )
    const gone = {
      ...whole,
      done: whole.done.map((report) => ({ ...report, partId: 'measure.m9.doer' })),
    }
    expect(lastDayShares(gone)).toEqual([])
  })
})
