import { recordUpper } from '@/domain/task/closing-transitions'
import { actor, city } from '../actors'
import { cycle, planned, task, taskFacts } from '../builders'
import { on } from '../calendars'

const office = actor('coordinator', { regionCode: city })
const reportedUp = task({
  state: 'reportedUp',
  closingLevel: 'province',
  assignments: [planned('lead')],
  cycles: [cycle()],
})
const answer = { upperDocumentNumber: '粤环督〔2018〕1号', remarks: '同意', fileIds: [] }

describe("the upper level's answer", () => {
  const facts = taskFacts(on('2018-06-01'))

  it('closes the task where it asks for nothing more', () => {
    const closed = recordUpper(reportedUp, { ...answer, rework: null }, office, facts)
    expect(closed.state).toBe('closed')
    expect(closed.cycles).toHaveLength(1)
    expect(closed.cycles[0]?.upper).toMatchObject({
      on: '2018-06-01',
      documentNumber: '粤环督〔2018〕1号',
      remarks: '同意',
    })
  })

  it('begins the work anew where it returns it, with its reason and its day', () => {
    const demands = [{ unitId: 'lead', words: 'mend it', measureIds: [] }]
    const rework = { reason: 'leaks', on: '2018-12-31', demands }
    const again = recordUpper(reportedUp, { ...answer, rework }, office, facts)
    expect(again.state).toBe('inProgress')
    expect(again.cycles.map(({ upper }) => upper?.documentNumber ?? null)).toEqual([
      '粤环督〔2018〕1号',
      null,
    ])
    expect(again.cycles[1]?.rework).toMatchObject({
      cause: 'returnedByUpper',
      on: '2018-06-01',
      reason: 'leaks',
      dueOn: '2018-12-31',
    })
  })
})
