export default definePageConfig({ navigationBarTitleText: '反弹和屡犯' })
