export default definePageConfig({ navigationBarTitleText: '督察轮次' })
