export default definePageConfig({ navigationBarTitleText: '群众反映' })
