export default definePageConfig({ navigationBarTitleText: '请执法单位入企检查' })
