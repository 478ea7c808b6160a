export default definePageConfig({ navigationBarTitleText: '入企检查' })
