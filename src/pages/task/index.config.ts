export default definePageConfig({
  navigationBarTitleText: '任务详情',
  enableShareAppMessage: true,
})
