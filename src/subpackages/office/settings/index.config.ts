export default definePageConfig({ navigationBarTitleText: '期限和提醒' })
