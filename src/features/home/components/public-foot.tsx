import { homeWords } from '@/copy/home'
import { LegalFoot } from '@/src/components/frame/legal-foot'
import { chooseLargeType, useLargeType } from '@/src/platform/device'
import { wayTo } from '@/src/platform/navigation'
import { useMe } from '@/src/platform/use-me'

/** Complaints, privacy, type size, host and filing number: one tap from every public page. */
export function PublicFoot() {
  const host = useMe().me?.host
  const large = useLargeType()
  return (
    <LegalFoot
      links={[
        { text: homeWords.complaint, ...wayTo('pages/complaint') },
        { text: homeWords.privacy, ...wayTo('subpackages/about/privacy') },
        { text: homeWords.checkChain, ...wayTo('subpackages/papers/check') },
        {
          text: large ? homeWords.normalType : homeWords.largeType,
          onTap: () => chooseLargeType(!large),
        },
      ]}
      lines={host ? [homeWords.host(host.name), homeWords.filing(host.filingNumber)] : []}
    />
  )
}
