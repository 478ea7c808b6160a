export default definePageConfig({
  navigationBarTitleText: '办结前公示',
  enableShareAppMessage: true,
})
