import { nextDueSince } from '@/domain/feedback/limits'

const matter = {
  ...{ submittedOn: '2020-03-01', admitDueOn: '2020-03-16', admittedOn: null, answerDueOn: null },
  ...{ answerDueProvisional: false, answers: [] },
}
const admitted = { ...matter, admittedOn: '2020-03-05', answerDueOn: '2020-05-04' }
const answer = {
  finding: 'true',
  text: 'done',
  unitId: 'water',
  byPersonId: 'somebody',
  photoIds: [],
  releasedOn: '2020-04-02',
} as const

describe('the next day of a matter that somebody reported before', () => {
  it.each([
    [
      'is counted from the own receipt before admission',
      { ...matter, state: 'submitted' },
      '2020-03-18',
      '2020-04-02',
    ],
    [
      'is counted from the own report after it',
      { ...admitted, state: 'assigned' },
      '2020-03-18',
      '2020-05-17',
    ],
    [
      'moves with an extension',
      { ...admitted, state: 'assigned', answerDueOn: '2020-06-03' },
      '2020-03-18',
      '2020-06-16',
    ],
    [
      'is the matter’s where that was admitted later',
      { ...admitted, state: 'assigned' },
      '2020-03-05',
      '2020-05-04',
    ],
    [
      'is a second look’s own, which is counted from the rating',
      { ...admitted, state: 'secondLook', answerDueOn: '2020-05-20' },
      '2020-03-18',
      '2020-05-20',
    ],
    [
      'is what an answer in stages named',
      { ...admitted, state: 'assigned', answers: [answer], answerDueOn: '2020-05-20' },
      '2020-03-18',
      '2020-05-20',
    ],
    ['is none where nothing is owed', { ...admitted, state: 'answered' }, '2020-03-18', null],
  ] as const)('%s', (_rule, of, ownDay, due) => {
    expect(nextDueSince(of, ownDay)).toBe(due)
  })
})
