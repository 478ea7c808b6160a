import { neverPublicTaskFields, taskViewFor } from '@/domain/task/policy'
import { onlyReleased, publicTextOf } from '@/domain/release/public-task'
import { taskStates, type RectificationTask } from '@/domain/task/task'
import { actor, bystanders, county, otherCounty, resident, staffOf, village } from '../actors'
import { assignment, task } from '../builders'

const given = task({
  state: 'inProgress',
  villageCodes: [village],
  enterpriseIds: ['plant'],
  assignments: [assignment('lead'), assignment('doer')],
})

describe('who sees a task', () => {
  it('each role in its own view, everybody else the released text', () => {
    const views = Object.entries({
      ...bystanders,
      'unitStaff of the lead unit': staffOf('lead'),
      'unitStaff of a supporting unit': staffOf('helper'),
      'unitStaff of another unit': staffOf('other'),
    }).map(([name, who]) => `${name}: ${taskViewFor(given, who, true) ?? 'nothing'}`)
    expect(views).toEqual([
      'resident: public',
      'villageOfficer of the village: concerned',
      'enterpriseAgent of the plant: concerned',
      'enterpriseAgent of another plant: public',
      'coordinator of the city: staff',
      'coordinator of the county: staff',
      'coordinator of another county: public',
      'intake of the city: staff',
      'intake of another county: public',
      'inspector of the city: staff',
      'inspector of another county: public',
      'caseOfficer: staff',
      'publisher of the city: staff',
      'publisher of another county: public',
      'financeOfficer: staff',
      'auditor: staff',
      'cityLeader: staff',
      'administrator: public',
      'system: public',
      'unitStaff of the lead unit: staff',
      'unitStaff of a supporting unit: staff',
      'unitStaff of another unit: public',
    ])
  })

  it('before the release residents and strangers see nothing', () => {
    for (const who of [resident, staffOf('other'), actor('administrator')])
      expect(taskViewFor(given, who, false)).toBeNull()
  })

  it('a draft is the office’s', () => {
    const draft = task({ villageCodes: [village] })
    expect(taskViewFor(draft, actor('coordinator'), false)).toBe('staff')
    for (const who of [staffOf('lead'), actor('publisher'), actor('cityLeader')])
      expect(taskViewFor(draft, who, false)).toBeNull()
    const officer = actor('villageOfficer', { regionCode: village })
    expect(taskViewFor(draft, officer, false)).toBeNull()
    const consulting = { ...draft, state: 'consulting' as const }
    expect(taskViewFor(consulting, officer, false)).toBe('concerned')
    // The units that it names, and whoever reads by the region, wait until it is given out.
    for (const who of [staffOf('lead'), staffOf('doer'), actor('publisher'), actor('cityLeader')])
      expect(taskViewFor(consulting, who, false)).toBeNull()
  })

  it('a county reads a task only where all its places lie in the county', () => {
    const both = { ...given, regionCodes: [county, otherCounty] }
    expect(taskViewFor(both, actor('coordinator', { regionCode: county }), false)).toBeNull()
    expect(taskViewFor(both, actor('coordinator'), false)).toBe('staff')
  })
})

describe('the public text', () => {
  it('takes nothing from the fields that are never public', () => {
    const sentinel = 'never-to-be-seen'
    const full: RectificationTask = {
      ...given,
      roundId: sentinel,
      enterpriseIds: [sentinel],
      collectiveUnits: [sentinel],
      assignments: [assignment(sentinel, { personName: sentinel, phone: sentinel })],
      completedOn: sentinel,
    }
    const text = publicTextOf(full, {
      unit: (id) => ({ name: `name of ${id}`, phone: null }),
      region: (code) => `name of ${code}`,
    })
    expect(JSON.stringify(text)).not.toContain(sentinel)
    expect(
      Object.keys(text)
        .filter((field) => field in full)
        .filter(isNeverPublic),
    ).toEqual([])
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

const isNeverPublic = (field: string): boolean =>
  (neverPublicTaskFields as readonly string[]).includes(field)
