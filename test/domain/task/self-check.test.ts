import { selfCheck } from '@/domain/task/close-out-transitions'
import { presentCycle } from '@/domain/task/cycle'
import { leaderOf } from '../actors'
import { cycle, doneReport, measure, planned, signedShare, task, taskFacts } from '../builders'
import { on } from '../calendars'

const facts = taskFacts(on('2018-11-05'))
const done = task({
  state: 'inProgress',
  measures: [measure({ doneOn: '2018-06-01' })],
  assignments: [planned('lead'), signedShare('doer')],
  done: ['lead', 'doer'].map((unitId) => doneReport(`measure.m1.${unitId}`, unitId)),
  cycles: [cycle()],
})
const standards = {
  measuresDone: 'all pipes lie',
  violationsPunished: 'none',
  normsMet: 'measured',
  likeProblemsDone: 'two more brooks',
  treatedAtSource: 'yes',
}
const checked = (more: object = {}) => {
  const given = { standards, signOffNumber: null, noticeFirst: false, ...more }
  return presentCycle(selfCheck(done, given, leaderOf('lead'), facts))
}

describe('the self-check of the whole', () => {
  it('keeps a word on each standard, who said it and when', () => {
    const { selfCheck: said } = checked()
    expect(said).toEqual({
      ...{ on: '2018-11-05', words: standards, byId: 'leader-lead', signOffNumber: null },
      shares: [{ unitId: 'doer', on: '2018-06-12', byId: 'leader-doer', signOffNumber: null }],
    })
  })

  it('names the standard in dispute and who fixes it, where there is one', () => {
    const dispute = { standard: 'ammonia', fixedBy: 'province', why: 'two norms' }
    expect(checked({ dispute }).selfCheck?.dispute).toEqual(dispute)
    expect(checked({ dispute: null }).selfCheck).not.toHaveProperty('dispute')
  })

  it('has the notice go first where the round asks for it', () => {
    expect(checked({ noticeFirst: true }).preNoticeAsked).toBe(true)
    expect(checked()).not.toHaveProperty('preNoticeAsked')
  })

  it('counts the task completed on the day of its last part, not on the day of the signature', () => {
    const given = { standards, signOffNumber: null, noticeFirst: false }
    expect(selfCheck(done, given, leaderOf('lead'), facts)).toMatchObject({
      state: 'selfChecked',
      completedOn: '2018-06-01',
    })
  })
})
