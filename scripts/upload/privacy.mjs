/**
 * Interfaces of WeChat that touch a person's data, each with its entry in the platform's privacy
 * guideline (用户隐私保护指引). What the mini-program calls must be filled in there, and nothing else.
 */
const photos = '选中的照片或视频信息'
const position = '位置信息'

/** @type {Readonly<Record<string, string>>} */
const guideline = {
  chooseMedia: photos,
  chooseImage: photos,
  chooseVideo: photos,
  chooseMessageFile: '选中的文件',
  getRecorderManager: '麦克风',
  startRecord: '麦克风',
  setClipboardData: '剪切板',
  getClipboardData: '剪切板',
  createCameraContext: '摄像头',
  saveImageToPhotosAlbum: '相册（仅写入）',
  saveVideoToPhotosAlbum: '相册（仅写入）',
  getLocation: position,
  getFuzzyLocation: position,
  chooseLocation: position,
  choosePoi: position,
  onLocationChange: position,
  startLocationUpdate: position,
  startLocationUpdateBackground: position,
  chooseAddress: '通讯地址',
  chooseInvoiceTitle: '发票信息',
  chooseLicensePlate: '车牌号',
  addPhoneContact: '通讯录（仅写入）',
  addPhoneCalendar: '日历（仅写入）',
  getUserProfile: '微信昵称、头像',
  getWeRunData: '微信运动步数',
  openBluetoothAdapter: '蓝牙',
  startAccelerometer: '加速传感器',
  startCompass: '磁场传感器',
  startGyroscope: '陀螺仪传感器',
}

/** What this mini-program says that it uses, with the purpose that the guideline asks for. */
export const declared = [
  { entry: photos, purpose: '用于反映环境问题、提交整改证据时附照片或视频' },
  { entry: '选中的文件', purpose: '用于工作人员导入整改清单、附整改方案和文件' },
  { entry: '麦克风', purpose: '用于不便打字时用语音反映环境问题' },
  { entry: '剪切板', purpose: '用于复制查询码、邀请码、任务编号和存证，粘贴要核对的存证' },
  { entry: '摄像头', purpose: '用于工作人员现场拍照' },
  { entry: position, purpose: '用于工作人员现场拍照时记下地点' },
]

/** Whose purpose WeChat shows when it asks for the place. */
const placeScope = 'scope.userLocation'

/** These must also stand in `requiredPrivateInfos` of the app's settings. */
const needsPrivateInfos = Object.keys(guideline).filter(
  (name) => guideline[name] === position || name === 'chooseAddress',
)

const called = (code) => Object.keys(guideline).filter((name) => code.includes(`.${name}(`))

const fault = (name, why) => ({ code: 'PACKAGE.PRIVACY', name, why })

/**
 * @param {string} code all of the package's scripts
 * @param {{requiredPrivateInfos?: string[], permission?: object, __usePrivacyCheck__?: boolean}} app
 */
export const faultsOfPrivacy = (code, app) => {
  const names = called(code)
  const entries = new Set(names.map((name) => guideline[name]))
  const infos = app.requiredPrivateInfos ?? []
  const needed = names.filter((name) => needsPrivateInfos.includes(name))
  return [
    ...(app.__usePrivacyCheck__ === true ? [] : [fault('app.json', '没有打开隐私授权弹窗')]),
    ...names
      .filter((name) => !declared.some(({ entry }) => entry === guideline[name]))
      .map((name) => fault(name, `用到“${guideline[name]}”，隐私保护指引里没有这一项`)),
    ...declared
      .filter(({ entry }) => !entries.has(entry))
      .map(({ entry }) => fault(entry, '隐私保护指引里有这一项，程序没有用到')),
    ...needed
      .filter((name) => !infos.includes(name))
      .map((name) => fault(name, 'app.json 的 requiredPrivateInfos 没有写明')),
    ...infos
      .filter((name) => !needed.includes(name))
      .map((name) => fault(name, 'app.json 的 requiredPrivateInfos 多写了，程序没有用到')),
    ...Object.keys(app.permission ?? {})
      .filter((name) => name !== placeScope || !entries.has(position))
      .map((name) => fault(name, 'app.json 的 permission 多写了，程序没有用到')),
    ...(entries.has(position) && !app.permission?.[placeScope]?.desc
      ? [fault(placeScope, 'app.json 的 permission 没有写明用位置做什么')]
      : []),
  ]
}
