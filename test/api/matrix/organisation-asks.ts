import { day, interest, list, NO_ID, past, reason, type Ask } from './ask.ts';

/** A post at the window that would have begun long ago. */
const window = (unitId: string) => ({
  ...{ place: { kind: 'unit', role: 'WIN', unitId } as const, since: past, until: null },
});
/** Every route of the organisation with the question that is put to it. */
export const organisationAsks: Readonly<Record<string, Ask>> = {
  'organisation.tree': list(
    (caller) => caller.organisation.tree(),
    ({ units }, target) => units.some(({ unitId }) => unitId === target.unitId),
  ),
  'organisation.colleagues': { call: (caller) => caller.organisation.colleagues() },
  'organisation.unowned': { call: (caller) => caller.organisation.unowned() },
  'organisation.person': { call: (caller, { personId }) => caller.organisation.person({ personId }) },
  'organisation.addPerson': {
    call: (caller, { unitId }) =>
      caller.organisation.addPerson({ name: '某人', user: 'somebody', grant: window(unitId) }),
  },
  'organisation.renamePerson': {
    call: (caller, { personId }) => caller.organisation.renamePerson({ personId, name: '何静', reason }),
  },
  'organisation.disableAccount': {
    call: (caller, { disabledPersonId: personId }) => caller.organisation.disableAccount({ personId, reason }),
  },
  'organisation.enableAccount': {
    call: (caller, { personId }) => caller.organisation.enableAccount({ personId, reason }),
  },
  'organisation.renewPassword': {
    call: (caller, { disabledPersonId: personId }) => caller.organisation.renewPassword({ personId, reason }),
  },
  'organisation.linkIdentity': {
    call: (caller, { personId }) => caller.organisation.linkIdentity({ personId, subject: '某人', reason }),
    undo: () => ['DELETE FROM external_identity'],
  },
  'organisation.unlinkIdentity': {
    call: (caller, { personId }) =>
      caller.organisation.unlinkIdentity({ personId, issuer: 'https://nobody.example', reason }),
  },
  'organisation.givePost': {
    call: (caller, { personId, unitId }) => caller.organisation.givePost({ personId, grant: window(unitId) }),
  },
  'organisation.endPost': {
    call: (caller, { postId }) => caller.organisation.endPost({ postId, lastDay: past, reason }),
  },
  'organisation.movePost': {
    call: (caller, { postId, unitId }) =>
      caller.organisation.movePost({ postId, unitId, role: 'WIN', from: past, reason }),
  },
  'organisation.addUnit': {
    call: (caller, { unitId: parentId }) =>
      caller.organisation.addUnit({ nameZh: '某处', nameEn: 'Some section', phone: null, parentId, since: past }),
  },
  'organisation.renameUnit': {
    call: (caller, { unitId }) =>
      caller.organisation.renameUnit({
        ...{ unitId, nameZh: '行政审批服务中心', nameEn: 'Service centre', phone: '023-6000 0101', reason },
      }),
  },
  'organisation.succeedUnit': {
    call: (caller, { unitId }) => caller.organisation.succeedUnit({ unitId, successorId: unitId, from: past, reason }),
  },
  'organisation.endUnit': { call: (caller, { unitId }) => caller.organisation.endUnit({ unitId, reason }) },
  'organisation.assignRole': {
    call: (caller, { unitId }) => caller.organisation.assignRole({ unitId, role: 'WIN', item: null }),
  },
  'organisation.enterprises': list(
    (caller) => caller.organisation.enterprises({}),
    ({ rows }, target) => rows.some(({ enterpriseId }) => enterpriseId === target.enterpriseId),
  ),
  'organisation.registerEnterprise': {
    call: (caller, { districtId }) =>
      caller.organisation.registerEnterprise({
        ...{ name: '某企业', creditCode: '91500103MA60T3XC24', legalPerson: '某人', address: '某处', districtId },
      }),
  },
  'organisation.renewLetter': {
    call: (caller, { postId }) =>
      caller.organisation.renewLetter({ postId, letter: { number: '一号', from: day, to: null } }),
  },
  'organisation.districts': { call: (caller) => caller.organisation.districts() },
  'organisation.pool': list(
    (caller) => caller.organisation.pool({ pool: 'expert' }),
    (rows, target) => rows.some(({ memberId }) => memberId === target.memberId),
  ),
  'organisation.joinPool': {
    call: (caller, { personId }) =>
      caller.organisation.joinPool({ pool: 'expert', who: { personId }, districtId: null, since: past }),
  },
  'organisation.leavePool': {
    call: (caller, { memberId }) => caller.organisation.leavePool({ memberId, lastDay: past, reason }),
  },
  'organisation.enterInterest': {
    call: (caller, { personId }) => caller.organisation.enterInterest({ personId, ...interest }),
  },
  'organisation.withdrawInterest': {
    call: (caller) => caller.organisation.withdrawInterest({ interestId: NO_ID, reason }),
  },
  'organisation.addQualification': {
    call: (caller, { memberId }) =>
      caller.organisation.addQualification({
        ...{ memberId, kind: '药品GMP', level: '高级', certificateNumber: '一号', validFrom: day, validTo: past },
      }),
  },
  'organisation.correctQualification': {
    call: (caller, { qualificationId }) =>
      caller.organisation.correctQualification({
        ...{
          qualificationId,
          kind: '药品GMP',
          level: '高级',
          certificateNumber: '一号',
          validFrom: day,
          validTo: past,
          reason,
        },
      }),
  },
  'organisation.endQualification': {
    call: (caller, { qualificationId }) =>
      caller.organisation.endQualification({ qualificationId, lastDay: past, reason }),
  },
};
