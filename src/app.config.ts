// The living spec of the components and the demonstration's tools ship with no deployed build.
const localPages =
  process.env.TARO_APP_LOCAL === '1' ? ['pages/gallery/index', 'pages/local/index'] : []

export default defineAppConfig({
  pages: [
    'pages/home/index',
    'pages/register/index',
    'pages/todo/index',
    'pages/mine/index',
    'pages/report/index',
    'pages/progress/index',
    'pages/my-reports/index',
    'pages/lookup/index',
    'pages/task/index',
    'pages/complaint/index',
    'pages/join/index',
    'pages/not-found/index',
    ...localPages,
  ],
  // Staff pages come with their audience; the report form is in the main package, because a
  // sub-package that was never downloaded cannot open without a network.
  subPackages: [
    {
      root: 'subpackages/resident',
      name: 'resident',
      pages: ['notice/index', 'objection/index'],
    },
    {
      root: 'subpackages/enterprise',
      name: 'enterprise',
      pages: [
        'timelines/index',
        'timeline/index',
        'visits/index',
        'visit/index',
        'ask-visit/index',
      ],
    },
    {
      root: 'subpackages/unit',
      name: 'unit',
      pages: [
        'task/index',
        'plan/index',
        'consult/index',
        'self-check/index',
        'verify/index',
        'camera/index',
        'chain/index',
        'sites/index',
        'propose/index',
        'ledger/index',
        'reminders/index',
        'desk/index',
        'feedback/index',
        'objections/index',
        'objection/index',
      ],
    },
    {
      root: 'subpackages/about',
      name: 'about',
      pages: ['privacy/index', 'looks/index', 'messages/index'],
    },
    {
      root: 'subpackages/village',
      name: 'village',
      pages: [
        'own/index',
        'opinion/index',
        'asked/index',
        'visit/index',
        'resident-visit/index',
        'summary/index',
      ],
    },
    {
      root: 'subpackages/papers',
      name: 'papers',
      pages: ['case-file/index', 'check/index'],
    },
    {
      root: 'subpackages/office',
      name: 'office',
      pages: [
        'assign/index',
        'release/index',
        'call-list/index',
        'repeats/index',
        'imports/index',
        'import/index',
        'rounds/index',
        'round/index',
        'people/index',
        'roster/index',
        'watch/index',
        'settings/index',
      ],
    },
  ],
  preloadRule: {
    'pages/mine/index': { network: 'all', packages: ['about'] },
    // The firm's form takes photos with the page of the other package, on site and without a network.
    'subpackages/enterprise/timeline/index': { network: 'all', packages: ['unit'] },
    'pages/todo/index': { network: 'wifi', packages: ['unit', 'enterprise'] },
    // A villager opens it where the signal is weak: it comes while the task is read.
    'pages/task/index': { network: 'all', packages: ['village'] },
  },
  window: {
    backgroundTextStyle: 'dark',
    backgroundColor: '#F5F7F6',
    navigationBarBackgroundColor: '#F5F7F6',
    navigationBarTitleText: '整改通',
    navigationBarTextStyle: 'black',
    // A browser reloads by its own pull.
    enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
  },
  // The bar itself is drawn by PageShell, so that it grows in elder mode and follows the role.
  tabBar: {
    custom: true,
    color: '#5B6661',
    selectedColor: '#14633C',
    backgroundColor: '#FFFFFF',
    list: [
      { pagePath: 'pages/home/index', text: '首页' },
      { pagePath: 'pages/todo/index', text: '待办' },
      { pagePath: 'pages/register/index', text: '整改任务' },
      { pagePath: 'pages/mine/index', text: '我的' },
    ],
  },
  sitemapLocation: 'sitemap.json',
  lazyCodeLoading: 'requiredComponents',
  __usePrivacyCheck__: true,
  // With the entry 位置信息 of the privacy guideline, all that WeChat wants before it tells a place.
  requiredPrivateInfos: ['getLocation'],
  permission: {
    'scope.userLocation': { desc: '用于工作人员现场拍照时记下地点' },
  },
})
