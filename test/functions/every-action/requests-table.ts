interface Line {
  readonly most: number
  readonly goal: number
}

/**
 * How many requests of the SDK one call makes at most, and where it should come to.
 *
 * Every request counts, also those sent side by side: identity, transaction, reply and file links
 * too. A public read may make 2, a list 3 (`listDesk`, `listCallList` 5), a detail 6, `whoAmI` 5.
 * A write may make 7 (who, start, read, write, audit, reply, commit) and one more for each other
 * collection that it reads, for each other document that it changes or removes, and for all
 * documents that it adds to one collection; 4 more when the person is new.
 *
 * `most` is a ratchet: who saves a request writes the smaller number down; no line is above its goal.
 *
 * A line whose goal is easily counted wrongly says beside it what was counted, 7 being the base of a write. A
 * second document of the thing's own collection that is changed with it counts as one of another collection
 * does: it is read, for a transaction reads by id and its chain goes on, and it is changed. What an action does
 * for each of several (a task of a list, a file, a voice of a village) is a number per part, and another line
 * has another number of parts.
 *
 * A search of `register.listTasks` (2) asks with a request of its own where to go on: the page of what was
 * found does not say how far it was read.
 */
export const requestTable: Readonly<Record<string, Line>> = {
  'identity.whoAmI': { most: 5, goal: 5 },
  'register.listRegions': { most: 1, goal: 2 },
  'identity.setVillage': { most: 3, goal: 3 },
  'notifier.recordConsent': { most: 6, goal: 7 },
  'identity.listUnits': { most: 3, goal: 3 },
  'identity.getUnit': { most: 6, goal: 6 },
  'identity.getWatch': { most: 6, goal: 6 },
  'identity.getSettings': { most: 4, goal: 6 },
  'identity.changeSettings': { most: 7, goal: 7 },
  'identity.importOrganization': { most: 7, goal: 9 },
  'identity.invite': { most: 8, goal: 8 },
  'identity.invitePeople': { most: 8, goal: 9 },
  'identity.markEnforcement': { most: 10, goal: 10 },
  // 7, its person, unit and region read; the person changed, a membership added.
  'identity.acceptInvitation': { most: 12, goal: 12 },
  // 7, the person read and changed.
  'identity.endMembership': { most: 9, goal: 9 },
  'identity.listLooks': { most: 2, goal: 3 },
  'notifier.listCallList': { most: 5, goal: 5 },
  'notifier.listRepeats': { most: 3, goal: 3 },
  'notifier.listMyMessages': { most: 2, goal: 3 },
  'register.listTasks': { most: 2, goal: 2 },
  'register.getTask': { most: 1, goal: 2 },
  'task.listLedger': { most: 3, goal: 3 },
  'task.get': { most: 6, goal: 6 },
  'notifier.listTodo': { most: 2, goal: 3 },
  'notifier.listReminders': { most: 3, goal: 3 },
  // 7, units and regions; obligations removed and added.
  'task.consult': { most: 11, goal: 11 },
  'task.withdrawConsult': { most: 11, goal: 11 },
  'task.sayOnDraft': { most: 10, goal: 10 },
  'task.answerDraftOpinion': { most: 9, goal: 9 },
  // 7, units, regions, memberships, people, the round; obligations removed and added.
  'task.assign': { most: 14, goal: 14 },
  // 7, units; tasks and obligations added.
  'task.split': { most: 10, goal: 10 },
  'task.enterEvent': { most: 10, goal: 10 },
  'task.changeRhythm': { most: 9, goal: 9 },
  'task.correctText': { most: 9, goal: 9 },
  'task.setPoint': { most: 9, goal: 9 },
  'task.setSites': { most: 9, goal: 9 },
  'task.signFor': { most: 10, goal: 10 },
  'task.returnAssignment': { most: 10, goal: 10 },
  'task.reassign': { most: 17, goal: 17 },
  'task.dropShare': { most: 16, goal: 16 },
  'task.submitPlan': { most: 9, goal: 9 },
  'task.amendPlan': { most: 9, goal: 9 },
  'task.approvePlan': { most: 9, goal: 9 },
  'task.returnPlan': { most: 10, goal: 10 },
  'task.withdrawPlan': { most: 9, goal: 9 },
  'task.signShare': { most: 9, goal: 9 },
  'task.reportDone': { most: 9, goal: 9 },
  'task.prepareUpload': { most: 5, goal: 5 },
  'task.confirmUpload': { most: 9, goal: 9 },
  'task.listEvidence': { most: 6, goal: 6 },
  'task.listSigns': { most: 6, goal: 6 },
  'task.undoDone': { most: 9, goal: 9 },
  'task.returnDone': { most: 10, goal: 10 },
  'task.recordNoPart': { most: 9, goal: 9 },
  'task.extend': { most: 9, goal: 9 },
  'task.endorseExtension': { most: 9, goal: 9 },
  'task.grantExtension': { most: 10, goal: 10 },
  'task.refuseExtension': { most: 9, goal: 9 },
  'task.withdrawExtension': { most: 9, goal: 9 },
  'task.changeChain': { most: 9, goal: 9 },
  'task.prepareSelfCheck': { most: 9, goal: 9 },
  'task.selfCheck': { most: 14, goal: 14 },
  'task.requestCloseOut': { most: 11, goal: 11 },
  'task.withdraw': { most: 10, goal: 10 },
  'task.listOfficials': { most: 5, goal: 5 },
  'task.listCheckers': { most: 4, goal: 4 },
  'task.listCheckFiles': { most: 5, goal: 5 },
  'task.listRecheckFiles': { most: 5, goal: 5 },
  'task.verify': { most: 12, goal: 12 },
  'task.confirmCheck': { most: 9, goal: 9 },
  'task.denyCheck': { most: 10, goal: 10 },
  'task.returnForRework': { most: 17, goal: 17 },
  'task.noticeFirst': { most: 12, goal: 12 },
  'task.publishNotice': { most: 13, goal: 13 },
  'task.approveCloseOut': { most: 19, goal: 19 },
  'task.recordUpper': { most: 13, goal: 13 },
  'task.recheck': { most: 14, goal: 14 },
  'task.keepClosed': { most: 10, goal: 10 },
  'task.reopen': { most: 15, goal: 15 },
  'task.cancelTask': { most: 13, goal: 13 },
  // 7, obligations removed, the parent read and changed: whether work on it may go on hangs on what is open below.
  'task.cancelDraft': { most: 10, goal: 10 },
  'task.checkSecrecy': { most: 11, goal: 11 },
  'task.checkOpenness': { most: 12, goal: 12 },
  'task.withholdRelease': { most: 11, goal: 11 },
  'task.editNotice': { most: 11, goal: 11 },
  'task.choosePhotos': { most: 14, goal: 14 },
  'task.readPlaces': { most: 8, goal: 8 },
  'task.urgeCheck': { most: 12, goal: 12 },
  'task.previewRelease': { most: 4, goal: 6 },
  'task.askVillage': { most: 12, goal: 12 },
  'task.visitVillage': { most: 12, goal: 12 },
  'opinion.getOwn': { most: 6, goal: 6 },
  'opinion.giveOwn': { most: 8, goal: 8 },
  'opinion.listAsked': { most: 5, goal: 5 },
  'opinion.getCollective': { most: 6, goal: 6 },
  'opinion.giveCollective': { most: 12, goal: 12 },
  'opinion.getVisit': { most: 4, goal: 6 },
  'opinion.openVisit': { most: 10, goal: 10 },
  'opinion.recordVisit': { most: 10, goal: 10 },
  'opinion.getSummary': { most: 5, goal: 6 },
  'opinion.openWords': { most: 14, goal: 14 },
  'opinion.summarize': { most: 16, goal: 16 },
  'opinion.answerOpinions': { most: 10, goal: 10 },
  'opinion.returnAnswers': { most: 10, goal: 10 },
  'opinion.releaseSummary': { most: 10, goal: 12 },
  'opinion.sayNotInvolved': { most: 10, goal: 11 },
  'feedback.prepareUpload': { most: 7, goal: 7 },
  'feedback.confirmUpload': { most: 10, goal: 11 },
  // 6, for there is nothing to read of what is new; obligations and the original added, the quota read and
  // changed. Without the quota 8, but two reports at once would share the last place of an hour; a place that is
  // taken before the transaction would be lost with every answer that is lost, and whoever sends again on a bad
  // line is who needs it.
  'feedback.submit': { most: 10, goal: 10 },
  'feedback.listMine': { most: 3, goal: 3 },
  'feedback.get': { most: 6, goal: 6 },
  'feedback.lookUp': { most: 6, goal: 6 },
  'feedback.supplement': { most: 9, goal: 9 },
  // 7, originals, repeats and looks; obligations removed, original and repeat changed.
  'feedback.withdraw': { most: 13, goal: 13 },
  'feedback.rate': { most: 9, goal: 9 },
  'feedback.listDesk': { most: 5, goal: 5 },
  'feedback.getHandled': { most: 4, goal: 6 },
  // 7 (no reply is kept, for it would keep the words), the original read and changed, the look added. The
  // reports that became part of it are asked for first: their words are read too.
  'feedback.openOriginal': { most: 10, goal: 10 },
  'feedback.admit': { most: 12, goal: 13 },
  'feedback.decline': { most: 9, goal: 11 },
  'feedback.declineMany': { most: 9, goal: 9 },
  'feedback.listNextDesks': { most: 6, goal: 6 },
  // 7, units, memberships, people; the obligation changed.
  'feedback.handOverDesk': { most: 11, goal: 11 },
  'feedback.correctAccused': { most: 13, goal: 13 },
  'feedback.takeBack': { most: 9, goal: 9 },
  'feedback.assign': { most: 10, goal: 10 },
  'feedback.returnToIntake': { most: 9, goal: 9 },
  'feedback.submitAnswer': { most: 9, goal: 9 },
  'feedback.submitSecondAnswer': { most: 9, goal: 9 },
  'feedback.releaseAnswer': { most: 9, goal: 11 },
  'feedback.returnAnswer': { most: 9, goal: 9 },
  'feedback.extendAnswer': { most: 9, goal: 12 },
  'feedback.listMergeTargets': { most: 5, goal: 6 },
  // 7, obligations removed, the other report read and changed: it must not be answered, or merged, meanwhile.
  'feedback.merge': { most: 10, goal: 10 },
  'feedback.lodgeObjection': { most: 12, goal: 12 },
  'feedback.getOwnObjection': { most: 6, goal: 6 },
  'feedback.listObjections': { most: 2, goal: 3 },
  'feedback.getObjection': { most: 4, goal: 6 },
  'feedback.openObjection': { most: 9, goal: 10 },
  'feedback.summarizeObjection': { most: 11, goal: 11 },
  // 7, the task; obligations removed and added, what is told put into the outbox.
  'feedback.admitObjection': { most: 11, goal: 11 },
  'feedback.dismissObjection': { most: 11, goal: 12 },
  'feedback.rejectObjection': { most: 11, goal: 12 },
  // 7, the task, its agreements and its public half; the task and that half changed, 3 obligations removed and
  // others added, 2 that are told: 18. For each of the two voices of a village 1, and 2 where it is still asked
  // (its chain says that the asking ended, what it owes is removed): what comes in late finds it ended.
  'feedback.upholdObjection': { most: 24, goal: 24 },
  'enterprise.listTimelines': { most: 3, goal: 3 },
  'enterprise.getTimeline': { most: 5, goal: 6 },
  'enterprise.propose': { most: 10, goal: 10 },
  'enterprise.accept': { most: 12, goal: 12 },
  'enterprise.preparePlanUpload': { most: 4, goal: 4 },
  'enterprise.counter': { most: 11, goal: 11 },
  'enterprise.refer': { most: 11, goal: 11 },
  // 7, the task; obligations removed and added, two that are told.
  'enterprise.mediate': { most: 12, goal: 12 },
  'enterprise.sign': { most: 9, goal: 9 },
  'enterprise.reopenTerms': { most: 10, goal: 10 },
  // Its page, its task, the task's agreements and whether the firm has somebody are read beside.
  'enterprise.reportNode': { most: 12, goal: 12 },
  'enterprise.undoNode': { most: 13, goal: 13 },
  'enterprise.confirmNode': { most: 20, goal: 20 },
  'enterprise.returnNode': { most: 15, goal: 15 },
  'enterprise.listVisits': { most: 3, goal: 3 },
  'enterprise.getVisit': { most: 3, goal: 3 },
  'enterprise.askVisit': { most: 12, goal: 12 },
  'enterprise.withdrawMatters': { most: 9, goal: 9 },
  'enterprise.cancelVisit': { most: 9, goal: 9 },
  'enterprise.notifyVisit': { most: 10, goal: 10 },
  'enterprise.correctVisit': { most: 8, goal: 8 },
  'enterprise.prepareVisitUpload': { most: 4, goal: 4 },
  // The record's file is read, cleaned and kept: 8 of these.
  'enterprise.recordVisit': { most: 19, goal: 19 },
  'enterprise.addDissent': { most: 7, goal: 7 },
  'enterprise.rateVisit': { most: 7, goal: 7 },
  'documents.prepareUpload': { most: 3, goal: 3 },
  'documents.readOrganization': { most: 3, goal: 6 },
  'documents.takeOrganizationTemplate': { most: 3, goal: 3 },
  'documents.prepareSiteUpload': { most: 6, goal: 6 },
  'documents.readSites': { most: 4, goal: 6 },
  'documents.takeSiteTemplate': { most: 4, goal: 6 },
  // 7; tasks, units and regions; the file put and its link; the membership read.
  'documents.exportLedger': { most: 13, goal: 13 },
  'documents.startImport': { most: 13, goal: 13 },
  'documents.listBatches': { most: 2, goal: 3 },
  'documents.getBatch': { most: 4, goal: 6 },
  'documents.getDraft': { most: 4, goal: 6 },
  // 7, the draft and units; the draft changed.
  'documents.editDraft': { most: 10, goal: 10 },
  'documents.confirmDraft': { most: 10, goal: 10 },
  // 7, drafts and units; one draft changed, one removed; one more for each part that follows.
  'documents.mergeDrafts': { most: 11, goal: 11 },
  // As a merge: one draft changed, one made.
  'documents.splitDraft': { most: 11, goal: 11 },
  // 7, drafts and units; tasks and obligations added; one for each draft that becomes a task.
  'documents.commitBatch': { most: 13, goal: 13 },
  'documents.discardBatch': { most: 7, goal: 7 },
  'documents.listRounds': { most: 3, goal: 3 },
  'documents.getRound': { most: 3, goal: 6 },
  'documents.registerRound': { most: 9, goal: 9 },
  'documents.changeRound': { most: 8, goal: 8 },
  'papers.exportChain': { most: 3, goal: 6 },
  'papers.getCaseFile': { most: 5, goal: 6 },
  'papers.makeCaseFile': { most: 12, goal: 12 },
  'papers.takePaper': { most: 9, goal: 9 },
  'feedback.submit with a place': { most: 11, goal: 11 },
  'feedback.submit with a place and a task': { most: 12, goal: 12 },
  'feedback.submit with a photo': { most: 12, goal: 12 },
  'feedback.submit by somebody new': { most: 12, goal: 12 },
  'feedback.admit with a cleared photo': { most: 14, goal: 16 },
  'feedback.admit of a relapse': { most: 16, goal: 16 },
  'feedback.admit accusing a unit': { most: 15, goal: 16 },
  'task.reportDone with a photo': { most: 11, goal: 11 },
  'task.verify with a photo and a signature': { most: 15, goal: 15 },
  // 11; whose turn it is asked first, or files of 20 MB would be fetched and used up for nothing; 8 for each file:
  // its record read, its link, the clean copy's record added and its bytes put, the link's end noted, the upload
  // and its record removed, the copy's record changed. One that an action of its own had kept would cost 2 here,
  // and 9 there.
  'enterprise.counter with a plan': { most: 20, goal: 20 },
  'enterprise.counter with two plans': { most: 28, goal: 28 },
  'feedback.upholdObjection after one voice was heard': { most: 22, goal: 22 },
  'documents.mergeDrafts with two parts': { most: 13, goal: 13 },
  'documents.commitBatch of five tasks': { most: 16, goal: 16 },
  // Two transactions, and the tasks of all calls shown between them: 12 and the two drafts; 1; 6 without who.
  'documents.commitBatch of the last two of a longer list': { most: 19, goal: 19 },
}
