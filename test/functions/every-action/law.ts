import type { ActionName } from '@/contract/actions'
import type { ErrorCode } from '@/contract/errors'
import { roles } from '@/domain/organization/role'
import type { Caller, PostName, Standing } from './cast'
import { lodged } from './on-objections'
import { given, repeated } from './on-reports'
import { assigned } from './on-tasks'
import { proposed } from './on-timelines'
import { notified } from './on-visits'
import { read, registered } from './on-lists'
import type { Somebody, World } from './world'

/** `coordinator own`: the coordinator on a thing of their own. */
export type Cell = `${Caller} ${Standing}`

/** Who stands nearest to the thing that the action's case makes, where it is not whom the cast names. */
type Nearest = Partial<Record<Caller, Somebody | { readonly post: PostName }>>

export interface OnThing {
  readonly may: readonly Cell[]
  /** Who has a part in it and is told why not now, where all others learn nothing. */
  readonly told?: Partial<Record<Cell, ErrorCode>>
  readonly nearest?: Nearest
}
export interface Listing {
  /** Who may ask for the list. */
  readonly asks: readonly Caller[]
  /** Who then finds the thing in it; all others do not. */
  readonly finds: readonly Cell[]
  readonly thing: (world: World) => Promise<string>
  readonly nearest?: Nearest
}
interface WithoutThing {
  readonly by: readonly Caller[]
}
export type Law = OnThing | Listing | WithoutThing

const everybody: readonly Caller[] = [...roles.filter((role) => role !== 'system'), 'visitor']
const members = everybody.filter((caller) => caller !== 'resident' && caller !== 'visitor')
/** 村里和企业 read what concerns them and nothing of the house; 执法单位 their visits and nothing else. */
const house = members.filter(
  (role) => role !== 'villageOfficer' && role !== 'enterpriseAgent' && role !== 'enforcer',
)

const own = (...callers: readonly Caller[]): Cell[] =>
  callers.map((caller): Cell => `${caller} own`)
const everywhere = (callers: readonly Caller[]): Cell[] =>
  callers.flatMap((caller): Cell[] => [
    `${caller} own`,
    `${caller} others`,
    `${caller} otherRegion`,
  ])

const only = (...callers: readonly Caller[]): OnThing => ({ may: own(...callers) })
const anybody: WithoutThing = { by: everybody }
const anyMember: WithoutThing = { by: members }
const administrator: WithoutThing = { by: ['administrator'] }

/** 经办、负责人 of the unit that does the work. */
const unit = only('unitStaff', 'unitLeader')
const office = only('coordinator')
const unitOrOffice = only('unitStaff', 'unitLeader', 'coordinator')
const farming: Nearest = { unitStaff: 'farmingStaff', unitLeader: { post: 'farmingLeader' } }
const water: Nearest = { unitStaff: 'waterStaff', unitLeader: { post: 'waterLeader' } }
const by = (nearest: Nearest, { may }: OnThing = unit): OnThing => ({ may, nearest })

/** A task given out is read by whoever has a part in it and by the region's bodies, never by the administrator. */
const taskReaders = own(
  'coordinator',
  'intake',
  'inspector',
  'caseOfficer',
  'publisher',
  'financeOfficer',
  'auditor',
  'cityLeader',
  'unitStaff',
  'unitLeader',
  'villageOfficer',
  'enterpriseAgent',
)
const taskReadersOfHouse = taskReaders.filter(
  (cell) => cell !== 'villageOfficer own' && cell !== 'enterpriseAgent own',
)
/** It holds everybody’s evidence: a unit gets its own only. */
const caseFile = only('coordinator', 'inspector', 'caseOfficer', 'auditor', 'cityLeader')
const desk = only('intake')
const deskOrOffice = only('intake', 'coordinator')
const reporter = only('resident')
const checkers = only('unitStaff', 'unitLeader', 'inspector')
const bothSides = only('unitStaff', 'unitLeader', 'enterpriseAgent')
/** Both sides, the office, and who inspects, audits and leads in the region. */
const timelineReaders = own(
  'enterpriseAgent',
  'unitStaff',
  'unitLeader',
  'coordinator',
  'inspector',
  'auditor',
  'cityLeader',
)
const firm = only('enterpriseAgent')
/** 执法单位: the body that was asked, and no other one. */
const body = only('enforcer')
/** Intake asked for it; from its notice on the firm reads it too. */
const visitReaders = own('enforcer', 'enterpriseAgent', 'coordinator', 'inspector', 'intake')

