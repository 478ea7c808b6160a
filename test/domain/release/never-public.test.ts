import { onlyReleased, publicTextOf } from '@/domain/release/public-task'
import { taskStates, type RectificationTask } from '@/domain/task/task'
import { village } from '../actors'
import { assignment, task } from '../builders'

const given = task({
  state: 'inProgress',
  villageCodes: [village],
  enterpriseIds: ['plant'],
  assignments: [assignment('lead'), assignment('doer')],
})

describe('the public text', () => {
  it('shows nobody behind the task, nothing that units and office work with, and no check that is not published', () => {
    const sentinel = 'never-to-be-seen'
    const unseen: Partial<RectificationTask> = {
      roundId: sentinel,
      enterpriseIds: [sentinel],
      collectiveUnits: [sentinel],
      assignments: [assignment(sentinel, { personName: sentinel, phone: sentinel })],
      acceptanceChain: [],
      closingLevel: 'city',
      completedOn: sentinel,
    }
    const text = publicTextOf(
      { ...given, ...unseen },
      {
        unit: (id) => ({ name: `name of ${id}`, phone: null }),
        region: (code) => `name of ${code}`,
      },
    )
    expect(JSON.stringify(text)).not.toContain(sentinel)
    for (const field of [...Object.keys(unseen), 'state']) expect(text).not.toHaveProperty(field)
  })

  it('says where a day rests on a calendar that is not published, and nothing where it stands', () => {
    const names = {
      unit: (id: string) => ({ name: id, phone: null }),
      region: (code: string) => code,
    }
    const counted = { ...given.deadline, countedOn: '2019-01-04' }
    const text = (deadline: typeof counted) => publicTextOf({ ...given, deadline }, names)
    expect(text(counted)).not.toHaveProperty('dueProvisional')
    const open = text({ ...counted, provisional: true })
    expect(open).toMatchObject({ dueOn: '2019-01-04', dueProvisional: true })
    expect(open.measures[0]).toMatchObject({ dueOn: '2019-01-04', dueProvisional: true })
    // Put off to a day that somebody named: that one stands.
    expect(text({ ...counted, provisional: true, extendedTo: '2019-03-01' })).not.toHaveProperty(
      'dueProvisional',
    )
    const released = onlyReleased(open, ['title', 'deadline'], ['title'])
    expect(released).toMatchObject({ dueOn: null, dueText: '' })
    expect(released).not.toHaveProperty('dueProvisional')
  })

  it('does not tell the state of the task', () => {
    const texts = taskStates.map((state) =>
      JSON.stringify(
        publicTextOf(
          { ...given, state },
          { unit: (id) => ({ name: id, phone: null }), region: (code) => code },
        ),
      ),
    )
    expect(new Set(texts).size).toBe(1)
  })
})
