import { city, villages } from './organization.mjs'

/**
 * Who can be chosen in the identity bar. `membership` is [role, unit key, region]; without one
 * a person is a resident.
 */
export const people = {
  resident: {
    openid: 'demo-resident',
    name: '群众甲',
    roleText: '群众（上塘村）',
    note: '反映过一件事，已经答复',
    village: villages.shangtang,
  },
  neighbour: {
    openid: 'demo-neighbour',
    name: '群众乙',
    roleText: '群众（沙田村）',
    note: '第一次打开',
    village: villages.shatian,
  },
  village: {
    openid: 'demo-village',
    name: '村支书',
    roleText: '上塘村党支部',
    note: '可替村民代填',
    membership: ['villageOfficer', 'branch-shangtang', villages.shangtang],
  },
  enterprise: {
    openid: 'demo-enterprise',
    name: '环保专员',
    roleText: '石湖镇某某养殖有限公司',
    note: '有一份商定时间要回复',
    membership: ['enterpriseAgent', 'farm', '440902101'],
  },
  stone: {
    openid: 'demo-stone',
    name: '厂长',
    roleText: '南坡镇某某石材加工厂',
    note: '已另提时间，等单位回复',
    membership: ['enterpriseAgent', 'stone', '440904101'],
  },
  farmingStaff: {
    openid: 'demo-farming-staff',
    name: '经办',
    roleText: '茂南区农业农村局 经办',
    note: '有事项快到期',
    membership: ['unitStaff', 'farming-maonan', '440902'],
  },
  farmingLeader: {
    openid: 'demo-farming-leader',
    name: '负责人',
    roleText: '茂南区农业农村局 负责人',
    note: '离期限三天起也提醒',
    membership: ['unitLeader', 'farming-maonan', '440902'],
  },
  housingStaff: {
    openid: 'demo-housing-staff',
    name: '经办',
    roleText: '市住房城乡建设局 经办',
    note: '牵头污水管网',
    membership: ['unitStaff', 'housing', city],
  },
  ecologyStaff: {
    openid: 'demo-ecology-staff',
    name: '经办',
    roleText: '市生态环境局 经办',
    note: '水源保护区月底到期',
    membership: ['unitStaff', 'ecology', city],
  },
  urbanStaff: {
    openid: 'demo-urban-staff',
    name: '经办',
    roleText: '市城市管理和综合执法局 经办',
    note: '没有订阅提醒，会上电话名单',
    membership: ['unitStaff', 'urban', city],
  },
  townStaff: {
    openid: 'demo-town-staff',
    name: '经办',
    roleText: '石湖镇人民政府 经办',
    note: '新交办待签收',
    membership: ['unitStaff', 'town-shihu', '440902101'],
  },
  dianbaiStaff: {
    openid: 'demo-dianbai-staff',
    name: '经办',
    roleText: '电白区人民政府 经办',
    note: '和石材厂商定时间',
    membership: ['unitStaff', 'dianbai', '440904'],
  },
  coordinator: {
    openid: 'demo-coordinator',
    name: '综合协调',
    roleText: '市整改办',
    note: '有一份清单待核对',
    membership: ['coordinator', 'office', city],
  },
  countyCoordinator: {
    openid: 'demo-county-coordinator',
    name: '综合协调',
    roleText: '电白区整改办',
    note: '只看本区',
    membership: ['coordinator', 'office-dianbai', '440904'],
  },
  intake: {
    openid: 'demo-intake',
    name: '信访受理',
    roleText: '市整改办 信访受理',
    note: '唯一能看原文的岗位',
    membership: ['intake', 'office', city],
  },
  publisher: {
    openid: 'demo-publisher',
    name: '宣传',
    roleText: '市委宣传部',
    note: '做公开审查',
    membership: ['publisher', 'publicity', city],
  },
  leader: {
    openid: 'demo-leader',
    name: '市领导',
    roleText: '市领导',
    note: '先看自己牵头的',
    membership: ['cityLeader', 'office', city],
  },
}
