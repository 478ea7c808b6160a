import { obligationTitle } from '@/copy/obligation-title'
import { watchWords } from '@/copy/watch'
import { taskActions } from '@/contract/task/actions'
import { lookOfUpload } from '../_files/look/look-of-upload'
import { Uploads } from '../_files/uploads'
import { serve } from '../_kit/serve'
import { workCalendar } from '../_kit/work-calendar'
import { AlarmBell } from '../_stores/alarm-bell'
import { parseContext } from '../_stores/database'
import { environmentFrom, ofEveryFunction } from '../_stores/environment'
import { MemberStore } from '../_stores/member-store'
import { FileRecordStore } from '../_stores/file-record-store'
import { openStores } from '../_stores/open-stores'
import { OpinionStore } from '../_stores/opinion-store'
import { PhotoCheckStore } from '../_stores/photo-check-store'
import { VisitStore } from '../_stores/visit-store'
import { openWechatApi, wechatSettingsFrom } from '../_stores/wechat-api'
import { TaskStore } from '../_stores/task-store'
import { TaskTimelines } from '../_stores/task-timelines'
import { answerDraftOpinion } from './actions/answer-draft-opinion'
import { amendPlan } from './actions/amend-plan'
import { approvePlan } from './actions/approve-plan'
import { askVillage } from './actions/ask-village'
import { approveCloseOut } from './actions/approve-close-out'
import { assign } from './actions/assign'
import { cancelDraft } from './actions/cancel-draft'
import { cancelTask } from './actions/cancel-task'
import { changeChain } from './actions/change-chain'
import { changeRhythm } from './actions/change-rhythm'
import { checkOpenness } from './actions/check-openness'
import { checkSecrecy } from './actions/check-secrecy'
import { confirmCheck } from './actions/confirm-check'
import { confirmUpload } from './actions/confirm-upload'
import { choosePhotos } from './actions/choose-photos'
import { consult } from './actions/consult'
import { denyCheck } from './actions/deny-check'
import { endorseExtension } from './actions/endorse-extension'
import { correctText } from './actions/correct-text'
import { enterEvent } from './actions/enter-event'
import { extend } from './actions/extend'
import { grantExtension } from './actions/grant-extension'
import { recordNoPart } from './actions/record-no-part'
import { refuseExtension } from './actions/refuse-extension'
import { requestCloseOut } from './actions/request-close-out'
import { reportDone } from './actions/report-done'
import { recheck } from './actions/recheck'
import { recordUpper } from './actions/record-upper'
import { reopen } from './actions/reopen'
import { returnForRework } from './actions/return-for-rework'
import { returnDone } from './actions/return-done'
import { sayOnDraft } from './actions/say-on-draft'
import { prepareSelfCheck } from './actions/prepare-self-check'
import { selfCheck } from './actions/self-check'
import { undoDone } from './actions/undo-done'
import { verify } from './actions/verify'
import { withdraw } from './actions/withdraw'
import { withdrawPlan } from './actions/withdraw-plan'
import { withholdRelease } from './actions/withhold-release'
import { visitVillage } from './actions/visit-village'
import { onTimer } from './system-turn'
import { withdrawConsult } from './actions/withdraw-consult'
import { withdrawExtension } from './actions/withdraw-extension'
import { get } from './actions/get'
import { keepClosed } from './actions/keep-closed'
import { listCheckFiles } from './actions/list-check-files'
import { listCheckers } from './actions/list-checkers'
import { listOfficials } from './actions/list-officials'
import { listRecheckFiles } from './actions/list-recheck-files'
import { listEvidence } from './actions/list-evidence'
import { listLedger } from './actions/list-ledger'
import { listSigns } from './actions/list-signs'
import { prepareUpload } from './actions/prepare-upload'
import { editNotice } from './actions/edit-notice'
import { readPlaces } from './actions/read-places'
import { urgeCheck } from './actions/urge-check'
import { previewRelease } from './actions/preview-release'
import { noticeFirst, publishNotice } from './actions/publish-notice'
import { dropShare } from './actions/drop-share'
import { reassign } from './actions/reassign'
import { returnAssignment } from './actions/return-assignment'
import { returnPlan } from './actions/return-plan'
import { signShare } from './actions/sign-share'
import { signFor } from './actions/sign-for'
import { setPoint } from './actions/set-point'
import { setSites } from './actions/set-sites'
import { split } from './actions/split'
import { submitPlan } from './actions/submit-plan'

