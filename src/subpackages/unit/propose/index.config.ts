export default definePageConfig({ navigationBarTitleText: '提日期' })
