export default definePageConfig({ navigationBarTitleText: '点位清单' })