/**
 * Who may do what, written from the law of the domain (docs/domain) by hand and never printed from
 * the rules: what stands in no cell is refused. An action without a row does not compile.
 */
export const law: { readonly [N in ActionName]: Law } = {
  'identity.whoAmI': anybody,
  'register.listRegions': anybody,
  'identity.setVillage': anybody,
  'notifier.recordConsent': anybody,
  'identity.listUnits': { by: house },
  'identity.getUnit': only('administrator'),
  'identity.getWatch': administrator,
  'identity.getSettings': administrator,
  'identity.changeSettings': administrator,
  'identity.importOrganization': administrator,
  'identity.invite': administrator,
  'identity.invitePeople': administrator,
  // Who invites does not take it up: two persons.
  'identity.acceptInvitation': { by: everybody.filter((caller) => caller !== 'administrator') },
  'identity.endMembership': only('administrator'),
  'identity.markEnforcement': only('administrator'),
  'identity.listLooks': anybody,
  'notifier.listCallList': { by: ['coordinator', 'intake'] },
  // 案件查办: cases are the case officer’s, and the coordinator’s with them.
  'notifier.listRepeats': {
    asks: ['caseOfficer', 'coordinator'],
    finds: own('caseOfficer', 'coordinator'),
    thing: repeated,
  },
  'notifier.listMyMessages': anybody,

  'register.listTasks': anybody,
  'register.getTask': { may: [...everywhere(everybody)] },
  'task.listLedger': {
    asks: members.filter((role) => role !== 'administrator' && role !== 'enforcer'),
    finds: taskReaders,
    thing: assigned,
  },
  'task.get': { may: taskReaders },
  'notifier.listTodo': anyMember,
  'notifier.listReminders': anyMember,
  'task.consult': office,
  'task.withdrawConsult': office,
  // The coordinator too, with a paper of theirs: this word is the firm’s own. The village was asked.
  'task.sayOnDraft': only('enterpriseAgent', 'villageOfficer'),
  'task.answerDraftOpinion': office,
  'task.assign': office,
  // Water was named as who enters it.
  'task.enterEvent': by(water, unitOrOffice),
  'task.changeRhythm': office,
  'task.correctText': office,
  // The lead answers for the whole; the office has the list.
  'task.setSites': unitOrOffice,
  'task.setPoint': unitOrOffice,
  'task.split': office,
  'task.signFor': unit,
  'task.returnAssignment': unit,
  'task.reassign': office,
  'task.dropShare': office,
  'task.submitPlan': unit,
  'task.withdrawPlan': unit,
  'task.signShare': by(water),
  // The lead plans for itself here: nobody approves their own plan.
  'task.amendPlan': by(water),
  'task.approvePlan': office,
  'task.returnPlan': office,
  'task.cancelTask': office,
  'task.cancelDraft': office,
  'task.checkSecrecy': office,
  'task.checkOpenness': only('publisher'),
  'task.withholdRelease': only('coordinator', 'publisher'),
  'task.editNotice': only('coordinator'),
  'task.choosePhotos': only('coordinator'),
  // For the openness check; for the other one it is the office's.
  'task.readPlaces': only('publisher'),
  'task.urgeCheck': only('coordinator'),
  'task.previewRelease': only('coordinator', 'publisher'),
  'task.reportDone': by(water),
  'task.prepareUpload': by(water),
  'task.confirmUpload': by(water),
  'task.listEvidence': { may: taskReadersOfHouse },
  'task.listSigns': only('coordinator', 'inspector'),
  'task.undoDone': by(water),
  // Water did it, housing leads.
  'task.returnDone': unit,
  'task.recordNoPart': unit,
  'task.extend': unit,
  'task.endorseExtension': unit,
  'task.grantExtension': office,
  'task.refuseExtension': office,
  'task.withdrawExtension': unit,
  'task.changeChain': office,
  'task.prepareSelfCheck': unit,
  'task.selfCheck': unit,
  'task.requestCloseOut': unit,
  'task.withdraw': unit,
  'task.listOfficials': office,
  'task.listCheckers': by(farming, checkers),
  // At the county and the city also an inspector of the region.
  'task.listCheckFiles': { may: taskReadersOfHouse },
  'task.listRecheckFiles': { may: taskReadersOfHouse },
  'task.verify': by(farming, checkers),
  // A colleague was named; the one who signed first is not asked again.
  'task.confirmCheck': by({ unitStaff: 'farmingColleague' }, only('unitStaff')),
  'task.denyCheck': by({ unitStaff: 'farmingColleague' }, only('unitStaff')),
  'task.returnForRework': by(farming, { may: [...checkers.may, 'coordinator own'] }),
  'task.noticeFirst': office,
  'task.publishNotice': office,
  'task.approveCloseOut': office,
  'task.recordUpper': office,
  'task.recheck': only('inspector'),
  'task.keepClosed': office,
  'task.reopen': office,
  'task.askVillage': unit,
  // The coordinator too, with minutes of their own: these are the inspector’s.
  'task.visitVillage': only('inspector'),

  'opinion.getOwn': { may: [...everywhere(everybody)] },
  'opinion.giveOwn': {
    ...reporter,
    told: {
      'visitor own': 'OPINION.VILLAGE_UNKNOWN',
      'resident others': 'OPINION.VILLAGE_UNKNOWN',
    },
  },
  'opinion.listAsked': { may: taskReaders },
  'opinion.getCollective': only('villageOfficer', 'coordinator'),
  // On paper the coordinator too, with minutes of their own: these are the branch’s.
  'opinion.giveCollective': only('villageOfficer'),
  'opinion.sayNotInvolved': only('villageOfficer', 'coordinator'),
  // Only an inspector calls on a resident.
  'opinion.getVisit': only('inspector'),
  'opinion.openVisit': only('inspector'),
  'opinion.recordVisit': only('inspector'),
  'opinion.getSummary': only('intake', 'coordinator', 'unitStaff', 'unitLeader'),
  'opinion.openWords': desk,
  'opinion.summarize': desk,
  'opinion.answerOpinions': unit,
  'opinion.returnAnswers': office,
  'opinion.releaseSummary': office,

  'feedback.prepareUpload': anybody,
  'feedback.confirmUpload': reporter,
  // A village officer for a resident of the own village, with the consent noted: not this one.
  'feedback.submit': { by: ['resident', 'visitor'] },
  'feedback.listMine': {
    asks: everybody,
    finds: own('resident'),
    thing: given,
  },
  'feedback.get': reporter,
  'feedback.lookUp': { may: [...everywhere(everybody)] },
  'feedback.supplement': reporter,
  'feedback.withdraw': reporter,
  'feedback.rate': reporter,
  'feedback.listDesk': {
    // A leader is a desk of what was handed over for want of anybody else: not of this one.
    asks: ['intake', 'coordinator', 'unitStaff', 'unitLeader', 'inspector', 'cityLeader'],
    // The inspector of the region may have to give the second answer.
    finds: own('intake', 'coordinator', 'unitStaff', 'unitLeader', 'inspector'),
    thing: given,
    nearest: farming,
  },
  'feedback.getHandled': by(
    farming,
    only('intake', 'coordinator', 'unitStaff', 'unitLeader', 'inspector'),
  ),
  'feedback.openOriginal': desk,
  'feedback.admit': desk,
  'feedback.decline': desk,
  'feedback.declineMany': desk,
  'feedback.listNextDesks': desk,
  'feedback.handOverDesk': desk,
  'feedback.correctAccused': desk,
  'feedback.takeBack': deskOrOffice,
  'feedback.assign': deskOrOffice,
  'feedback.returnToIntake': by(farming),
  'feedback.submitAnswer': by(farming),
  // Another person of the unit, or the inspector.
  'feedback.submitSecondAnswer': by(
    { unitStaff: 'farmingColleague', unitLeader: { post: 'farmingLeader' } },
    only('unitStaff', 'unitLeader', 'inspector'),
  ),
  'feedback.releaseAnswer': office,
  'feedback.returnAnswer': office,
  'feedback.extendAnswer': deskOrOffice,
  'feedback.merge': desk,
  'feedback.listMergeTargets': desk,

  'feedback.lodgeObjection': { may: ['visitor own', 'resident own', 'resident others'] },
  'feedback.getOwnObjection': { may: everywhere(everybody) },
  'feedback.listObjections': {
    asks: ['intake', 'coordinator', 'cityLeader'],
    finds: own('intake', 'coordinator', 'cityLeader'),
    thing: async (world) => (await lodged(world)).objectionId,
  },
  // The office decides on what intake wrote of it; the leader reads where the office may not decide.
  'feedback.getObjection': only('intake', 'coordinator', 'cityLeader'),
  'feedback.openObjection': desk,
  'feedback.summarizeObjection': desk,
  'feedback.admitObjection': office,
  'feedback.dismissObjection': office,
  'feedback.rejectObjection': office,
  'feedback.upholdObjection': office,

  'enterprise.listTimelines': {
    asks: members.filter((role) => role !== 'villageOfficer'),
    finds: timelineReaders,
    thing: proposed,
  },
  'enterprise.getTimeline': { may: timelineReaders },
  'enterprise.propose': unit,
  // The unit made the last table.
  'enterprise.accept': {
    ...firm,
    told: { 'unitStaff own': 'THING.STATE', 'unitLeader own': 'THING.STATE' },
  },
  'enterprise.preparePlanUpload': firm,
  'enterprise.counter': firm,
  'enterprise.refer': bothSides,
  'enterprise.mediate': office,
  'enterprise.sign': bothSides,
  'enterprise.reopenTerms': bothSides,
  // The firm has an agent: the unit does not speak in its place.
  'enterprise.reportNode': firm,
  'enterprise.undoNode': firm,
  'enterprise.confirmNode': unit,
  'enterprise.returnNode': unit,

  'enterprise.listVisits': {
    asks: [
      ...(['enforcer', 'enterpriseAgent', 'coordinator', 'inspector', 'intake'] as const),
      ...(['unitStaff', 'unitLeader'] as const),
    ],
    finds: visitReaders,
    thing: notified,
  },
  'enterprise.getVisit': { may: visitReaders },
  // Intake and 督导 of the region; a unit only at its own step.
  'enterprise.askVisit': only('intake', 'inspector'),
  'enterprise.withdrawMatters': desk,
  'enterprise.cancelVisit': body,
  'enterprise.notifyVisit': body,
  'enterprise.correctVisit': body,
  'enterprise.prepareVisitUpload': body,
  'enterprise.recordVisit': body,
  'enterprise.addDissent': firm,
  'enterprise.rateVisit': firm,

  // Villages and firms get the chain with the file that the office gives them.
  'papers.exportChain': { may: taskReadersOfHouse },
  'papers.getCaseFile': caseFile,
  'papers.makeCaseFile': caseFile,
  'papers.takePaper': caseFile,

  'documents.prepareUpload': { by: ['coordinator', 'administrator'] },
  'documents.readOrganization': only('administrator'),
  'documents.takeOrganizationTemplate': administrator,
  'documents.prepareSiteUpload': unitOrOffice,
  'documents.readSites': unitOrOffice,
  'documents.takeSiteTemplate': unitOrOffice,
  'documents.exportLedger': office,
  'documents.startImport': office,
  'documents.listBatches': {
    asks: ['coordinator'],
    finds: own('coordinator'),
    thing: (world) => read(world),
  },
  'documents.getBatch': office,
  'documents.getDraft': office,
  'documents.editDraft': office,
  'documents.confirmDraft': office,
  'documents.mergeDrafts': office,
  'documents.splitDraft': office,
  'documents.commitBatch': office,
  'documents.discardBatch': office,
  // A county works on the city's rounds too, and changes its own only.
  'documents.listRounds': {
    asks: ['coordinator'],
    finds: ['coordinator own', 'coordinator otherRegion'],
    thing: (world) => registered(world),
  },
  'documents.getRound': office,
  'documents.registerRound': { by: ['coordinator'] },
  'documents.changeRound': office,
}
