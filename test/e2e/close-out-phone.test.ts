import type { Person } from './support/person'
import { onStage } from './support/stage'

jest.setTimeout(240_000)

/** Where a phone is what people have: checker, villager and inspector on the way to close-out. */
describe('the way to close-out, on the phone', () => {
  const stage = onStage()
  let person: Person
  beforeAll(() => {
    person = stage.person
  })

  const opensInLedger = async (task: RegExp) => {
    await person.opens('subpackages/unit/ledger/index')
    const search = person.page.getByPlaceholder('搜编号、单位、问题').filter({ visible: true })
    await search.last().fill(task.source)
    await person.reads(task)
    await person.taps(task)
    await person.reads('验收和办结')
  }

  it('a villager says what they think of what was done, and may change it', async () => {
    await person.become(/群众（上塘村）/)
    await person.opens('pages/register/index')
    await person.taps(/上塘村机耕路边堆放尾菜/)
    await person.taps('说说您的看法')
    await person.reads('这件事办得怎么样？')
    await person.taps('一半满意')
    await person.types('想说两句', '收集点建了，周末没人清')
    await person.shows('opinion')
    await person.presses('送出')
    await person.reads(/^您11月18日替上塘村说过。到公示最后一天都可以改/)
  })

  it('a task that is tapped before the words of the search have settled opens as it was tapped', async () => {
    await person.become(/市农业农村局 负责人/)
    // One bar of signal: the page's code is still on its way when the ledger writes its address.
    const code = /\.js(?:\?|$)/
    await person.page.route(code, async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 1_000))
      await route.continue()
    })
    await opensInLedger(/机耕路边/)
    await person.page.unroute(code)
    expect(person.page.url()).toMatch(/unit\/task\/index\?id=/)
  })

  it('the leader says a word on each standard, and so signs', async () => {
    await opensInLedger(/机耕路边/)
    await person.presses('办结前自查')
    await person.reads('全部完成，可以自查')
    for (const [standard, said] of [
      ['措施都做完了', '收集点建好，每天清运'],
      ['违法的已处理', '没有需要处罚的'],
      ['达到法律和标准要求', '路边抽查三次，没有堆放'],
      ['同样的问题一起改', '邻村机耕路一起清了'],
      ['从源头管住，能长久', '村里派人每天收'],
    ] as const)
      await person.types(`${standard}：写一句`, said)
    await person.shows('self-check')
    await person.presses('自查完成，报送')
    await person.reads(/单位负责人已签/)
  })

  it('a checker fills the form on site and signs with a finger', async () => {
    await person.become(/验收丙/)
    await opensInLedger(/秸秆露天焚烧/)
    await person.presses('现场核查')
    await person.reads(/^还有1项没看/)
    await person.taps('到位')
    await person.types('第1条：没拍照片，凭什么定的', '看了网格名单和巡查记录')
    await person.taps('验收丁')
    await person.signs()
    await person.types('写一句结论', '网格划定，责任到人')
    await person.presses('通过，签名')
    await person.reads(/还没确认/)
  })

  it('a villager objects to what a notice says, and reads by when it is answered', async () => {
    await person.become(/群众乙/)
    await person.opens('pages/register/index')
    await person.taps(/水产养殖尾水未经沉淀/)
    await person.taps(/^公示还剩\d+个工作日/)
    await person.reads('谁查的')
    await person.reads('整改前后')
    await person.taps('提出异议')
    await person.taps('没整改到位')
    await person.types('看到了什么', '沉淀池是干的，尾水还是直排')
    await person.types('怎么联系您', '13900000000')
    await person.presses('送出异议')
    await person.taps('允许')
    await person.reads(/^已送到，.*告诉您受不受理$/)
  })

  it('an inspector finds a closed task back, unannounced', async () => {
    await person.become(/督导员 市整改办/)
    await opensInLedger(/废弃农药包装物/)
    await person.presses('回头看')
    await person.taps('又反弹了')
    await person.types('看到了什么', '田头又堆了一袋')
    await person.reads('又反弹了，请附一张现场照片')
    await person.addsPhoto()
    await person.presses('记下回头看')
    await person.reads('11月18日回头看，有反弹')
  })
})
