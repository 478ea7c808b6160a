import { evidenceOfCase, keepEvidence, numberedPapersOf } from '@/domain/papers/evidence'
import {
  checker,
  cycle,
  doneReport,
  measure,
  planned,
  recheck,
  task,
  verification,
} from '../builders'

/** Two measures; seen by checkers in two cycles and by an inspector after close-out. */
const closed = () => {
  const seen = (cycleName: string) =>
    verification([{ ...checker('a'), signatureId: 'signature' }, checker('b')], {
      measures: [
        { measureId: 'm1', inPlace: true, words: '', photoIds: [`${cycleName}-m1`] },
        { measureId: 'm2', inPlace: true, words: '' },
      ],
    })
  return task({
    state: 'closed',
    measures: [measure({ text: 'build the sewer' }), measure({ id: 'm2', text: 'cover it' })],
    assignments: [planned('lead')],
    done: [
      doneReport('measure.m1.lead', 'lead', { photoIds: ['after'], beforeIds: ['before'] }),
      doneReport('measure.m2.lead', 'lead', { fileIds: ['paper'], secretFileIds: ['paper'] }),
    ],
    cycles: [
      cycle({ checks: [seen('first')] }),
      cycle({
        checks: [seen('second')],
        rechecks: [{ ...recheck('2018-12-01', false), photoIds: ['later'] }],
      }),
    ],
  })
}

describe('the evidence of a case', () => {
  it('is what was handed in, then what checkers saw, then what was seen after close-out', () => {
    const found = evidenceOfCase(closed()).map(({ fileId, use }) => `${fileId} ${use}`)
    expect(found.sort()).toEqual(
      [
        ...['before before', 'after after', 'paper paper'],
        ...['first-m1 check', 'second-m1 check', 'later recheck'],
      ].sort(),
    )
    const uses = evidenceOfCase(closed()).map(({ use }) => use)
    expect(uses.slice(3)).toEqual(['check', 'check', 'recheck'])
  })

  it('says of which measure a checker’s photo is, and which cycle is over', () => {
    const checks = evidenceOfCase(closed()).filter(({ use }) => use === 'check')
    expect(checks).toEqual([
      {
        fileId: 'first-m1',
        partId: null,
        partText: 'build the sewer',
        use: 'check',
        secret: false,
        former: true,
      },
      {
        fileId: 'second-m1',
        partId: null,
        partText: 'build the sewer',
        use: 'check',
        secret: false,
        former: false,
      },
    ])
  })

  it('names nobody: a signature is none, and a firm’s secret is marked', () => {
    const all = evidenceOfCase(closed())
    expect(all.some(({ fileId }) => fileId === 'signature')).toBe(false)
    expect(all.filter(({ secret }) => secret).map(({ fileId }) => fileId)).toEqual(['paper'])
  })

  it('has the record of a visit to a firm once a cycle, with the measures that it is of', () => {
    const firm = {
      ...{ visitId: 'v1', enterpriseId: 'plant', bodyId: 'bureau', on: '2018-06-11' },
      ...{ isOwnWork: false, fileIds: ['record'] },
      findings: [{ measureId: 'm1', inOrder: true, words: 'dry' }],
    }
    const step = verification([checker('a'), checker('b')], { firms: [firm] })
    const of = task({
      measures: [measure({ text: 'build the sewer' })],
      cycles: [cycle({ checks: [step, step] })],
    })
    expect(evidenceOfCase(of)).toEqual([
      {
        ...{ fileId: 'record', partId: null, partText: 'build the sewer', use: 'visit' },
        ...{ secret: false, former: false },
      },
    ])
  })

  it('keeps what was undone, and what was seen, of a part or measure that is gone, without its words', () => {
    const undone = doneReport('measure.gone.lead', 'lead', { photoIds: ['old'] })
    const firm = {
      ...{ visitId: 'v1', enterpriseId: 'plant', bodyId: 'bureau', on: '2018-06-11' },
      ...{ isOwnWork: false, fileIds: ['record'] },
      findings: [{ measureId: 'gone', inOrder: true, words: 'dry' }],
    }
    const measures = [{ measureId: 'gone', inPlace: true, words: '', photoIds: ['seen'] }]
    const step = verification([checker('a')], { firms: [firm], measures })
    const of = task({ cycles: [cycle({ undone: [undone], checks: [step] }), cycle()] })
    expect(evidenceOfCase(of)).toMatchObject([
      { fileId: 'old', partText: '', use: 'after', former: true },
      { fileId: 'seen', partText: '', use: 'check', former: true },
      { fileId: 'record', partText: '', use: 'visit', former: true },
    ])
    expect(numberedPapersOf(of)).toEqual([
      { number: '1', on: '2018-06-01', partText: '', former: true },
    ])
  })

  it('is a file once, as what counts now, and a paper by its number only where it has one', () => {
    const said = { photoIds: ['same'], paperNumber: null }
    const of = task({
      assignments: [planned('lead')],
      done: [doneReport('measure.m1.lead', 'lead', said)],
      cycles: [cycle({ undone: [doneReport('measure.m1.lead', 'lead', said)] })],
    })
    expect(evidenceOfCase(of)).toMatchObject([{ fileId: 'same', former: false }])
    expect(numberedPapersOf(of)).toEqual([])
  })

  it('has the signed decisions of every cycle: that of the group, then the upper level’s', () => {
    const approval = { on: '2018-06-11', decisionNumber: '1', fileIds: ['group'] }
    const upper = { on: '2018-06-12', documentNumber: '2', remarks: '', fileIds: ['upper'] }
    const last = cycle({ approval: { on: '2018-07-11', decisionNumber: '3' } })
    expect(evidenceOfCase(task({ cycles: [cycle({ approval, upper }), last] }))).toMatchObject([
      { fileId: 'group', use: 'decision', former: true },
      { fileId: 'upper', use: 'decision', former: true },
    ])
  })
})

