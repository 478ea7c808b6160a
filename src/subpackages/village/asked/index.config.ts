export default definePageConfig({ navigationBarTitleText: '村里看法' })