const env = environmentFrom(process.env, [
  ...ofEveryFunction,
  'CITY_NAME',
  'WECHAT_API_BASE',
  'WECHAT_APPID',
  'WECHAT_SECRET',
  'MINI_PROGRAM_STATE',
  'ALARM_WEBHOOK',
])
const stores = openStores(env, {
  calendar: workCalendar,
  title: obligationTitle,
})
const { database } = stores
const records = new FileRecordStore(database)
const deps = {
  ...stores,
  records,
  uploads: new Uploads({ ...stores, records, lookOf: lookOfUpload }),
  tasks: new TaskStore(database),
  opinions: new OpinionStore(database),
  timelines: new TaskTimelines(database),
  members: new MemberStore(database),
  photoChecks: new PhotoCheckStore(database),
  visits: new VisitStore(database, stores.cipher),
  wechat: openWechatApi(wechatSettingsFrom(env)),
}

export const main = serve<'task'>({
  gate: stores.gate,
  settings: stores.settings,
  watch: stores.watch,
  bell: new AlarmBell(stores, env, watchWords.told),
  contracts: taskActions,
  people: stores.people,
  replies: stores.replies,
  parseContext,
  onTimer: onTimer(deps),
  handlers: {
    'task.listLedger': listLedger(deps),
    'task.get': get(deps),
    'task.askVillage': askVillage(deps),
    'task.visitVillage': visitVillage(deps),
    'task.consult': consult(deps),
    'task.withdrawConsult': withdrawConsult(deps),
    'task.sayOnDraft': sayOnDraft(deps),
    'task.answerDraftOpinion': answerDraftOpinion(deps),
    'task.assign': assign(deps),
    'task.enterEvent': enterEvent(deps),
    'task.changeRhythm': changeRhythm(deps),
    'task.correctText': correctText(deps),
    'task.split': split(deps),
    'task.setSites': setSites(deps),
    'task.setPoint': setPoint(deps),
    'task.signFor': signFor(deps),
    'task.returnAssignment': returnAssignment(deps),
    'task.reassign': reassign(deps),
    'task.dropShare': dropShare(deps),
    'task.submitPlan': submitPlan(deps),
    'task.amendPlan': amendPlan(deps),
    'task.approvePlan': approvePlan(deps),
    'task.returnPlan': returnPlan(deps),
    'task.withdrawPlan': withdrawPlan(deps),
    'task.signShare': signShare(deps),
    'task.cancelTask': cancelTask(deps),
    'task.cancelDraft': cancelDraft(deps),
    'task.checkSecrecy': checkSecrecy(deps),
    'task.checkOpenness': checkOpenness(deps),
    'task.previewRelease': previewRelease(deps),
    'task.withholdRelease': withholdRelease(deps),
    'task.editNotice': editNotice(deps),
    'task.choosePhotos': choosePhotos(deps),
    'task.readPlaces': readPlaces(deps),
    'task.urgeCheck': urgeCheck(deps),
    'task.endorseExtension': endorseExtension(deps),
    'task.extend': extend(deps),
    'task.grantExtension': grantExtension(deps),
    'task.recordNoPart': recordNoPart(deps),
    'task.refuseExtension': refuseExtension(deps),
    'task.reportDone': reportDone(deps),
    'task.prepareUpload': prepareUpload(deps),
    'task.confirmUpload': confirmUpload(deps),
    'task.listEvidence': listEvidence(deps),
    'task.listSigns': listSigns(deps),
    'task.returnDone': returnDone(deps),
    'task.undoDone': undoDone(deps),
    'task.withdrawExtension': withdrawExtension(deps),
    'task.changeChain': changeChain(deps),
    'task.prepareSelfCheck': prepareSelfCheck(deps),
    'task.selfCheck': selfCheck(deps),
    'task.requestCloseOut': requestCloseOut(deps),
    'task.withdraw': withdraw(deps),
    'task.listCheckers': listCheckers(deps),
    'task.listOfficials': listOfficials(deps),
    'task.listCheckFiles': listCheckFiles(deps),
    'task.verify': verify(deps),
    'task.confirmCheck': confirmCheck(deps),
    'task.denyCheck': denyCheck(deps),
    'task.returnForRework': returnForRework(deps),
    'task.noticeFirst': noticeFirst(deps),
    'task.publishNotice': publishNotice(deps),
    'task.approveCloseOut': approveCloseOut(deps),
    'task.recordUpper': recordUpper(deps),
    'task.recheck': recheck(deps),
    'task.listRecheckFiles': listRecheckFiles(deps),
    'task.keepClosed': keepClosed(deps),
    'task.reopen': reopen(deps),
  },
})
