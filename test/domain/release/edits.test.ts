import { editedText, standingEdits, withEdit } from '@/domain/release/edits'
import type { PublicText } from '@/domain/release/public-task'

const text: PublicText = {
  ...{ number: '8', upperNumber: null, title: 'dump', category: 'other', unitName: '' },
  problem: 'leachate overflows, a stench annoys people',
  goals: ['covered', 'drained'],
  ...{ units: [], measures: [], regions: [], villages: [] },
  ...{ dueOn: '2019-12-31', dueText: 'by the end of 2019' },
  result: {
    completedOn: '2020-04-08',
    done: [{ measureId: 'm1', on: '2020-04-08', words: 'covered 0.9 ha' }],
    checks: [],
  },
}
const problem = { place: 'problem', was: text.problem, text: 'the old dump leaks' }

describe('words of a notice that a person put in place of the ledger’s', () => {
  it('stand in the text; everything else is the ledger’s', () => {
    const edits = [problem, { place: 'done.0', was: 'covered 0.9 ha', text: 'covered' }]
    expect(editedText(text, edits)).toEqual({
      ...text,
      problem: 'the old dump leaks',
      result: { ...text.result, done: [{ ...text.result!.done[0]!, words: 'covered' }] },
    })
    expect(editedText(text, [{ place: 'goal.1', was: 'drained', text: 'a drain' }]).goals).toEqual([
      'covered',
      'a drain',
    ])
    expect(editedText(text, [])).toBe(text)
  })

  it('count no more where the ledger says something else since', () => {
    const corrected = { ...text, problem: 'another one' }
    expect(standingEdits(corrected, [problem])).toEqual([])
    expect(editedText(corrected, [problem])).toBe(corrected)
  })

  it('are one of each place, and none where the own words stand again', () => {
    expect(withEdit(text, [], 'problem', 'the old dump leaks')).toEqual([problem])
    expect(withEdit(text, [problem], 'problem', 'it leaks')).toEqual([
      { ...problem, text: 'it leaks' },
    ])
    expect(withEdit(text, [problem], 'problem', null)).toEqual([])
    expect(withEdit(text, [problem], 'problem', text.problem)).toEqual([])
  })

  it('are refused where nothing would be otherwise, or there is no such place', () => {
    expect(withEdit(text, [], 'problem', text.problem)).toBeNull()
    expect(withEdit(text, [problem], 'problem', problem.text)).toBeNull()
    expect(withEdit(text, [], 'problem', null)).toBeNull()
    expect(withEdit(text, [], 'goal.2', 'a third')).toBeNull()
    expect(withEdit({ ...text, result: null }, [], 'done.0', 'covered')).toBeNull()
  })
})
