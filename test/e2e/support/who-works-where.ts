import { testEnvironment } from '../../support/environment'

/** The persons of the demonstration who open pages in the tests. */
export type Who =
  | 'resident'
  | 'newcomer'
  | 'village'
  | 'committee'
  | 'enterprise'
  | 'factory'
  | 'unit'
  | 'lead'
  | 'town'
  | 'closing'
  | 'signing'
  | 'county'
  | 'checking'
  | 'office'
  | 'intake'
  | 'publisher'
  | 'inspector'
  | 'enforcer'
  | 'leader'
  | 'administrator'

export const openids: Readonly<Record<Who | 'nameless', string>> = {
  resident: 'demo-resident',
  newcomer: 'demo-newcomer',
  nameless: 'demo-nameless',
  village: 'demo-village',
  committee: 'demo-committee',
  enterprise: 'demo-enterprise',
  factory: 'demo-stone',
  unit: 'demo-farming-staff',
  lead: 'demo-housing-staff',
  town: 'demo-town-staff',
  closing: 'demo-agriculture-staff',
  signing: 'demo-agriculture-leader',
  county: 'demo-dianbai-staff',
  checking: 'demo-city-checker-2',
  office: 'demo-coordinator',
  intake: 'demo-intake',
  publisher: 'demo-publisher',
  inspector: 'demo-inspector',
  leader: 'demo-leader',
  enforcer: 'demo-enforcer',
  administrator: testEnvironment.FIRST_ADMINISTRATOR,
}

const tabs = ['pages/home', 'pages/todo', 'pages/register', 'pages/mine']

/**
 * Every page, by who works there. `:task` is one that this person can open, `:task.assign` one on
 * which they are offered that, `:task*` enough of them to be offered everything there is.
 */
export const pages: Readonly<Record<Who, readonly string[]>> = {
  resident: [
    ...tabs,
    ...['pages/report', 'pages/my-reports', 'pages/progress?:own*', 'pages/lookup'],
    ...['pages/task?:released', 'pages/complaint', 'pages/join', 'pages/not-found'],
    ...['subpackages/resident/notice?:released', 'subpackages/village/own?:released'],
    ...['subpackages/resident/objection?:released', 'subpackages/papers/check'],
    ...['subpackages/about/privacy', 'subpackages/about/looks', 'subpackages/about/messages'],
    // A staff page whose address was typed.
    ...['subpackages/office/people', 'subpackages/unit/ledger'],
  ],
  // Has named no village yet.
  newcomer: ['subpackages/village/own?:released.noVillage'],
  village: [
    ...[...tabs, 'pages/report', 'pages/my-reports'],
    ...['subpackages/village/asked?:task.asked', 'subpackages/village/opinion?:opinion'],
  ],
  committee: ['subpackages/village/asked?:task.asked', 'subpackages/unit/task?:task*'],
  factory: ['subpackages/enterprise/timeline?:timeline*'],
  lead: ['subpackages/unit/task?:task*'],
  town: ['subpackages/unit/task?:task*', 'subpackages/unit/feedback?:report*'],
  closing: ['subpackages/unit/task?:task*'],
  signing: ['subpackages/unit/task?:task*', 'subpackages/unit/self-check?:task.selfCheck'],
  county: ['subpackages/unit/task?:task*', 'subpackages/enterprise/timeline?:timeline*'],
  checking: ['subpackages/unit/task?:task*', 'subpackages/unit/verify?:task.verify'],
  enterprise: [
    ...tabs,
    ...['subpackages/enterprise/timelines', 'subpackages/enterprise/timeline?:timeline*'],
    ...['subpackages/enterprise/visits', 'subpackages/enterprise/visit?:visit*'],
  ],
  unit: [
    ...tabs,
    ...[
      'subpackages/unit/ledger',
      'subpackages/unit/task?:task*',
      'subpackages/unit/plan?:task.submitPlan',
    ],
    ...['subpackages/unit/self-check?:task.selfCheck', 'subpackages/unit/reminders'],
    ...['subpackages/unit/sites?:measure', 'subpackages/unit/camera'],
    ...['subpackages/unit/desk', 'subpackages/unit/feedback?:report*'],
    ...['subpackages/enterprise/timelines', 'subpackages/unit/propose?:task'],
  ],
  office: [
    ...tabs,
    ...[
      'subpackages/unit/ledger',
      'subpackages/unit/task?:task*',
      'subpackages/unit/chain?:task.changeChain',
    ],
    ...['subpackages/unit/verify?:task.verify', 'subpackages/office/assign?:task.assign'],
    ...['subpackages/office/release?:task.checkSecrecy', 'subpackages/office/call-list'],
    'subpackages/office/repeats',
    ...['subpackages/office/imports', 'subpackages/office/import?:batch*', 'subpackages/unit/desk'],
    ...[
      'subpackages/office/import?:batch.parsed&at=1',
      'subpackages/office/import?:batch.parsed&at=2',
    ],
    ...['subpackages/village/asked?:task.asked', 'subpackages/village/summary?:summary'],
    ...['subpackages/village/visit?:task.asked', 'subpackages/papers/case-file?:task'],
    ...['subpackages/unit/consult?:task.consult', 'subpackages/unit/consult?:task.sayOnDraft'],
    ...['subpackages/office/release?:task.choosesPhotos'],
    ...[
      'subpackages/unit/objections',
      'subpackages/office/rounds',
      'subpackages/office/round?:round',
    ],
  ],
  intake: [
    ...tabs,
    ...[
      'subpackages/unit/desk',
      'subpackages/unit/feedback?:report*',
      'subpackages/unit/objections',
    ],
    'subpackages/unit/objection?:objection',
  ],
  inspector: [
    ...[...tabs, 'subpackages/unit/ledger', 'subpackages/unit/task?:task*'],
    'subpackages/unit/feedback?:report.submitSecondAnswer',
    'subpackages/village/resident-visit?:opinion.visitResident',
    ...['subpackages/enterprise/ask-visit?:task.askVisit', 'subpackages/enterprise/visit?:visit*'],
  ],
  enforcer: [...tabs, ...['subpackages/enterprise/visits', 'subpackages/enterprise/visit?:visit*']],
  publisher: [...tabs, 'subpackages/office/release?:task.checkOpenness'],
  leader: [...tabs, 'subpackages/unit/ledger', 'subpackages/unit/task?:task*'],
  administrator: [
    ...tabs,
    'subpackages/office/people',
    'subpackages/office/roster',
    'subpackages/office/watch',
    'subpackages/office/settings',
  ],
}
