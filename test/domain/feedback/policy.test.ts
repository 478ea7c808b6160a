import type { Feedback } from '@/domain/feedback/feedback'
import {
  feedbackFields,
  feedbackFor,
  feedbackViewFor,
  feedbackViews,
  maySeeOriginal,
} from '@/domain/feedback/policy'
import { feedbackStates } from '@/domain/feedback/feedback'
import { deskListOf, readerKeys } from '@/domain/feedback/readers'
import { actor, bystanders, city, leaderOf, otherCounty, resident, staffOf } from '../actors'
import { feedback } from '../builders'

const handled = feedback({
  state: 'assigned',
  admittedOn: '2018-06-02',
  unitId: 'doer',
  accusedUnitIds: ['accused'],
  summary: 'sewage',
})

describe('who sees a report', () => {
  it('each role in its own view, everybody else nothing', () => {
    const views = Object.entries({
      ...bystanders,
      'unitStaff of the handling unit': staffOf('doer'),
      'unitLeader of the handling unit': leaderOf('doer'),
      'unitStaff of another unit': staffOf('other'),
    }).flatMap(([name, who]) => {
      const view = feedbackViewFor(handled, who, false)
      return view === null ? [] : [`${name}: ${view}`]
    })
    expect(views).toEqual([
      'coordinator of the city: supervisor',
      'coordinator of the county: supervisor',
      'intake of the city: intake',
      'inspector of the city: supervisor',
      'unitStaff of the handling unit: handler',
      'unitLeader of the handling unit: handler',
    ])
  })

  it('the reporter, in whatever role', () => {
    expect(feedbackViewFor(handled, resident, true)).toBe('reporter')
    expect(feedbackViewFor(handled, staffOf('accused'), true)).toBe('reporter')
  })

  it('nobody of an accused unit, whatever the role', () => {
    for (const role of ['intake', 'coordinator', 'inspector'] as const) {
      expect(feedbackViewFor(handled, actor(role, { unitId: 'accused' }), false)).toBeNull()
    }
    const own = { ...handled, accusedUnitIds: ['doer'] }
    expect(feedbackViewFor(own, staffOf('doer'), false)).toBeNull()
  })

  it('the handling unit only while the report is with it', () => {
    const seen = feedbackStates.filter(
      (state) => feedbackViewFor({ ...handled, state }, staffOf('doer'), false) !== null,
    )
    expect(seen).toEqual(['assigned', 'answerSubmitted', 'answered', 'secondLook', 'archived'])
  })

  it('of a report without a place only the city', () => {
    const nowhere = { ...handled, regionCode: null }
    expect(feedbackViewFor(nowhere, actor('intake'), false)).toBe('intake')
    expect(feedbackViewFor(nowhere, actor('intake', { regionCode: otherCounty }), false)).toBeNull()
  })

  it('coordinator and inspector only from admission on, also of one that was never admitted', () => {
    const unseen = { ...handled, admittedOn: null }
    for (const state of feedbackStates) {
      expect(feedbackViewFor({ ...unseen, state }, actor('coordinator'), false)).toBeNull()
      expect(feedbackViewFor({ ...unseen, state }, actor('inspector'), false)).toBeNull()
      expect(feedbackViewFor({ ...unseen, state }, actor('intake'), false)).toBe('intake')
    }
  })

  it('the same people as have it on their list', () => {
    const everybody = [...Object.values(bystanders), staffOf('doer'), leaderOf('doer')].map(
      (who) => ({ ...who, unitId: who.unitId ?? `unit of ${who.personId}` }),
    )
    const listed: string[] = []
    for (const who of everybody)
      for (const state of feedbackStates)
        for (const admittedOn of ['2018-06-02', null])
          for (const regionCode of ['440981', '440981101201', null]) {
            const report = { ...handled, state, admittedOn, regionCode }
            const desk = deskListOf(who)
            const isListed =
              desk?.keys.some((key) => readerKeys(report, city).includes(key)) ?? false
            const sees = feedbackViewFor(report, who, false) !== null
            const row = [who.role, who.regionCode, state, admittedOn, regionCode]
            expect([row, isListed]).toEqual([row, sees])
            if (sees) listed.push(who.role)
          }
    expect(new Set(listed)).toEqual(
      new Set(['coordinator', 'intake', 'inspector', 'unitStaff', 'unitLeader']),
    )
  })

  it('and the original words only intake', () => {
    expect(maySeeOriginal(handled, actor('intake'))).toBe(true)
    for (const who of [actor('coordinator'), actor('administrator'), staffOf('doer'), resident])
      expect(maySeeOriginal(handled, who)).toBe(false)
  })
})

describe('the fields of each view', () => {
  it('keep from handlers who is accused and how the reporter is protected', () => {
    for (const view of ['handler', 'supervisor'] as const) {
      expect(feedbackFields[view]).not.toContain('accusedUnitIds')
      expect(feedbackFields[view]).not.toContain('protection')
    }
  })

  it('keep from reporters what staff wrote for each other', () => {
    for (const field of [
      'summary',
      'accusedUnitIds',
      'mergedIntoId',
      'repeated',
      'clearedPhotoIds',
    ])
      expect(feedbackFields.reporter).not.toContain(field)
  })

  it('are all that is handed out: a field that is not listed does not leave', () => {
    const everywhere = { ...handled, secret: 'sentinel' } as Feedback
    for (const view of feedbackViews) {
      const seen = feedbackFor(everywhere, view)
      expect(Object.keys(seen)).toEqual([...feedbackFields[view]])
      expect(JSON.stringify(seen)).not.toContain('sentinel')
    }
  })

  it('are all that a view can be written of', () => {
    const seen = feedbackFor(handled, 'handler')
    // @ts-expect-error who is accused is no field of the handler's view
    expect(seen.accusedUnitIds).toBeUndefined()
    // @ts-expect-error nor how the reporter is protected
    expect(seen.protection).toBeUndefined()
    // @ts-expect-error what intake wrote is no field of the reporter's view
    expect(feedbackFor(handled, 'reporter').summary).toBeUndefined()
  })

  it('show a reporter no answer before its release', () => {
    const draft = {
      finding: 'true' as const,
      text: 'draft',
      photoIds: [],
      unitId: 'doer',
      byPersonId: 'staff-doer',
      releasedOn: null,
    }
    const both = feedback({ answers: [{ ...draft, text: 'out', releasedOn: '2018-07-01' }, draft] })
    expect(feedbackFor(both, 'reporter').answers.map(({ text }) => text)).toEqual(['out'])
    expect(feedbackFor(both, 'supervisor').answers).toHaveLength(2)
  })
})