describe('evidence that a change takes out of every record', () => {
  const signed = (fileIds: readonly string[]) => ({
    ...{ on: '2018-06-11', byId: null, signOffNumber: null, fileIds },
  })
  const share = (fileIds: readonly string[]) => ({ ...planned('lead'), signature: signed(fileIds) })

  it('stays in the case as what it was, and counts no more', () => {
    const before = task({
      ...{ measures: [measure({ text: 'build the sewer' })], assignments: [share(['first'])] },
      cycles: [
        cycle({
          checks: [
            verification([checker('a')], {
              measures: [{ measureId: 'm1', inPlace: true, words: '', photoIds: ['seen'] }],
            }),
          ],
        }),
      ],
    })
    const next = { ...before, assignments: [share(['second'])], cycles: [cycle()] }
    const kept = keepEvidence(before, next)
    expect(evidenceOfCase(kept).map((each) => [each.fileId, each.use, each.former])).toEqual([
      ['second', 'signOff', false],
      ['first', 'signOff', true],
      ['seen', 'check', true],
    ])
    expect(evidenceOfCase(kept).at(-1)?.partText).toBe('build the sewer')
    // Handed in once more it counts again, and stands there once.
    const again = keepEvidence(kept, { ...kept, assignments: [share(['first'])] })
    expect(evidenceOfCase(again).map((each) => [each.fileId, each.former])).toEqual([
      ['first', false],
      ['seen', true],
      ['second', true],
    ])
  })

  it('is kept of nothing that is new, and leaves a case alone that lost nothing', () => {
    const of = task({ assignments: [share(['first'])] })
    expect(keepEvidence(null, of)).toBe(of)
    const more = { ...of, done: [doneReport('measure.m1.lead', 'lead', { photoIds: ['new'] })] }
    expect(keepEvidence(of, more)).toBe(more)
  })
})
